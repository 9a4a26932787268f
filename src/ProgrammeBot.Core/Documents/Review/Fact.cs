namespace ProgrammeBot.Documents.Review;

/// <summary>A value that a statement gives to something. Two facts of one key in one scope must have one value.</summary>
/// <param name="Key">What it is the value of, for comparing.</param>
/// <param name="Subject">The same for people, fit to stand behind 'disagree on'.</param>
/// <param name="Value">The value, for comparing.</param>
/// <param name="Shown">The value as it is written.</param>
/// <param name="Year">The year or intake it holds for; facts of different years are not compared. Null where none is said.</param>
/// <param name="Statement">What says so.</param>
/// <param name="Place">The words to quote.</param>
internal sealed record Fact(string Key, string Subject, string Value, string Shown, string? Year, Statement Statement, ReviewPlace Place)
{
    /// <summary>
    /// The key names the topic only, so that a section which speaks of several cases (rounds, instalments) gives several values with right:
    /// within a document only values of different sections are held against each other.
    /// </summary>
    public bool IsLoose { get; init; }
}
