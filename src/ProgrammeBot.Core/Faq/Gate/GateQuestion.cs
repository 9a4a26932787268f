using ProgrammeBot.Answering;

namespace ProgrammeBot.Faq.Gate;

/// <summary>Where a question comes from on which an edit is tried.</summary>
public enum GateOrigin
{
    /// <summary>A way to ask for the entry itself, before or after the edit.</summary>
    Entry,

    /// <summary>A question of a file with expected facts.</summary>
    Test,

    /// <summary>A way to ask for an entry that comes near.</summary>
    Neighbour,

    /// <summary>Somebody asked it lately.</summary>
    Asked,

    /// <summary>It was asked in vain.</summary>
    Gap,
}

/// <summary>A question on which an edit is tried.</summary>
/// <param name="Origin">Where it comes from.</param>
/// <param name="From">The entry, the file and id of the test, or the gap; blank where somebody asked it.</param>
/// <param name="Text">What is asked.</param>
public sealed record GateQuestion(GateOrigin Origin, string From, string Text)
{
    /// <summary>The scope it is asked within; null is none.</summary>
    public string? Scope { get; init; }

    public IReadOnlyList<string> EarlierTurns { get; init; } = [];

    /// <summary>For a test: the documents it rests on.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>For a test: what is wrong with a reply, null where nothing is.</summary>
    public Func<Reply, string?>? Judge { get; init; }
}

/// <summary>The questions of files with expected facts, and what was wrong with a file.</summary>
public sealed record GateTests(IReadOnlyList<GateQuestion> Questions, IReadOnlyList<string> Faults)
{
    public static readonly GateTests None = new([], []);
}
