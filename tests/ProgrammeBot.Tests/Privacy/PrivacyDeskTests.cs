using System.Text.Json;
using ProgrammeBot.Asking;
using ProgrammeBot.Privacy;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Asking;

namespace ProgrammeBot.Tests.Privacy;

public sealed class PrivacyDeskTests : AskingBed
{
    private readonly PersonMemories _memories = new();

    private PrivacyDesk Desk => field ??= new PrivacyDesk(Store, Protection, _memories, Clock);

    [Fact]
    public async Task Of_whom_nothing_is_held_nothing_is_shown()
    {
        await HoldsAsync("ben");

        Assert.True((await Desk.ShowAsync("ada", Token)).IsNothing);
    }

    [Fact]
    public async Task Everything_held_on_a_person_is_shown_and_nothing_of_others()
    {
        var (reply, ticket, suggestion) = await HoldsAsync("ada");
        await HoldsAsync("ben");
        _memories.Add(new Notes("ada", "what?"));
        _memories.Add(new Notes("ben", "why?"));

        var data = await Desk.ShowAsync("ada", Token);

        Assert.Equal([reply.Id], data.Replies.Select(r => r.Answer));
        Assert.Equal(Clock.GetUtcNow() + Retention.Default.References, data.Replies[0].KeptUntil);
        Assert.Equal([ticket], data.Tickets.Select(t => t.Id));
        Assert.Equal([suggestion], data.Suggestions.Select(s => s.Id));
        Assert.Equal(["what?"], data.Remembered.Questions);
    }

    [Fact]
    public async Task Who_is_forgotten_is_found_by_nobody_and_what_they_asked_stays_without_them()
    {
        var (reply, ticket, suggestion) = await HoldsAsync("ada");
        var (others, _, _) = await HoldsAsync("ben");
        var notes = new Notes("ada", "what?");
        _memories.Add(notes);

        Assert.Equal(3, await Desk.ForgetAsync("ada", Token));

        Assert.True((await Desk.ShowAsync("ada", Token)).IsNothing);
        Assert.Empty(notes.Of("ada").Questions);
        Assert.Empty(await ReadAsync(unit => unit.ReplyReferences.OfAsync(reply.Id, Token)));
        Assert.Null((await ReadAsync(unit => unit.Tickets.FindAsync(ticket, Token)))!.Asker);
        Assert.Null((await ReadAsync(unit => unit.Suggestions.FindAsync(suggestion, Token)))!.By);
        Assert.NotNull(await ReadAsync(unit => unit.Answers.FindAsync(reply.Id, Token)));
        Assert.Single(await ReadAsync(unit => unit.ReplyReferences.OfAsync(others.Id, Token)));
        Assert.Equal(0, await Desk.ForgetAsync("ada", Token));
    }

    [Fact]
    public async Task The_file_holds_all_of_it()
    {
        await HoldsAsync("ada");
        _memories.Add(new Notes("ada", "what \"of\" <it>?"));

        using var file = JsonDocument.Parse(PersonalDataJson.Write(await Desk.ShowAsync("ada", Token)));

        var root = file.RootElement;
        Assert.Equal("ada", root.GetProperty("person").GetString());
        Assert.Equal("what \"of\" <it>?", root.GetProperty("questions_in_memory")[0].GetString());
        Assert.Equal((1, 1, 1), (root.GetProperty("replies").GetArrayLength(), root.GetProperty("tickets").GetArrayLength(), root.GetProperty("suggestions").GetArrayLength()));
        Assert.Equal("where can I park?", root.GetProperty("tickets")[0].GetProperty("question").GetString());
    }

    private async Task<(GivenReply Reply, TicketId Ticket, SuggestionId Suggestion)> HoldsAsync(string person)
    {
        var reply = Given(person);
        await new ReplyLedger(Store, Protection, (_, _) => Task.CompletedTask, Retention.Default, Clock)
            .DeliveredAsync(Ids.NextPending(), reply, new StandingMessage($"message of {person}", "there", person), Token);
        var who = new PersonReference(Protection.Protect(person), Protection.HashOf(person));
        var ticket = new Ticket(Ids.NextTicket(), Place, "where can I park?", Clock.GetUtcNow()) { Asker = who };
        var suggestion = new Suggestion(Ids.NextSuggestion(), "Where is the pool?", "Behind the library.", Clock.GetUtcNow()) { By = who };
        await using var unit = await Store.WriteAsync(Token);
        await unit.Tickets.SaveAsync(ticket, Token);
        await unit.Suggestions.SaveAsync(suggestion, Token);
        await unit.CommitAsync(Token);
        return (reply, ticket.Id, suggestion.Id);
    }

    private sealed class Notes(string of, string question) : IPersonMemory
    {
        private bool _isForgotten;

        public RememberedOfPerson Of(string person) => person == of && !_isForgotten ? new RememberedOfPerson([question], null) : RememberedOfPerson.Nothing;

        public void Forget(string person) => _isForgotten |= person == of;
    }
}
