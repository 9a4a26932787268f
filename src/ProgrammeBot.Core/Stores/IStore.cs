namespace ProgrammeBot.Stores;

/// <summary>Keeps what must not be lost. All reading and writing happens within a unit of work.</summary>
/// <remarks>
/// Many may open units at once. Disposing lets the write unit in hand end, and refuses later ones
/// with <see cref="ObjectDisposedException"/>. A store that fails throws <see cref="StoreException"/>.
/// </remarks>
public interface IStore : IAsyncDisposable
{
    /// <summary>A unit that sees the store as it was when this returned, whatever is written meanwhile; it never waits for a writer.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing is left open.</exception>
    ValueTask<IUnitOfWork> ReadAsync(CancellationToken cancellationToken);

    /// <summary>A unit that may write.</summary>
    /// <remarks>
    /// One at a time over all processes that share the store; the others wait here. It sees everything committed before it,
    /// and nothing changes under it. So keep it short, with no call to a network inside, and never open a second one while holding one.
    /// </remarks>
    /// <exception cref="OperationCanceledException">The token was cancelled while waiting; nothing is left open.</exception>
    ValueTask<IUnitOfWork> WriteAsync(CancellationToken cancellationToken);

    /// <summary>Waits until something is committed, by whichever process, or the time is out.</summary>
    /// <remarks>
    /// Returns the number of the latest change known; whoever passes it on the next time misses none, however long they were busy.
    /// It is the store's own in this process and says nothing to another. A commit shows within a second. A store that cannot be
    /// reached only looks unchanged, and changed once it can be reached again: what is thrown here is cancellation and disposal alone.
    /// </remarks>
    /// <param name="seen">The number that the last call returned; 0 the first time, which then returns at once.</param>
    /// <param name="most">How long to wait.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    ValueTask<long> ChangedAsync(long seen, TimeSpan most, CancellationToken cancellationToken);
}
