namespace ProgrammeBot.Stores;

/// <summary>Votes on answers.</summary>
public interface IFeedback
{
    /// <summary>Keeps a vote; one of the same id is replaced, so a reason can follow a thumb, and a call can safely be repeated.</summary>
    /// <returns>False, and nothing is changed, when the id belongs to a vote on another answer.</returns>
    ValueTask<bool> SaveAsync(Feedback feedback, CancellationToken cancellationToken);

    /// <summary>The votes on an answer, the oldest id first; none is no fault, nor is an answer nobody knows.</summary>
    ValueTask<IReadOnlyList<Feedback>> OfAsync(AnswerId answer, CancellationToken cancellationToken);

    /// <summary>At most <paramref name="limit"/> votes with an id behind <paramref name="after"/>, the oldest id first; the default id is the beginning.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is negative.</exception>
    ValueTask<IReadOnlyList<Feedback>> ListAsync(FeedbackId after, int limit, CancellationToken cancellationToken);

    /// <summary>At most <paramref name="limit"/> votes on replies that came from an entry, whichever revision, the newest id first.</summary>
    /// <remarks>Only while the log of answers knows the reply.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is negative.</exception>
    ValueTask<IReadOnlyList<Feedback>> OfEntryAsync(FaqId entry, int limit, CancellationToken cancellationToken);

    /// <summary>Forgets the votes given before a time. How many there were.</summary>
    ValueTask<int> RemoveBeforeAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
