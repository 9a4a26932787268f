using Microsoft.Extensions.DependencyInjection;
using ProgrammeBot.Faq;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Channels.Discord.Fake;
using ProgrammeBot.Tests.Channels.Discord.Moderation;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Stories;

/// <summary>From what a member would answer, through the moderators' channel, to what the bot answers.</summary>
public sealed class SuggestionStories : ModeratedDiscordStory
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_member_suggests_below_a_reply_is_accepted_answers_at_once_and_they_are_told()
    {
        await using var bot = await StartAsync();

        // Ada asks in vain and knows better; nobody else sees what she writes.
        var form = await Ada.PressesAsync(await AskAsync(Ada), "Suggest an answer");
        Assert.Equal(Question, form.Modal!.Prefilled("title"));
        var sent = await Ada.SubmitsAsync(form, new { answer = Answer });
        Assert.True(sent.IsPrivate);
        Assert.Equal("Thank you. Your suggestion is with the moderators; nobody else sees it. You will be told what becomes of it.", sent.Text);

        // The moderators read it, and not who wrote it.
        var shown = Assert.Single(Moderators.Messages);
        Assert.Contains(Question, shown.Text, StringComparison.Ordinal);
        Assert.Contains("In the cellar of the library", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Ada.Id, shown.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["Accept", "Edit and accept", "Decline"], shown.Buttons);

        var accept = IdOf(shown, "Accept");
        var done = await ModeratedGuild.ReportAsync(Mo.PressesAsync(shown, "Accept"));
        Assert.True(done.IsPrivate);
        Assert.Contains("It answers from now on.", done.Text, StringComparison.Ordinal);
        Assert.EndsWith("Whoever suggested it was told.", done.Text, StringComparison.Ordinal);

        // Ada knows, without learning who it was; the channel says so; and it answers.
        var told = Assert.Single(Ada.DirectMessages.Messages);
        Assert.Contains("Your suggestion was accepted", told.Text, StringComparison.Ordinal);
        Assert.Contains("It answers from now on", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Mo.Id, told.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Accepted", shown.Text, StringComparison.Ordinal);
        Assert.Contains(Mo.Mention, shown.Text, StringComparison.Ordinal);
        Assert.Empty(shown.Buttons);
        Assert.Contains("In the cellar of the library", (await AskAsync(Ben)).Text, StringComparison.Ordinal);
        Assert.Contains("was faster and accepted it", (await Mo.ForgesAsync(shown, accept)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_answer_for_an_entry_is_shown_beside_what_it_says_now_and_declined_with_a_word()
    {
        await using var bot = await StartAsync();
        await Mo.SubmitsAsync(await Mo.UsesAsync("faq add", place: General), new { title = Question, answer = Answer });
        await Mo.SubmitsAsync(await Mo.UsesAsync("faq add", place: General), new { title = "Where can I park my car?", answer = "Nowhere." });
        var hidden = Assert.Single(await Desk(bot).SuggestAsync("car", 9, null, Token));
        await Desk(bot).RetireAsync(hidden.Id, hidden.Revision, new FaqAuthor("eve"), Token);

        // Members find what answers, and nothing else.
        var (name, value) = Assert.Single(await Ada.TypesAsync("suggest", "entry", "where can I park", place: General));
        Assert.Equal(Question, name);
        Assert.Contains("not there any more", (await Ada.UsesAsync("suggest", new { entry = hidden.Id.ToString() }, General)).Text, StringComparison.Ordinal);
        var form = await Ada.UsesAsync("suggest", new { entry = value }, General);
        Assert.Equal((Question, Answer), (form.Modal!.Prefilled("title"), form.Modal!.Prefilled("answer")));
        await Ada.SubmitsAsync(form, new { answer = "Behind the chapel." });

        var shown = Assert.Single(Moderators.Messages);
        Assert.Contains("A member suggests another answer", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Behind the chapel.", shown.Text, StringComparison.Ordinal);
        Assert.Contains("In the cellar of the library", shown.Text, StringComparison.Ordinal);
        var done = await ModeratedGuild.ReportAsync(Mo.SubmitsAsync(await Mo.PressesAsync(shown, "Decline"), new { words = "That was **closed** in May." }));

        Assert.Equal("Declined. Whoever suggested it was told.", done.Text);
        var told = Assert.Single(Ada.DirectMessages.Messages);
        Assert.Contains("Your suggestion was declined", told.Text, StringComparison.Ordinal);
        Assert.Contains("""A moderator says:** That was \*\*closed\*\* in May.""", told.Text, StringComparison.Ordinal);
        Assert.Contains("Declined", shown.Text, StringComparison.Ordinal);
        Assert.Contains("In the cellar of the library", (await AskAsync(Ben)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moderator_lays_a_hand_on_it_first()
    {
        await using var bot = await StartAsync();
        var shown = await SuggestAsync(Ada, "bikes?", "cellar");

        var form = await Mo.PressesAsync(shown, "Edit and accept");
        Assert.Equal(("bikes?", "cellar"), (form.Modal!.Prefilled("title"), form.Modal!.Prefilled("answer")));
        var wrong = await ModeratedGuild.ReportAsync(Mo.SubmitsAsync(form, new { title = Question, answer = Answer, sources = "no source" }));
        Assert.Contains("Nothing was saved", wrong.Text, StringComparison.Ordinal);
        var done = await ModeratedGuild.ReportAsync(Mo.SubmitsAsync(await Mo.PressesAsync(shown, "Edit and accept"), new { title = Question, phrasings = "bikes?", answer = Answer }));

        Assert.Contains("It answers from now on.", done.Text, StringComparison.Ordinal);
        var entry = Assert.Single(await Desk(bot).ListAsync(null, Token));
        Assert.Equal((Question, Answer, "bikes?"), (entry.Content.Title, entry.Content.Answer, Assert.Single(entry.Content.Phrasings)));
    }

    [Fact]
    public async Task Five_of_one_person_wait_at_most_and_what_is_blank_is_given_back()
    {
        await using var bot = await StartAsync();
        var form = await Ada.UsesAsync("suggest", place: General);
        var blank = await Ada.SubmitsAsync(form, new { title = "   ", answer = "I know it." });
        Assert.True(blank.IsPrivate);
        Assert.Contains("Question: please fill this in", blank.Text, StringComparison.Ordinal);
        Assert.Contains("I know it.", blank.Text, StringComparison.Ordinal);

        for (var i = 0; i < SuggestionDesk.MostOpen; i++)
        {
            await SuggestAsync(Ada, $"Question {i}?", "Yes.");
        }

        var refused = await Ada.SubmitsAsync(await Ada.UsesAsync("suggest", place: General), new { title = "One more?", answer = "Yes." });
        Assert.Contains("5 of your suggestions wait", refused.Text, StringComparison.Ordinal);
        Assert.Equal(5, Moderators.Messages.Count);
        Assert.Contains("with the moderators", (await Ben.SubmitsAsync(await Ben.UsesAsync("suggest", place: General), new { title = "Mine?", answer = "Yes." })).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_moderates_nothing_or_another_server_decides_nothing_by_a_forged_button()
    {
        await using var bot = await StartAsync();
        var zoe = await ElsewhereAsync();
        var shown = await SuggestAsync(Ada, Question, Answer);
        var (refused, own) = (await AskAsync(Ben), await zoe.UsesAsync("ask", new { question = Question }));

        foreach (var button in (string[])["Accept", "Edit and accept", "Decline"])
        {
            Assert.Contains("Only this server's moderators", (await Ben.ForgesAsync(refused.Message!, IdOf(shown, button))).Text, StringComparison.Ordinal);
            Assert.Equal("I no longer have that suggestion.", (await zoe.ForgesAsync(own.Message!, IdOf(shown, button))).Text);
        }

        Assert.Empty(await Desk(bot).ListAsync(null, Token));
        Assert.Equal(3, shown.Buttons.Count);
        Assert.Equal("I no longer have that suggestion.", (await Mo.ForgesAsync(refused.Message!, "1:s-yes:x:y:z")).Text);
    }

    [Fact]
    public async Task What_is_decided_on_the_pages_shows_in_the_channel_and_reaches_the_suggester()
    {
        await using var bot = await StartAsync();
        var shown = await SuggestAsync(Ada, Question, Answer);
        var desk = bot.Services.GetRequiredService<SuggestionDesk>();
        var here = new Moderator("Ida Field", "staff") { Places = [PlaceId.Of("discord", Guild.Id)] };

        var done = await desk.DeclineAsync(here, Assert.Single(await desk.ListAsync(here, null, Token)).Id, "", Token);

        Assert.True(Assert.IsType<SuggestionOutcome.Done>(done).IsTold);
        Assert.Contains("Your suggestion was declined", Assert.Single(Ada.DirectMessages.Messages).Text, StringComparison.Ordinal);
        Assert.Contains("by Ida Field", shown.Text, StringComparison.Ordinal);
        Assert.Empty(shown.Buttons);
    }

    [Fact]
    public async Task Whose_direct_messages_are_closed_and_who_was_forgotten_is_not_told_and_nobody_is_mentioned()
    {
        await using var bot = await StartAsync();
        var (first, second) = (await SuggestAsync(Ada, Question, Answer), await SuggestAsync(Ben, "Gym?", "Yes."));
        Ada.DirectMessagesClosed = true;
        await Ben.UsesAsync("forget-me", place: General);

        Assert.EndsWith("could not be told.", (await ModeratedGuild.ReportAsync(Mo.PressesAsync(first, "Accept"))).Text, StringComparison.Ordinal);
        Assert.EndsWith("could not be told.", (await ModeratedGuild.ReportAsync(Mo.PressesAsync(second, "Accept"))).Text, StringComparison.Ordinal);

        Assert.Empty(Ben.DirectMessages.Messages);
        Assert.DoesNotContain(General.Messages, m => m.Pings.Count > 0);
    }

    [Fact]
    public async Task Where_a_second_person_is_asked_for_it_waits_in_review_and_says_so()
    {
        await using var bot = await StartAsync(new KeyValuePair<string, string?>("Moderation:SecondPerson", "on"));
        var shown = await SuggestAsync(Ada, Question, Answer);

        var done = await ModeratedGuild.ReportAsync(Mo.PressesAsync(shown, "Accept"));

        Assert.Contains("for review", done.Text, StringComparison.Ordinal);
        Assert.Contains("still working on it", Assert.Single(Ada.DirectMessages.Messages).Text, StringComparison.Ordinal);
        Assert.Equal(FaqStatus.Review, Assert.Single(await Desk(bot).ListAsync(null, Token)).Content.Status);
        Assert.DoesNotContain("In the cellar", (await AskAsync(Ben)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_moderators_nobody_is_asked_to_suggest_and_another_s_private_question_is_not_told()
    {
        await using var bot = await BotInDiscord.StartAsync(Discord);
        var refused = await AskAsync(Ada);
        Assert.DoesNotContain("Suggest an answer", refused.Buttons);
        Assert.Contains("moderators' channel", (await Ada.UsesAsync("suggest", place: General)).Text, StringComparison.Ordinal);
        await bot.DisposeAsync();

        await using var moderated = await StartAsync();
        await Guild.Owner.UsesAsync("setup answers", new { state = "private" }, General);
        Discord.Violations.Take(); // what is set is shown by its mention, to the administrator alone
        var (own, others) = (await AskAsync(Ada, "Where is the secret gym?"), await AskAsync(Ben));
        var forged = await Ben.ForgesAsync(others.Message!, IdOf(own.Message!, "Suggest an answer"));
        Assert.DoesNotContain("gym", forged.Modal!.Prefilled("title") ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_German_member_reads_German()
    {
        await using var bot = await StartAsync();
        Ada.Locale = "de";
        var form = await Ada.UsesAsync("suggest", place: General);
        Assert.Equal(["Frage", "Deine Antwort"], form.Modal!.Labels);
        Assert.StartsWith("Danke. Dein Vorschlag liegt bei der Moderation", (await Ada.SubmitsAsync(form, new { title = Question, answer = Answer })).Text, StringComparison.Ordinal);
    }

    private static FaqDesk Desk(BotInDiscord bot) => bot.Services.GetRequiredService<FaqDesk>();

    private static string IdOf(FakeMessage message, string button) => message.Components.First(c => c.Text("label") == button).Text("custom_id")!; // of a button

    private async Task<FakeMessage> SuggestAsync(FakePerson person, string question, string answer)
    {
        var before = Moderators.Messages.Count;
        Assert.Contains("with the moderators", (await person.SubmitsAsync(await person.UsesAsync("suggest", place: General), new { title = question, answer })).Text, StringComparison.Ordinal);
        return Moderators.Messages[before];
    }
}
