using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Channels.Discord.Fake.Rest;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Moderation;

/// <summary>'Wrong answer' in the menu of a reply.</summary>
public sealed class WrongAnswersTests
{
    private const string Asked = "Who leads the MSc Robotics?";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_is_corrected_in_place_its_asker_told_and_what_was_wrong_kept()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var reply = (await story.AskAsync(story.Ada, Asked)).Message!;
        Assert.Contains("Ada Winter", reply.Text, StringComparison.Ordinal);

        var form = await story.Mo.UsesOnAsync("Wrong answer", reply);
        var done = await ModeratedGuild.ReportAsync(story.Mo.SubmitsAsync(form, new { kind = "correct", answer = "Since May it is Professor Grace Lee.", words = "She took over in May." }));

        Assert.True(done.IsPrivate);
        Assert.Contains("shows the right answer now", done.Text, StringComparison.Ordinal);
        Assert.Contains("Whoever asked was told", done.Text, StringComparison.Ordinal);
        Assert.Contains("Corrected", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Grace Lee", reply.Text, StringComparison.Ordinal);
        Assert.Contains("She took over in May", reply.Text, StringComparison.Ordinal);
        Assert.Contains("It said", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Ada Winter", reply.Text, StringComparison.Ordinal);
        Assert.Empty(reply.Body.Items("embeds"));
        Assert.Empty(reply.Buttons);
        Assert.DoesNotContain(story.Mo.Id, reply.Body.ToJsonString(), StringComparison.Ordinal);
        var told = Assert.Single(story.Ada.DirectMessages.Messages);
        Assert.Contains("was corrected", told.Text, StringComparison.Ordinal);
        Assert.Contains("Grace Lee", told.Text, StringComparison.Ordinal);
        var negative = Assert.Single(await story.ReadAsync(unit => unit.Negatives.ListAsync(null, Token)));
        Assert.Equal((Asked, "robotics"), (negative.Phrasing, negative.Passage?.Cited.DocumentId));
        var vote = Assert.Single(await story.ReadAsync(unit => unit.Feedback.ListAsync(default, 10, Token)));
        Assert.Equal((Vote.NotHelpful, FeedbackReason.Wrong, "She took over in May."), (vote.Vote, vote.Reason, vote.Words));
    }

    [Fact]
    public async Task A_wrong_reply_becomes_a_live_fix_by_menu_form_and_send()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var id = await story.AddAsync("Where can I park my bicycle?", "In the cellar.");
        var reply = (await story.AskAsync(story.Ada, "Where can I park my bicycle?")).Message!;

        var form = await story.Mo.UsesOnAsync("Wrong answer", reply);
        var done = await ModeratedGuild.ReportAsync(story.Mo.SubmitsAsync(form, new { kind = "fix", answer = "Behind the library.", words = "The cellar is flooded." }));

        Assert.Contains($"Saved as `{id}`, revision 2. It answers from now on.", done.Text, StringComparison.Ordinal);
        Assert.Contains("Behind the library", reply.Text, StringComparison.Ordinal);
        Assert.Empty(await story.ReadAsync(unit => unit.Negatives.ListAsync(null, Token)));
        Assert.Contains("Behind the library", (await story.AskAsync(story.Ida, "Where can I park my bicycle?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_reply_from_the_documents_is_fixed_by_a_new_entry()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var reply = (await story.AskAsync(story.Ada, Asked)).Message!;

        var form = await story.Mo.UsesOnAsync("Wrong answer", reply);
        var done = await ModeratedGuild.ReportAsync(story.Mo.SubmitsAsync(form, new { kind = "fix", answer = "Since May it is Professor Grace Lee.", words = "She took over in May." }));

        Assert.Contains("It answers from now on.", done.Text, StringComparison.Ordinal);
        Assert.Contains("Grace Lee", (await story.AskAsync(story.Ida, Asked)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_entry_no_longer_answers_this_question_also_after_a_restart()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var id = await story.AddAsync("Where can I park my bicycle?", "In the cellar.");
        var reply = (await story.AskAsync(story.Ada, "Where can I park my bicycle?")).Message!;
        await story.RestartsAsync();

        var form = await story.Mo.UsesOnAsync("Wrong answer", reply);
        var done = await ModeratedGuild.ReportAsync(story.Mo.SubmitsAsync(form, new { kind = "withdraw", words = "The cellar is flooded." }));

        Assert.Contains("Withdrawn", done.Text, StringComparison.Ordinal);
        Assert.Contains($"The entry `{id}` no longer answers", done.Text, StringComparison.Ordinal);
        Assert.Contains("please do not rely on it", reply.Text, StringComparison.Ordinal);
        Assert.Contains("In the cellar", reply.Text, StringComparison.Ordinal);
        Assert.Empty(story.Ada.DirectMessages.Messages);
        Assert.DoesNotContain("In the cellar", (await story.AskAsync(story.Ada, "Where can I park my bicycle?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_without_the_right_answer_is_asked_for_it_and_changes_nothing()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var reply = (await story.AskAsync(story.Ada, Asked)).Message!;

        var said = await story.Mo.SubmitsAsync(await story.Mo.UsesOnAsync("Wrong answer", reply), new { kind = "correct", words = "She left." });

        Assert.Contains("I need the right one", said.Text, StringComparison.Ordinal);
        Assert.Contains("She left.", said.Text, StringComparison.Ordinal);
        Assert.Empty(reply.Earlier);
    }

    [Fact]
    public async Task A_reply_that_is_gone_is_said_to_be()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var reply = (await story.AskAsync(story.Ada, Asked)).Message!;
        var form = await story.Mo.UsesOnAsync("Wrong answer", reply);
        story.Discord.Rest.Troubles.Next(RestTrouble.Error(404, 10008), "GET /channels/{}/messages/{}");

        var done = await ModeratedGuild.ReportAsync(story.Mo.SubmitsAsync(form, new { kind = "withdraw", words = "Wrong." }));

        Assert.Contains("the reply itself could not be changed", done.Text, StringComparison.Ordinal);
        Assert.Single(await story.ReadAsync(unit => unit.Feedback.ListAsync(default, 10, Token)));
    }

    [Fact]
    public async Task Neither_others_messages_nor_others_without_the_role()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var reply = (await story.AskAsync(story.Ada, Asked)).Message!;
        var form = await story.Mo.UsesOnAsync("Wrong answer", reply);

        Assert.Contains("no reply of mine", (await story.Mo.UsesOnAsync("Wrong answer", story.Ada.Says(story.Ask, "Hello."))).Text, StringComparison.Ordinal);
        Assert.Contains("Only this server's moderators", (await story.Eve.UsesOnAsync("Wrong answer", reply)).Text, StringComparison.Ordinal);
        Assert.Contains("Only this server's moderators", (await story.Eve.UsesOnAsync("Make FAQ from this", reply)).Text, StringComparison.Ordinal);
        Assert.Contains("Only this server's moderators", (await story.Eve.SubmitsAsync(form, new { kind = "withdraw", words = "Mine." })).Text, StringComparison.Ordinal);
        Assert.Empty(reply.Earlier);
        Assert.Empty(await story.ReadAsync(unit => unit.Feedback.ListAsync(default, 10, Token)));
    }
}
