namespace ProgrammeBot.Stores;

/// <summary>What was answered, and from what.</summary>
public interface IAnswerLog
{
    /// <summary>Keeps the record of a reply; a call can safely be repeated.</summary>
    /// <returns>False, and nothing is changed, when there is one of that id.</returns>
    ValueTask<bool> AddAsync(AnswerRecord answer, CancellationToken cancellationToken);

    /// <summary>The record, or null when there is none of that id (any more).</summary>
    ValueTask<AnswerRecord?> FindAsync(AnswerId id, CancellationToken cancellationToken);

    /// <summary>At most <paramref name="limit"/> replies that came from an entry, whichever revision, the newest first.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is negative.</exception>
    ValueTask<IReadOnlyList<AnswerRecord>> FromAsync(FaqId entry, int limit, CancellationToken cancellationToken);

    /// <summary>At most <paramref name="limit"/> replies that quoted a document, whichever version, the newest first.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is negative.</exception>
    ValueTask<IReadOnlyList<AnswerRecord>> CitingAsync(string documentId, int limit, CancellationToken cancellationToken);

    /// <summary>How many replies there were since a time; by day, then kind, scope and place, none before any other.</summary>
    ValueTask<IReadOnlyList<AnswerCount>> CountAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Forgets what was given before a time. How many there were.</summary>
    ValueTask<int> RemoveBeforeAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
