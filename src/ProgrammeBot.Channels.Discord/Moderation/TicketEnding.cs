using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>What moderators do with a question: answer it, answer it and add it to the FAQ, or close it. The first one counts, and the others are told.</summary>
internal sealed class TicketEnding(DiscordServices services, DiscordPlaces places, TicketBook book, TicketAnswers answers, FaqReport report)
{
    private const string Add = "add";

    /// <summary>Opens the form for an answer.</summary>
    public async Task OpenFormAsync(InteractionSession session, string subject, bool addToFaq, CancellationToken cancellationToken)
    {
        if (await OpenTicketAsync(session, subject, cancellationToken) is { } found)
        {
            await session.RespondAsync(new Forms(found.Here.Wording).TicketAnswer(found.Ticket.Id.ToString(), addToFaq), cancellationToken);
        }
    }

    /// <summary>Takes the answer to the asker.</summary>
    public async Task AnswerAsync(InteractionSession session, CustomId form, CancellationToken cancellationToken)
    {
        var here = await session.HereAsync(places, cancellationToken);
        var answer = StoredText.Clean(FormFields.Of(session.Data)[FormFields.Answer]).Trim();
        if (!Roles.IsModerator(session.Interaction.Member, here))
        {
            await session.TellAsync(here.Wording.NotAllowed, cancellationToken);
            return;
        }

        if (await book.FindAsync(form.Subject, here.Guild, cancellationToken) is not { } ticket || answer.Length is 0 or > Ticket.MaxAnswerLength)
        {
            await session.TellAsync(answer.Length == 0 ? here.Wording.Shared.NoWords : here.Wording.Shared.TicketGone, cancellationToken);
            return;
        }

        await session.ThinkAsync(isPrivate: true, cancellationToken);
        var by = DiscordPlaces.Person(session.Invoker);
        var (now, isFirst) = await book.ChangeAsync(ticket.Id, t => TicketDesk.IsOpen(t) ? t.AnsweredBy(by, services.Time.GetUtcNow(), answer) : null, cancellationToken);
        if (now is null || !isFirst)
        {
            var words = now is null ? here.Wording.Shared.TicketGone : TicketBook.EndedBefore(now, here.Wording);
            await session.EditAsync(FaqReport.WithWritten(words, answer, here.Wording), cancellationToken);
            return;
        }

        var added = form.Argument == Add ? await AddAsync(now, answer, Roles.ModeratorOf(session.Invoker, here), cancellationToken) : null;
        var said = await TellAsync(now, here, cancellationToken);
        await book.ShowEndAsync(now, here, cancellationToken);
        await session.EditAsync(added is null ? Notices.Private(said) : report.Of(added, here.Wording, answer, said), cancellationToken);
    }

    public async Task CloseAsync(InteractionSession session, string subject, CancellationToken cancellationToken)
    {
        if (await OpenTicketAsync(session, subject, cancellationToken) is not { } found)
        {
            return;
        }

        // Nobody is told: an asker expects an answer, and 'none' would be no help; the button says so when it is pressed again.
        await session.RespondAsync(InteractionCallback.UpdateLater, cancellationToken);
        var (at, by) = (services.Time.GetUtcNow(), DiscordPlaces.Person(session.Invoker));
        var (now, isFirst) = await book.ChangeAsync(found.Ticket.Id, t => TicketDesk.IsOpen(t) ? t.TakenBy(by, at).Closed(at) : null, cancellationToken);
        if (now is not null && book.Ended(now, found.Here.Wording) is { } ended)
        {
            await session.EditAsync(ended, cancellationToken);
        }

        if (!isFirst)
        {
            await session.TellAsync(now is null ? found.Here.Wording.Shared.TicketGone : TicketBook.EndedBefore(now, found.Here.Wording), cancellationToken);
        }
    }

    /// <summary>Shows an answer to its asker alone, whose direct messages are closed and who had asked in private.</summary>
    public async Task ShowAsync(InteractionSession session, string subject, CancellationToken cancellationToken)
    {
        var here = await session.HereAsync(places, cancellationToken);
        var ticket = await book.FindAsync(subject, here.Guild, cancellationToken);
        if (ticket is not { Answer: { } answer, Asker: { } asker })
        {
            await session.TellAsync(here.Wording.AnswerGone, cancellationToken);
        }
        else if (asker.Hash != services.Protection.HashOf(DiscordPlaces.Person(session.Invoker)))
        {
            await session.TellAsync(here.Wording.NotYours, cancellationToken);
        }
        else
        {
            await session.SayAsync(new Notices(here.Wording).Answered(ticket.Question, answer) with { Flags = MessageFlags.Ephemeral }, cancellationToken);
            await answers.FinishAsync(ticket, cancellationToken);
        }
    }

    /// <summary>The ticket, while nobody has ended it; otherwise says why not.</summary>
    private async Task<(Ticket Ticket, Here Here)?> OpenTicketAsync(InteractionSession session, string subject, CancellationToken cancellationToken)
    {
        var here = await session.HereAsync(places, cancellationToken);
        if (!Roles.IsModerator(session.Interaction.Member, here))
        {
            await session.TellAsync(here.Wording.NotAllowed, cancellationToken);
            return null;
        }

        var ticket = await book.FindAsync(subject, here.Guild, cancellationToken);
        if (ticket is not null && TicketDesk.IsOpen(ticket))
        {
            return (ticket, here);
        }

        await session.TellAsync(ticket is null ? here.Wording.Shared.TicketGone : TicketBook.EndedBefore(ticket, here.Wording), cancellationToken);
        if (ticket is not null)
        {
            await book.ShowEndAsync(ticket, here, cancellationToken);
        }

        return null;
    }

    private async Task<GatedEdit> AddAsync(Ticket ticket, string answer, Moderator by, CancellationToken cancellationToken)
    {
        var draft = MessageDraft.Of(ticket.Question, answer) with { Scope = ticket.Scope ?? "" };
        var edit = await services.Edits.AddAsync(draft, by, "a question that was asked", null, cancellationToken);
        if (edit.Outcome is FaqOutcome.Saved { Entry.Id: var id })
        {
            await book.ChangeAsync(ticket.Id, t => t with { Faq = id }, cancellationToken);
        }

        return edit;
    }

    /// <summary>Takes the answer to the asker. What the moderator is told of it.</summary>
    private async Task<string> TellAsync(Ticket ticket, Here here, CancellationToken cancellationToken)
    {
        var (told, marked, place) = await answers.BringAsync(ticket, cancellationToken);
        var words = here.Wording.ForModerators;
        var said = told switch
        {
            Told.Directly => words.AskerToldDirectly,
            Told.ByMention => SharedWording.Filled(words.AskerToldByMention, place),
            Told.Nobody => here.Wording.Shared.AskerNotKnown,
            _ => SharedWording.Filled(words.AskerNotReached, place),
        };
        return $"{said}\n{(marked > 0 ? here.Wording.Shared.ReplyMarked : here.Wording.Shared.ReplyNotMarked)}";
    }
}
