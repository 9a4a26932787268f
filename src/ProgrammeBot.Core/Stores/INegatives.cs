namespace ProgrammeBot.Stores;

/// <summary>Examples of what must not match.</summary>
public interface INegatives
{
    /// <summary>Keeps an example; a call can safely be repeated.</summary>
    /// <returns>False, and nothing is changed, when there is one of that id, or there is no such entry.</returns>
    ValueTask<bool> AddAsync(Negative negative, CancellationToken cancellationToken);

    /// <summary>All of them, or those of one entry, the oldest id first.</summary>
    ValueTask<IReadOnlyList<Negative>> ListAsync(FaqId? entry, CancellationToken cancellationToken);

    /// <summary>Takes an example back. Whether it was there.</summary>
    ValueTask<bool> RemoveAsync(NegativeId id, CancellationToken cancellationToken);
}
