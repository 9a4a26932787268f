using Microsoft.Extensions.Logging;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Channels.Teams.Work;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Asking;

/// <summary>A question's way from the acknowledgement to the reply: kept meanwhile, so that a crash loses none, and in the order of its conversation.</summary>
internal sealed class Questions(TeamsServices services, TeamsOptions options, TeamsPlaces places, Asker asker, PendingQuestions pending, ConversationQueues queues, Unfinished unfinished, Delivery delivery)
{
    /// <summary>How long the acknowledgement waits for the disk. Then it goes ahead: Teams delivers once more what is not acknowledged.</summary>
    private static readonly TimeSpan BeforeAcknowledging = TimeSpan.FromSeconds(1);

    /// <summary>Takes a question: kept and in its queue when this returns.</summary>
    public async Task<Reception> TakeAsync(string text, Here here, ReplyAddress address, CancellationToken cancellationToken)
    {
        if (!queues.HasRoom)
        {
            // Complains as well; nothing was taken.
            queues.TryAdd("", "A question", _ => Task.CompletedTask);
            return Reception.Busy;
        }

        var id = services.Ids.NextPending();
        pending.TryHold(id); // new, so nobody has it
        var keeping = address.IsUnasked ? Task.CompletedTask : pending.KeepAsync(id, here.Place, text, address.ToJson(), CancellationToken.None);
        await Task.WhenAny(keeping, Task.Delay(BeforeAcknowledging, services.Time, cancellationToken));
        if (Add(id, address, token => SayAsync(id, text, here, address, keeping, isLater: false, token)))
        {
            return Reception.Accepted;
        }

        // Kept after it was removed, it would be answered besides what is delivered again.
        await KeptAsync(keeping);
        await pending.DoneAsync(id, CancellationToken.None);
        return Reception.Busy;
    }

    /// <summary>Answers what an earlier run, or a Teams that could not be reached, left unanswered.</summary>
    /// <param name="all">Whether also what is so young that somebody may be at it: at the start there is nobody.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task CatchUpAsync(bool all, CancellationToken cancellationToken)
    {
        foreach (var left in await pending.LeftAsync(all, cancellationToken))
        {
            if (unfinished.IsEarly(left.Id) || !pending.TryHold(left.Id))
            {
                continue;
            }

            if (ReplyAddress.Of(pending.AddressOf(left)) is not { } address)
            {
                // Nobody can be reached by it.
                pending.Release(left.Id);
                await pending.DoneAsync(left.Id, cancellationToken);
                continue;
            }

            Add(left.Id, address, token => SayLaterAsync(left, address, token));
        }
    }

    private async Task SayLaterAsync(PendingReply left, ReplyAddress address, CancellationToken cancellationToken)
    {
        if (unfinished.RecordOf(left.Id) is { } record)
        {
            await record(cancellationToken);
            unfinished.Forget(left.Id);
        }
        else if (await pending.IsPendingAsync(left.Id, cancellationToken))
        {
            var here = await places.HereAsync(address.At, address.Locale, cancellationToken);
            await SayAsync(left.Id, left.Question, here, address, Task.CompletedTask, isLater: true, cancellationToken);
        }
    }

    private bool Add(PendingReplyId id, ReplyAddress address, Func<CancellationToken, Task> work)
    {
        var isTaken = queues.TryAdd(address.At.Address.Conversation, "A question", async token =>
        {
            try
            {
                await work(token);
            }
            finally
            {
                pending.Release(id);
            }
        });
        if (!isTaken)
        {
            pending.Release(id);
        }

        return isTaken;
    }

    private async Task SayAsync(PendingReplyId id, string text, Here here, ReplyAddress address, Task keeping, bool isLater, CancellationToken cancellationToken)
    {
        var asking = asker.AskAsync(text, here.Place, here.Settings with { Language = here.Wording.Language }, address.Person, address.Programme, cancellationToken, here.At.ThreadRoot);
        if (address.IsUnasked)
        {
            // What nobody asked us is nobody's loss, and most of it is not answered.
            if (!UnaskedQuestions.IsWorthSaying((await asking).Reply))
            {
                await (isLater ? pending.DoneAsync(id, cancellationToken) : Task.CompletedTask);
                return;
            }

            keeping = isLater ? keeping : pending.KeepAsync(id, here.Place, text, address.ToJson(), cancellationToken);
        }

        if (!address.IsUnasked && !address.IsPrivate && unfinished.PlaceholderOf(id) is null)
        {
            unfinished.Shows(id, await WaitAsync(asking, here, address, cancellationToken));
        }

        await KeptAsync(keeping);
        GivenReply given;
        try
        {
            given = await asking;
        }
#pragma warning disable CA1031 // Whatever failed, whoever asked is told.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            services.Log.LogError(e, "A question could not be answered.");
            await delivery.ApologiseAsync(id, address, here, cancellationToken);
            return;
        }

        await delivery.DeliverAsync(id, address, here, given, cancellationToken);
    }

    /// <summary>Shows that it is being looked at; the message that says so where it takes long.</summary>
    private async Task<string?> WaitAsync(Task<GivenReply> asking, Here here, ReplyAddress address, CancellationToken cancellationToken)
    {
        // Teams shows no typing in channels.
        var typing = here.At.IsChannel ? Task.CompletedTask : services.Calls.TypingAsync(here.Address, cancellationToken);
        await Task.WhenAny(asking, Task.Delay(options.BeforeStillLooking, services.Time, cancellationToken));
        _ = typing.ContinueWith(t => t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (asking.IsCompleted)
        {
            return null;
        }

        try
        {
            return await services.Calls.SendAsync(here.Address, OutgoingActivity.Says(here.Wording.StillLooking), address.Message, isAwaited: false, cancellationToken);
        }
        catch (TeamsCallException e)
        {
            services.Log.LogInformation("'Still looking' could not be said: {Message}", e.Message);
            return null;
        }
    }

    private async Task KeptAsync(Task keeping)
    {
        try
        {
            await keeping;
        }
        catch (Exception e) when (e is StoreException or ArgumentException)
        {
            // It is answered all the same; only a crash just now would lose it. (An argument: an address longer than any of Teams'.)
            services.Log.LogError("A question could not be kept until it is answered: {Message}", e.Message);
        }
    }
}
