using Microsoft.Extensions.Logging;
using ProgrammeBot.Answering;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Discord.Moderation;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Asking;

/// <summary>Brings a reply to where it was asked: once, privately where it must be, and in another way where the first is closed.</summary>
internal sealed class Delivery(DiscordServices services, PendingQuestions pending, ReplyLedger ledger, PermissionTroubles troubles)
{
    private const int ThreadName = 90;
    private const string Placeholder = "🔒";

    /// <summary>Sends or edits, so that the reply stands where it belongs; afterwards nothing is pending.</summary>
    /// <param name="id">What was kept when it was acknowledged.</param>
    /// <param name="address">Where to.</param>
    /// <param name="here">What holds there.</param>
    /// <param name="given">The reply.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="DiscordCallException">Discord cannot be reached now; it stays pending.</exception>
    public async Task DeliverAsync(PendingReplyId id, ReplyAddress address, Here here, GivenReply given, CancellationToken cancellationToken)
    {
        var sent = address.Interaction is { } interaction
            ? await ToInteractionAsync(id, interaction, address, here, given, cancellationToken)
            : await ToMessageAsync(id, address, here, given, cancellationToken);
        await ledger.DeliveredAsync(id, given, sent is { IsPrivate: false } ? Standing(sent.Message, address.Asker) : null, cancellationToken);
    }

    /// <summary>Says that it went wrong; afterwards nothing is pending.</summary>
    public async Task ApologiseAsync(PendingReplyId id, ReplyAddress address, Here here, CancellationToken cancellationToken)
    {
        var apology = Notices.Private(here.Wording.Shared.WentWrong);
        if (address.Interaction is { } interaction)
        {
            await services.Calls.EditResponseAsync(interaction, apology with { Flags = null }, cancellationToken);
        }
        else if (!address.IsUnasked)
        {
            await services.Calls.SendAsync(address.Channel, apology with { Flags = null, MessageReference = To(address), Nonce = NonceOf(id, "x"), EnforceNonce = true }, cancellationToken);
        }

        await pending.DoneAsync(id, cancellationToken);
    }

    /// <summary>A private answer, at its asker's wish for all to read: the private one loses its 'share' button, the other answers it in the channel.</summary>
    public async Task ShareAsync(InteractionSession session, Here here, GivenReply given, CancellationToken cancellationToken)
    {
        var message = Render(given, here, isPrivate: false, given.Question);
        await session.RespondAsync(InteractionCallback.Updating(message with { Flags = null }), cancellationToken);
        var shared = await services.Calls.FollowUpAsync(session.Interaction, message with { Flags = null }, cancellationToken);
        await ledger.StandsAsync(given, Standing(shared, session.Invoker), cancellationToken);
    }

    private OutgoingMessage Render(GivenReply given, Here here, bool isPrivate, string? question = null) => new ReplyRendering(here.Wording, services.Link).Of(given.Reply, given.Id, new ReplyView
    {
        IsPrivate = isPrivate,
        CanShare = !here.IsDirect,
        CanAskModerator = here.Settings.ModeratorChannel is not null,
        CanSuggest = !here.IsDirect && here.Settings.ModeratorChannel is not null && services.SuggestionDesk() is not null,
        HasOtherMeanings = given.OtherMeanings.Count > 0,
        Question = question,
    });

    private async Task<Sent?> ToInteractionAsync(PendingReplyId id, Interaction interaction, ReplyAddress address, Here here, GivenReply given, CancellationToken cancellationToken)
    {
        var message = Render(given, here, address.IsPrivate, address.ShowsQuestion ? given.Question : null);
        var mustHide = given.Reply is Abstain { IsPrivate: true } && !address.IsPrivate && !here.IsDirect;
        try
        {
            if (mustHide)
            {
                // 'Thinking…' was public, and what comes first takes its place, for all to see: a placeholder. The reply comes behind it, privately, and the placeholder goes.
                await services.Calls.EditResponseAsync(interaction, new OutgoingMessage { Content = Placeholder }, cancellationToken);
                var followUp = await services.Calls.FollowUpAsync(interaction, message with { Flags = MessageFlags.Ephemeral }, cancellationToken);
                await services.Calls.DeleteResponseAsync(interaction, cancellationToken);
                return new Sent(followUp, IsPrivate: true);
            }

            return new Sent(await services.Calls.EditResponseAsync(interaction, message with { Flags = null }, cancellationToken), address.IsPrivate);
        }
        catch (DiscordCallException e) when (e.Code is DiscordErrors.UnknownWebhook or DiscordErrors.InteractionTokenExpired or DiscordErrors.UnknownMessage or DiscordErrors.UnknownInteraction)
        {
            // The 15 minutes are over, or the 'thinking…' was deleted: what may be seen by all goes to the channel, the rest to the person.
            services.Log.LogInformation("An interaction could no longer be answered ({Code}); the reply goes another way.", e.Code);
            var once = message with { Flags = null, Nonce = NonceOf(id, ""), EnforceNonce = true };
            return address.IsPrivate || mustHide
                ? await DirectlyAsync(address.Asker, once, cancellationToken)
                : await InChannelAsync(address.Channel, once with
                {
                    Content = $"<@{address.Asker}> {message.Content}" is { Length: <= DiscordLimits.Content } named ? named : message.Content,
                    AllowedMentions = AllowedMentions.Of(address.Asker),
                }, address, here, cancellationToken);
        }
    }

