namespace ProgrammeBot.Stores;

/// <summary>FAQ entries and their history. No entry and no revision is ever removed: an entry that shall answer no more is retired.</summary>
public interface IFaqEntries
{
    /// <summary>The entry as it stands, or null when there is none of that id.</summary>
    ValueTask<FaqEntry?> FindAsync(FaqId id, CancellationToken cancellationToken);

    /// <summary>All entries, or those of one status, by id in ordinal order.</summary>
    ValueTask<IReadOnlyList<FaqEntry>> ListAsync(FaqStatus? status, CancellationToken cancellationToken);

    /// <summary>The entries that answer people, each as of its <see cref="FaqEntry.LiveRevision"/>, by id in ordinal order.</summary>
    ValueTask<IReadOnlyList<FaqEntry>> ListLiveAsync(CancellationToken cancellationToken);

    /// <summary>One revision of an entry, or null where there is none of that number.</summary>
    ValueTask<FaqRevision?> FindRevisionAsync(FaqId id, int revision, CancellationToken cancellationToken);

    /// <summary>Every change of an entry, the newest first; empty when there is none of that id.</summary>
    ValueTask<IReadOnlyList<FaqRevision>> HistoryAsync(FaqId id, CancellationToken cancellationToken);

    /// <summary>A number that differs after every revision that was ever written, by whichever process; 0 where none was. Cheap enough to ask each second.</summary>
    ValueTask<long> LatestChangeAsync(CancellationToken cancellationToken);

    /// <summary>Writes a new entry or a new revision, unless somebody else was faster.</summary>
    /// <remarks>
    /// Saved only if the entry's revision is the one the edit is based on (0: there is no such entry). Content equal to the current
    /// makes a revision as well. The time comes from the store's clock. Within a unit that sees its own writes, a second edit must be based on the first.
    /// </remarks>
    ValueTask<FaqSave> SaveAsync(FaqEdit edit, CancellationToken cancellationToken);
}
