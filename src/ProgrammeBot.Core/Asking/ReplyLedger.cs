using ProgrammeBot.Answering;
using ProgrammeBot.Gaps;
using ProgrammeBot.Privacy;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Asking;

/// <summary>What is needed of a reply later, without what was asked: which message is which reply, from what it was made, and whom to tell of a correction.</summary>
/// <param name="store">Keeps it.</param>
/// <param name="protection">Makes what points at persons and messages unreadable there.</param>
/// <param name="keepCited">Keeps the texts that a reply cites, so that its citations can be checked later.</param>
/// <param name="keeps">How long a reply may be corrected, and its asker be told of it.</param>
/// <param name="time">The clock.</param>
public sealed class ReplyLedger(IStore store, IPersonProtection protection, Func<Reply, CancellationToken, Task> keepCited, Retention keeps, TimeProvider time)
{
    /// <summary>Takes what was not answered to the gaps; null where nobody collects them.</summary>
    public GapCollector? Gaps { get; init; }

    /// <summary>A reply was delivered: nothing is pending, and what is needed later is kept.</summary>
    /// <param name="pending">What was kept of the question.</param>
    /// <param name="given">The reply.</param>
    /// <param name="message">Where it stands for more than its asker's eyes; null for nowhere.</param>
    /// <param name="cancellationToken">Given up before the commit, nothing is changed.</param>
    public async Task DeliveredAsync(PendingReplyId pending, GivenReply given, StandingMessage? message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(given);
        await keepCited(given.Reply, cancellationToken);
        await using var unit = await store.WriteAsync(cancellationToken);
        await unit.Outbox.RemoveAsync(pending, cancellationToken);
        await unit.Answers.AddAsync(AnswerRecord.Of(given.Id, time.GetUtcNow(), given.Reply, given.Scope, given.FaqRevision) with { Within = given.Within }, cancellationToken);
        if (message is not null && given.Reply is not SmallTalk)
        {
            await unit.ReplyReferences.SaveAsync(ReferenceTo(given, message), cancellationToken);
        }

        await unit.CommitAsync(cancellationToken);
        Gaps?.Given(given);
    }

    /// <summary>A reply stands in a further message.</summary>
    public async Task StandsAsync(GivenReply given, StandingMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(message);
        await using var unit = await store.WriteAsync(cancellationToken);
        await unit.ReplyReferences.SaveAsync(ReferenceTo(given, message), cancellationToken);
        await unit.CommitAsync(cancellationToken);
    }

    /// <summary>Messages were deleted: what pointed at them goes too.</summary>
    /// <param name="messages">Their names, see <see cref="StandingMessage.Name"/>.</param>
    /// <param name="cancellationToken">Given up before the commit, nothing is changed.</param>
    public async Task DeletedAsync(IEnumerable<string> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var removed = 0;
        await using var unit = await store.WriteAsync(cancellationToken);
        foreach (var message in messages)
        {
            removed += await unit.ReplyReferences.RemoveMessageAsync(protection.HashOf(message), cancellationToken);
        }

        if (removed > 0)
        {
            await unit.CommitAsync(cancellationToken);
        }
    }

    /// <summary>A place is gone: with it goes everything that was kept for it.</summary>
    public async Task PlaceGoneAsync(PlaceId place, CancellationToken cancellationToken)
    {
        await using var unit = await store.WriteAsync(cancellationToken);
        await unit.Places.RemoveUnderAsync(place, cancellationToken);
        await unit.ReplyReferences.RemoveUnderAsync(place, cancellationToken);
        await unit.Tickets.RemoveUnderAsync(place, cancellationToken);
        await unit.Outbox.RemoveUnderAsync(place, cancellationToken);
        await unit.CommitAsync(cancellationToken);
    }

    private ReplyReference ReferenceTo(GivenReply given, StandingMessage message) => new(
        given.Id, given.Place, protection.Protect(message.Address), protection.HashOf(message.Name), time.GetUtcNow() + keeps.References)
    {
        Asker = new PersonReference(protection.Protect(message.Asker), protection.HashOf(given.Asker)),
    };
}

/// <summary>A message that shows a reply to others than its asker.</summary>
/// <param name="Name">Its name, by which it is found again: the same whenever the platform tells of it.</param>
/// <param name="Address">How the platform reaches it.</param>
/// <param name="Asker">How the platform reaches whoever asked.</param>
public sealed record StandingMessage(string Name, string Address, string Asker);
