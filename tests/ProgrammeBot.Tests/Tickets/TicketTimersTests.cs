using ProgrammeBot.Contacts;
using ProgrammeBot.Moderation;
using ProgrammeBot.Scopes;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Asking;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.Tests.Tickets;

public sealed class TicketTimersTests : AskingBed
{
    private static readonly Moderator Operator = new("Olga", "office") { Places = null };
    private readonly News _news = new();

    private TicketDesk Desk => field ??= new TicketDesk(Store);

    [Fact]
    public async Task A_question_that_nobody_takes_is_announced_three_times_then_the_asker_is_told_and_nothing_more()
    {
        await AddAsync();

        var told = new List<(int Hour, string What)>();
        for (var hour = 1; hour <= 24 * 10; hour++)
        {
            Clock.Turn(TimeSpan.FromHours(1));
            // Each round by a process that has just started: what was told is kept.
            await Timers().RoundAsync(Token);
            told.AddRange(_news.Take().Select(what => (hour, what)));
        }

        Assert.Equal([(4, "remind"), (12, "remind"), (28, "remind"), (72, "give up: the porter")], told);
    }

    [Fact]
    public async Task After_a_long_stop_one_reminder_stands_for_all_and_what_could_not_be_told_is_told_later()
    {
        await AddAsync();
        Clock.Turn(TimeSpan.FromHours(30));
        _news.Works = false;
        Assert.Equal(0, await Timers().RoundAsync(Token));
        _news.Works = true;
        _news.Take();

        Assert.Equal(1, await Timers().RoundAsync(Token));
        Assert.Equal(0, await Timers().RoundAsync(Token));
        Assert.Equal(["remind"], _news.Take());
    }

    [Fact]
    public async Task Who_takes_it_stops_the_timers_and_reopened_they_begin_anew()
    {
        var ticket = await AddAsync();
        Assert.Equal(TicketState.Taken, Assert.IsType<TicketOutcome.Done>(await Desk.TakeAsync(Operator, ticket.Id, Ids, Token)).Ticket.State);
        Clock.Turn(TimeSpan.FromDays(5));
        Assert.Equal(0, await Timers().RoundAsync(Token));
        await Desk.CloseAsync(Operator, ticket.Id, Ids, Token);

        var reopened = Assert.IsType<TicketOutcome.Done>(await Desk.ReopenAsync(Operator, ticket.Id, Ids, Token)).Ticket;
        Assert.Equal((TicketState.Open, null), (reopened.State, reopened.Asker));
        Assert.IsType<TicketOutcome.Unchanged>(await Desk.ReopenAsync(Operator, ticket.Id, Ids, Token));
        Assert.Equal(0, await Timers().RoundAsync(Token));
        Clock.Turn(TimeSpan.FromHours(4));
        await Timers().RoundAsync(Token);
        Assert.Equal(["remind"], _news.Take());
        Assert.Equal(["ticket reopened", "ticket closed", "ticket taken"], (await ReadAsync(unit => unit.Audit.ListAsync(default, 9, Token))).Select(a => a.Action));
    }

    [Fact]
    public async Task Another_place_s_moderator_finds_no_such_ticket()
    {
        var ticket = await AddAsync();
        var other = new Moderator("Eve", "staff") { Places = [PlaceId.Of("teams", "elsewhere")] };

        Assert.Null(await Desk.FindAsync(other, ticket.Id, Token));
        Assert.Empty(await Desk.ListAsync(other, DateTimeOffset.UnixEpoch, Token));
        Assert.IsType<TicketOutcome.Missing>(await Desk.CloseAsync(other, ticket.Id, Ids, Token));
        Assert.Equal(TicketState.Open, (await Desk.FindAsync(Operator, ticket.Id, Token))!.State);
    }

    [Fact]
    public void A_mark_that_nobody_wrote_says_nothing_and_one_reads_as_it_was_written()
    {
        var progress = new TicketProgress(2, true, DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123));
        Assert.Equal(progress, TicketProgress.Read(progress.ToString()));
        foreach (var mark in new[] { null, "", "x", "1", "1 waits", "1 waits x", "99999999999999 waits 0", "1 waits 99999999999999999999" })
        {
            Assert.Equal(TicketProgress.None, TicketProgress.Read(mark));
        }
    }

    private TicketTimers Timers() => new(
        Store, [_news], new ContactBook([], [new ContactPoint(null, [], true, "the porter", null)], ScopeCatalog.Empty), new TicketOptions(), Clock);

    private Task<Ticket> AddAsync() => Desk.AddAsync(
        new Ticket(Ids.NextTicket(), Place, "Where?", Clock.GetUtcNow()) { Asker = new PersonReference(new ProtectedText("x"), KeyedHash.Of(new byte[32])) }, Token);

    private sealed class News : ITicketNews
    {
        private readonly List<string> _told = [];

        public bool Works { get; set; } = true;

        public string Platform => "teams";

        public List<string> Take()
        {
            List<string> told = [.. _told];
            _told.Clear();
            return told;
        }

        public ValueTask<bool> RemindAsync(Ticket ticket, CancellationToken cancellationToken)
        {
            _told.Add("remind");
            return ValueTask.FromResult(Works);
        }

        public ValueTask<bool> GiveUpAsync(Ticket ticket, Contact? contact, CancellationToken cancellationToken)
        {
            _told.Add($"give up: {contact?.Name}");
            return ValueTask.FromResult(Works);
        }
    }
}
