using ProgrammeBot.Stores;

namespace ProgrammeBot.Ingestion.Settings;

/// <summary>An entry as a file has it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Content">What it says; citations without a place are yet to be found.</param>
/// <param name="Line">Where it stands, 1-based.</param>
public sealed record FaqFileEntry(FaqId Id, FaqContent Content, int Line)
{
    /// <summary>Whether the format has no room for all of an entry: what it lacks says nothing.</summary>
    public bool IsPartial { get; init; }
}

/// <summary>The entries of a file, and what was wrong with it.</summary>
/// <param name="Entries">In the file's order, each id once.</param>
/// <param name="Problems">Each names its line and what to do. A skipped one cost an entry or the file, a warning nothing but what it names.</param>
public sealed record FaqFileOutcome(IReadOnlyList<FaqFileEntry> Entries, IReadOnlyList<IngestionProblem> Problems);
