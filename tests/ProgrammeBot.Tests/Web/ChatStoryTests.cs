using Microsoft.Playwright;
using ProgrammeBot.Answering;
using ProgrammeBot.Documents;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ProgrammeBot.Tests.Web;

/// <summary>What a student does, in a real browser.</summary>
public sealed class ChatStoryTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly SourceDocument guide = Samples.Guide();
    private readonly SourceDocument handbook = Samples.Handbook();
    private WebBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        bot = (await WebBot.StartAsync()).With(guide, handbook)
            .Says("Which IELTS do I need?", Samples.Ielts(guide))
            .Says("How many credits is Perception?", Samples.Credits(guide))
            .Says("When is the thesis due?", Samples.WhichThesis(guide, handbook))
            .Says("MRes", new Answer("The thesis is due on 4 September. [1]", [handbook.Quote("The thesis is due on 4 September.")], Confidence.High))
            .Says("What is the fee?", Samples.Fees(guide));
        bot.Questions = ["Which IELTS do I need?", "How many credits is Perception?"];
        bot.Programmes = [new("msc-robotics", "MSc Robotics"), new("mres", "MRes")];
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task One_asks_opens_the_passage_and_comes_back_by_keyboard_alone()
    {
        await using var visit = await HomeAsync();
        var keys = visit.Page.Keyboard;
        await Expect(visit.Box).ToBeFocusedAsync();
        await keys.TypeAsync("Which IELTS do I need?");
        await keys.PressAsync("Enter");
        var cite = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Source 1: Admission" });
        await Expect(cite).ToBeVisibleAsync();
        await Expect(visit.Box).ToBeFocusedAsync();
        await Expect(visit.Box).ToHaveValueAsync("");

        await PressUntilFocusedAsync(visit.Page, cite, "Shift+Tab");
        await keys.PressAsync("Enter");
        var panel = visit.Page.GetByRole(AriaRole.Dialog);
        await Expect(panel.Locator("mark")).ToHaveTextAsync("IELTS 7.0 overall is the language requirement, with at least 6.5 in each element.");
        await Expect(panel).ToContainTextAsync("Applicants need a First Class degree in engineering.");
        await Expect(panel).ToContainTextAsync("Digest of ‘Programme Specification: MSc Robotics’: not the publisher’s own words.");
        await Expect(panel).ToContainTextAsync("Programme overview › Admission");
        await Expect(panel).ToContainTextAsync("2025-26 entry · as of 2025-01");

        await keys.PressAsync("Escape");
        await Expect(panel).ToBeHiddenAsync();
        await Expect(cite).ToBeFocusedAsync();
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task One_suggests_an_answer_and_is_told_where_it_goes_and_what_went_wrong()
    {
        var sent = new List<string?>();
        await using var visit = await HomeAsync();
        await visit.Page.RouteAsync("**/api/suggest", async route =>
        {
            sent.Add(route.Request.PostData);
            await route.FulfillAsync(sent.Count == 1 ? new() { Status = 400, ContentType = "application/problem+json", Body = "{\"detail\":\"Answer is <b>wrong</b>.\"}" } : new() { Status = 204 });
        });
        var turn = await visit.AskAsync("What is the fee?");
        await turn.GetByRole(AriaRole.Button, new() { Name = "Suggest an answer" }).ClickAsync();
        var form = turn.GetByRole(AriaRole.Form, new() { Name = "Suggest an answer" });
        await Expect(form).ToContainTextAsync("It goes to the moderators");
        await Expect(form).ToContainTextAsync("Nobody writes back");
        await Expect(form.GetByLabel("The question")).ToHaveValueAsync("What is the fee?");
        await Expect(form.GetByLabel("Your answer")).ToBeFocusedAsync();
        await form.GetByLabel("Your answer").FillAsync("<i>Free</i>");
        await form.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(form.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Answer is <b>wrong</b>.");
        await form.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await Expect(turn.GetByText("Sent to the moderators. Thank you.")).ToBeVisibleAsync();
        await Expect(form).ToBeHiddenAsync();
        Assert.Equal("{\"question\":\"What is the fee?\",\"answer\":\"<i>Free</i>\"}", sent[1]);
    }

    [Fact]
    public async Task Whose_browser_is_German_is_spoken_to_in_German_by_the_scripts_too()
    {
        await using var visit = await HomeAsync(new() { Locale = "de-DE", ViewportSize = new() { Width = 390, Height = 780 } });
        await visit.Page.GetByLabel("Ihre Frage").FillAsync("Which IELTS do I need?");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Fragen", Exact = true }).ClickAsync();
        var turn = visit.Log.Locator(".turn").Last;

        await Expect(turn.GetByRole(AriaRole.Heading, new() { Name = "Wo es steht" })).ToBeVisibleAsync();
        await Expect(turn.GetByRole(AriaRole.Button, new() { Name = "Quelle 1: Admission" })).ToBeVisibleAsync();
        await Expect(turn).ToContainTextAsync("Sicher: Das Dokument sagt es unmittelbar.");
        await Expect(turn).ToContainTextAsync("Stand 2025-01");
        await turn.GetByRole(AriaRole.Button, new() { Name = "Antwort vorschlagen" }).ClickAsync();
        await Expect(turn).ToContainTextAsync("Niemand schreibt zurück");
        await ChatLooksTests.PictureAsync(visit.Page, "german", "phone");
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Who_is_sent_to_people_for_help_is_not_asked_for_a_better_answer()
    {
        bot.Says("I cannot go on", new Abstain("Talk to somebody.") { IsPrivate = true });
        await using var visit = await HomeAsync();
        var turn = await visit.AskAsync("I cannot go on");

        await Expect(turn.GetByRole(AriaRole.Button, new() { Name = "Copy" })).ToBeVisibleAsync();
        await Expect(turn.GetByRole(AriaRole.Button, new() { Name = "Suggest an answer" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_open_page_of_a_citation_marks_its_quote()
    {
        await using var visit = await HomeAsync();
        var turn = await visit.AskAsync("Which IELTS do I need?");
        await turn.Locator("summary").ClickAsync();
        var page = await visit.Page.Context.RunAndWaitForPageAsync(() => turn.GetByRole(AriaRole.Link, new() { Name = "Open the document" }).ClickAsync());

        await Expect(page.Locator("mark")).ToHaveTextAsync("IELTS 7.0 overall is the language requirement, with at least 6.5 in each element.");
        await Expect(page.Locator("mark")).ToBeInViewportAsync();
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_link_that_names_its_place_behind_the_hash_marks_it_too()
    {
        await using var visit = await chromium.VisitAsync(bot);
        var span = guide.Quote("Applications close on 31 March.").Spans[0];

        await visit.Page.GotoAsync($"/sources/msc-robotics-guide#s{span.Start}-{span.End}.{guide.Version[7..19]}");

        await Expect(visit.Page.Locator("mark")).ToHaveTextAsync("Applications close on 31 March.");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Without_scripts_the_passage_can_be_read_all_the_same()
    {
        await using var visit = await chromium.VisitAsync(bot, new() { JavaScriptEnabled = false });
        var span = guide.Quote("Applications close on 31 March.").Spans[0];

        await visit.Page.GotoAsync($"/sources/msc-robotics-guide?s={span.Start}-{span.End}#mark");

        await Expect(visit.Page.Locator("mark")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_choice_is_sent_as_the_next_turn_of_the_same_conversation()
    {
        await using var visit = await HomeAsync();
        var turn = await visit.AskAsync("When is the thesis due?");
        await turn.GetByRole(AriaRole.Button, new() { Name = "MRes", Exact = true }).ClickAsync();

        await Expect(visit.Log.Locator(".turn").Last).ToContainTextAsync("The thesis is due on 4 September.");
        await Expect(turn.GetByRole(AriaRole.Button, new() { Name = "MRes", Exact = true })).ToBeDisabledAsync();
        Assert.Equal(["When is the thesis due?"], bot.Asked[^1].EarlierTurns);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_suggestion_asks_within_the_programme_chosen()
    {
        await using var visit = await HomeAsync();
        await visit.Page.GetByLabel("About").SelectOptionAsync("mres");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Which IELTS do I need?" }).ClickAsync();

        await Expect(visit.Log).ToContainTextAsync("7.0 overall");
        await Expect(visit.Log).ToContainTextAsync("About MRes");
        Assert.Equal("mres", Assert.Single(bot.Asked).Scope);
    }

    [Fact]
    public async Task Rows_of_a_table_are_shown_as_a_table()
    {
        await using var visit = await HomeAsync();
        var turn = await visit.AskAsync("How many credits is Perception?");

        await Expect(turn.Locator(".words").GetByRole(AriaRole.Columnheader)).ToHaveTextAsync(["Module", "Term", "ECTS"]);
        await Expect(turn.Locator(".words").GetByRole(AriaRole.Cell)).ToHaveTextAsync(["Perception", "Spring", "5"]);
        await turn.GetByRole(AriaRole.Button, new() { Name = "Source 1" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Dialog).Locator("mark")).ToHaveTextAsync(["Module", "Term", "ECTS", "Perception", "Spring", "5"]);
    }

    [Fact]
    public async Task A_refusal_says_what_was_missed_whom_to_ask_and_shows_its_leads_as_such()
    {
        await using var visit = await HomeAsync();
        var turn = await visit.AskAsync("What is the fee?");

        await Expect(turn).ToContainTextAsync("Found in no document: “tuition”, “<b>pounds</b>”");
        await Expect(turn).ToContainTextAsync("Whom to ask instead: Admissions office");
        await Expect(turn.GetByRole(AriaRole.Region, new() { Name = "The nearest passages, which do not answer it" })).ToBeVisibleAsync();
        await Expect(turn).Not.ToContainTextAsync("Sure");
    }

    [Fact]
    public async Task A_thumb_down_may_say_why()
    {
        await using var visit = await HomeAsync();
        var turn = await visit.AskAsync("Which IELTS do I need?");
        await turn.GetByRole(AriaRole.Button, new() { Name = "No", Exact = true }).ClickAsync();
        await turn.GetByLabel("It is out of date").CheckAsync();
        await turn.GetByLabel("In your own words").FillAsync("It is 7.5 now.");
        await turn.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await Expect(turn).ToContainTextAsync("Thank you.");
        await Expect(turn.GetByRole(AriaRole.Button, new() { Name = "No", Exact = true })).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal([(Vote.NotHelpful, FeedbackReason.OutOfDate, "It is 7.5 now.")], (await bot.VotesAsync()).Select(v => (v.Vote, v.Reason!.Value, v.Words)));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task While_it_is_looked_up_one_sees_so_and_can_stop()
    {
        bot.Gate.Reset();
        await using var visit = await HomeAsync();
        await visit.Box.FillAsync("Which IELTS do I need?");
        await visit.Box.PressAsync("Enter");
        await Expect(visit.Log).ToContainTextAsync("Looking it up");
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Ask" })).ToBeDisabledAsync();

        await visit.Box.PressAsync("Escape");
        await Expect(visit.Log).ToContainTextAsync("Stopped.");
        bot.Gate.Set();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(visit.Log).ToContainTextAsync("7.0 overall");
    }

    [Theory]
    [InlineData(429, "Please wait 7 seconds")]
    [InlineData(500, "Something went wrong on our side")]
    [InlineData(400, "Ask a shorter one.")]
    public async Task What_goes_wrong_is_told_in_plain_words_and_can_be_tried_again(int status, string words)
    {
        await using var visit = await HomeAsync();
        var broken = true;
        await visit.Page.RouteAsync("**/api/ask", route => broken
            ? route.FulfillAsync(new() { Status = status, ContentType = "application/problem+json", Headers = new Dictionary<string, string> { ["Retry-After"] = "7" }, Body = """{"detail": "Ask a shorter one."}""" })
            : route.ContinueAsync());
        var turn = await visit.AskAsync("Which IELTS do I need?");
        await Expect(turn.GetByRole(AriaRole.Alert)).ToContainTextAsync(words);

        broken = false;
        await turn.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(turn).ToContainTextAsync("7.0 overall");
    }

    [Fact]
    public async Task Being_offline_is_told()
    {
        await using var visit = await HomeAsync();
        await visit.Page.Context.SetOfflineAsync(true);

        var turn = await visit.AskAsync("Which IELTS do I need?");

        await Expect(turn.GetByRole(AriaRole.Alert)).ToContainTextAsync("You are offline.");
    }

    [Fact]
    public async Task A_new_conversation_remembers_nothing()
    {
        await using var visit = await HomeAsync();
        await visit.AskAsync("When is the thesis due?");
        await Expect(visit.Page.Locator("#asked summary")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "New conversation" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Ask about the programmes" })).ToBeVisibleAsync();
        await visit.AskAsync("MRes");

        Assert.Empty(bot.Asked[^1].EarlierTurns);
    }

    [Fact]
    public async Task A_long_question_is_counted_and_shift_enter_starts_a_line()
    {
        await using var visit = await HomeAsync();
        await visit.Box.FillAsync("one");
        await visit.Box.PressAsync("Shift+Enter");
        await visit.Page.Keyboard.TypeAsync("two");
        await Expect(visit.Box).ToHaveValueAsync("one\ntwo");
        Assert.Empty(bot.Asked);

        await visit.Box.FillAsync(new string('a', 4003));
        await Expect(visit.Page.GetByText("3 characters too many")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Ask" })).ToBeDisabledAsync();
    }

    private async Task<Visit> HomeAsync(BrowserNewContextOptions? options = null)
    {
        var visit = await chromium.VisitAsync(bot, options);
        await visit.Page.GotoAsync("/");
        return visit;
    }

    private static async Task PressUntilFocusedAsync(IPage page, ILocator target, string key)
    {
        for (var n = 0; n < 20; n++)
        {
            await page.Keyboard.PressAsync(key);
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"{target} was not reached by {key}.");
    }
}
