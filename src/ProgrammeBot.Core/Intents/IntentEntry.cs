namespace ProgrammeBot.Intents;

/// <summary>What the matcher learns of an entry: the ways to ask for it.</summary>
/// <param name="Id">Names the entry; each once in a matcher.</param>
/// <param name="Texts">Title and phrasings. Blank ones teach nothing; an entry of such only is never found.</param>
public sealed record IntentEntry(string Id, IReadOnlyList<string> Texts)
{
    /// <summary>The most an entry's score is moved, up or down: votes tune an entry, they never carry it over another.</summary>
    public const double MaxOffset = 0.05;

    /// <summary>Names what is asked: entries of one topic ask the same, each for another programme, and are told apart by their own phrasings only.</summary>
    public string Topic { get => field ?? Id; init; }

    /// <summary>Added to the entry's score; moved by votes, and kept within <see cref="MaxOffset"/>.</summary>
    public double Offset { get; init => field = double.IsNaN(value) ? 0 : Math.Clamp(value, -MaxOffset, MaxOffset); }
}
