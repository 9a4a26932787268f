using ProgrammeBot.Answering;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Teams.Asking;
using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Conversations;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Pressing;

/// <summary>The buttons below a reply: passages, choices, other readings, sharing; and our own form for what was not helpful.</summary>
internal sealed class ReplyPresses(TeamsServices services, TeamsPlaces places, Questions questions, GivenReplies given, Votes votes, Delivery delivery, SlowMode slow) : IPressHandler
{
    private readonly RecentItems<AnswerId, bool> _shared = new(5_000);

    public async Task<PressResult?> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        if (press.Data.Answer is not { } answer)
        {
            return null;
        }

        switch (press.Data.Verb)
        {
            case CardVerbs.Passages:
            case CardVerbs.Page:
                return PressResult.Shows(new PassageCard(press.Here.Wording, services.Link).Of(await given.PassagesAsync(answer, cancellationToken), answer, press.Data.Number));
            case CardVerbs.Back:
                return await ButtonsAsync(press, answer, cancellationToken);
            case CardVerbs.Choose:
                return await ChooseAsync(press, answer, cancellationToken);
            case CardVerbs.NotMeant:
                return given.Find(answer) is { OtherMeanings: { Count: > 0 } meanings }
                    ? PressResult.Shows(new AnswerActivities(press.Here.Wording, services.Link).DidYouMean(meanings, answer))
                    : PressResult.Tells(press.Here.Wording.AnswerGone);
            case CardVerbs.Share:
                return await ShareAsync(press, answer, cancellationToken);
            case CardVerbs.Feedback:
                return await VoteAsync(press, answer, cancellationToken);
            default:
                return null;
        }
    }

    /// <summary>The buttons again, after the passages.</summary>
    private async Task<PressResult> ButtonsAsync(Press press, AnswerId answer, CancellationToken cancellationToken)
    {
        if (given.Find(answer) is not { } reply)
        {
            return PressResult.Tells(press.Here.Wording.AnswerGone);
        }

        var isPrivate = press.Here.At.IsPersonal && reply.Place != press.Here.Place;
        return await delivery.RenderAsync(reply, press.Here, isPrivate, null, cancellationToken) is [_, { Attachments: [{ Content: var card }, ..] }, ..]
            ? PressResult.Shows(card)
            : PressResult.Done;
    }

    /// <summary>Takes the label chosen as the next turn: the button carries it, so that it works after a restart too.</summary>
    private async Task<PressResult> ChooseAsync(Press press, AnswerId answer, CancellationToken cancellationToken)
    {
        var (here, earlier) = (press.Here, given.Find(answer));
        if (press.Data.Label.Length == 0)
        {
            return PressResult.Tells(here.Wording.ButtonTooOld);
        }

        if (slow.WaitFor(here.Place, press.Person) is { } wait)
        {
            return PressResult.Tells(MessageQuestions.SlowDown(here, wait));
        }

        // Another's question is theirs: who presses there gets an answer of their own, of which the question is shown.
        var taken = await questions.TakeAsync(
            press.Data.Label,
            here,
            new ReplyAddress
            {
                At = here.At,
                Asker = press.Address,
                Message = press.Card?.Id,
                ShowsQuestion = true,
                Programme = earlier?.Scope,
                Locale = press.Locale,
            },
            cancellationToken);
        return PressResult.Tells(taken.Status == Reception.Busy.Status ? here.Wording.Busy : press.Data.Label);
    }

    private async Task<PressResult> ShareAsync(Press press, AnswerId answer, CancellationToken cancellationToken)
    {
        var wording = press.Here.Wording;
        if (given.Find(answer) is not { } reply || delivery.AskedAt(answer) is not { } asked)
        {
            return PressResult.Tells(wording.AnswerGone);
        }

        if (reply.Asker != press.Person || reply.Reply is Abstain { IsPrivate: true } || asked.At.IsPersonal)
        {
            return PressResult.Tells(wording.NotYours);
        }

        // Once, however often it is pressed.
        if (_shared.TryAdd(answer, true))
        {
            try
            {
                await delivery.ShareAsync(reply, asked, await places.HereAsync(asked.At, press.Locale, cancellationToken), cancellationToken);
            }
            catch
            {
                _shared.Remove(answer);
                throw;
            }
        }

        return PressResult.Tells(wording.SharedHere);
    }

    private async Task<PressResult> VoteAsync(Press press, AnswerId answer, CancellationToken cancellationToken)
    {
        if (!await given.IsKnownAsync(answer, cancellationToken))
        {
            return PressResult.Tells(press.Here.Wording.AnswerGone);
        }

        await votes.VoteAsync(answer, press.Person, Vote.NotHelpful, FeedbackForm.ReasonOf(press.Data) ?? FeedbackReason.Other, press.Data[FormNames.Words], cancellationToken);
        return PressResult.Tells(press.Here.Wording.Shared.ThanksNotHelpful);
    }
}
