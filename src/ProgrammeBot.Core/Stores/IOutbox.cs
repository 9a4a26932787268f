namespace ProgrammeBot.Stores;

/// <summary>What was acknowledged but not yet answered. What is older than <see cref="PendingReply.Lifetime"/> is found by nobody, purged or not.</summary>
public interface IOutbox
{
    /// <summary>Keeps it; a call can safely be repeated.</summary>
    /// <returns>False, and nothing is changed, when there is one of that id.</returns>
    ValueTask<bool> AddAsync(PendingReply pending, CancellationToken cancellationToken);

    /// <summary>What is pending on a platform, the oldest id first.</summary>
    ValueTask<IReadOnlyList<PendingReply>> ListAsync(string platform, CancellationToken cancellationToken);

    /// <summary>Forgets what was delivered. Whether it was there.</summary>
    ValueTask<bool> RemoveAsync(PendingReplyId id, CancellationToken cancellationToken);

    /// <summary>Forgets a place and all within it. How many there were.</summary>
    ValueTask<int> RemoveUnderAsync(PlaceId prefix, CancellationToken cancellationToken);

    /// <summary>Forgets what is too old, by the store's clock. How many there were.</summary>
    ValueTask<int> PurgeAsync(CancellationToken cancellationToken);
}
