using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using ProgrammeBot.Answering;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Asking;

/// <summary>A question's way from the acknowledgement to the reply: kept meanwhile, so that a crash loses none.</summary>
internal sealed class Questions(DiscordServices services, DiscordOptions options, DiscordPlaces places, Asker asker, Delivery delivery)
{
    private const string Platform = "discord";

    /// <summary>What is older is no longer in somebody's hands in this process.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromSeconds(30);

    /// <summary>How long the acknowledgement waits for the disk. Then it goes ahead: the 3 seconds are Discord's, and do not wait.</summary>
    private static readonly TimeSpan BeforeAcknowledging = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<PendingReplyId, bool> _inHand = new();

    /// <summary>Keeps the question and acknowledges its interaction by 'thinking…' within its 3 seconds, then answers it.</summary>
    /// <remarks>In this order: what was acknowledged and not kept would be lost by a crash just then.</remarks>
    /// <param name="session">The interaction.</param>
    /// <param name="text">The question.</param>
    /// <param name="here">Where.</param>
    /// <param name="address">Where the reply goes; its privacy is decided here.</param>
    /// <param name="onlyPrivately">Whether only the asker shall see it, whatever is set here.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task AnswerAsync(InteractionSession session, string text, Here here, ReplyAddress address, bool onlyPrivately, CancellationToken cancellationToken)
    {
        var asking = asker.AskAsync(text, here, address.Asker, address.Programme, cancellationToken);
        await Task.WhenAny(asking, Task.Delay(options.BeforeThinking, services.Time, cancellationToken));
        var isPrivate = !here.IsDirect
            && (onlyPrivately || here.Settings.PrivateAnswers == true || (asking.IsCompletedSuccessfully && asking.Result.Reply is Abstain { IsPrivate: true }));
        var whereTo = address with { Interaction = ReplyAddress.Only(session.Interaction), IsPrivate = isPrivate };
        await HoldAsync(services.Ids.NextPending(), async id =>
        {
            var keeping = KeepAsync(id, text, here, whereTo, cancellationToken);
            await Task.WhenAny(keeping, Task.Delay(BeforeAcknowledging, services.Time, cancellationToken));
            try
            {
                await session.ThinkAsync(isPrivate, cancellationToken);
            }
            catch (DiscordCallException e) when (e.Code is null)
            {
                // Nobody knows whether it was taken; the reply's own call finds out, and has another way where it was not.
                services.Log.LogWarning("Whether an interaction was acknowledged is not known: {Message}", e.Message);
            }
            catch (DiscordCallException)
            {
                await keeping;
                await delivery.DoneAsync(id, cancellationToken);
                throw;
            }

            await keeping;
            await SayAsync(id, asking, here, whereTo, cancellationToken);
        });
    }

    /// <summary>Answers a message.</summary>
    public Task AnswerAsync(string text, Here here, ReplyAddress address, CancellationToken cancellationToken) =>
        FinishAsync(asker.AskAsync(text, here, address.Asker, address.Programme, cancellationToken), text, here, address, cancellationToken);

    /// <summary>Answers what an earlier run, or a Discord that could not be reached, left unanswered.</summary>
    /// <param name="all">Whether also what is so young that somebody may be at it: at the start there is nobody.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task CatchUpAsync(bool all, CancellationToken cancellationToken)
    {
        IReadOnlyList<PendingReply> pending;
        await using (var unit = await services.Store.ReadAsync(cancellationToken))
        {
            pending = await unit.Outbox.ListAsync(Platform, cancellationToken);
        }

        foreach (var left in pending.Where(p => all || services.Time.GetUtcNow() - p.CreatedAt >= Abandoned))
        {
            await HoldAsync(left.Id, id => AnswerLeftAsync(left, cancellationToken));
        }
    }

    /// <summary>Forgets what is past its time: what could not be answered, where replies stand, and what they were made of.</summary>
    public async Task PurgeAsync(CancellationToken cancellationToken)
    {
        await using var unit = await services.Store.WriteAsync(cancellationToken);
        await unit.Outbox.PurgeAsync(cancellationToken);
        await unit.ReplyReferences.PurgeAsync(cancellationToken);
        await unit.Answers.RemoveBeforeAsync(services.Time.GetUtcNow() - options.AnswersLast, cancellationToken);
        await unit.CommitAsync(cancellationToken);
    }

    private async Task AnswerLeftAsync(PendingReply left, CancellationToken cancellationToken)
    {
        await using (var unit = await services.Store.ReadAsync(cancellationToken))
        {
            if ((await unit.Outbox.ListAsync(Platform, cancellationToken)).All(p => p.Id != left.Id))
            {
                return; // delivered since it was listed
            }
        }

        if (ReplyAddress.Of(services.Protection.Unprotect(left.ReplyTo)) is not { } address)
        {
            // Nobody can be reached by it.
            await delivery.DoneAsync(left.Id, cancellationToken);
            return;
        }

        var here = await places.HereAsync(address.Guild, address.Channel, null, [address.Locale], cancellationToken);
        await SayAsync(left.Id, asker.AskAsync(left.Question, here, address.Asker, address.Programme, cancellationToken), here, address, cancellationToken);
    }

    /// <summary>Sees to it that only one is at a question at a time, however slow Discord is; who comes second leaves it alone.</summary>
    private async Task HoldAsync(PendingReplyId id, Func<PendingReplyId, Task> work)
    {
        if (!_inHand.TryAdd(id, true))
        {
            return;
        }

        try
        {
            await work(id);
        }
        finally
        {
            _inHand.TryRemove(id, out _);
        }
    }

    private async Task FinishAsync(Task<GivenReply> asking, string text, Here here, ReplyAddress address, CancellationToken cancellationToken)
    {
        // What nobody asked us is nobody's loss, and most of it is not answered.
        if (address.IsUnasked && (await asking is var unasked) && !IsWorthSaying(unasked.Reply))
        {
            return;
        }

        await HoldAsync(services.Ids.NextPending(), async id =>
        {
            await KeepAsync(id, text, here, address, cancellationToken);
            await SayAsync(id, asking, here, address, cancellationToken);
        });
    }

    private async Task KeepAsync(PendingReplyId id, string text, Here here, ReplyAddress address, CancellationToken cancellationToken)
    {
        var question = StoredText.Clean(text.Length <= PendingReply.MaxQuestionLength ? text : text[..PendingReply.MaxQuestionLength]);
        await using var unit = await services.Store.WriteAsync(cancellationToken);
        await unit.Outbox.AddAsync(
            new PendingReply(id, here.Place, services.Protection.Protect(address.ToJson()), string.IsNullOrWhiteSpace(question) ? "?" : question, services.Time.GetUtcNow()), cancellationToken);
        await unit.CommitAsync(cancellationToken);
    }

    private async Task SayAsync(PendingReplyId id, Task<GivenReply> asking, Here here, ReplyAddress address, CancellationToken cancellationToken)
    {
        try
        {
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
        catch (DiscordCallException e)
        {
            // It stays pending, and is tried again while there is time.
            services.Log.LogWarning("A reply could not be delivered and will be tried again: {Message}", e.Message);
        }
    }

    /// <summary>Unasked only what is sure, or what honestly points on.</summary>
    private static bool IsWorthSaying(Reply reply) => reply switch
    {
        Answer answer => answer.Confidence >= Confidence.Medium,
        Clarify => true,
        Abstain abstain => abstain.IsPrivate || abstain.Faq is not null || abstain.Contact is not null,
        _ => false,
    };
}
