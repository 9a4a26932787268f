namespace ProgrammeBot.Searching.Synonyms;

/// <summary>A word or phrase added to a question.</summary>
/// <param name="Words">As the file has it; what to add to a search.</param>
/// <param name="Terms">Its telling terms as analysed; a text has the phrase where it has them all.</param>
/// <param name="Weight">What it counts of what it stands for: above 0, below 1.</param>
/// <param name="StandsFor">The question's telling terms that it stands for; none where the question said it in stop words only.</param>
public sealed record Synonym(string Words, IReadOnlyList<string> Terms, double Weight, IReadOnlyList<string> StandsFor)
{
    public bool Equals(Synonym? other) => other is not null && Words == other.Words && Weight.Equals(other.Weight)
        && Terms.SequenceEqual(other.Terms) && StandsFor.SequenceEqual(other.StandsFor);

    public override int GetHashCode() => HashCode.Combine(Words, Weight, StandsFor.Count);

    public override string ToString() => FormattableString.Invariant($"{string.Join('+', StandsFor)}>{Words}^{Weight:0.0#}");
}
