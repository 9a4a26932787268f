using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq;

/// <summary>An entry to be brought in.</summary>
public readonly record struct FaqImportedEntry(FaqId Id, FaqContent Content);

/// <summary>What an import did.</summary>
public sealed record FaqImported(int Added, int Changed, int Unchanged)
{
    public override string ToString() => $"{Added} added, {Changed} changed, {Unchanged} unchanged";
}
