namespace ProgrammeBot.Tests.Channels.Discord.Moderation;

/// <summary>Entries out of what people wrote to each other.</summary>
public sealed class TeachingTests
{
    [Theory]
    [InlineData("faq In the cellar.")]
    [InlineData("FAQ: In the cellar.")]
    [InlineData("learn - In the cellar.")]
    [InlineData("merke dir: In the cellar.")]
    [InlineData("Lerne\nIn the cellar.")]
    public async Task A_moderators_reply_to_a_question_becomes_an_entry(string lesson)
    {
        await using var story = await ModeratedGuild.StartAsync();
        var question = story.Ada.Says(story.Ask, $"{story.Discord.Mention} Where can I park my bicycle?");
        var first = await story.Ask.NextFromBotAsync();

        story.Mo.Says(story.Ask, $"{story.Discord.Mention} {lesson}", replyTo: question);
        var confirmed = await story.Ask.NextFromBotAsync(first);

        var entry = Assert.Single(await story.EntriesAsync());
        Assert.Equal(("Where can I park my bicycle?", "In the cellar."), (entry.Content.Title, entry.Content.Answer));
        Assert.Contains($"`{entry.Id}`", confirmed.Text, StringComparison.Ordinal);
        Assert.Contains($"/faq undo entry:{entry.Id}", confirmed.Text, StringComparison.Ordinal);
        Assert.Empty(confirmed.Pings);
        Assert.Contains("In the cellar", (await story.AskAsync(story.Ada, "Where can I park my bicycle?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_below_our_own_reply_takes_the_question_that_it_answered()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var reply = await story.AskAsync(story.Ada, "Where can I park my bicycle?");

        story.Mo.Says(story.Ask, $"{story.Discord.Mention} teach: In the cellar.", replyTo: reply.Message);
        await story.Ask.NextFromBotAsync(reply.Message);

        Assert.Equal("Where can I park my bicycle?", Assert.Single(await story.EntriesAsync()).Content.Title);
    }

    [Fact]
    public async Task A_question_that_we_may_not_read_is_said_to_be_so()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var question = story.Ada.Says(story.Ask, "Where can I park my bicycle?");
        story.Ada.Deletes(question);

        story.Mo.Says(story.Ask, $"{story.Discord.Mention} faq In the cellar.", replyTo: question);

        Assert.Contains("Make FAQ from this", (await story.Ask.NextFromBotAsync()).Text, StringComparison.Ordinal);
        Assert.Empty(await story.EntriesAsync());
    }

    [Fact]
    public async Task Of_anybody_else_it_is_a_question_like_others()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var question = story.Ada.Says(story.Ask, $"{story.Discord.Mention} Where can I park my bicycle?");
        var first = await story.Ask.NextFromBotAsync();

        story.Eve.Says(story.Ask, $"{story.Discord.Mention} faq In the cellar.", replyTo: question);

        Assert.DoesNotContain("Saved", (await story.Ask.NextFromBotAsync(first)).Text, StringComparison.Ordinal);
        Assert.Empty(await story.EntriesAsync());
    }

    [Fact]
    public async Task The_menu_fills_the_form_with_a_question_and_with_what_answers_it()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var question = story.Ada.Says(story.Ask, "Where can I\npark my bicycle?");
        var answer = story.Ida.Says(story.Ask, "In the cellar, says Bo.", replyTo: question);
        var again = story.Ada.Says(story.Ask, "And what about the weekends?", replyTo: answer);
        story.Discord.Gateway.GrantsMessageContent = true;

        var blank = (await story.Mo.UsesOnAsync("Make FAQ from this", question)).Modal!;
        Assert.Equal(("Where can I park my bicycle?", null), (blank.Prefilled("title"), blank.Prefilled("answer")));
        var form = await story.Mo.UsesOnAsync("Make FAQ from this", answer);
        Assert.Equal(("Where can I park my bicycle?", "In the cellar, says Bo."), (form.Modal!.Prefilled("title"), form.Modal.Prefilled("answer")));
        Assert.Equal("And what about the weekends?", (await story.Mo.UsesOnAsync("Make FAQ from this", again)).Modal!.Prefilled("title"));

        await story.Mo.SubmitsAsync(form, new { answer = "In the cellar.", scope = "*" });
        Assert.Equal("In the cellar.", Assert.Single(await story.EntriesAsync()).Content.Answer);
    }

    [Fact]
    public async Task Of_our_own_reply_the_form_has_question_answer_and_sources()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var reply = await story.AskAsync(story.Ada, "Who leads the MSc Robotics?");

        var form = (await story.Mo.UsesOnAsync("Make FAQ from this", reply.Message!)).Modal!;

        Assert.Equal("Who leads the MSc Robotics?", form.Prefilled("title"));
        Assert.Contains("Ada Winter", form.Prefilled("answer"), StringComparison.Ordinal);
        Assert.StartsWith("robotics: ", form.Prefilled("sources"), StringComparison.Ordinal);
    }
}
