namespace ProgrammeBot.Tests.Channels.Discord.Stories;

/// <summary>Students ask in Discord; told from their side of the screen.</summary>
public sealed class AskingStories : DiscordStory
{
    [Fact]
    public async Task Ada_asks_by_command_reads_the_passages_and_votes()
    {
        await using var bot = await BotInDiscord.StartAsync(Discord);

        var shown = await Ada.UsesAsync("ask", new { question = "what is the pass mark on the msc robotics?" }, General);

        Assert.True(shown.WasThinking);
        Assert.False(shown.IsPrivate);
        Assert.Contains("The pass mark is 50%.", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Applies to: MSc Robotics", shown.Text, StringComparison.Ordinal);
        Assert.Contains("MSc Robotics: specification", shown.Text, StringComparison.Ordinal);
        Assert.Equal(["👍", "👎", "Show passages"], shown.Buttons);

        var passages = await Ada.PressesAsync(shown, "Show passages");
        Assert.True(passages.IsPrivate);
        Assert.Contains("Examinations carry 40% of the marks. The pass mark is 50%.", passages.Text, StringComparison.Ordinal);

        var thanks = await Ada.PressesAsync(shown, "👍");
        Assert.True(thanks.IsPrivate);
        Assert.Equal("Thank you, noted as helpful.", thanks.Text);

        var why = await Ada.PressesAsync(shown, "👎");
        var told = await Ada.SubmitsAsync(why, new { reason = "Unclear", words = "of what?" });
        Assert.Equal("Thank you. Moderators see what was not helpful, without your name.", told.Text);
    }

    [Fact]
    public async Task A_mention_is_answered_by_a_reply_and_the_next_one_leans_on_it()
    {
        await using var bot = await BotInDiscord.StartAsync(Discord);

        var first = await Ada.AsksAsync(General, $"{Discord.Mention} which modules of the msc robotics are in spring?");
        Assert.Contains("Robot Perception", first.Text, StringComparison.Ordinal);
        Assert.NotNull(first.RepliesTo);
        Assert.Empty(first.Pings);

        var next = await Ada.AsksAsync(General, $"{Discord.Mention} what about autumn");
        Assert.Contains("Kinematics", next.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_direct_message_needs_no_mention()
    {
        await using var bot = await BotInDiscord.StartAsync(Discord);

        Assert.Contains("IELTS 7.0", (await Ada.AsksAsync(Ada.DirectMessages, "what ielts score does the msc robotics want?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestions_while_typing_are_titles_of_the_faq()
    {
        await using var bot = await BotInDiscord.StartAsync(Discord, furnish: folder => folder.Write("seeds/faq.yaml", """
            entries:
              - id: parking
                title: Where can I park a bicycle?
                answer: Behind the library.
            """));

        Assert.Equal([("Where can I park a bicycle?", "Where can I park a bicycle?")], await Ada.TypesAsync("ask", "question", "park", place: General));
    }

    [Fact]
    public async Task Anybody_s_message_can_be_answered_from_its_menu_without_the_content_intent()
    {
        var ben = Guild.Member("Ben");
        await using var bot = await BotInDiscord.StartAsync(Discord);
        var question = ben.Says(General, "what ielts score does the msc robotics want?");

        var shown = await Ada.UsesOnAsync("Answer this", question);

        Assert.Contains("IELTS 7.0", shown.Text, StringComparison.Ordinal);
        Assert.Contains("what ielts score", shown.Text, StringComparison.Ordinal);

        var nothing = await Ada.UsesOnAsync("Answer this", ben.Says(General, ""));
        Assert.True(nothing.IsPrivate);
        Assert.Equal("I found no words to answer in that message. Please ask in a sentence or two.", nothing.Text);
    }

    [Fact]
    public async Task A_choice_is_the_next_turn_and_another_s_press_is_answered_to_them_alone()
    {
        var ben = Guild.Member("Ben");
        await using var bot = await BotInDiscord.StartAsync(Discord, furnish: folder => folder.Write("seeds/faq.yaml", """
            entries:
              - id: parking
                title: Where can I park a bicycle?
                phrasings: [bicycle parking, where to leave my bike]
                answer: There is no parking in the documents.
            """));
        var shown = await Ada.UsesAsync("ask", new { question = "parking for my zeppelin" }, General);
        Assert.Contains("Where can I park a bicycle?", shown.Buttons);

        var chosen = await Ada.PressesAsync(shown, "Where can I park a bicycle?");
        Assert.False(chosen.IsPrivate);
        Assert.Contains("There is no parking in the documents.", chosen.Text, StringComparison.Ordinal);

        Assert.True((await ben.PressesAsync(shown, "Where can I park a bicycle?")).IsPrivate);
    }
}
