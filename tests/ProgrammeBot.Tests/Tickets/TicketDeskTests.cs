using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Asking;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.Tests.Tickets;

public sealed class TicketDeskTests : AskingBed
{
    private TicketDesk Desk => field ??= new TicketDesk(Store);

    [Fact]
    public async Task A_reply_has_one_ticket_and_who_presses_twice_finds_the_first()
    {
        var id = TicketDesk.IdOf(Ids.NextAnswer());

        var first = await Desk.AddAsync(new Ticket(id, Place, "first?", Clock.GetUtcNow()), Token);
        var second = await Desk.AddAsync(new Ticket(id, Place, "second?", Clock.GetUtcNow()), Token);

        Assert.Equal((1, "first?", 1, "first?"), (first.Revision, first.Question, second.Revision, second.Question));
    }

    [Fact]
    public async Task It_is_found_only_within_the_place_that_is_named()
    {
        var ticket = await Desk.AddAsync(new Ticket(TicketDesk.IdOf(Ids.NextAnswer()), Place, "what?", Clock.GetUtcNow()), Token);

        Assert.NotNull(await Desk.FindAsync(ticket.Id.ToString(), PlaceId.Of("teams", "tenant"), Token));
        Assert.Null(await Desk.FindAsync(ticket.Id.ToString(), PlaceId.Of("teams", "ten"), Token));
        Assert.Null(await Desk.FindAsync(ticket.Id.ToString(), PlaceId.Of("discord", "tenant"), Token));
        foreach (var junk in new[] { "", "x", new string('9', 10_000), Ids.NextAnswer().ToString() })
        {
            Assert.Null(await Desk.FindAsync(junk, PlaceId.Of("teams", "tenant"), Token));
        }
    }

    [Fact]
    public async Task Of_many_who_end_it_at_once_one_counts_and_all_see_who()
    {
        var ticket = await Desk.AddAsync(new Ticket(TicketDesk.IdOf(Ids.NextAnswer()), Place, "what?", Clock.GetUtcNow()), Token);
        Assert.True(TicketDesk.IsOpen(ticket));

        var ended = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            Desk.ChangeAsync(ticket.Id, t => TicketDesk.IsOpen(t) ? t.AnsweredBy($"m{i}", Clock.GetUtcNow(), $"a{i}") : null, Token)));

        var counted = Assert.Single(ended, e => e.IsChanged).Ticket!;
        Assert.All(ended, e => Assert.Equal((counted.Answer, counted.Answered), (e.Ticket!.Answer, TicketDesk.EndOf(e.Ticket))));
        Assert.Equal((null, false), await Desk.ChangeAsync(TicketDesk.IdOf(Ids.NextAnswer()), t => t, Token));
    }

    [Fact]
    public async Task Closed_without_an_answer_it_was_ended_by_who_had_taken_it()
    {
        var ticket = await Desk.AddAsync(new Ticket(TicketDesk.IdOf(Ids.NextAnswer()), Place, "what?", Clock.GetUtcNow()), Token);

        var (closed, _) = await Desk.ChangeAsync(ticket.Id, t => t.TakenBy("mo", Clock.GetUtcNow()).Closed(Clock.GetUtcNow()), Token);

        Assert.Equal((null, "mo", false), (TicketDesk.EndOf(ticket), TicketDesk.EndOf(closed!)?.By, TicketDesk.IsOpen(closed!)));
    }
}
