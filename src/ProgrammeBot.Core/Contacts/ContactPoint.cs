namespace ProgrammeBot.Contacts;

/// <summary>An office or page, and what it is asked about within a scope.</summary>
/// <param name="Scope">The scope's id; null is everywhere.</param>
/// <param name="Topics">The ids of its topics.</param>
/// <param name="IsDefault">Whether it is named where no topic is told, or none of its contacts is known.</param>
/// <param name="Name">The office, role or page.</param>
/// <param name="Link">Its page, or null.</param>
public sealed record ContactPoint(string? Scope, IReadOnlyList<string> Topics, bool IsDefault, string Name, Uri? Link)
{
    public bool Equals(ContactPoint? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
