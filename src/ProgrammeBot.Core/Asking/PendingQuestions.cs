using System.Collections.Concurrent;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Asking;

/// <summary>Questions of one platform from the acknowledgement to the reply: kept meanwhile, so that a crash loses none, and in one hand at a time.</summary>
/// <param name="platform">The first segment of its places.</param>
/// <param name="store">Keeps them.</param>
/// <param name="protection">Makes their addresses unreadable there.</param>
/// <param name="ids">Names them.</param>
/// <param name="time">The clock.</param>
public sealed class PendingQuestions(string platform, IStore store, IPersonProtection protection, UlidSource ids, TimeProvider time)
{
    /// <summary>What is older is no longer in somebody's hands in this process.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<PendingReplyId, bool> _inHand = new();

    /// <summary>Keeps a question.</summary>
    /// <param name="id">Names it.</param>
    /// <param name="place">Where it was asked.</param>
    /// <param name="text">The question; cut where it is too long, which is answered with help anyway.</param>
    /// <param name="address">Where its reply goes.</param>
    /// <param name="cancellationToken">Given up before the commit, nothing is kept.</param>
    public async Task KeepAsync(PendingReplyId id, PlaceId place, string text, string address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var question = StoredText.Clean(text.Length <= PendingReply.MaxQuestionLength ? text : text[..PendingReply.MaxQuestionLength]);
        await using var unit = await store.WriteAsync(cancellationToken);
        await unit.Outbox.AddAsync(new PendingReply(id, place, protection.Protect(address), string.IsNullOrWhiteSpace(question) ? "?" : question, time.GetUtcNow()), cancellationToken);
        await unit.CommitAsync(cancellationToken);
    }

    /// <summary>Nothing more is to be said: no longer pending.</summary>
    public async Task DoneAsync(PendingReplyId id, CancellationToken cancellationToken)
    {
        await using var unit = await store.WriteAsync(cancellationToken);
        await unit.Outbox.RemoveAsync(id, cancellationToken);
        await unit.CommitAsync(cancellationToken);
    }

    /// <summary>A new one, in hand until the work is done.</summary>
    public Task HoldAsync(Func<PendingReplyId, Task> work) => HoldAsync(ids.NextPending(), work);

    /// <summary>Sees to it that only one is at a question at a time, however slow the platform is; who comes second leaves it alone.</summary>
    public async Task HoldAsync(PendingReplyId id, Func<PendingReplyId, Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (!TryHold(id))
        {
            return;
        }

        try
        {
            await work(id);
        }
        finally
        {
            Release(id);
        }
    }

    /// <summary>Takes a question in hand. Whether nobody else has it.</summary>
    public bool TryHold(PendingReplyId id) => _inHand.TryAdd(id, true);

    /// <summary>Lets go of it.</summary>
    public void Release(PendingReplyId id) => _inHand.TryRemove(id, out _);

    /// <summary>Goes through what an earlier run, or a platform that could not be reached, left unanswered.</summary>
    /// <param name="all">Whether also what is so young that somebody may be at it: at the start there is nobody.</param>
    /// <param name="answer">Answers one. Its address is null where it cannot be read (any more): nobody can be reached by it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task CatchUpAsync(bool all, Func<PendingReply, string?, Task> answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        foreach (var left in await LeftAsync(all, cancellationToken))
        {
            await HoldAsync(left.Id, async id =>
            {
                if (await IsPendingAsync(id, cancellationToken))
                {
                    await answer(left, AddressOf(left));
                }
            });
        }
    }

    /// <summary>What an earlier run, or a platform that could not be reached, left unanswered.</summary>
    /// <param name="all">Whether also what is so young that somebody may be at it: at the start there is nobody.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<PendingReply>> LeftAsync(bool all, CancellationToken cancellationToken) =>
        [.. (await ListAsync(cancellationToken)).Where(p => all || time.GetUtcNow() - p.CreatedAt >= Abandoned)];

    /// <summary>Whether it was not delivered meanwhile.</summary>
    public async Task<bool> IsPendingAsync(PendingReplyId id, CancellationToken cancellationToken) => (await ListAsync(cancellationToken)).Any(p => p.Id == id);

    /// <summary>Where its reply goes; null where that cannot be read (any more).</summary>
    public string? AddressOf(PendingReply pending)
    {
        ArgumentNullException.ThrowIfNull(pending);
        return protection.Unprotect(pending.ReplyTo);
    }

    private async Task<IReadOnlyList<PendingReply>> ListAsync(CancellationToken cancellationToken)
    {
        await using var unit = await store.ReadAsync(cancellationToken);
        return await unit.Outbox.ListAsync(platform, cancellationToken);
    }
}