    private async Task<Sent?> ToMessageAsync(PendingReplyId id, ReplyAddress address, Here here, GivenReply given, CancellationToken cancellationToken)
    {
        var message = Render(given, here, isPrivate: false) with { Flags = null, Nonce = NonceOf(id, ""), EnforceNonce = true };
        if (given.Reply is Abstain { IsPrivate: true } && !here.IsDirect)
        {
            var direct = await DirectlyAsync(address.Asker, message, cancellationToken);
            if (direct is null)
            {
                await InChannelAsync(address.Channel, new OutgoingMessage { Content = here.Wording.PrivatelyByCommand, MessageReference = To(address), Nonce = message.Nonce, EnforceNonce = true }, address, here, cancellationToken);
            }

            return direct;
        }

        if (address.InThread && address.Message is { } start && await ThreadAsync(address, start, given, here, cancellationToken) is { } thread)
        {
            return await InChannelAsync(thread, message, address, here, cancellationToken);
        }

        return await InChannelAsync(address.Channel, here.IsDirect ? message : message with { MessageReference = To(address) }, address, here, cancellationToken);
    }

    /// <summary>The thread of a message; null where there can be none, and the channel must do.</summary>
    private async Task<Snowflake?> ThreadAsync(ReplyAddress address, Snowflake start, GivenReply given, Here here, CancellationToken cancellationToken)
    {
        try
        {
            var name = DiscordText.Label(given.Question, ThreadName);
            return (await services.Calls.StartThreadAsync(address.Channel, start, new NewThread(name.Length == 0 ? "?" : name) { AutoArchiveDuration = 1440 }, cancellationToken)).Id;
        }
        catch (DiscordCallException e) when (e.Code is DiscordErrors.ThreadExists)
        {
            return start; // a thread has the id of the message it was started from
        }
        catch (DiscordCallException e) when (e.Code is DiscordErrors.MissingPermissions or DiscordErrors.MissingAccess)
        {
            await troubles.TellAsync(here, Permissions.CreatePublicThreads, cancellationToken);
            return null;
        }
        catch (DiscordCallException e) when (e.Status is not null and < System.Net.HttpStatusCode.InternalServerError)
        {
            return null;
        }
    }

    private async Task<Sent?> InChannelAsync(Snowflake channel, OutgoingMessage message, ReplyAddress address, Here here, CancellationToken cancellationToken)
    {
        try
        {
            return new Sent(await SendAsync(channel, message, cancellationToken), IsPrivate: false);
        }
        catch (DiscordCallException e) when (e.Code is DiscordErrors.MissingPermissions or DiscordErrors.MissingAccess)
        {
            var lacking = here.Known is { IsThread: true } || channel != address.Channel ? Permissions.SendMessagesInThreads : Permissions.SendMessages;
            await troubles.TellAsync(here, lacking, cancellationToken);
            return address.IsUnasked ? null : await DirectlyAsync(address.Asker, message with { MessageReference = null, AllowedMentions = AllowedMentions.Nobody }, cancellationToken);
        }
        catch (DiscordCallException e) when (e.Code is DiscordErrors.UnknownChannel or DiscordErrors.ThreadLocked or DiscordErrors.ThreadArchived)
        {
            services.Log.LogInformation("A channel is gone or locked ({Code}); its question stays without a reply there.", e.Code);
            return address.IsUnasked ? null : await DirectlyAsync(address.Asker, message with { MessageReference = null, AllowedMentions = AllowedMentions.Nobody }, cancellationToken);
        }
    }

    private async Task<Message> SendAsync(Snowflake channel, OutgoingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await services.Calls.SendAsync(channel, message, cancellationToken);
        }
        catch (DiscordCallException e) when (e.Code == DiscordErrors.ReplyWithoutHistory)
        {
            return await services.Calls.SendAsync(channel, message with { MessageReference = null }, cancellationToken);
        }
    }

    /// <summary>By direct message; null where the person takes none.</summary>
    private async Task<Sent?> DirectlyAsync(Snowflake person, OutgoingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            var channel = await services.Calls.OpenDirectMessagesAsync(person, cancellationToken);
            return new Sent(await services.Calls.SendAsync(channel.Id, message with { MessageReference = null }, cancellationToken), IsPrivate: true);
        }
        catch (DiscordCallException e) when (e.Code is DiscordErrors.CannotMessageUser or DiscordErrors.MissingAccess or DiscordErrors.UnknownChannel)
        {
            return null;
        }
    }

    private static StandingMessage Standing(Message message, Snowflake asker) =>
        new(DiscordPlaces.MessageName(message.ChannelId, message.Id), new MessageAddress(message.ChannelId, message.Id).ToString(), asker.ToString());

    private static MessageReference? To(ReplyAddress address) => address.Message is { } message ? new MessageReference { MessageId = message, FailIfNotExists = false } : null;

    /// <summary>At most 25 characters, the same for the same question: tried again, it is the same message.</summary>
    private static string NonceOf(PendingReplyId id, string part) => id.ToString()[^(24 - part.Length)..] + part;

    private sealed record Sent(Message Message, bool IsPrivate);
}
