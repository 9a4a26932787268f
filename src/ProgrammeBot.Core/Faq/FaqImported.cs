using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq;

/// <summary>An entry to be brought in.</summary>
public readonly record struct FaqImportedEntry(FaqId Id, FaqContent Content)
{
    /// <summary>Whether it comes from a format without room for sources and follow-ups: those that the entry has stay.</summary>
    public bool IsPartial { get; init; }
}

/// <summary>What an import did.</summary>
public sealed record FaqImported(int Added, int Changed, int Unchanged)
{
    /// <summary>What stood in the way of all of it, a line each; then nothing was written.</summary>
    public IReadOnlyList<string> Faults { get; init => field = new ValueList<string>(value); } = new ValueList<string>([]);

    public override string ToString() => $"{Added} added, {Changed} changed, {Unchanged} unchanged";
}
