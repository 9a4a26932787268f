namespace ProgrammeBot.Documents.Review;

/// <summary>Something a moderator should look at in the sources. Prints itself as a sentence and at most two quotes, a line each.</summary>
/// <param name="Kind">What is amiss.</param>
/// <param name="Sentence">What is amiss, for a moderator.</param>
/// <param name="Places">Where it is seen, a place for each value first; empty for <see cref="ReviewKind.NotReviewed"/>.</param>
public sealed record ReviewFinding(ReviewKind Kind, string Sentence, IReadOnlyList<ReviewPlace> Places)
{
    public bool Equals(ReviewFinding? other) =>
        other is not null && Kind == other.Kind && Sentence == other.Sentence && Places.SequenceEqual(other.Places);

    public override int GetHashCode() => HashCode.Combine(Kind, Sentence, Places.Count);

    public override string ToString()
    {
        var lines = new List<string> { ReviewPlace.OneLine(Sentence) };
        lines.AddRange(Places.Take(2).Select(p => $"  {p}"));
        if (Places.Count > 2)
        {
            lines[^1] += $" (and {Places.Count - 2} more)";
        }

        return string.Join('\n', lines);
    }
}
