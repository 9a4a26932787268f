namespace ProgrammeBot.Stores;

/// <summary>Who did what as a moderator. Nothing in it is ever changed.</summary>
public interface IAuditLog
{
    /// <summary>Keeps a record; a call can safely be repeated.</summary>
    /// <returns>False, and nothing is changed, when there is one of that id.</returns>
    ValueTask<bool> AddAsync(AuditRecord record, CancellationToken cancellationToken);

    /// <summary>At most <paramref name="limit"/> records with an id before <paramref name="before"/>, the newest first; the default id is the end.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is negative.</exception>
    ValueTask<IReadOnlyList<AuditRecord>> ListAsync(AuditId before, int limit, CancellationToken cancellationToken);

    /// <summary>Forgets what was done before a time. How many there were.</summary>
    ValueTask<int> RemoveBeforeAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
