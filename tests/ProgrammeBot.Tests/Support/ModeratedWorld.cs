using Microsoft.Extensions.DependencyInjection;
using ProgrammeBot.Faq;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Support;

/// <summary>A host after some weeks of use: entries in every state, with long and hostile words among them.</summary>
internal static class ModeratedWorld
{
    public const string Hostile = "<script>alert('x')</script> & \"quotes\" \u202Egnp.exe";

    /// <summary>A file of entries: one in conflict with what somebody wrote here, one written here by the same name, and two that are new.</summary>
    public static string File => $"""
        entries:
          - id: fees
            title: What are the fees?
            answer: See the fees page of the university, which changes every August.
          - id: how-long-is-the-msc-robotics
            title: How long is the MSc Robotics?
            answer: One year.
          - id: lockers
            title: Where are the lockers?
            answer: In the basement.
          - id: endless
            title: {Endless}
            answer: Words without end.
        """;

    private static readonly string Endless = new('W', 280);

    public static async Task FillAsync(ModeratedHost host, ModeratorBrowser ada)
    {
        await WriteAsync(ada, "How long is the MSc Robotics?", "One year, **full-time**. [1]", "publish", ("phrasings", "robotics duration\nhow many months is robotics\nis it a one year course"), ("scope", "msc-robotics"), ("tags", "duration, robotics"), ("owner", "office"), ("quotedocument", "robotics"), ("quotewords", "The MSc Robotics lasts one year and is studied full-time."));
        await WriteAsync(ada, "When is the laboratory book due?", "On 4 September, at the *office*:\n\n- printed\n- and [uploaded](https://example.org)", "publish", ("scope", "mres-optics"), ("tags", "deadlines"), ("quotedocument", "optics"), ("quotewords", "The laboratory book is due on 4 September."));
        await WriteAsync(ada, "Can I defer my place?", "Ask the office before the end of August.", "review", ("tags", "admission"));
        await WriteAsync(ada, Hostile, Hostile, "publish", ("phrasings", Hostile), ("tags", "odd"));
        await WriteAsync(ada, Endless, "Words without end.", "draft", ("phrasings", Endless));
        await EditAsync(ada, "how-long-is-the-msc-robotics", 1, "How long is the MSc Robotics?", "Twelve months, **full-time**; it begins in late September.", "publish");
        await EditAsync(ada, "when-is-the-laboratory-book-due", 1, "When is the laboratory book due?", "On 4 September at noon. [1]", "draft");
        await host.Services.GetRequiredService<FaqDesk>().ImportAsync(
            [new(new FaqId("fees"), new FaqContent { Title = "What are the fees?", Answer = "See the fees page of the university.", Status = FaqStatus.Live })], new FaqAuthor("import"), onlyIntoEmpty: false, TestContext.Current.CancellationToken);
        await EditAsync(ada, "fees", 1, "What are the fees?", "See the fees page; ask the office when in doubt.", "publish");
        await host.WriteAsync(PeopleAsync);
    }

    private static async Task PeopleAsync(IUnitOfWork unit)
    {
        var token = TestContext.Current.CancellationToken;
        var (time, random) = (TimeProvider.System, new Random(7));
        var ids = new UlidSource(time, random.NextBytes);
        Assert.True(PlaceId.TryParse(ModeratedHost.Guild, out var guild));
        Assert.True(PlaceId.TryParse(ModeratedHost.Guild + ":5", out var channel));
        await unit.Places.SaveAsync(new Place(guild, new PlaceSettings { Programme = "msc-robotics", Answering = AnsweringMode.WhenAsked, WakeWords = ["bot"], ModeratorRole = "7", ModeratorChannel = "8" }), token);
        await unit.Places.SaveAsync(new Place(channel, new PlaceSettings { IsAskChannel = true, Answering = AnsweringMode.EveryQuestion }, guild), token);
        var now = time.GetUtcNow();
        await unit.Tickets.SaveAsync(new Ticket(ids.NextTicket(), channel, "Can I switch from Optics to Robotics after the first term?", now.AddHours(-5)) { Reply = "My documents do not say.", Scope = "mres-optics" }, token);
        await unit.Tickets.SaveAsync(new Ticket(ids.NextTicket(), channel, Hostile + " " + Endless, now.AddDays(-2)) { Reply = Hostile }.TakenBy("Bob", now), token);
        await unit.Suggestions.SaveAsync(new Suggestion(ids.NextSuggestion(), "Where can I print?", "In the library, level 1, with your card.", now.AddDays(-1)) { Within = guild }, token);
        await unit.Suggestions.SaveAsync(new Suggestion(ids.NextSuggestion(), "How long is the MSc Robotics?", "Twelve months; it begins on **28 September**.", now.AddDays(-1)) { Within = guild, Faq = new FaqId("how-long-is-the-msc-robotics") }, token);
        foreach (var questions in new string[][] { ["Is there a shuttle bus to the campus?", "shuttle bus times", "is there a bus between campuses"], ["What does the deposit cost?", "deposit how much"], [Hostile, Endless] })
        {
            var gap = new Gap(ids.NextGap(), questions[0], now.AddDays(-20));
            await unit.Gaps.SaveAsync(gap, token);
            foreach (var (question, n) in questions.Select((q, n) => (q, n)))
            {
                await unit.Gaps.AddAsync(new GapQuestion(ids.NextGapQuestion(), gap.Id, question, now.AddDays(-9 * n), (GapReason)(n % 3)) { Within = guild, Scope = n == 1 ? "msc-robotics" : null }, token);
            }
        }

        for (var n = 0; n < 300; n++)
        {
            var at = now.AddDays(-random.Next(0, 88)).AddMinutes(-random.Next(0, 1000));
            var answer = ids.NextAnswer();
            var kind = random.Next(10) switch { 0 or 1 => ReplyKind.Abstain, 2 => ReplyKind.Clarify, _ => ReplyKind.Answer };
            await unit.Answers.AddAsync(
                new AnswerRecord(answer, at, kind)
                {
                    Scope = random.Next(3) switch { 0 => "msc-robotics", 1 => "mres-optics", _ => null },
                    Within = n % 2 == 0 ? guild : null,
                    Faq = n is 6 or 18 or 24 || (kind == ReplyKind.Answer && n % 3 == 0) ? new FaqRevisionId(new FaqId("how-long-is-the-msc-robotics"), 1) : null,
                },
                token);
            if (n is 6 or 18 or 24)
            {
                await unit.ReplyReferences.SaveAsync(new ReplyReference(answer, n == 24 ? PlaceId.Of("teams", "tenant", "team") : channel, new ProtectedText($"cipher {n}"), SomePlaces.Hash($"{n}"), now.AddDays(20)), token);
            }

            if (n % 12 == 0)
            {
                var helpful = n % 24 == 0;
                await unit.Feedback.SaveAsync(
                    new Feedback(ids.NextFeedback(), answer, helpful ? Vote.Helpful : Vote.NotHelpful, at, helpful ? null : (FeedbackReason)(n % 5), helpful ? "" : n == 12 ? Hostile + Endless : "It is for last year."), token);
            }
        }
    }

