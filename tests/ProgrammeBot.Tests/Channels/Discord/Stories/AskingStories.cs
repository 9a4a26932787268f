using ProgrammeBot.Tests.Channels.Discord.Fake;

namespace ProgrammeBot.Tests.Channels.Discord.Stories;

/// <summary>Students ask in Discord; told from their side of the screen.</summary>
public sealed class AskingStories
{
    [Fact]
    public async Task Ada_asks_by_command_reads_the_passages_and_votes()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var guild = discord.Guild("Northfield");
        var general = guild.TextChannel("general");
        var ada = guild.Member("Ada");
        await using var bot = await BotInDiscord.StartAsync(discord);

        var shown = await ada.UsesAsync("ask", new { question = "what is the pass mark on the msc robotics?" }, general);

        Assert.True(shown.WasThinking);
        Assert.False(shown.IsPrivate);
        Assert.Contains("The pass mark is 50%.", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Applies to: MSc Robotics", shown.Text, StringComparison.Ordinal);
        Assert.Contains("MSc Robotics: specification", shown.Text, StringComparison.Ordinal);
        Assert.Equal(["👍", "👎", "Show passages"], shown.Buttons);

        var passages = await ada.PressesAsync(shown, "Show passages");
        Assert.True(passages.IsPrivate);
        Assert.Contains("Examinations carry 40% of the marks. The pass mark is 50%.", passages.Text, StringComparison.Ordinal);

        var thanks = await ada.PressesAsync(shown, "👍");
        Assert.True(thanks.IsPrivate);
        Assert.Equal("Thank you, noted as helpful.", thanks.Text);

        var why = await ada.PressesAsync(shown, "👎");
        var told = await ada.SubmitsAsync(why, new { reason = "Unclear", words = "of what?" });
        Assert.Equal("Thank you. Moderators see what was not helpful, without your name.", told.Text);
    }

    [Fact]
    public async Task A_mention_is_answered_by_a_reply_and_the_next_one_leans_on_it()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var guild = discord.Guild("Northfield");
        var general = guild.TextChannel("general");
        var ada = guild.Member("Ada");
        await using var bot = await BotInDiscord.StartAsync(discord);

        var first = await ada.AsksAsync(general, $"{discord.Mention} which modules of the msc robotics are in spring?");
        Assert.Contains("Robot Perception", first.Text, StringComparison.Ordinal);
        Assert.NotNull(first.RepliesTo);
        Assert.Empty(first.Pings);

        var next = await ada.AsksAsync(general, $"{discord.Mention} what about autumn");
        Assert.Contains("Kinematics", next.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_direct_message_needs_no_mention()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var ada = discord.Guild("Northfield").Member("Ada");
        await using var bot = await BotInDiscord.StartAsync(discord);

        Assert.Contains("IELTS 7.0", (await ada.AsksAsync(ada.DirectMessages, "what ielts score does the msc robotics want?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestions_while_typing_are_titles_of_the_faq()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var guild = discord.Guild("Northfield");
        var general = guild.TextChannel("general");
        var ada = guild.Member("Ada");
        await using var bot = await BotInDiscord.StartAsync(discord, furnish: folder => folder.Write("seeds/faq.yaml", """
            entries:
              - id: parking
                title: Where can I park a bicycle?
                answer: Behind the library.
            """));

        Assert.Equal([("Where can I park a bicycle?", "Where can I park a bicycle?")], await ada.TypesAsync("ask", "question", "park", place: general));
    }

    [Fact]
    public async Task Anybody_s_message_can_be_answered_from_its_menu_without_the_content_intent()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var guild = discord.Guild("Northfield");
        var general = guild.TextChannel("general");
        var ada = guild.Member("Ada");
        var ben = guild.Member("Ben");
        await using var bot = await BotInDiscord.StartAsync(discord);
        var question = ben.Says(general, "what ielts score does the msc robotics want?");

        var shown = await ada.UsesOnAsync("Answer this", question);

        Assert.Contains("IELTS 7.0", shown.Text, StringComparison.Ordinal);
        Assert.Contains("what ielts score", shown.Text, StringComparison.Ordinal);

        var nothing = await ada.UsesOnAsync("Answer this", ben.Says(general, ""));
        Assert.True(nothing.IsPrivate);
        Assert.Equal("I found no words to answer in that message. Please ask in a sentence or two.", nothing.Text);
    }

    [Fact]
    public async Task A_choice_is_the_next_turn_and_another_s_press_is_answered_to_them_alone()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var guild = discord.Guild("Northfield");
        var general = guild.TextChannel("general");
        var ada = guild.Member("Ada");
        var ben = guild.Member("Ben");
        await using var bot = await BotInDiscord.StartAsync(discord, furnish: folder => folder.Write("seeds/faq.yaml", """
            entries:
              - id: parking
                title: Where can I park a bicycle?
                phrasings: [bicycle parking, where to leave my bike]
                answer: There is no parking in the documents.
            """));
        var shown = await ada.UsesAsync("ask", new { question = "parking for my zeppelin" }, general);
        Assert.Contains("Where can I park a bicycle?", shown.Buttons);

        var chosen = await ada.PressesAsync(shown, "Where can I park a bicycle?");
        Assert.False(chosen.IsPrivate);
        Assert.Contains("There is no parking in the documents.", chosen.Text, StringComparison.Ordinal);

        Assert.True((await ben.PressesAsync(shown, "Where can I park a bicycle?")).IsPrivate);
    }
}
