using System.Diagnostics;
using System.Text;
using ProgrammeBot.Documents;
using ProgrammeBot.Faq;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Channels.Discord.Fake;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Moderation;

/// <summary>The FAQ kept from within Discord.</summary>
public sealed class FaqCommandsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_is_added_and_answers_at_once_and_undone_it_answers_no_more()
    {
        await using var story = await ModeratedGuild.StartAsync();

        var saved = await story.Mo.SubmitsAsync(
            await story.Mo.UsesAsync("faq add", null, story.Moderators),
            new { title = "Is there a printer?", phrasings = "Where can I print?\n\nprinting", answer = "Yes, on every floor.", scope = "*" });

        Assert.True(saved.IsPrivate);
        var entry = Assert.Single(await story.EntriesAsync());
        Assert.Contains($"Saved as `{entry.Id}`, revision 1", saved.Text, StringComparison.Ordinal);
        Assert.Contains($"/faq undo entry:{entry.Id}", saved.Text, StringComparison.Ordinal);
        Assert.Equal(["Where can I print?", "printing"], entry.Content.Phrasings);
        Assert.Equal(($"discord:users:{story.Mo.Id}", FaqStatus.Live, null), (entry.UpdatedBy, entry.Content.Status, entry.Content.Scope));
        Assert.Contains("on every floor", (await story.AskAsync(story.Ada, "Where can I print?")).Text, StringComparison.Ordinal);

        Assert.Contains("answers nobody any more", (await story.Mo.UsesAsync("faq undo", new { entry = entry.Id.ToString() }, story.Moderators)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("on every floor", (await story.AskAsync(story.Ada, "Where can I print?")).Text, StringComparison.Ordinal);
        await story.Mo.UsesAsync("faq undo", new { entry = entry.Id.ToString() }, story.Moderators);
        Assert.Contains("on every floor", (await story.AskAsync(story.Ada, "Where can I print?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_second_person_is_asked_for_what_a_moderator_writes_waits_in_review()
    {
        await using var story = await ModeratedGuild.StartAsync(new PlaceSettings { SecondPerson = true });
        var id = await story.AddAsync("Is there a printer?", "On the first floor.");

        var form = await story.Mo.UsesAsync("faq edit", new { entry = id }, story.Moderators);
        var saved = await story.Mo.SubmitsAsync(form, new { answer = "On every floor.", scope = "*" });

        Assert.Contains("for review", saved.Text, StringComparison.Ordinal);
        Assert.Contains("first floor", (await story.AskAsync(story.Ada, "Is there a printer?")).Text, StringComparison.Ordinal);
        Assert.Equal((FaqStatus.Review, 1), Assert.Single(await story.EntriesAsync()) is var entry ? (entry.Content.Status, entry.LiveRevision) : default);
    }

    [Fact]
    public async Task Another_role_s_entry_is_neither_retired_nor_undone_and_a_change_of_it_waits_for_that_role()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var content = new FaqContent { Title = "What are the fees?", Answer = "None.", OwnerRole = "fees office", Status = FaqStatus.Live };
        var id = Assert.IsType<FaqOutcome.Saved>(await story.Desk.AddAsync(content, new FaqAuthor("console:local:ada"), null, Token)).Entry.Id.ToString();

        Assert.Contains("looked after by the role 'fees office'", (await story.Mo.UsesAsync("faq retire", new { entry = id }, story.Moderators)).Text, StringComparison.Ordinal);
        Assert.Contains("looked after by the role 'fees office'", (await story.Mo.UsesAsync("faq undo", new { entry = id }, story.Moderators)).Text, StringComparison.Ordinal);
        var saved = await story.Mo.SubmitsAsync(await story.Mo.UsesAsync("faq edit", new { entry = id }, story.Moderators), new { answer = "Many.", scope = "*" });

        Assert.Contains("for review", saved.Text, StringComparison.Ordinal);
        Assert.Equal((FaqStatus.Review, 1, "fees office"), Assert.Single(await story.EntriesAsync()) is var entry ? (entry.Content.Status, entry.LiveRevision, entry.Content.OwnerRole) : default);
    }

    [Fact]
    public async Task A_form_that_stood_open_while_another_saved_overwrites_nothing_and_loses_nothing()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var id = await story.AddAsync("Is there a printer?", "Yes.");
        var mine = await story.Mo.UsesAsync("faq edit", new { entry = id }, story.Moderators);
        Assert.Equal("Yes.", mine.Modal!.Prefilled("answer"));
        var theirs = await story.Ida.UsesAsync("faq edit", new { entry = id }, story.Moderators);
        await story.Ida.SubmitsAsync(theirs, new { answer = "Two of them.", scope = "*" });

        var conflict = await story.Mo.SubmitsAsync(mine, new { answer = "On every floor.", scope = "*" });

        Assert.Contains($"{story.Ida.Mention} changed the entry", conflict.Text, StringComparison.Ordinal);
        Assert.Contains("Two of them.", conflict.Text, StringComparison.Ordinal);
        Assert.Contains("On every floor.", conflict.Text, StringComparison.Ordinal);
        Assert.Equal(("Two of them.", 2), await story.AnswerOfAsync(id));
    }

    [Fact]
    public async Task A_source_that_was_not_touched_keeps_its_place_and_one_that_is_nowhere_is_told()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var placed = new FaqCitation(new CitedText("robotics", "some text").Cited, [new TextSpan(3, 9)], "some words\nin two lines") { Section = "Fees" };
        var id = await story.AddAsync("How much is it?", "A lot [1].", placed);

        var form = await story.Mo.UsesAsync("faq edit", new { entry = id }, story.Moderators);
        var saved = await story.Mo.SubmitsAsync(form, new { answer = "Much [1] [2].", scope = "*", sources = form.Modal!.Prefilled("sources") + "\nnowhere: these words" });

        var entry = Assert.Single(await story.EntriesAsync());
        Assert.Equal([placed, FaqCitation.Unplaced("nowhere", "these words")], entry.Content.Citations);
        Assert.Contains("not served yet", saved.Text, StringComparison.Ordinal);
        Assert.Contains("> these words", saved.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no colon at all", "*", "line 1")]
    [InlineData("UPPER case: words", "*", "line 1")]
    [InlineData("robotics:  ", "*", "line 1")]
    [InlineData("", "msc-astrology", "do not know that programme")]
    public async Task What_cannot_be_kept_is_said_and_given_back(string sources, string scope, string fault)
    {
        await using var story = await ModeratedGuild.StartAsync();
        var form = await story.Mo.UsesAsync("faq add", null, story.Moderators);

        var said = await story.Mo.SubmitsAsync(form, new { title = "Why?", answer = "A long and careful answer.", scope, sources });

        Assert.Contains("Nothing was saved", said.Text, StringComparison.Ordinal);
        Assert.Contains(fault, said.Text, StringComparison.Ordinal);
        Assert.Contains("A long and careful answer.", said.Text, StringComparison.Ordinal);
        Assert.Empty(await story.EntriesAsync());
    }

    [Fact]
    public async Task An_entry_that_is_there_already_is_named_after_saving()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var first = await story.AddAsync("Where can I park my bicycle?", "In the cellar.");

        var form = await story.Mo.UsesAsync("faq add", null, story.Moderators);
        var saved = await story.Mo.SubmitsAsync(form, new { title = "Where can I park my bicycle", answer = "Outside.", scope = "*" });

        Assert.Contains("asked for much alike", saved.Text, StringComparison.Ordinal);
        Assert.Contains($"(`{first}`)", saved.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await story.EntriesAsync()).Count);
    }

    [Fact]
    public async Task Suggestions_come_soon_and_name_what_they_will_do()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var retired = await story.AddAsync("Is there a canteen?", "No.");
        await story.Mo.UsesAsync("faq retire", new { entry = retired }, story.Moderators);
        await story.ImportManyAsync(400);
        await story.Mo.TypesAsync("faq show", "entry", "", place: story.Moderators);
        var watch = Stopwatch.StartNew();

        var all = await story.Mo.TypesAsync("faq show", "entry", "canteen", place: story.Moderators);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.ElapsedMilliseconds} ms");
        Assert.Equal([("Is there a canteen? (retired)", retired)], all);
        Assert.Empty(await story.Mo.TypesAsync("faq retire", "entry", "canteen", place: story.Moderators));
        Assert.Equal(25, (await story.Mo.TypesAsync("faq retire", "entry", "question", place: story.Moderators)).Count);
        Assert.Empty(await story.Eve.TypesAsync("faq show", "entry", "canteen", place: story.Moderators));
    }

    [Fact]
    public async Task Show_and_history_stay_within_a_message_whatever_an_entry_holds()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var random = new Random(7);
        var content = Support.SomeFaq.Content(random) with
        {
            Answer = new string('*', 8000),
            Phrasings = [.. Enumerable.Range(0, 2000).Select(i => $"[way] {i} _to_ ask @everyone")],
            Citations = [.. Enumerable.Range(0, 20).Select(i => FaqCitation.Unplaced($"d{i}", new string('`', 1600)))],
        };
        var id = new FaqId(new string('x', FaqId.MaxLength));
        for (var revision = 0; revision < 60; revision++)
        {
            await story.WriteAsync(async unit => await unit.Faq.SaveAsync(
                new FaqEdit(id, content with { Title = $"Revision {revision}?" }, revision, $"discord:users:{story.Mo.Id}", new string('~', 500)), Token));
        }

        var name = Assert.Single(await story.Mo.TypesAsync("faq show", "entry", "revision", place: story.Moderators)).Value;
        var shown = await story.Mo.UsesAsync("faq show", new { entry = name }, story.Moderators);
        Assert.True(shown.IsPrivate);
        Assert.Contains("and 1988 more", shown.Text, StringComparison.Ordinal);
        Assert.Contains("revision 60", shown.Text, StringComparison.Ordinal);
        var history = await story.Mo.UsesAsync("faq history", new { entry = name }, story.Moderators);
        Assert.Contains("revision 60", history.Text, StringComparison.Ordinal);
        Assert.Contains("more", history.Text, StringComparison.Ordinal);
        Assert.Contains("more text than a form holds", (await story.Mo.UsesAsync("faq edit", new { entry = name }, story.Moderators)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_come_in_and_go_out()
    {
        await using var story = await ModeratedGuild.StartAsync();
        story.Files.Attached = Encoding.UTF8.GetBytes("a|First?|One.\nb|Second?|Two.\n");

        // The fake's own store is none of Discord's hosts.
        var refused = await story.Mo.UsesAsync("faq import", new { file = new FakeFile("faq.txt", story.Files.Attached) }, story.Moderators);
        Assert.Contains("only read files that were attached in Discord", refused.Text, StringComparison.Ordinal);
        Assert.Empty(story.Files.Downloaded);

        var file = new FakeFile("faq.txt", story.Files.Attached) { Address = "https://cdn.discordapp.com/attachments/1/2/faq.txt?ex=1" };
        var imported = await story.Mo.UsesAsync("faq import", new { file }, story.Moderators);
        Assert.Contains("2 added, 0 changed, 0 unchanged", imported.Text, StringComparison.Ordinal);
        Assert.Equal([file.Address], story.Files.Downloaded);
        story.Files.Attached = Encoding.UTF8.GetBytes("a|First?|One.\nbroken\n");
        Assert.Contains("faq.txt, line 2: three parts", (await story.Mo.UsesAsync("faq import", new { file }, story.Moderators)).Text, StringComparison.Ordinal);
        story.Files.Attached = null;
        Assert.Contains("could not be fetched", (await story.Mo.UsesAsync("faq import", new { file }, story.Moderators)).Text, StringComparison.Ordinal);
        var large = new FakeFile("faq.txt", new byte[(4 * 1024 * 1024) + 1]) { Address = file.Address };
        Assert.Contains("at most 4 MB", (await story.Mo.UsesAsync("faq import", new { file = large }, story.Moderators)).Text, StringComparison.Ordinal);

        var done = await story.Mo.UsesAsync("faq export", new { format = "CSV" }, story.Moderators);
        Assert.Contains("All entries: 2", done.Text, StringComparison.Ordinal);
        var brought = await done.NextAsync();
        Assert.True(brought.IsPrivate);
        var call = story.Discord.Rest.Calls.Last(c => c.Files.Count > 0);
        var (name, content) = Assert.Single(call.Files);
        Assert.Matches(@"^faq-\d{4}-\d\d-\d\d\.csv$", name);
        Assert.Equal("a|First?|One.\nb|Second?|Two.\n", Encoding.UTF8.GetString(content));
        Assert.Equal(64, call.Body.Number("flags"));
    }

    [Fact]
    public async Task Who_is_no_moderator_gets_nothing_from_any_command()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var id = await story.AddAsync("Is there a printer?", "Yes.");
        var form = await story.Mo.UsesAsync("faq edit", new { entry = id }, story.Moderators);

        foreach (var command in new[] { "edit", "show", "history", "undo", "retire" })
        {
            Assert.Contains("Only this server's moderators", (await story.Eve.UsesAsync($"faq {command}", new { entry = id }, story.Ask)).Text, StringComparison.Ordinal);
        }

        Assert.Contains("Only this server's moderators", (await story.Eve.UsesAsync("faq add", null, story.Ask)).Text, StringComparison.Ordinal);
        Assert.Contains("Only this server's moderators", (await story.Eve.UsesAsync("faq export", null, story.Ask)).Text, StringComparison.Ordinal);
        Assert.Contains("Only this server's moderators", (await story.Eve.UsesAsync("faq import", new { file = new FakeFile("a.txt", [1]) }, story.Ask)).Text, StringComparison.Ordinal);
        Assert.Contains("Only this server's moderators", (await story.Eve.SubmitsAsync(form, new { answer = "Mine.", scope = "*" })).Text, StringComparison.Ordinal);
        Assert.Equal(("Yes.", 1), await story.AnswerOfAsync(id));
    }
}
