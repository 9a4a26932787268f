namespace ProgrammeBot.Scopes;

/// <summary>How narrow a scope is; the order is from wide to narrow, and a parent's is always less.</summary>
public enum ScopeKind
{
    General,
    Department,
    Programme,
    Intake,
}

/// <summary>What a document, an entry or a place speaks of: everything, a department, a programme or one of its intakes.</summary>
/// <param name="Id">Lower-case letters, digits and '-'; never changes.</param>
/// <param name="Kind">How narrow it is.</param>
/// <param name="Name">The full name, shown on buttons and under answers.</param>
public sealed record Scope(string Id, ScopeKind Kind, string Name)
{
    /// <summary>The id of the scope above; only the general one has none.</summary>
    public string? Parent { get; init; }

    /// <summary>The name for narrow places; the full name where none is given.</summary>
    public string ShortName { get => field ?? Name; init; }

    /// <summary>What people type instead of the name.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Short names of the degree it leads to ('MSc'); programmes only.</summary>
    public IReadOnlyList<string> Awards { get; init; } = [];

    /// <summary>The ids of the documents that describe it.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    public bool Equals(Scope? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
