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
/// <para>
/// What Teams refuses for now is tried again here, so that the conversation's order is kept, and then in later rounds. Of what was sent into silence it is
/// not known whether it arrived: the client repeats that once, and later rounds a few times more (see <see cref="Unfinished"/>).
/// </para>
/// </remarks>
internal sealed class Delivery(TeamsServices services, TeamsOptions options, PendingQuestions pending, Unfinished unfinished, ReplyLedger ledger, ModeratorDesks desks)
{
    /// <summary>Waits between tries of what Teams could not take just now; afterwards it stays pending, and is tried again in later rounds.</summary>
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(12)];

    /// <summary>Where the latest replies were asked, for those who share them there.</summary>
    private readonly RecentItems<AnswerId, ReplyAddress> _askedAt = new(5_000);

    /// <summary>Which reply a message is that has no reference, since only its asker sees it: for their vote on it.</summary>
    private readonly RecentItems<string, AnswerId> _private = new(5_000);

    /// <summary>Sends it, so that the reply stands where it belongs; afterwards nothing is pending, or it is tried again later.</summary>
    /// <param name="id">What was kept when it was acknowledged.</param>
    /// <param name="address">Where to.</param>
    /// <param name="here">What holds there.</param>
    /// <param name="given">The reply.</param>
    /// <param name="cancellationToken">Stops it; then it stays pending.</param>
    public async Task DeliverAsync(PendingReplyId id, ReplyAddress address, Here here, GivenReply given, CancellationToken cancellationToken)
    {
        _askedAt.TryAdd(given.Id, address);
        var isPrivate = !here.At.IsPersonal && (address.IsPrivate || here.Settings.PrivateAnswers == true || given.Reply is Abstain { IsPrivate: true });
        try
        {
            await (isPrivate ? PrivatelyAsync(id, address, here, given, cancellationToken) : InAsync(here.Address, address.Message, id, address, here, given, isPrivate: false, cancellationToken));
        }
        catch (TeamsCallException e) when (IsForNow(e))
        {
            await PostponeAsync(id, e, cancellationToken);
        }
        catch (TeamsCallException e) when (e.IsClosed || e.IsGone)
        {
            services.Log.LogWarning("A reply cannot be delivered, nobody there can be written to: {Message}", e.Message);
            await DoneAsync(id, cancellationToken);
        }
        catch (TeamsCallException e)
        {
            // It is the message that Teams does not take; whoever asked is not left with nothing.
            services.Log.LogError("A reply was refused: {Message}", e.Message);
            await ApologiseAsync(id, address, here, cancellationToken);
        }
    }

    /// <summary>Says that it went wrong; afterwards nothing is pending, or it is tried again later.</summary>
    public async Task ApologiseAsync(PendingReplyId id, ReplyAddress address, Here here, CancellationToken cancellationToken)
    {
        try
        {
            if (!address.IsUnasked)
            {
                await ReplaceAsync(here, address, unfinished.PlaceholderOf(id), here.Wording.Shared.WentWrong, isAwaited: true, cancellationToken);
            }

            await DoneAsync(id, cancellationToken);
        }
        catch (TeamsCallException e) when (IsForNow(e))
        {
            await PostponeAsync(id, e, cancellationToken);
        }
        catch (TeamsCallException e)
        {
            services.Log.LogWarning("That a question could not be answered cannot be said: {Message}", e.Message);
            await DoneAsync(id, cancellationToken);
        }
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

    private async Task<ReplyView> ViewAsync(GivenReply given, Here here, bool isPrivate, string? question, CancellationToken cancellationToken)
    {
        var hasModerators = await desks.FindAsync(given.Place, here.Address, given.Scope, cancellationToken) is not null;
        return new ReplyView
        {
            IsPrivate = isPrivate,
            CanShare = isPrivate && given.Reply is not Abstain { IsPrivate: true },
            CanAskModerator = hasModerators,
            CanSuggest = hasModerators && services.SuggestionDesk() is not null,
            HasOtherMeanings = given.OtherMeanings.Count > 0,
            Question = question,
            AsksWhy = options.OwnFeedbackForm,
        };
    }

    private async Task PrivatelyAsync(PendingReplyId id, ReplyAddress address, Here here, GivenReply given, CancellationToken cancellationToken)
    {
        var placeholder = unfinished.PlaceholderOf(id);
        ConversationAddress? personal = null;
        try
        {
            personal = await services.Calls.OpenPersonalAsync(address.Asker, cancellationToken);
            await InAsync(personal, null, id, address, here, given, isPrivate: true, cancellationToken);
        }
        catch (TeamsCallException e) when (!IsForNow(e) && (personal is null || e.IsClosed || e.IsGone))
        {
            // Not installed for them: what they asked for privately is said to nobody else.
            services.Log.LogInformation("An asker could not be written to in private ({Code}).", e.Code);
            if (!address.IsUnasked || given.Reply is Abstain { IsPrivate: true })
            {
                await ReplaceAsync(here, address, placeholder, here.Wording.CannotWriteToYou, isAwaited: true, cancellationToken);
            }

            await DoneAsync(id, cancellationToken);
            return;
        }

        try
        {
            // Somebody in distress is not pointed at before everybody.
            if (given.Reply is not Abstain { IsPrivate: true } && !address.IsUnasked && !address.IsPrivate)
            {
                await ReplaceAsync(here, address, placeholder, here.Wording.AnsweredPrivately, isAwaited: false, cancellationToken);
            }
            else if (placeholder is not null)
            {
                await services.Calls.DeleteAsync(new MessageAddress(here.Address, placeholder), cancellationToken);
            }
        }
        catch (TeamsCallException e)
        {
            services.Log.LogWarning("The pointer to a private reply could not be set: {Message}", e.Message);
        }
    }

    private async Task InAsync(ConversationAddress to, string? replyTo, PendingReplyId id, ReplyAddress address, Here here, GivenReply given, bool isPrivate, CancellationToken cancellationToken)
    {
        var view = await ViewAsync(given, here, isPrivate, isPrivate || address.ShowsQuestion ? given.Question : null, cancellationToken);
        var activities = Render(given, here, view);
        var placeholder = isPrivate ? null : unfinished.PlaceholderOf(id);
        var sent = placeholder is not null && await ReplacedAsync(new MessageAddress(to, placeholder), activities[0], given, view, here, cancellationToken)
            ? placeholder
            : await SendAsync(to, activities[0], replyTo, given, view, here, cancellationToken, mayRepeat: !unfinished.IsInDoubt(id));
        if (sent is not null && isPrivate)
        {
            _private.TryAdd(Whereabouts.MessageName(to.Conversation, sent), given.Id);
        }

        await RecordAsync(id, given, sent is null || isPrivate ? null : Standing(new MessageAddress(to, sent), address.Asker));
        await RestAsync(to, activities, replyTo, cancellationToken);
    }

    /// <summary>Writes down that it was said. Not even the end stops that: said and not written down, it would be said again after the next start.</summary>
    private async Task RecordAsync(PendingReplyId id, GivenReply given, StandingMessage? standing)
    {
        try
        {
            await ledger.DeliveredAsync(id, given, standing, CancellationToken.None);
            unfinished.Forget(id);
        }
        catch (StoreException e)
        {
            services.Log.LogError("A reply was delivered and could not be written down; that is tried again: {Message}", e.Message);
            unfinished.Said(id, token => ledger.DeliveredAsync(id, given, standing, token));
        }
        catch (ArgumentException e)
        {
            // An address that is longer than any of Teams': it cannot be corrected later.
            services.Log.LogError("Where a reply stands could not be kept: {Message}", e.Message);
            await DoneAsync(id, CancellationToken.None);
        }
    }

    private async Task<string?> SendAsync(
        ConversationAddress to, OutgoingActivity activity, string? replyTo, GivenReply given, ReplyView view, Here here, CancellationToken cancellationToken, bool mayRepeat = true)
    {
        try
        {
            return await TriedAsync(isAwaited => services.Calls.SendAsync(to, activity, replyTo, isAwaited && mayRepeat, cancellationToken), cancellationToken);
        }
        catch (TeamsCallException e) when (e.Code == TeamsErrors.MessageSizeTooBig)
        {
            return await TriedAsync(isAwaited => services.Calls.SendAsync(to, SmallerOf(given, view, here), replyTo, isAwaited && mayRepeat, cancellationToken), cancellationToken);
        }
        catch (TeamsCallException e) when (replyTo is not null && e.Code == TeamsErrors.ActivityNotFound)
        {
            // The question was deleted meanwhile, the conversation is there.
            return await SendAsync(to, activity, null, given, view, here, cancellationToken, mayRepeat);
        }
    }

    /// <summary>The card below the answer: worth a few tries, and never the answer's loss.</summary>
    private async Task RestAsync(ConversationAddress to, IReadOnlyList<OutgoingActivity> activities, string? replyTo, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var activity in activities.Skip(1))
            {
                await TriedAsync(isAwaited => services.Calls.SendAsync(to, activity, replyTo, isAwaited, cancellationToken), cancellationToken);
            }
        }
        catch (TeamsCallException e)
        {
            services.Log.LogWarning("The card below a reply could not be delivered: {Message}", e.Message);
        }
    }

    private async Task<bool> ReplacedAsync(MessageAddress message, OutgoingActivity activity, GivenReply given, ReplyView view, Here here, CancellationToken cancellationToken)
    {
        try
        {
            return await ReplacedAsync(message, activity, cancellationToken);
        }
        catch (TeamsCallException e) when (e.Code == TeamsErrors.MessageSizeTooBig)
        {
            return await ReplacedAsync(message, SmallerOf(given, view, here), cancellationToken);
        }
    }

    /// <summary>Whether it stands there now; false where the message is gone. What may stand there is put there again, never beside it.</summary>
    private async Task<bool> ReplacedAsync(MessageAddress message, OutgoingActivity activity, CancellationToken cancellationToken)
    {
        try
        {
            await TriedAsync(
                async _ =>
                {
                    await services.Calls.UpdateAsync(message, activity, cancellationToken);
                    return null;
                },
                cancellationToken);
            return true;
        }
        catch (TeamsCallException e) when (e.IsGone)
        {
            services.Log.LogInformation("'Still looking' is gone and could not be replaced: {Message}", e.Message);
            return false;
        }
    }

    private async Task ReplaceAsync(Here here, ReplyAddress address, string? placeholder, string words, bool isAwaited, CancellationToken cancellationToken)
    {
        var said = OutgoingActivity.Says(words);
        if (placeholder is null || !await ReplacedAsync(new MessageAddress(here.Address, placeholder), said, cancellationToken))
        {
            await services.Calls.SendAsync(here.Address, said, address.Message, isAwaited, cancellationToken);
        }
    }

    private OutgoingActivity SmallerOf(GivenReply given, ReplyView view, Here here) => new AnswerActivities(here.Wording, services.Link).Smaller(given.Reply, given.Id, view)[0];

    private static bool IsForNow(TeamsCallException e) => e.IsPassing || e.IsOfCredentials;

    private async Task PostponeAsync(PendingReplyId id, TeamsCallException fault, CancellationToken cancellationToken)
    {
        if (unfinished.Postpone(id, fault.MayHaveArrived))
        {
            services.Log.LogWarning("A reply could not be delivered and will be tried again: {Message}", fault.Message);
            return;
        }

        services.Log.LogError("A reply may have been delivered or not, and is given up after several tries: {Message}", fault.Message);
        await DoneAsync(id, cancellationToken);
    }

    private async Task DoneAsync(PendingReplyId id, CancellationToken cancellationToken)
    {
        await pending.DoneAsync(id, cancellationToken);
        unfinished.Forget(id);
    }

    /// <summary>
    /// Tries again what Teams could not take just now: whoever asked waits, and what is behind it in the conversation too, so that the order is kept.
    /// Not what was sent into silence, which may stand there; nor what waits for an operator.
    /// </summary>
    private async Task<string?> TriedAsync(Func<bool, Task<string?>> send, CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                // After the first try each is one call, not the client's two.
                return await send(tries == 0);
            }
            catch (TeamsCallException e) when (e.IsPassing && !e.IsOfCredentials && (e.Status is not null || !e.MayHaveArrived) && tries < Waits.Length)
            {
                services.Log.LogInformation("A message is tried again: {Message}", e.Message);
                await Task.Delay(Waits[tries], services.Time, cancellationToken);
            }
        }
    }
}
