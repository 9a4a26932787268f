using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Conformance;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task A_ticket_comes_back_as_it_was_at_every_step_of_its_life()
    {
        var at = _clock.GetUtcNow();
        var open = SomeTicket(1) with { About = new AnswerId(SomePlaces.Id(7)), Scope = "msc-aml", Asker = SomePlaces.Person("ada") };
        var saved = await Step(open);
        Assert.Equal(TicketState.Open, saved.State);

        saved = await Step(saved with { ModeratorMessage = new ProtectedText("cipher") });
        saved = await Step(saved.TakenBy("discord:12:ben", at.AddHours(1)));
        Assert.Equal(TicketState.Taken, saved.State);

        saved = await Step(saved.AnsweredBy("discord:12:cyd", at.AddHours(2), "In **May**.\nSee [1].", new FaqId("deadline")));
        Assert.Equal(TicketState.Answered, saved.State);
        Assert.Equal(("discord:12:ben", "discord:12:cyd"), (saved.Taken!.By, saved.Answered!.By));
        Assert.NotNull(saved.Asker);

        saved = await Step(saved.Closed(at.AddHours(3)));
        Assert.Equal((TicketState.Closed, null, 5), (saved.State, saved.Asker, saved.Revision));

        async Task<Ticket> Step(Ticket ticket)
        {
            var stands = Assert.IsType<TicketSave.Saved>(await SaveAsync(ticket)).Ticket;
            Assert.Equal(ticket with { Revision = ticket.Revision + 1 }, stands);
            await using var unit = await _store.ReadAsync(Token);
            Assert.Equal(stands, await unit.Tickets.FindAsync(ticket.Id, Token));
            return stands;
        }
    }

    [Fact]
    public async Task Of_two_moderators_taking_one_ticket_the_second_is_told_who_was_first()
    {
        var open = Assert.IsType<TicketSave.Saved>(await SaveAsync(SomeTicket(1))).Ticket;
        var first = Assert.IsType<TicketSave.Saved>(await SaveAsync(open.TakenBy("ben", _clock.GetUtcNow()))).Ticket;

        Assert.Equal(new TicketSave.Conflict(first), await SaveAsync(open.TakenBy("cyd", _clock.GetUtcNow())));
        Assert.Equal(new TicketSave.Conflict(first), await SaveAsync(SomeTicket(1)));
        Assert.IsType<TicketSave.Missing>(await SaveAsync(SomeTicket(2) with { Revision = 1 }));
        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal(first, await unit.Tickets.FindAsync(open.Id, Token));
        Assert.Null(await unit.Tickets.FindAsync(new TicketId(SomePlaces.Id(2)), Token));
    }

    [Fact]
    public async Task Open_tickets_are_those_of_the_place_that_are_not_closed_the_oldest_first()
    {
        var at = _clock.GetUtcNow();
        await SaveAsync(SomeTicket(3));
        await SaveAsync(SomeTicket(1, SomePlaces.Thread).AnsweredBy("ben", at, "Yes."));
        await SaveAsync(SomeTicket(2).Closed(at));
        await SaveAsync(SomeTicket(4, SomePlaces.OtherGuild));

        await using var unit = await _store.WriteAsync(Token);

        Assert.Equal([1, 3], (await unit.Tickets.ListOpenAsync(SomePlaces.Guild, Token)).Select(t => int.Parse(t.Id.ToString()[21..], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Empty(await unit.Tickets.ListOpenAsync(PlaceId.Of("discord", "1"), Token));
        Assert.Equal(3, await unit.Tickets.RemoveUnderAsync(SomePlaces.Guild, Token));
        Assert.Null(await unit.Tickets.FindAsync(new TicketId(SomePlaces.Id(2)), Token));
        Assert.NotNull(await unit.Tickets.FindAsync(new TicketId(SomePlaces.Id(4)), Token));
    }

    [Fact]
    public async Task Tickets_since_a_time_come_in_every_state_of_a_place_or_of_all()
    {
        var before = _clock.GetUtcNow();
        await SaveAsync(SomeTicket(9));
        _clock.Turn(TimeSpan.FromDays(1));
        var at = _clock.GetUtcNow();
        await SaveAsync(SomeTicket(3).Closed(at));
        await SaveAsync(SomeTicket(1, SomePlaces.Thread).TakenBy("ben", at));
        await SaveAsync(SomeTicket(2, SomePlaces.OtherGuild));

        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal([1, 2, 3], (await unit.Tickets.ListAsync(null, at, Token)).Select(t => Number(t.Id.Value)));
        Assert.Equal([1, 3], (await unit.Tickets.ListAsync(SomePlaces.Guild, at, Token)).Select(t => Number(t.Id.Value)));
        Assert.Equal([1, 2, 3, 9], (await unit.Tickets.ListAsync(null, before, Token)).Select(t => Number(t.Id.Value)));
        Assert.Empty(await unit.Tickets.ListAsync(null, at.AddMilliseconds(1), Token));
        Assert.Empty(await unit.Tickets.ListAsync(default(PlaceId), before, Token));
    }

    [Fact]
    public async Task A_person_s_tickets_are_those_that_still_name_them()
    {
        await SaveAsync(SomeTicket(2) with { Asker = SomePlaces.Person("ada") });
        await SaveAsync(SomeTicket(1, SomePlaces.OtherGuild) with { Asker = SomePlaces.Person("ada") });
        await SaveAsync(SomeTicket(3) with { Asker = SomePlaces.Person("ben") });
        await SaveAsync((SomeTicket(4) with { Asker = SomePlaces.Person("ada") }).Closed(_clock.GetUtcNow()));

        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal([1, 2], (await unit.Tickets.OfAskerAsync(SomePlaces.Hash("ada"), Token)).Select(t => Number(t.Id.Value)));
        Assert.Empty(await unit.Tickets.OfAskerAsync(default, Token));
    }

    [Fact]
    public async Task Tickets_closed_before_a_time_are_removed_and_open_ones_never()
    {
        var at = _clock.GetUtcNow();
        await SaveAsync(SomeTicket(1).Closed(at));
        await SaveAsync(SomeTicket(2).Closed(at.AddDays(1)));
        await SaveAsync(SomeTicket(3));

        await using var unit = await _store.WriteAsync(Token);
        Assert.Equal(1, await unit.Tickets.RemoveClosedBeforeAsync(at.AddDays(1), Token));
        Assert.Equal([2, 3], (await unit.Tickets.ListAsync(null, DateTimeOffset.MinValue, Token)).Select(t => Number(t.Id.Value)));
    }

    [Fact]
    public async Task Forget_me_takes_a_person_out_of_their_tickets_and_leaves_those()
    {
        await SaveAsync(SomeTicket(1) with { Asker = SomePlaces.Person("ada") });
        var others = Assert.IsType<TicketSave.Saved>(await SaveAsync(SomeTicket(2) with { Asker = SomePlaces.Person("ben") })).Ticket;

        await using var unit = await _store.WriteAsync(Token);

        Assert.Equal(1, await unit.Tickets.ForgetAskerAsync(SomePlaces.Hash("ada"), Token));
        Assert.Equal(0, await unit.Tickets.ForgetAskerAsync(SomePlaces.Hash("ada"), Token));
        var left = await unit.Tickets.FindAsync(new TicketId(SomePlaces.Id(1)), Token);
        Assert.Equal((null, 2), (left!.Asker, left.Revision));
        Assert.Equal(others, await unit.Tickets.FindAsync(others.Id, Token));
    }

    [Theory]
    [MemberData(nameof(SomeFaq.HostileWords), MemberType = typeof(SomeFaq))]
    public async Task Whatever_words_a_ticket_holds_come_back_unchanged(string words)
    {
        var ticket = new Ticket(new TicketId(SomePlaces.Id(1)), SomePlaces.Channel, words + "\n\t" + words, _clock.GetUtcNow())
        {
            Reply = words,
            Scope = words,
            Asker = new PersonReference(new ProtectedText(words), SomePlaces.Hash(words)),
            ModeratorMessage = new ProtectedText(words),
        };
        await SaveAsync(ticket.AnsweredBy(words, _clock.GetUtcNow(), words));

        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal(ticket.AnsweredBy(words, _clock.GetUtcNow(), words) with { Revision = 1 }, await unit.Tickets.FindAsync(ticket.Id, Token));
    }

    [Fact]
    public async Task The_largest_ticket_comes_back_unchanged()
    {
        var ticket = new Ticket(new TicketId(SomePlaces.Id(1)), SomePlaces.Thread, new string('長', Ticket.MaxQuestionLength), _clock.GetUtcNow()) { Reply = new string('\n', Ticket.MaxReplyLength) }
            .AnsweredBy(new string('b', Ticket.MaxByLength), _clock.GetUtcNow(), new string('"', Ticket.MaxAnswerLength));
        await SaveAsync(ticket);

        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal(ticket with { Revision = 1 }, await unit.Tickets.FindAsync(ticket.Id, Token));
    }

    private Ticket SomeTicket(int id, PlaceId? place = null) =>
        new(new TicketId(SomePlaces.Id(id)), place ?? SomePlaces.Channel, "When is the deadline?", _clock.GetUtcNow()) { Reply = "I found nothing." };

    private async Task<TicketSave> SaveAsync(Ticket ticket)
    {
        await using var unit = await _store.WriteAsync(Token);
        var saved = await unit.Tickets.SaveAsync(ticket, Token);
        await unit.CommitAsync(Token);
        return saved;
    }
}
