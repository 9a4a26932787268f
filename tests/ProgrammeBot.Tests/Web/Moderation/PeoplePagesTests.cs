using System.Net;
using System.Security.Cryptography;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Web.Moderation;

/// <summary>What comes from people: tickets, gaps, suggestions, votes; and what moderators of one place see of another's.</summary>
public sealed class PeoplePagesTests : IAsyncLifetime
{
    private readonly UlidSource ids = new(TimeProvider.System, RandomNumberGenerator.Fill);
    private ModeratedHost host = null!;
    private ModeratorBrowser ada = null!;
    private ModeratorBrowser staff = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await ModeratedHost.StartAsync();
        ada = await host.SignInAsync();
        staff = await host.StaffAsync();
    }

    public async ValueTask DisposeAsync()
    {
        ada.Dispose();
        staff.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_ticket_is_taken_answered_and_added_to_the_FAQ()
    {
        var id = await TicketAsync(ModeratedHost.Guild, "Where is the robotics laboratory?");
        Assert.Contains("Where is the robotics laboratory?", await staff.PageAsync("/moderate/tickets"), StringComparison.Ordinal);
        Assert.EndsWith("done=taken", (await staff.SendAsync($"/moderate/tickets/{id}", ("do", "take"))).Location, StringComparison.Ordinal);

        var answered = await staff.SendAsync($"/moderate/tickets/{id}", ("answer", "In room 4.12."), ("do", "add"));

        Assert.Equal("/moderate/entries/where-is-the-robotics-laboratory/edit?done=nottold", answered.Location);
        var ticket = (await host.ReadAsync(u => u.Tickets.FindAsync(id, Token)))!;
        Assert.Equal((TicketState.Answered, "In room 4.12.", "Stan Field", "where-is-the-robotics-laboratory"), (ticket.State, ticket.Answer, ticket.Answered!.By, ticket.Faq.ToString()));
        Assert.Contains("Somebody else ended it meanwhile", (await ada.SendAsync($"/moderate/tickets/{id}", ("answer", "Elsewhere."), ("do", "answer"))).Html, StringComparison.Ordinal);
        await ada.SendAsync($"/moderate/tickets/{id}", ("do", "reopen"));
        await ada.SendAsync($"/moderate/tickets/{id}", ("do", "close"));
        Assert.Equal(TicketState.Closed, (await host.ReadAsync(u => u.Tickets.FindAsync(id, Token)))!.State);
    }

    [Fact]
    public async Task A_suggestion_becomes_a_draft_or_is_declined_with_a_word()
    {
        var one = await SuggestionAsync(ModeratedHost.Guild, "Is there a gym?", "Yes, <b>on</b> level 2.");
        var two = await SuggestionAsync(ModeratedHost.Guild, "Is there a pool?", "No.");
        Assert.Contains("&lt;b&gt;on", await staff.PageAsync($"/moderate/suggestions/{one}"), StringComparison.Ordinal);

        Assert.Equal("/moderate/entries/is-there-a-gym/edit?done=accepted", (await staff.SendAsync($"/moderate/suggestions/{one}", ("title", "Is there a gym?"), ("answer", "Yes, on level 2."), ("do", "accept"))).Location);
        await staff.SendAsync($"/moderate/suggestions/{two}", ("note", "Not ours."), ("do", "decline"));

        Assert.Equal(FaqStatus.Draft, (await host.ReadAsync(u => u.Faq.FindAsync(new FaqId("is-there-a-gym"), Token)))!.Content.Status);
        Assert.Equal((SuggestionState.Declined, "Not ours."), await host.ReadAsync(async u => (await u.Suggestions.FindAsync(two, Token)) is { } s ? (s.State, s.Note) : default));
    }

    [Fact]
    public async Task A_gap_becomes_a_draft_with_its_questions()
    {
        var gap = await GapAsync(ModeratedHost.Guild, "Is there a shuttle bus?", "shuttle bus times");
        Assert.Contains("asked 2 times", await staff.PageAsync("/moderate/gaps"), StringComparison.Ordinal);
        Assert.Contains("shuttle bus times", await staff.PageAsync($"/moderate/gaps/{gap}"), StringComparison.Ordinal);

        var made = await staff.SendAsync($"/moderate/gaps/{gap}", ("title", "Is there a shuttle bus?"), ("phrasings", "shuttle bus times"), ("answer", "Every ten minutes."), ("do", "entry"));

        Assert.Equal("/moderate/entries/is-there-a-shuttle-bus/edit?done=decided", made.Location);
        Assert.Equal(GapState.Answered, (await host.ReadAsync(u => u.Gaps.FindAsync(gap, Token)))!.State);
    }

    [Fact]
    public async Task What_is_another_places_is_as_if_it_were_not_there()
    {
        var (ticket, suggestion, gap) = (await TicketAsync(ModeratedHost.OtherGuild, "secret ticket"), await SuggestionAsync(ModeratedHost.OtherGuild, "secret suggestion", "x"), await GapAsync(ModeratedHost.OtherGuild, "secret gap one", "secret gap two"));
        Assert.True(PlaceId.TryParse(ModeratedHost.OtherGuild, out var other));
        await host.WriteAsync(async unit => await unit.Places.SaveAsync(new Place(other, new PlaceSettings { Intake = "secret intake" }), Token));
        foreach (var list in new[] { "tickets", "tickets?state=any", "suggestions", "gaps", "places", "feedback", "audit", "figures", "" })
        {
            var page = await staff.PageAsync("/moderate/" + list);
            Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
            Assert.DoesNotContain(ModeratedHost.OtherGuild, page, StringComparison.Ordinal);
        }

        foreach (var path in new[] { $"tickets/{ticket}", $"suggestions/{suggestion}", $"gaps/{gap}", $"places/{Uri.EscapeDataString(ModeratedHost.OtherGuild)}", "places/discord", "tickets/'OR'1", "gaps/%0A" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/moderate/" + path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await staff.SendAsync("/moderate/" + path, ("do", "close"), ("answer", "x"), ("title", "x"))).Status);
        }

        Assert.Equal(TicketState.Open, (await host.ReadAsync(u => u.Tickets.FindAsync(ticket, Token)))!.State);
        Assert.Contains("secret ticket", await ada.PageAsync("/moderate/tickets"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_places_moderators_set_it_up_but_not_who_moderates_it()
    {
        Assert.True(PlaceId.TryParse(ModeratedHost.Guild, out var guild));
        await host.WriteAsync(async unit => await unit.Places.SaveAsync(new Place(guild, new PlaceSettings { ModeratorRole = "7", ModeratorChannel = "8" }), Token));
        var path = $"/moderate/places/{Uri.EscapeDataString(ModeratedHost.Guild)}";
        var was = System.Text.RegularExpressions.Regex.Match(await staff.PageAsync(path), "name=\"was\" value=\"([0-9a-f]+)\"").Groups[1].Value;

        var saved = await staff.SendAsync(path, ("was", was), ("programme", "mres-optics"), ("answering", "EveryQuestion"), ("wake", "bot, hey"), ("role", "666"), ("second", "no"), ("do", "save"));
        var again = await staff.SendAsync(path, ("was", was), ("programme", ""), ("do", "save"));

        Assert.EndsWith("done=saved", saved.Location, StringComparison.Ordinal);
        Assert.EndsWith("done=meanwhile", again.Location, StringComparison.Ordinal);
        var settings = (await host.ReadAsync(u => u.Places.FindAsync(guild, Token)))!.Settings;
        Assert.Equal(("mres-optics", AnsweringMode.EveryQuestion, "7"), (settings.Programme, settings.Answering, settings.ModeratorRole));
        Assert.Equal(["bot", "hey"], settings.WakeWords!);
        Assert.Contains("place changed", await staff.PageAsync("/moderate/audit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_moderates_a_place_and_whether_two_must_look_is_the_operators_to_set()
    {
        Assert.True(PlaceId.TryParse(ModeratedHost.Guild, out var guild));
        await host.WriteAsync(async unit => await unit.Places.SaveAsync(new Place(guild, new PlaceSettings { Moderators = ["1"], SecondPerson = true }), Token));
        var path = $"/moderate/places/{Uri.EscapeDataString(ModeratedHost.Guild)}";
        Assert.DoesNotContain("name=\"people\"", await staff.PageAsync(path), StringComparison.Ordinal);

        await staff.SendAsync(path, ("was", await WasAsync()), ("people", "666"), ("administrators", "666"), ("second", "no"), ("intake", "staff's"), ("do", "save"));
        Assert.Equal((true, "1", null), await SettingsAsync() is var s ? (s.SecondPerson, string.Join(' ', s.Moderators!), s.Administrators) : default);

        await ada.SendAsync(path, ("was", await WasAsync()), ("people", "2\r\n 3 \n\n2"), ("administrators", "-"), ("second", "no"), ("do", "save"));
        Assert.Equal((false, "2 3", 0), await SettingsAsync() is var t ? (t.SecondPerson, string.Join(' ', t.Moderators!), t.Administrators!.Count) : default);
        Assert.Contains("second person, people", await ada.PageAsync("/moderate/audit"), StringComparison.Ordinal);

        var wrong = await ada.SendAsync(path, ("was", await WasAsync()), ("people", new string('<', 257)), ("wake", "kept"), ("do", "save"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("Moderators[0]", wrong.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"kept\"", wrong.Html, StringComparison.Ordinal);
        await ada.SendAsync(path, ("was", await WasAsync()), ("people", ""), ("administrators", " "), ("second", ""), ("do", "save"));
        Assert.Equal((null, null, null), await SettingsAsync() is var u ? (u.SecondPerson, u.Moderators, u.Administrators) : default);

        async Task<PlaceSettings> SettingsAsync() => (await host.ReadAsync(u => u.Places.FindAsync(guild, Token)))!.Settings;
        async Task<string> WasAsync() => System.Text.RegularExpressions.Regex.Match(await ada.PageAsync(path), "name=\"was\" value=\"([0-9a-f]+)\"").Groups[1].Value;
    }

    [Fact]
    public async Task A_review_is_approved_by_another_and_declined_only_with_a_reason()
    {
        await staff.SendAsync("/moderate/new-entry", ("title", "Can I defer?"), ("answer", "Ask."), ("do", "review"));
        Assert.Contains("Can I defer?", await ada.PageAsync("/moderate/review"), StringComparison.Ordinal);
        Assert.Contains("What would be answered otherwise", await ada.PageAsync("/moderate/review/can-i-defer"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ada.SendAsync("/moderate/review/can-i-defer", ("basedon", "1"), ("do", "decline"))).Status);
        Assert.EndsWith("done=approved", (await ada.SendAsync("/moderate/review/can-i-defer", ("basedon", "1"), ("do", "approve"))).Location, StringComparison.Ordinal);
        Assert.Equal(FaqStatus.Live, (await host.ReadAsync(u => u.Faq.FindAsync(new FaqId("can-i-defer"), Token)))!.Content.Status);
    }

    [Fact]
    public async Task Words_of_votes_are_shown_and_found_without_what_points_at_anybody()
    {
        await host.WriteAsync(async unit =>
        {
            var answer = new AnswerRecord(ids.NextAnswer(), TimeProvider.System.GetUtcNow(), ReplyKind.Answer);
            await unit.Answers.AddAsync(answer, Token);
            await unit.Feedback.SaveAsync(new Feedback(ids.NextFeedback(), answer.Id, Vote.NotHelpful, TimeProvider.System.GetUtcNow(), FeedbackReason.Wrong, "<b>no</b>: my name is Anna Winter"), Token);
        });

        Assert.Contains("&lt;b&gt;no&lt;/b&gt;: my name is [name]", await ada.PageAsync("/moderate/feedback"), StringComparison.Ordinal);
        Assert.Contains("No vote fits.", await ada.PageAsync("/moderate/feedback?q=Winter"), StringComparison.Ordinal);
        Assert.DoesNotContain("my name is", await staff.PageAsync("/moderate/feedback"), StringComparison.Ordinal);
    }

    private async Task<TicketId> TicketAsync(string place, string question)
    {
        Assert.True(PlaceId.TryParse(place + ":5", out var where));
        var ticket = new Ticket(ids.NextTicket(), where, question, TimeProvider.System.GetUtcNow()) { Reply = "My documents do not say." };
        await host.WriteAsync(async unit => await unit.Tickets.SaveAsync(ticket, Token));
        return ticket.Id;
    }

    private async Task<SuggestionId> SuggestionAsync(string place, string question, string answer)
    {
        Assert.True(PlaceId.TryParse(place, out var where));
        var suggestion = new Suggestion(ids.NextSuggestion(), question, answer, TimeProvider.System.GetUtcNow()) { Within = where };
        await host.WriteAsync(async unit => await unit.Suggestions.SaveAsync(suggestion, Token));
        return suggestion.Id;
    }

    private async Task<GapId> GapAsync(string place, params string[] questions)
    {
        Assert.True(PlaceId.TryParse(place, out var where));
        var gap = new Gap(ids.NextGap(), questions[0], TimeProvider.System.GetUtcNow());
        await host.WriteAsync(async unit =>
        {
            await unit.Gaps.SaveAsync(gap, Token);
            foreach (var question in questions)
            {
                await unit.Gaps.AddAsync(new GapQuestion(ids.NextGapQuestion(), gap.Id, question, TimeProvider.System.GetUtcNow(), GapReason.Unanswered) { Within = where }, Token);
            }
        });
        return gap.Id;
    }
}
