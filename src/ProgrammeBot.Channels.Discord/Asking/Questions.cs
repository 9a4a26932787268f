using Microsoft.Extensions.Logging;
using ProgrammeBot.Answering;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Asking;

/// <summary>A question's way from the acknowledgement to the reply: kept meanwhile, so that a crash loses none.</summary>
internal sealed class Questions(DiscordServices services, DiscordOptions options, DiscordPlaces places, Asker asker, PendingQuestions pending, Delivery delivery)
{
    /// <summary>How long the acknowledgement waits for the disk. Then it goes ahead: the 3 seconds are Discord's, and do not wait.</summary>
    private static readonly TimeSpan BeforeAcknowledging = TimeSpan.FromSeconds(1);

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
        var asking = AskAsync(text, here, address, cancellationToken);
        await Task.WhenAny(asking, Task.Delay(options.BeforeThinking, services.Time, cancellationToken));
        var isPrivate = !here.IsDirect
            && (onlyPrivately || here.Settings.PrivateAnswers == true || (asking.IsCompletedSuccessfully && asking.Result.Reply is Abstain { IsPrivate: true }));
        var whereTo = address with { Interaction = ReplyAddress.Only(session.Interaction), IsPrivate = isPrivate };
        await pending.HoldAsync(async id =>
        {
            var keeping = pending.KeepAsync(id, here.Place, text, whereTo.ToJson(), cancellationToken);
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
                await pending.DoneAsync(id, cancellationToken);
                throw;
            }

            await keeping;
            await SayAsync(id, asking, here, whereTo, cancellationToken);
        });
    }

    /// <summary>Answers a message.</summary>
    public Task AnswerAsync(string text, Here here, ReplyAddress address, CancellationToken cancellationToken) =>
        FinishAsync(AskAsync(text, here, address, cancellationToken), text, here, address, cancellationToken);

    /// <summary>Answers what an earlier run, or a Discord that could not be reached, left unanswered.</summary>
    /// <param name="all">Whether also what is so young that somebody may be at it: at the start there is nobody.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task CatchUpAsync(bool all, CancellationToken cancellationToken) =>
        pending.CatchUpAsync(all, (left, address) => AnswerLeftAsync(left, address, cancellationToken), cancellationToken);

    private async Task AnswerLeftAsync(PendingReply left, string? kept, CancellationToken cancellationToken)
    {
        if (ReplyAddress.Of(kept) is not { } address)
        {
            // Nobody can be reached by it.
            await pending.DoneAsync(left.Id, cancellationToken);
            return;
        }

        var here = await places.HereAsync(address.Guild, address.Channel, null, [address.Locale], cancellationToken);
        await SayAsync(left.Id, AskAsync(left.Question, here, address, cancellationToken), here, address, cancellationToken);
    }

    private Task<GivenReply> AskAsync(string text, Here here, ReplyAddress address, CancellationToken cancellationToken) =>
        asker.AskAsync(text, here.Place, here.Settings with { Language = here.Wording.Language }, DiscordPlaces.Person(address.Asker), address.Programme, cancellationToken);

    private async Task FinishAsync(Task<GivenReply> asking, string text, Here here, ReplyAddress address, CancellationToken cancellationToken)
    {
        // What nobody asked us is nobody's loss, and most of it is not answered.
        if (address.IsUnasked && (await asking is var unasked) && !UnaskedQuestions.IsWorthSaying(unasked.Reply))
        {
            return;
        }

        await pending.HoldAsync(async id =>
        {
            await pending.KeepAsync(id, here.Place, text, address.ToJson(), cancellationToken);
            await SayAsync(id, asking, here, address, cancellationToken);
        });
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
}
