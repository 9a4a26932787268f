namespace ProgrammeBot.Stores;

/// <summary>One port per kind of record, over one transaction.</summary>
/// <remarks>
/// For one caller at a time. Disposing without <see cref="CommitAsync"/> leaves nothing. Writing through a unit opened for reading,
/// committing it, and any use after the commit throw <see cref="InvalidOperationException"/>; any use after disposal
/// <see cref="ObjectDisposedException"/>. A cancelled call has written nothing of its own; the unit stays usable.
/// After a <see cref="StoreException"/> the unit can only be disposed.
/// </remarks>
public interface IUnitOfWork : IAsyncDisposable
{
    IFaqEntries Faq { get; }

    IFaqTuning FaqTuning { get; }

    IFeedback Feedback { get; }

    ICitedTexts CitedTexts { get; }

    IPlaces Places { get; }

    IAnswerLog Answers { get; }

    IReplyReferences ReplyReferences { get; }

    ITickets Tickets { get; }

    IOutbox Outbox { get; }

    INegatives Negatives { get; }

    IGaps Gaps { get; }

    ISuggestions Suggestions { get; }

    IAuditLog Audit { get; }

    ISignIns SignIns { get; }

    IMarks Marks { get; }

    /// <summary>Keeps everything written, or nothing. When it returns it is on disk, and survives a kill or a power cut.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled before it began; nothing was kept, and it may be tried again.</exception>
    /// <exception cref="StoreException">It failed. Nothing may be acknowledged; whether it was kept is known after reading again.</exception>
    ValueTask CommitAsync(CancellationToken cancellationToken);
}
