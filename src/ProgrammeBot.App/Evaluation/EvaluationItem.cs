namespace ProgrammeBot.App.Evaluation;

/// <summary>A question and what a right reply must hold; the fields of a moderator's file.</summary>
public sealed record EvaluationItem(string Id, string Question)
{
    public IReadOnlyList<string> Turns { get; init; } = [];

    /// <summary>What kind of question it is; <c>unanswerable</c>, <c>offtopic</c>, <c>ambiguous</c> and <c>comparison</c> have rules of their own.</summary>
    public string Kind { get; init; } = "direct";

    public string? Programme { get; init; }

    /// <summary>The documents a citation must come from; all of them for a comparison. Empty is any.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>Facts that must all be shown.</summary>
    public IReadOnlyList<string> All { get; init; } = [];

    /// <summary>At least one must be shown, when there are any.</summary>
    public IReadOnlyList<string> Any { get; init; } = [];

    /// <summary>What the reply's own words must not say.</summary>
    public IReadOnlyList<string> Never { get; init; } = [];

    /// <summary><c>yes</c> or <c>no</c>: what an answer that begins with either must begin with.</summary>
    public string? Polarity { get; init; }

    /// <summary>An answer of low confidence from this document is as good as a refusal.</summary>
    public string? PartialFrom { get; init; }
}
