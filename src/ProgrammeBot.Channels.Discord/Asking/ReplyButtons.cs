using ProgrammeBot.Answering;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Asking;

/// <summary>The buttons and menus below a reply: passages, choices, other readings, votes, sharing.</summary>
internal sealed class ReplyButtons(
    DiscordServices services, DiscordPlaces places, Questions questions, GivenReplies given, Votes votes, Delivery delivery, SlowMode slow, ForumTags tags) : IInteractionHandler
{
    public async Task<bool> HandleAsync(InteractionSession session, CancellationToken cancellationToken)
    {
        if (session.Interaction.Type is not (InteractionType.Component or InteractionType.ModalSubmit))
        {
            return false;
        }

        var id = CustomId.Read(session.Data.CustomId);
        if (!AnswerId.TryParse(id.Subject, out var answer))
        {
            return false;
        }

        var here = await session.HereAsync(places, cancellationToken);
        switch (id.Kind)
        {
            case ComponentKind.Passages:
                await session.SayAsync(await PagesAsync(answer, 0, here, cancellationToken), cancellationToken);
                return true;
            case ComponentKind.Page:
                await session.RespondAsync(InteractionCallback.Updating(await PagesAsync(answer, id.Number ?? 0, here, cancellationToken)), cancellationToken);
                return true;
            case ComponentKind.Choice:
                await ChooseAsync(session, answer, here, cancellationToken);
                return true;
            case ComponentKind.NotMeant:
                await OtherMeaningsAsync(session, answer, here, cancellationToken);
                return true;
            case ComponentKind.Helpful:
                await votes.VoteAsync(answer, DiscordPlaces.Person(session.Invoker), Vote.Helpful, null, "", cancellationToken);
                await session.TellAsync(here.Wording.Shared.ThanksHelpful, cancellationToken);
                await SolvedAsync(session, here, cancellationToken);
                return true;
            case ComponentKind.NotHelpful:
                await session.RespondAsync(new Forms(here.Wording).Feedback(answer), cancellationToken);
                return true;
            case ComponentKind.FeedbackForm:
                var fields = FormFields.Of(session.Data);
                var reason = Enum.TryParse<FeedbackReason>(fields[FormFields.Reason], out var why) && Enum.IsDefined(why) ? why : FeedbackReason.Other;
                await votes.VoteAsync(answer, DiscordPlaces.Person(session.Invoker), Vote.NotHelpful, reason, fields[FormFields.Words], cancellationToken);
                await session.TellAsync(here.Wording.Shared.ThanksNotHelpful, cancellationToken);
                return true;
            case ComponentKind.Share:
                await ShareAsync(session, answer, here, cancellationToken);
                return true;
            default:
                return false;
        }
    }

    private async Task<OutgoingMessage> PagesAsync(AnswerId answer, int page, Here here, CancellationToken cancellationToken) =>
        new PassagePages(here.Wording, services.Link).Of(await given.PassagesAsync(answer, cancellationToken), answer, page);

    /// <summary>Sends the label chosen as the next turn: read off the message itself, so that it works after a restart too.</summary>
    private async Task ChooseAsync(InteractionSession session, AnswerId answer, Here here, CancellationToken cancellationToken)
    {
        var earlier = given.Find(answer);
        if (ChoiceRows.ChosenIn(session.Interaction.Message, session.Data.CustomId, session.Data.Values) is not { Length: > 0 } chosen)
        {
            await session.TellAsync(here.Wording.ButtonTooOld, cancellationToken);
            return;
        }

        if (slow.WaitFor(here.Place, DiscordPlaces.Person(session.Invoker)) is { } wait)
        {
            await session.TellAsync(SharedWording.Filled(here.Wording.Shared.SlowDown, Parts.Number((int)Math.Ceiling(wait.TotalSeconds))), cancellationToken);
            return;
        }

        // Another's question is theirs: who presses there gets an answer of their own.
        var isPrivate = session.Interaction.Message?.Flags?.HasFlag(MessageFlags.Ephemeral) == true || (earlier is not null && earlier.Asker != DiscordPlaces.Person(session.Invoker));
        var address = new ReplyAddress
        {
            Guild = session.Interaction.GuildId,
            Channel = session.Channel,
            Asker = session.Invoker,
            ShowsQuestion = true,
            Programme = earlier?.Scope,
            Locale = session.Interaction.Locale,
        };
        await questions.AnswerAsync(session, chosen, here, address, onlyPrivately: isPrivate, cancellationToken);
    }

    private async Task OtherMeaningsAsync(InteractionSession session, AnswerId answer, Here here, CancellationToken cancellationToken)
    {
        if (given.Find(answer) is { OtherMeanings: { Count: > 0 } meanings })
        {
            await session.SayAsync(new ReplyRendering(here.Wording, services.Link).DidYouMean(meanings, answer), cancellationToken);
            return;
        }

        await session.TellAsync(here.Wording.AnswerGone, cancellationToken);
    }

    /// <summary>Whoever began a forum post and finds the reply helpful has said that it is solved.</summary>
    private async Task SolvedAsync(InteractionSession session, Here here, CancellationToken cancellationToken)
    {
        if (Addressing.IsInForum(here) && here.Known?.Owner == session.Invoker)
        {
            await tags.SolveAsync(here, cancellationToken);
        }
    }

    private async Task ShareAsync(InteractionSession session, AnswerId answer, Here here, CancellationToken cancellationToken)
    {
        if (given.Find(answer) is not { } reply)
        {
            await session.TellAsync(here.Wording.AnswerGone, cancellationToken);
            return;
        }

        if (reply.Asker != DiscordPlaces.Person(session.Invoker) || reply.Reply is Abstain { IsPrivate: true } || here.IsDirect)
        {
            await session.TellAsync(here.Wording.NotYours, cancellationToken);
            return;
        }

        await delivery.ShareAsync(session, here, reply, cancellationToken);
    }
}
