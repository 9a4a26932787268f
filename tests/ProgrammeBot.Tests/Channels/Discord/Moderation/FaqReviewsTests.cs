using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Channels.Discord.Moderation;

/// <summary>What waits until somebody has looked at it: a change where a second person is asked for, and one that would change other answers.</summary>
public sealed class FaqReviewsTests
{
    private const string Printing = "Where can I print?";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_waits_in_the_moderators_channel_until_another_one_approves_it()
    {
        await using var story = await ModeratedGuild.StartAsync(new PlaceSettings { SecondPerson = true });
        var id = await story.AddAsync(Printing, "On the first floor.");
        await ChangeAsync(story, id, "On every floor.");

        var notice = Assert.Single(story.Moderators.Messages);
        Assert.Contains("A change of an entry waits for review", notice.Text, StringComparison.Ordinal);
        var look = await story.Mo.PressesAsync(notice, "Look at it");
        Assert.True(look.IsPrivate);
        Assert.Contains("On every floor.", look.Text, StringComparison.Ordinal);
        Assert.Contains("Another moderator approves it", (await story.Mo.PressesAsync(look.Message!, "Approve")).Text, StringComparison.Ordinal);
        Assert.Contains("first floor", (await story.AskAsync(story.Ada, Printing)).Text, StringComparison.Ordinal);

        var idas = await story.Ida.PressesAsync(notice, "Look at it");
        var approved = await story.Ida.PressesAsync(idas, "Approve");

        Assert.Contains("It answers from now on", approved.Text, StringComparison.Ordinal);
        Assert.Contains("no other answer changes", approved.Text, StringComparison.Ordinal);
        Assert.Contains("On every floor", (await story.AskAsync(story.Ada, Printing)).Text, StringComparison.Ordinal);
        Assert.Contains("changed the entry", (await story.Ida.PressesAsync(idas, "Approve")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_back_goes_on_as_a_draft_with_the_reason_and_nothing_that_answered_stops()
    {
        await using var story = await ModeratedGuild.StartAsync(new PlaceSettings { SecondPerson = true });
        var id = await story.AddAsync(Printing, "On the first floor.");
        await ChangeAsync(story, id, "On no floor.");

        var shown = await story.Ida.UsesAsync("faq show", new { entry = id }, story.Moderators);
        var said = await story.Ida.SubmitsAsync(await story.Ida.PressesAsync(shown.Message!, "Send back"), new { words = "There is one on the first." });

        Assert.Contains("was sent back with your words", said.Text, StringComparison.Ordinal);
        var latest = (await story.Desk.HistoryAsync(new FaqId(id), Token))[0];
        Assert.Equal((FaqStatus.Draft, 1, "There is one on the first."), (latest.Entry.Content.Status, latest.Entry.LiveRevision, latest.Note));
        Assert.Contains("first floor", (await story.AskAsync(story.Ada, Printing)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_that_takes_an_answer_from_another_question_is_shown_old_beside_new_before_it_is_live()
    {
        await using var story = await ModeratedGuild.StartAsync();
        await story.AddAsync(Printing, "On the first floor.");
        var form = await story.Mo.UsesAsync("faq add", null, story.Moderators);

        var held = await story.Mo.SubmitsAsync(form, new { title = Printing, answer = "In the copy shop.", scope = "*" });

        Assert.Contains("but not live yet", held.Text, StringComparison.Ordinal);
        Assert.Contains("Now: entry where-can-i-print", held.Text, StringComparison.Ordinal);
        Assert.Contains("On the first floor.", held.Text, StringComparison.Ordinal);
        Assert.Contains("Then: ", held.Text, StringComparison.Ordinal);
        Assert.Contains("first floor", (await story.AskAsync(story.Ada, Printing)).Text, StringComparison.Ordinal);

        Assert.Contains("It answers from now on", (await story.Mo.PressesAsync(held.Message!, "Make it live")).Text, StringComparison.Ordinal);
        Assert.All(await story.EntriesAsync(), entry => Assert.Equal(FaqStatus.Live, entry.Content.Status));
    }

    [Fact]
    public async Task Who_is_no_moderator_approves_nothing_whatever_they_press()
    {
        await using var story = await ModeratedGuild.StartAsync(new PlaceSettings { SecondPerson = true });
        var id = await story.AddAsync(Printing, "On the first floor.");
        await ChangeAsync(story, id, "On every floor.");
        var notice = Assert.Single(story.Moderators.Messages);

        foreach (var kind in new[] { "faq-show", "faq-pub", "faq-live", "faq-back" })
        {
            Assert.Contains("Only this server's moderators", (await story.Eve.ForgesAsync(notice, $"1:{kind}:{id}:2")).Text, StringComparison.Ordinal);
        }

        Assert.Contains("Only this server's moderators", (await story.Eve.PressesAsync(notice, "Look at it")).Text, StringComparison.Ordinal);
        Assert.Equal(FaqStatus.Review, Assert.Single(await story.EntriesAsync()).Content.Status);
    }

    private static async Task ChangeAsync(ModeratedGuild story, string id, string answer)
    {
        var saved = await story.Mo.SubmitsAsync(await story.Mo.UsesAsync("faq edit", new { entry = id }, story.Moderators), new { answer, scope = "*" });
        Assert.Contains("for review", saved.Text, StringComparison.Ordinal);
    }
}
