using System.Text.Json;
using Microsoft.Extensions.Logging;
using ProgrammeBot.Answering;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Teams.Moderation;
using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Conversations;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Asking;

/// <summary>Brings a reply to where it was asked: once, privately where it must be, and in another way where the first is closed.</summary>
/// <remarks>
/// Text and card are two messages: together Teams would split them and name neither. The text is the answer; with it nothing is pending any more,
/// so that a crash between the two costs the buttons and never doubles the answer.
/// </remarks>
internal sealed class Delivery(TeamsServices services, TeamsOptions options, PendingQuestions pending, ReplyLedger ledger, ModeratorDesks desks)
{
    /// <summary>Waits between tries of what Teams could not take just now; afterwards it stays pending, and is tried again in later rounds.</summary>
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(12)];

    /// <summary>Where the latest replies were asked, for those who share them there.</summary>
    private readonly RecentItems<AnswerId, ReplyAddress> _askedAt = new(5_000);

    /// <summary>Which reply a message is that has no reference, since only its asker sees it: for their vote on it.</summary>
    private readonly RecentItems<string, AnswerId> _private = new(5_000);

    /// <summary>Sends it, so that the reply stands where it belongs; afterwards nothing is pending.</summary>
    /// <param name="id">What was kept when it was acknowledged.</param>
    /// <param name="address">Where to.</param>
    /// <param name="here">What holds there.</param>
    /// <param name="given">The reply.</param>
    /// <param name="placeholder">A message of ours there that the reply takes the place of; null for none.</param>
    /// <param name="cancellationToken">Stops it; then it stays pending.</param>
    public async Task DeliverAsync(PendingReplyId id, ReplyAddress address, Here here, GivenReply given, string? placeholder, CancellationToken cancellationToken)
    {
        _askedAt.TryAdd(given.Id, address);
        var isPrivate = !here.At.IsPersonal && (address.IsPrivate || here.Settings.PrivateAnswers == true || given.Reply is Abstain { IsPrivate: true });
        try
        {
            if (isPrivate)
            {
                await PrivatelyAsync(id, address, here, given, placeholder, cancellationToken);
            }
            else
            {
                await InAsync(here.Address, address.Message, placeholder, id, address, here, given, isPrivate: false, cancellationToken);
            }
        }
        catch (TeamsCallException e) when (!e.IsPassing)
        {
            // Nobody there can be written to: the conversation is gone, or closed to us.
            services.Log.LogWarning("A reply cannot be delivered: {Message}", e.Message);
            await pending.DoneAsync(id, cancellationToken);
        }
        catch (TeamsCallException e)
        {
            services.Log.LogWarning("A reply could not be delivered and will be tried again: {Message}", e.Message);
        }
    }

    /// <summary>Says that it went wrong; afterwards nothing is pending.</summary>
    public async Task ApologiseAsync(PendingReplyId id, ReplyAddress address, Here here, CancellationToken cancellationToken)
    {
        if (!address.IsUnasked)
        {
            await services.Calls.SendAsync(here.Address, OutgoingActivity.Says(here.Wording.Shared.WentWrong), address.Message, isAwaited: true, cancellationToken);
        }

        await pending.DoneAsync(id, cancellationToken);
    }

    /// <summary>Where a reply was asked, while that is remembered.</summary>
    public ReplyAddress? AskedAt(AnswerId answer) => _askedAt.TryFind(answer, out var address) ? address : null;

    /// <summary>The reply that a message in somebody's own chat is, when it was asked elsewhere; null where that is not remembered.</summary>
    public AnswerId? PrivatelyAt(string conversation, string message) => _private.TryFind(Whereabouts.MessageName(conversation, message), out var answer) ? answer : null;

    /// <summary>A private answer, at its asker's wish for all to read where it was asked.</summary>
    /// <exception cref="TeamsCallException">It cannot be shown there.</exception>
    public async Task ShareAsync(GivenReply given, ReplyAddress address, Here there, CancellationToken cancellationToken)
    {
        var view = await ViewAsync(given, there, isPrivate: false, given.Question, cancellationToken);
        var activities = Render(given, there, view);
        var sent = await SendAsync(there.Address, activities[0], address.Message, given, view, there, cancellationToken);
        await RestAsync(there.Address, activities, address.Message, cancellationToken);
        if (sent is not null)
        {
            await ledger.StandsAsync(given, Standing(new MessageAddress(there.Address, sent), address.Asker), cancellationToken);
        }
    }

    /// <summary>As it reads there.</summary>
    public async Task<IReadOnlyList<OutgoingActivity>> RenderAsync(GivenReply given, Here here, bool isPrivate, string? question, CancellationToken cancellationToken) =>
        Render(given, here, await ViewAsync(given, here, isPrivate, question, cancellationToken));

    /// <summary>The address of a message as references keep it.</summary>
    public static StandingMessage Standing(MessageAddress message, PersonAddress asker) => new(
        Whereabouts.MessageName(message.In.Conversation, message.Id),
        JsonSerializer.Serialize(message, TeamsJson.Default.MessageAddress),
        JsonSerializer.Serialize(asker, TeamsJson.Default.PersonAddress));

    private IReadOnlyList<OutgoingActivity> Render(GivenReply given, Here here, ReplyView view) => new AnswerActivities(here.Wording, services.Link).Of(given.Reply, given.Id, view);

    private async Task<ReplyView> ViewAsync(GivenReply given, Here here, bool isPrivate, string? question, CancellationToken cancellationToken) => new()
    {
        IsPrivate = isPrivate,
        CanShare = isPrivate && given.Reply is not Abstain { IsPrivate: true },
        CanAskModerator = await desks.FindAsync(given.Place, here.Address, given.Scope, cancellationToken) is not null,
        HasOtherMeanings = given.OtherMeanings.Count > 0,
        Question = question,
        AsksWhy = options.OwnFeedbackForm,
    };

    private async Task PrivatelyAsync(PendingReplyId id, ReplyAddress address, Here here, GivenReply given, string? placeholder, CancellationToken cancellationToken)
    {
        ConversationAddress personal;
        try
        {
            personal = await services.Calls.OpenPersonalAsync(address.Asker, cancellationToken);
            await InAsync(personal, null, null, id, address, here, given, isPrivate: true, cancellationToken);
        }
        catch (TeamsCallException e) when (!e.IsPassing)
        {
            // Not installed for them: what they asked for privately is said to nobody else.
            services.Log.LogInformation("An asker could not be written to in private ({Code}).", e.Code);
            if (!address.IsUnasked || given.Reply is Abstain { IsPrivate: true })
            {
                await ReplaceAsync(here, address, placeholder, here.Wording.CannotWriteToYou, cancellationToken);
            }

            await pending.DoneAsync(id, cancellationToken);
            return;
        }

        // Somebody in distress is not pointed at before everybody.
        if (given.Reply is not Abstain { IsPrivate: true } && !address.IsUnasked && !address.IsPrivate)
        {
            await ReplaceAsync(here, address, placeholder, here.Wording.AnsweredPrivately, cancellationToken);
        }
        else if (placeholder is not null)
        {
            await services.Calls.DeleteAsync(new MessageAddress(here.Address, placeholder), cancellationToken);
        }
    }

    private async Task InAsync(
        ConversationAddress to, string? replyTo, string? placeholder, PendingReplyId id, ReplyAddress address, Here here, GivenReply given, bool isPrivate, CancellationToken cancellationToken)
    {
        var view = await ViewAsync(given, here, isPrivate, isPrivate || address.ShowsQuestion ? given.Question : null, cancellationToken);
        var activities = Render(given, here, view);
        var sent = placeholder is not null && await ReplacedAsync(new MessageAddress(to, placeholder), activities[0], cancellationToken)
            ? placeholder
            : await SendAsync(to, activities[0], replyTo, given, view, here, cancellationToken);
        if (sent is not null && isPrivate)
        {
            _private.TryAdd(Whereabouts.MessageName(to.Conversation, sent), given.Id);
        }

        var standing = sent is null || isPrivate ? null : Standing(new MessageAddress(to, sent), address.Asker);
        await ledger.DeliveredAsync(id, given, standing, cancellationToken);
        await RestAsync(to, activities, replyTo, cancellationToken);
    }

    private async Task<string?> SendAsync(ConversationAddress to, OutgoingActivity activity, string? replyTo, GivenReply given, ReplyView view, Here here, CancellationToken cancellationToken)
    {
        try
        {
            return await TriedAsync(() => services.Calls.SendAsync(to, activity, replyTo, isAwaited: true, cancellationToken), cancellationToken);
        }
        catch (TeamsCallException e) when (e.Code == TeamsErrors.MessageSizeTooBig)
        {
            var smaller = new AnswerActivities(here.Wording, services.Link).Smaller(given.Reply, given.Id, view)[0];
            return await TriedAsync(() => services.Calls.SendAsync(to, smaller, replyTo, isAwaited: true, cancellationToken), cancellationToken);
        }
    }

    /// <summary>The card below the answer: worth a few tries, and never the answer's loss.</summary>
    private async Task RestAsync(ConversationAddress to, IReadOnlyList<OutgoingActivity> activities, string? replyTo, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var activity in activities.Skip(1))
            {
                await TriedAsync(() => services.Calls.SendAsync(to, activity, replyTo, isAwaited: true, cancellationToken), cancellationToken);
            }
        }
        catch (TeamsCallException e)
        {
            services.Log.LogWarning("The card below a reply could not be delivered: {Message}", e.Message);
        }
    }

    private async Task<bool> ReplacedAsync(MessageAddress message, OutgoingActivity activity, CancellationToken cancellationToken)
    {
        try
        {
            await services.Calls.UpdateAsync(message, activity, cancellationToken);
            return true;
        }
        catch (TeamsCallException e)
        {
            services.Log.LogInformation("'Still looking' could not be replaced: {Message}", e.Message);
            return false;
        }
    }

    private async Task ReplaceAsync(Here here, ReplyAddress address, string? placeholder, string words, CancellationToken cancellationToken)
    {
        var said = OutgoingActivity.Says(words);
        if (placeholder is null || !await ReplacedAsync(new MessageAddress(here.Address, placeholder), said, cancellationToken))
        {
            await services.Calls.SendAsync(here.Address, said, address.Message, isAwaited: false, cancellationToken);
        }
    }

    /// <summary>Tries again what Teams could not take just now: whoever asked waits, and what is behind it in the conversation too, so that the order is kept.</summary>
    private async Task<string?> TriedAsync(Func<Task<string?>> send, CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await send();
            }
            catch (TeamsCallException e) when (e.IsPassing && tries < Waits.Length)
            {
                services.Log.LogInformation("A message is tried again: {Message}", e.Message);
                await Task.Delay(Waits[tries], services.Time, cancellationToken);
            }
        }
    }
}