    /// <summary>Every page that is there to be looked at, by a name for its picture.</summary>
    public static async Task<IReadOnlyList<(string Name, string Path)>> PagesAsync(ModeratedHost host)
    {
        var token = TestContext.Current.CancellationToken;
        var (tickets, suggestions, gaps) = await host.ReadAsync(async u => (await u.Tickets.ListAsync(null, default, token), await u.Suggestions.ListAsync(null, token), await u.Gaps.ListAsync(null, token)));
        return
        [
            ("overview", "/moderate"), ("entries", "/moderate/entries"), ("entries-none", "/moderate/entries?q=nothing+at+all+like+this"),
            ("entry", "/moderate/entries/how-long-is-the-msc-robotics?done=published"), ("entry-beside", "/moderate/entries/when-is-the-laboratory-book-due"),
            ("edit", "/moderate/entries/how-long-is-the-msc-robotics/edit"), ("history", "/moderate/entries/how-long-is-the-msc-robotics/history"),
            ("replies", "/moderate/entries/how-long-is-the-msc-robotics/replies"), ("source-replies", "/moderate/sources/replies"), ("new", "/moderate/new-entry"), ("test", "/moderate/test"), ("review", "/moderate/review"), ("review-one", "/moderate/review/can-i-defer-my-place"),
            ("gaps", "/moderate/gaps"), ("gap", $"/moderate/gaps/{gaps[0].Id}"), ("gap-hostile", $"/moderate/gaps/{gaps[2].Id}"),
            ("tickets", "/moderate/tickets"), ("ticket", $"/moderate/tickets/{tickets[0].Id}"), ("ticket-hostile", $"/moderate/tickets/{tickets[1].Id}"),
            ("suggestions", "/moderate/suggestions"), ("suggestion", $"/moderate/suggestions/{suggestions[0].Id}"), ("suggestion-change", $"/moderate/suggestions/{suggestions[1].Id}"),
            ("feedback", "/moderate/feedback"), ("places", "/moderate/places"), ("place", "/moderate/places/" + Uri.EscapeDataString(ModeratedHost.Guild)),
            ("sources", "/moderate/sources"), ("source-retire", "/moderate/sources/retire?file=robotics.md"), ("words", "/moderate/words"), ("words-one", "/moderate/words/synonyms.yaml"),
            ("files", "/moderate/files"), ("figures", "/moderate/figures"), ("audit", "/moderate/audit"), ("sign-ins", "/moderate/sign-ins"),
        ];
    }

    private static async Task WriteAsync(ModeratorBrowser ada, string title, string answer, string act, params (string, string)[] more)
    {
        var (_, html, location) = await ada.SendAsync("/moderate/new-entry", [("title", title), ("answer", answer), ("tried", "seen"), ("do", act), .. more]);
        Assert.True(location is not null, html);
    }

    private static async Task EditAsync(ModeratorBrowser ada, string id, int basedOn, string title, string answer, string act)
    {
        var (_, html, location) = await ada.SendAsync($"/moderate/entries/{id}/edit", ("title", title), ("answer", answer), ("tried", "seen"), ("basedon", $"{basedOn}"), ("note", "from the new calendar"), ("do", act));
        Assert.True(location is not null, html);
    }
}
