using ProgrammeBot.Tests.Channels.Discord.Fake;

namespace ProgrammeBot.Tests.Channels.Discord.Stories;

/// <summary>Administrators set the bot up; told from their side of the screen and from the students'.</summary>
public sealed class PlacesStories : DiscordStory
{
    [Fact]
    public async Task A_programme_set_for_a_channel_holds_there_and_nowhere_else()
    {
        var optics = Guild.TextChannel("optics");
        await using var bot = await BotInDiscord.StartAsync(Discord);

        var set = await Guild.Owner.UsesAsync("setup programme", new { programme = "mres-optics", where = optics.Id }, General);
        Assert.True(set.IsPrivate);
        Assert.Contains("Programme: MRes Optics", set.Text, StringComparison.Ordinal);

        var there = await Ada.UsesAsync("ask", new { question = "who leads the programme?" }, optics);
        Assert.DoesNotContain("Ada Winter", there.Text, StringComparison.Ordinal);
        var elsewhere = await Ada.UsesAsync("ask", new { question = "who leads the programme?" }, General);
        Assert.Contains("Ada Winter", elsewhere.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_asks_for_a_second_person_and_takes_that_back()
    {
        await using var bot = await BotInDiscord.StartAsync(Discord);

        Assert.Contains("A second person approves FAQ changes: on", (await Guild.Owner.UsesAsync("setup review", new { state = "on" }, General)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("second person", (await Guild.Owner.UsesAsync("setup review", new { state = "off" }, General)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_no_administrator_sets_nothing_up_even_with_a_client_of_their_own()
    {
        await using var bot = await BotInDiscord.StartAsync(Discord);

        var refused = await Ada.UsesAsync("setup answers", new { state = "private" }, General, hidden: true);
        Assert.True(refused.IsPrivate);
        Assert.Equal("Only this server's moderators and administrators can do that.", refused.Text);

        Assert.False((await Ada.UsesAsync("ask", new { question = "what is the pass mark on the msc robotics?" }, General)).IsPrivate);
    }

    [Fact]
    public async Task Private_answers_can_be_shared_by_who_asked()
    {
        await using var bot = await BotInDiscord.StartAsync(Discord);
        await Guild.Owner.UsesAsync("setup answers", new { state = "private" }, General);

        var shown = await Ada.UsesAsync("ask", new { question = "what is the pass mark on the msc robotics?" }, General);
        Assert.True(shown.IsPrivate);
        Assert.Contains("Share here", shown.Buttons);
        Assert.Empty(General.Messages);

        await Ada.PressesAsync(shown, "Share here");
        var shared = await General.NextFromBotAsync();
        Assert.Contains("The pass mark is 50%.", shared.Text, StringComparison.Ordinal);
        Assert.Contains("what is the pass mark", shared.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_an_ask_channel_a_question_to_nobody_is_answered_once_in_a_thread()
    {
        var ask = Guild.TextChannel("ask-the-bot");
        await using var bot = await BotInDiscord.StartAsync(Discord, messageContent: true);
        await Guild.Owner.UsesAsync("setup ask-channel", new { channel = ask.Id, state = "on" }, General);

        var chat = Ada.Says(ask, "hello everybody, nice weather");
        Discord.Gateway.RepeatsEvents = true;
        var question = Ada.Says(ask, "what is the pass mark on the msc robotics?");
        var thread = await ask.NextThreadAsync();
        var answer = await thread.NextFromBotAsync();

        Assert.Equal(question.Id, thread.Id);
        Assert.Contains("The pass mark is 50%.", answer.Text, StringComparison.Ordinal);
        await SettledAsync(ask);
        Assert.Single(thread.Messages, m => m.Author == Discord.Bot);
        Assert.DoesNotContain(ask.Messages, m => m.RepliesTo == chat);
    }

    [Fact]
    public async Task A_forum_post_is_answered_and_solved_when_its_asker_says_so()
    {
        var forum = Guild.Forum("questions", "open", "solved");
        Guild.BotRole.Rights |= Right.ManageThreads;
        await using var bot = await BotInDiscord.StartAsync(Discord, messageContent: true);
        await Guild.Owner.UsesAsync("setup forum", new { channel = forum.Id, state = "on" }, General);

        var post = Ada.Posts(forum, "pass mark", "what is the pass mark on the msc robotics?", "open");
        var answer = await post.NextFromBotAsync();
        Assert.Contains("The pass mark is 50%.", answer.Text, StringComparison.Ordinal);

        Ada.Says(post, "thanks, that answers it!");
        await Discord.UntilAsync(() => post.TagNames.Contains("solved"), "the tag 'solved'");
        Assert.Equal(["open", "solved"], post.TagNames);
    }

    [Fact]
    public async Task Without_the_message_content_intent_set_up_says_what_will_not_work()
    {
        var ask = Guild.TextChannel("ask-the-bot");
        await using var bot = await BotInDiscord.StartAsync(Discord);

        var set = await Guild.Owner.UsesAsync("setup ask-channel", new { channel = ask.Id, state = "on" }, General);

        Assert.Contains("need the Message Content intent, which is off for me", set.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_programme_of_ones_own_goes_before_the_places_and_can_be_forgotten()
    {
        await using var bot = await BotInDiscord.StartAsync(Discord);

        var chosen = await Ada.UsesAsync("programme", new { programme = "mres-optics" }, General);
        Assert.Contains("MRes Optics", chosen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada Winter", (await Ada.UsesAsync("ask", new { question = "who leads the programme?" }, General)).Text, StringComparison.Ordinal);

        var held = await Ada.UsesAsync("my-data", place: General);
        Assert.Contains("the programme you chose: MRes Optics", held.Text, StringComparison.Ordinal);
        Assert.Contains("- who leads the programme?", held.Text, StringComparison.Ordinal);
        Assert.StartsWith("I hold nothing", (await Guild.Owner.UsesAsync("my-data", place: General)).Text, StringComparison.Ordinal);

        Assert.StartsWith("Done.", (await Ada.UsesAsync("forget-me", place: General)).Text, StringComparison.Ordinal);
        Assert.Contains("Ada Winter", (await Ada.UsesAsync("ask", new { question = "who leads the programme?" }, General)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wake_word_calls_the_bot_where_it_is_set()
    {
        await using var bot = await BotInDiscord.StartAsync(Discord, messageContent: true);
        await Guild.Owner.UsesAsync("setup wake-words", new { state = "on", words = "hey bot, botty" }, General);

        Assert.Contains("50%", (await Ada.AsksAsync(General, "Hey bot, what is the pass mark on the msc robotics?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_staff_writes_is_left_alone_where_it_is_set_so()
    {
        var ask = Guild.TextChannel("ask-the-bot");
        await using var bot = await BotInDiscord.StartAsync(Discord, messageContent: true);
        await Guild.Owner.UsesAsync("setup ask-channel", new { channel = ask.Id, state = "on" }, General);
        var tutors = Guild.Role("Tutors");
        var tim = Guild.Member("Tim", tutors);
        await Guild.Owner.UsesAsync("setup moderators", new { role = tutors.Id, channel = General.Id }, General);
        var set = await Guild.Owner.UsesAsync("setup staff", new { state = "on", where = ask.Id }, General);
        Discord.Violations.Take(); // what is set is shown by its mention, to the administrator alone
        Assert.Contains("Leaving moderators' messages alone: on", set.Text, StringComparison.Ordinal);

        tim.Says(ask, "what is the pass mark on the msc robotics?");
        var asked = Ada.Says(ask, "what is the pass mark on the msc robotics?");

        Assert.Equal(asked.Id, (await ask.NextThreadAsync()).Id);
        await bot.SettledAsync();
        Assert.Single(ask.Threads);
    }

    [Fact]
    public async Task Too_many_questions_at_once_are_met_with_a_kind_word()
    {
        await using var bot = await BotInDiscord.StartAsync(Discord);
        var texts = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            texts.Add((await Ada.UsesAsync("ask", new { question = "what is the pass mark on the msc robotics?" }, General)).Text);
        }

        Assert.All(texts.Take(6), t => Assert.Contains("50%", t, StringComparison.Ordinal));
        Assert.Contains("Please wait", texts[6], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guild_that_removes_the_bot_is_forgotten()
    {
        await using var bot = await BotInDiscord.StartAsync(Discord);
        await Guild.Owner.UsesAsync("setup answers", new { state = "private" }, General);
        Assert.True((await Ada.UsesAsync("ask", new { question = "what is the pass mark on the msc robotics?" }, General)).IsPrivate);

        Guild.RemovesTheBot();
        await bot.SettledAsync();
        Guild.InvitesTheBot();

        Assert.False((await Ada.UsesAsync("ask", new { question = "what is the pass mark on the msc robotics?" }, General)).IsPrivate);
    }

    /// <summary>What came before a command's answer on the same connection was handled or is in hand; one mention more, and it is done.</summary>
    private async Task SettledAsync(FakeChannel place) => await Ada.AsksAsync(place, $"{Discord.Mention} thanks");
}
