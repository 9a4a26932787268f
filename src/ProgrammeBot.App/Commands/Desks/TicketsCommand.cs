using System.CommandLine;
using ProgrammeBot.App.Commands.Faq;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.App.Commands.Desks;

/// <summary><c>tickets</c>: questions that were brought to the moderators.</summary>
internal static class TicketsCommand
{
    private delegate Task<TicketOutcome> Step(TicketDesk desk, Moderator who, TicketId id, UlidSource ids, CancellationToken cancellationToken);

    public static Command Create() => new("tickets", "Questions that were brought to the moderators: list, close, open again")
    {
        List(),
        Stepping("close", "End a question without an answer; its asker is forgotten", (desk, who, id, ids, token) => desk.CloseAsync(who, id, ids, token)),
        Stepping("reopen", "Open a question again that was answered or closed", (desk, who, id, ids, token) => desk.ReopenAsync(who, id, ids, token)),
    };

    private static Command List()
    {
        var all = new Option<bool>("--all") { Description = "Also those that are answered or closed" };
        var command = new Command("list", "List the questions, the oldest first") { all };
        command.SetAction((parsed, cancellationToken) => FaqCommand.WithStore(parsed, start: false, async store =>
        {
            var tickets = await new TicketDesk(store).ListAsync(DeskCommand.Operator, DateTimeOffset.UnixEpoch, cancellationToken);
            var shown = tickets.Where(t => parsed.GetValue(all) || TicketDesk.IsOpen(t)).ToList();
            if (parsed.GetValue(CommonOptions.Json))
            {
                DeskCommand.Json(shown.Select(Contract));
                return ExitCode.Done;
            }

            foreach (var ticket in shown)
            {
                DeskCommand.Row(ticket.Id, ticket.State.ToString().ToLowerInvariant(), DeskCommand.Time(ticket.OpenedAt), ticket.Place, ticket.Scope ?? "general", ticket.Question);
            }

            await Console.Error.WriteLineAsync($"{shown.Count} questions");
            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }

    private static Command Stepping(string name, string description, Step step)
    {
        var id = new Argument<string>("id") { Description = "The question, as 'tickets list --all' names it" };
        var command = new Command(name, description) { id };
        command.SetAction((parsed, cancellationToken) => FaqCommand.WithStore(parsed, start: false, async store =>
        {
            var text = parsed.GetRequiredValue(id);
            var ticket = TicketId.TryParse(text, out var known) ? known : throw DeskCommand.NoId(text, "tickets list --all");
            switch (await step(new TicketDesk(store), DeskCommand.Operator, ticket, DeskCommand.Ids(), cancellationToken))
            {
                case TicketOutcome.Done done:
                    if (parsed.GetValue(CommonOptions.Json))
                    {
                        DeskCommand.Json(Contract(done.Ticket));
                    }
                    else
                    {
                        DeskCommand.Row(done.Ticket.Id, done.Ticket.State.ToString().ToLowerInvariant());
                    }

                    return ExitCode.Done;
                case TicketOutcome.Unchanged unchanged:
                    throw new CommandException($"Nothing was changed: it is {unchanged.Ticket.State.ToString().ToLowerInvariant()} already.");
                default:
                    throw new CommandException("There is no such question. 'tickets list --all' names those there are.");
            }
        }, cancellationToken));
        return command;
    }

    private static object Contract(Ticket ticket) => new
    {
        id = ticket.Id.ToString(),
        state = ticket.State.ToString().ToLowerInvariant(),
        opened_at = ticket.OpenedAt,
        place = ticket.Place.ToString(),
        scope = ticket.Scope,
        question = ticket.Question,
        reply = ticket.Reply,
        answer = ticket.Answer,
        entry = ticket.Faq?.ToString(),
        answered_by = ticket.Answered?.By,
        closed_at = ticket.ClosedAt,
    };
}
