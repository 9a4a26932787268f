using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Channels.Discord.Fake;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Moderation;

/// <summary>From a reply that did not help, through the moderators, back to whoever asked.</summary>
public sealed class EscalationTests
{
    private const string Question = "Where can I park my bicycle?";
    private const string Right = "In the cellar of the library, free of charge.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_comes_to_the_moderators_with_the_reply_and_goes_back_answered_and_into_the_faq()
    {
        await using var story = await ModeratedGuild.StartAsync();

        // Ada asks, is not helped, and asks a moderator.
        var reply = await story.AskAsync(story.Ada, Question);
        var sent = await story.Ada.PressesAsync(reply, "Ask a moderator");
        Assert.True(sent.IsPrivate);
        Assert.Contains("with the moderators", sent.Text, StringComparison.Ordinal);
        var ticket = Assert.Single(story.Moderators.Messages);
        Assert.Contains(Question, ticket.Text, StringComparison.Ordinal);
        Assert.Contains($"<#{story.Ask.Id}>", ticket.Text, StringComparison.Ordinal);
        Assert.Equal([story.Role.Id], ticket.Body.Items("mention_roles").Select(id => id!.GetValue<string>()));
        Assert.DoesNotContain(story.Ada.Id, ticket.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("already", (await story.Ada.PressesAsync(reply, "Ask a moderator")).Text, StringComparison.Ordinal);
        Assert.Single(story.Moderators.Messages);

        // Mo answers and adds it to the FAQ.
        var form = await story.Mo.PressesAsync(ticket, "Answer and add to the FAQ");
        var done = await ModeratedGuild.ReportAsync(story.Mo.SubmitsAsync(form, new { answer = Right }));
        Assert.True(done.IsPrivate);
        Assert.Contains("by direct message", done.Text, StringComparison.Ordinal);
        Assert.Contains("My earlier reply shows your answer now", done.Text, StringComparison.Ordinal);

        // Ada is told, without learning who answered.
        var told = Assert.Single(story.Ada.DirectMessages.Messages);
        Assert.Contains("Your question was answered", told.Text, StringComparison.Ordinal);
        Assert.Contains("In the cellar of the library", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(story.Mo.Id, told.Body.ToJsonString(), StringComparison.Ordinal);

        // The reply and the moderators' message say so.
        var corrected = Assert.Single(story.Ask.Messages);
        Assert.Contains("Corrected", corrected.Text, StringComparison.Ordinal);
        Assert.Contains("In the cellar of the library", corrected.Text, StringComparison.Ordinal);
        Assert.Contains(Question, corrected.Text, StringComparison.Ordinal);
        Assert.Empty(corrected.Buttons);
        Assert.DoesNotContain(story.Mo.Id, corrected.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains($"by {story.Mo.Mention}", ticket.Text, StringComparison.Ordinal);
        Assert.Empty(ticket.Buttons);

        // The entry answers from now on, and the asker is forgotten.
        var entry = Assert.Single(await story.EntriesAsync());
        Assert.Equal((Question, Right, FaqStatus.Live), (entry.Content.Title, entry.Content.Answer, entry.Content.Status));
        Assert.Contains($"`{entry.Id}`", done.Text, StringComparison.Ordinal);
        Assert.Contains("In the cellar", (await story.AskAsync(story.Ida, Question)).Text, StringComparison.Ordinal);
        Assert.Empty(await story.ReadAsync(unit => unit.Tickets.ListOpenAsync(PlaceId.Of("discord", story.Guild.Id), Token)));
        Assert.Contains("answered that question already", (await story.Ada.ForgesAsync(corrected, await AskButtonAsync(story))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_direct_messages_are_closed_is_mentioned_where_they_asked_and_nobody_else_is()
    {
        await using var story = await ModeratedGuild.StartAsync();
        story.Ada.DirectMessagesClosed = true;
        var (reply, ticket) = await AskedAsync(story);

        var done = await ModeratedGuild.ReportAsync(story.Mo.SubmitsAsync(await story.Mo.PressesAsync(ticket, "Answer"), new { answer = "Ask @everyone, or " + story.Ida.Mention }));

        Assert.Contains("takes no direct messages", done.Text, StringComparison.Ordinal);
        var mention = await story.Ask.NextFromBotAsync(reply.Message);
        Assert.Equal([story.Ada.Id], mention.Pings);
        Assert.Contains(Question, mention.Text, StringComparison.Ordinal);
        Assert.Empty(await story.EntriesAsync());
    }

    [Fact]
    public async Task What_was_asked_in_private_is_shown_to_its_asker_alone_where_direct_messages_are_closed()
    {
        await using var story = await ModeratedGuild.StartAsync(new PlaceSettings { PrivateAnswers = true });
        story.Ada.DirectMessagesClosed = true;
        var (reply, ticket) = await AskedAsync(story);
        Assert.True(reply.IsPrivate);

        var done = await ModeratedGuild.ReportAsync(story.Mo.SubmitsAsync(await story.Mo.PressesAsync(ticket, "Answer"), new { answer = Right }));

        Assert.Contains("stays as it was", done.Text, StringComparison.Ordinal);
        var mention = Assert.Single(story.Ask.Messages);
        Assert.Equal([story.Ada.Id], mention.Pings);
        Assert.DoesNotContain("bicycle", mention.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("library", mention.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("library", (await story.Ida.PressesAsync(mention, "Show the answer")).Text, StringComparison.Ordinal);
        var shown = await story.Ada.PressesAsync(mention, "Show the answer");
        Assert.True(shown.IsPrivate);
        Assert.Contains("library", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_moderator_is_told_who_was_faster_and_keeps_what_they_wrote()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var (_, ticket) = await AskedAsync(story);
        var slow = await story.Ida.PressesAsync(ticket, "Answer and add to the FAQ");
        await ModeratedGuild.ReportAsync(story.Mo.SubmitsAsync(await story.Mo.PressesAsync(ticket, "Answer"), new { answer = Right }));

        var late = await ModeratedGuild.ReportAsync(story.Ida.SubmitsAsync(slow, new { answer = "Nowhere at all." }));

        Assert.Contains($"{story.Mo.Mention} was faster and answered", late.Text, StringComparison.Ordinal);
        Assert.Contains("Nowhere at all", late.Text, StringComparison.Ordinal);
        Assert.Empty(await story.EntriesAsync());
        Assert.Contains("library", Assert.Single(story.Ada.DirectMessages.Messages).Text, StringComparison.Ordinal);
        Assert.Contains("was faster", (await story.Ida.ForgesAsync(ticket, "1:t-close:" + TicketIn(slow) + ":")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_tells_the_moderators_and_nobody_else()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var (reply, ticket) = await AskedAsync(story);

        await story.Mo.PressesAsync(ticket, "Close");
        await ticket.ChangedAsync();

        Assert.Contains($"by {story.Mo.Mention} without an answer", ticket.Text, StringComparison.Ordinal);
        Assert.Empty(ticket.Buttons);
        Assert.Empty(story.Ada.DirectMessages.Messages);
        Assert.Contains("closed it", (await story.Ada.PressesAsync(reply, "Ask a moderator")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_lacks_the_role_changes_nothing_whatever_they_press()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var (_, ticket) = await AskedAsync(story);
        var form = await story.Mo.PressesAsync(ticket, "Answer and add to the FAQ");

        foreach (var button in ticket.Buttons.Where(b => b != "To your question"))
        {
            Assert.Contains("Only this server's moderators", (await story.Eve.PressesAsync(ticket, button)).Text, StringComparison.Ordinal);
        }

        // A form that was opened by a moderator and is sent in by another.
        Assert.Contains("Only this server's moderators", (await story.Eve.SubmitsAsync(form, new { answer = "Mine." })).Text, StringComparison.Ordinal);
        Assert.Equal(TicketState.Open, (await story.OpenTicketAsync()).State);
        Assert.Empty(await story.EntriesAsync());
        Assert.Empty(story.Ada.DirectMessages.Messages);
        Assert.Empty(ticket.Earlier);
    }

    [Fact]
    public async Task A_moderator_of_another_server_cannot_reach_a_ticket_of_this_one()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var (_, ticket) = await AskedAsync(story);
        var elsewhere = story.Discord.Guild("Eastbridge");
        var there = elsewhere.TextChannel("general");
        var mallory = elsewhere.Member("Mallory", elsewhere.Role("Admins", Fake.Right.Administrator));
        var own = await mallory.UsesAsync("ask", new { question = "Who leads the MSc Robotics?" }, there);
        var id = (await story.OpenTicketAsync()).Id;

        foreach (var kind in new[] { "t-answer", "t-add", "t-close" })
        {
            Assert.Contains("I no longer have that question", (await mallory.ForgesAsync(own.Message!, $"1:{kind}:{id}:")).Text, StringComparison.Ordinal);
        }

        Assert.Equal(TicketState.Open, (await story.OpenTicketAsync()).State);
        Assert.Empty(ticket.Earlier);
    }

    [Fact]
    public async Task Only_who_asked_can_bring_a_question_to_the_moderators()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var reply = await story.AskAsync(story.Ada, Question);

        Assert.Contains("Only the person who asked", (await story.Eve.PressesAsync(reply.Message!, "Ask a moderator")).Text, StringComparison.Ordinal);
        await story.RestartsAsync();
        Assert.Contains("Only the person who asked", (await story.Eve.PressesAsync(reply.Message!, "Ask a moderator")).Text, StringComparison.Ordinal);
        Assert.Empty(story.Moderators.Messages);
    }

    [Fact]
    public async Task After_a_restart_the_question_is_read_off_the_message()
    {
        await using var story = await ModeratedGuild.StartAsync();
        var reply = await story.AskAsync(story.Ada, "Where can I *park* my [bicycle]?");
        await story.RestartsAsync();

        Assert.Contains("with the moderators", (await story.Ada.PressesAsync(reply, "Ask a moderator")).Text, StringComparison.Ordinal);

        Assert.Equal("Where can I *park* my [bicycle]?", (await story.OpenTicketAsync()).Question);
    }

    [Fact]
    public async Task Without_a_moderators_channel_nothing_is_promised()
    {
        await using var story = await ModeratedGuild.StartAsync(withModerators: false);
        var reply = await story.AskAsync(story.Ada, Question);
        var id = "1:help:" + story.Ids.NextAnswer() + ":";

        Assert.Contains("moderators' channel", (await story.Ada.ForgesAsync(reply.Message!, id)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_cannot_be_brought_is_kept_and_brought_by_the_next_press()
    {
        await using var story = await ModeratedGuild.StartAsync();
        story.Moderators.Denies(story.Discord.Bot, Fake.Right.Send);
        var reply = await story.AskAsync(story.Ada, Question);
        Assert.Contains("cannot reach the moderators", (await story.Ada.PressesAsync(reply, "Ask a moderator")).Text, StringComparison.Ordinal);
        Assert.Equal(Question, (await story.OpenTicketAsync()).Question);
        var owner = await story.Guild.Owner.DirectMessages.NextFromBotAsync();
        Assert.Contains("Send Messages", owner.Text, StringComparison.Ordinal);

        var other = story.Guild.TextChannel("help-desk");
        await story.Guild.Owner.UsesAsync("setup moderators", new { role = story.Role, channel = other }, story.Ask);
        story.Discord.Violations.Take(); // what is set is shown by its mention, to the administrator alone
        Assert.Contains("with the moderators", (await story.Ada.PressesAsync(reply, "Ask a moderator")).Text, StringComparison.Ordinal);
        Assert.Contains(Question, Assert.Single(other.Messages).Text, StringComparison.Ordinal);
    }

    private static async Task<(Shown Reply, FakeMessage Ticket)> AskedAsync(ModeratedGuild story)
    {
        var reply = await story.AskAsync(story.Ada, Question);
        await story.Ada.PressesAsync(reply, "Ask a moderator");
        return (reply, Assert.Single(story.Moderators.Messages));
    }

    private static string TicketIn(Shown form) => form.Modal!.CustomId.Split(':')[2];

    private static async Task<string> AskButtonAsync(ModeratedGuild story)
    {
        var references = await story.ReadAsync(unit => unit.ReplyReferences.FindAsync(
            story.Protection.HashOf($"discord:message:{story.Ask.Id}:{story.Ask.Messages[0].Id}"), Token));
        return $"1:help:{references!.Answer}:";
    }
}
