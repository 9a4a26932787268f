namespace ProgrammeBot.Care;

/// <summary>A kind of distress: how it is told, and what is said to it.</summary>
/// <param name="Id">Lower-case letters, digits and '-'.</param>
/// <param name="Says">It is told by one of these.</param>
/// <param name="Not">Stretches that are taken out first, since they mean something else: 'stress testing'.</param>
/// <param name="Text">What is said to it.</param>
public sealed record CareKind(string Id, IReadOnlyList<WordPattern> Says, IReadOnlyList<WordPattern> Not, string Text)
{
    public bool Equals(CareKind? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
