namespace ProgrammeBot.Stores;

/// <summary>Which message is which reply, and whose: the one place that points at persons and messages. What expired is found by nobody, purged or not.</summary>
public interface IReplyReferences
{
    /// <summary>Keeps a reference; one of the same reply and message is replaced.</summary>
    ValueTask SaveAsync(ReplyReference reference, CancellationToken cancellationToken);

    /// <summary>The messages of a reply, by the order of their hashes; none is no fault.</summary>
    ValueTask<IReadOnlyList<ReplyReference>> OfAsync(AnswerId answer, CancellationToken cancellationToken);

    /// <summary>The reply that a message is, or null when it is none that is known; of several the newest answer.</summary>
    ValueTask<ReplyReference?> FindAsync(KeyedHash message, CancellationToken cancellationToken);

    /// <summary>What points at a person, by answer, then by the order of the messages' hashes.</summary>
    ValueTask<IReadOnlyList<ReplyReference>> OfPersonAsync(KeyedHash person, CancellationToken cancellationToken);

    /// <summary>Forgets a message that was deleted. How many references there were.</summary>
    ValueTask<int> RemoveMessageAsync(KeyedHash message, CancellationToken cancellationToken);

    /// <summary>'Forget me'. How many references there were.</summary>
    ValueTask<int> RemovePersonAsync(KeyedHash person, CancellationToken cancellationToken);

    /// <summary>Forgets a place and all within it. How many references there were.</summary>
    ValueTask<int> RemoveUnderAsync(PlaceId prefix, CancellationToken cancellationToken);

    /// <summary>Forgets what expired, by the store's clock. How many references there were.</summary>
    ValueTask<int> PurgeAsync(CancellationToken cancellationToken);
}
