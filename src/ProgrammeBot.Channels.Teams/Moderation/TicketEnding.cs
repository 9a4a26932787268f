using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Pressing;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.Channels.Teams.Moderation;

/// <summary>What moderators do with a question: answer it, answer it and add it to the FAQ, or close it. The first one counts, and the others are told.</summary>
internal sealed class TicketEnding(
    TeamsServices services, Roles roles, PersonNames names, TicketDesk desk, TicketBoard board, TicketAnswers answers) : IPressHandler
{
    public async Task<PressResult?> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        switch (press.Data.Verb)
        {
            case CardVerbs.TicketAnswer or CardVerbs.TicketAnswerAndAdd:
                return await WithTicketAsync(press, ticket => Task.FromResult(Form(press, ticket, press.Data.Verb == CardVerbs.TicketAnswerAndAdd)), cancellationToken);
            case CardVerbs.TicketSave or CardVerbs.TicketSaveAndAdd:
                return await WithTicketAsync(press, ticket => AnswerAsync(press, ticket, press.Data.Verb == CardVerbs.TicketSaveAndAdd, cancellationToken), cancellationToken);
            case CardVerbs.TicketClose:
                return await WithTicketAsync(press, ticket => CloseAsync(press, ticket, cancellationToken), cancellationToken);
            default:
                return null;
        }
    }

    /// <summary>The ticket, for its moderators while nobody has ended it; otherwise says why not, and gives back what was written.</summary>
    private async Task<PressResult> WithTicketAsync(Press press, Func<Ticket, Task<PressResult>> work, CancellationToken cancellationToken)
    {
        var wording = press.Here.Wording;
        var ticket = await desk.FindAsync(press.Data.Subject, Whereabouts.TenantPlace(press.Here.Tenant), cancellationToken);
        if (ticket is null)
        {
            return PressResult.Tells(wording.Shared.TicketGone);
        }

        var settings = await board.ModeratedByAsync(ticket, press.Here, cancellationToken);
        if (!await roles.IsModeratorAsync(press.By, press.Here.At, settings, cancellationToken))
        {
            return PressResult.Tells(wording.NotAllowed);
        }

        if (press.Data.Verb is CardVerbs.TicketAnswerAndAdd or CardVerbs.TicketSaveAndAdd && !await roles.IsKeeperAsync(press.By, press.Here.At, settings, cancellationToken))
        {
            return PressResult.Tells(wording.NotKeeper);
        }

        names.Note(press.Person, press.By);
        if (TicketDesk.IsOpen(ticket))
        {
            return await work(ticket);
        }

        await board.ShowEndAsync(ticket, wording, cancellationToken);
        return EndedBefore(press, ticket);
    }

    private PressResult Form(Press press, Ticket ticket, bool addToFaq, string written = "", string? fault = null) =>
        PressResult.Opens(press.Here.Wording.Shared.TicketFormTitle, new TicketCards(press.Here.Wording).AnswerForm(board.View(ticket), addToFaq, written, fault));

    /// <summary>Who was faster. What was written meanwhile stands in the form still.</summary>
    private PressResult EndedBefore(Press press, Ticket ticket)
    {
        var shared = press.Here.Wording.Shared;
        var end = TicketDesk.EndOf(ticket);
        var words = SharedWording.Filled(
            ticket.Answer is null ? shared.ClosedBefore : shared.AnsweredBefore,
            TeamsCards.Time(end?.At ?? ticket.OpenedAt),
            end is null ? shared.SomeModerator : names.Of(end.By, shared.SomeModerator));
        var written = press.Data[FormNames.Answer];
        return written.Length == 0 ? PressResult.Tells(words) : Form(press, ticket, addToFaq: false, written, words);
    }

    private async Task<PressResult> AnswerAsync(Press press, Ticket ticket, bool addToFaq, CancellationToken cancellationToken)
    {
        var wording = press.Here.Wording;
        var answer = StoredText.Clean(press.Data[FormNames.Answer]).Trim();
        var isBlank = VisibleText.Line(answer).Length == 0;
        if (isBlank || answer.Length > Ticket.MaxAnswerLength)
        {
            return Form(press, ticket, addToFaq, answer, isBlank ? wording.Needed : SharedWording.Filled(wording.Shared.FaqTooLong, wording.Shared.FaqAnswerLabel, TeamsCards.Number(Ticket.MaxAnswerLength)));
        }

        var (now, isFirst) = await desk.ChangeAsync(ticket.Id, t => TicketDesk.IsOpen(t) ? t.AnsweredBy(press.Person, services.Time.GetUtcNow(), answer) : null, cancellationToken);
        if (now is null || !isFirst)
        {
            return now is null ? PressResult.Tells(wording.Shared.TicketGone) : EndedBefore(press, now);
        }

        var added = addToFaq ? await AddAsync(now, answer, Roles.ModeratorOf(press.Person, press.Here), cancellationToken) : null;
        var said = await TellAsync(press, now, cancellationToken);
        await board.ShowEndAsync(now, wording, cancellationToken);
        return PressResult.Tells(added is null ? said : $"{said} {InWords(added, wording)}");
    }

    private async Task<PressResult> CloseAsync(Press press, Ticket ticket, CancellationToken cancellationToken)
    {
        // Nobody is told: an asker expects an answer, and 'none' would be no help; the button says so when it is pressed again.
        var at = services.Time.GetUtcNow();
        var (now, isFirst) = await desk.ChangeAsync(ticket.Id, t => TicketDesk.IsOpen(t) ? t.TakenBy(press.Person, at).Closed(at) : null, cancellationToken);
        return now is null ? PressResult.Tells(press.Here.Wording.Shared.TicketGone)
            : isFirst && board.Ended(now, press.Here.Wording) is { } card ? PressResult.Shows(card)
            : EndedBefore(press, now);
    }

    private async Task<GatedEdit> AddAsync(Ticket ticket, string answer, Moderator by, CancellationToken cancellationToken)
    {
        var draft = MessageDraft.Of(ticket.Question, answer) with { Scope = ticket.Scope ?? "" };
        var edit = await services.Edits.AddAsync(draft, by, "a question that was asked", FaqPresses.Trying, cancellationToken);
        if (edit.Outcome is FaqOutcome.Saved { Entry.Id: var id })
        {
            await desk.ChangeAsync(ticket.Id, t => t with { Faq = id }, cancellationToken);
        }

        return edit;
    }

    private static string InWords(GatedEdit edit, TeamsWording wording) => wording.Shared.SavedAs(edit) ?? edit.Outcome switch
    {
        FaqOutcome.Invalid invalid => $"{wording.Shared.FaqInvalid} {string.Join("; ", invalid.Faults)}",
        _ => wording.FaqChangedMeanwhile,
    };

    /// <summary>Takes the answer to the asker. What the moderator is told of it.</summary>
    private async Task<string> TellAsync(Press press, Ticket ticket, CancellationToken cancellationToken)
    {
        var (told, corrected) = await answers.BringAsync(ticket, press.Locale, cancellationToken);
        var wording = press.Here.Wording;
        var said = told switch
        {
            Told.Directly => wording.AskerTold,
            Told.ByMention => wording.AskerToldInPlace,
            Told.Nobody => wording.Shared.AskerNotKnown,
            _ => wording.AskerNotReached,
        };
        return corrected > 0 ? $"{said} {wording.Shared.ReplyMarked}" : said;
    }
}
