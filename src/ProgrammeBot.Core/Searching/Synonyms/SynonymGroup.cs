namespace ProgrammeBot.Searching.Synonyms;

/// <summary>Words and phrases that lead to others.</summary>
/// <param name="From">What is asked.</param>
/// <param name="To">What documents may say instead.</param>
/// <param name="Scope">The id of the scope where it holds; null is everywhere.</param>
/// <param name="Weight">How much meeting the one counts for the other: above 0, below 1.</param>
public sealed record SynonymGroup(IReadOnlyList<string> From, IReadOnlyList<string> To, string? Scope, double Weight)
{
    /// <summary>Of words that mean the same.</summary>
    public const double SameMeaning = 0.8;

    /// <summary>Of everyday words that only point to what a document calls it.</summary>
    public const double Pointing = 0.6;

    public double Weight { get; } = Weight is > 0 and < 1 ? Weight : throw new ArgumentOutOfRangeException(nameof(Weight), Weight, "It is above 0 and below 1.");

    public bool Equals(SynonymGroup? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => From.Count;
}
