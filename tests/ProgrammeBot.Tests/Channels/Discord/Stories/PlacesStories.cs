using ProgrammeBot.Tests.Channels.Discord.Fake;

namespace ProgrammeBot.Tests.Channels.Discord.Stories;

/// <summary>Administrators set the bot up; told from their side of the screen and from the students'.</summary>
public sealed class PlacesStories : IAsyncLifetime
{
    private FakeDiscord _discord = null!; // set before each story
    private FakeGuild _guild = null!;
    private FakeChannel _general = null!;
    private FakePerson _ada = null!;
    private FakePerson _owner = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await FakeDiscord.StartAsync();
        _guild = _discord.Guild("Northfield");
        _general = _guild.TextChannel("general");
        _ada = _guild.Member("Ada");
        _owner = _guild.Owner;
    }

    public ValueTask DisposeAsync() => _discord.DisposeAsync();

    [Fact]
    public async Task A_programme_set_for_a_channel_holds_there_and_nowhere_else()
    {
        var optics = _guild.TextChannel("optics");
        await using var bot = await BotInDiscord.StartAsync(_discord);

        var set = await _owner.UsesAsync("setup programme", new { programme = "mres-optics", where = optics.Id }, _general);
        Assert.True(set.IsPrivate);
        Assert.Contains("Programme: MRes Optics", set.Text, StringComparison.Ordinal);

        var there = await _ada.UsesAsync("ask", new { question = "who leads the programme?" }, optics);
        Assert.DoesNotContain("Ada Winter", there.Text, StringComparison.Ordinal);
        var elsewhere = await _ada.UsesAsync("ask", new { question = "who leads the programme?" }, _general);
        Assert.Contains("Ada Winter", elsewhere.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_no_administrator_sets_nothing_up_even_with_a_client_of_their_own()
    {
        await using var bot = await BotInDiscord.StartAsync(_discord);

        var refused = await _ada.UsesAsync("setup answers", new { state = "private" }, _general, hidden: true);
        Assert.True(refused.IsPrivate);
        Assert.Equal("Only this server's moderators and administrators can do that.", refused.Text);

        Assert.False((await _ada.UsesAsync("ask", new { question = "what is the pass mark on the msc robotics?" }, _general)).IsPrivate);
    }

    [Fact]
    public async Task Private_answers_can_be_shared_by_who_asked()
    {
        await using var bot = await BotInDiscord.StartAsync(_discord);
        await _owner.UsesAsync("setup answers", new { state = "private" }, _general);

        var shown = await _ada.UsesAsync("ask", new { question = "what is the pass mark on the msc robotics?" }, _general);
        Assert.True(shown.IsPrivate);
        Assert.Contains("Share here", shown.Buttons);
        Assert.Empty(_general.Messages);

        await _ada.PressesAsync(shown, "Share here");
        var shared = await _general.NextFromBotAsync();
        Assert.Contains("The pass mark is 50%.", shared.Text, StringComparison.Ordinal);
        Assert.Contains("what is the pass mark", shared.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_an_ask_channel_a_question_to_nobody_is_answered_once_in_a_thread()
    {
        var ask = _guild.TextChannel("ask-the-bot");
        await using var bot = await BotInDiscord.StartAsync(_discord, messageContent: true);
        await _owner.UsesAsync("setup ask-channel", new { channel = ask.Id, state = "on" }, _general);

        var chat = _ada.Says(ask, "hello everybody, nice weather");
        _discord.Gateway.RepeatsEvents = true;
        var question = _ada.Says(ask, "what is the pass mark on the msc robotics?");
        var thread = await ask.NextThreadAsync();
        var answer = await thread.NextFromBotAsync();

        Assert.Equal(question.Id, thread.Id);
        Assert.Contains("The pass mark is 50%.", answer.Text, StringComparison.Ordinal);
        await SettledAsync(ask);
        Assert.Single(thread.Messages, m => m.Author == _discord.Bot);
        Assert.DoesNotContain(ask.Messages, m => m.RepliesTo == chat);
    }

    [Fact]
    public async Task A_forum_post_is_answered_and_solved_when_its_asker_says_so()
    {
        var forum = _guild.Forum("questions", "open", "solved");
        _guild.BotRole.Rights |= Right.ManageThreads;
        await using var bot = await BotInDiscord.StartAsync(_discord, messageContent: true);
        await _owner.UsesAsync("setup forum", new { channel = forum.Id, state = "on" }, _general);

        var post = _ada.Posts(forum, "pass mark", "what is the pass mark on the msc robotics?", "open");
        var answer = await post.NextFromBotAsync();
        Assert.Contains("The pass mark is 50%.", answer.Text, StringComparison.Ordinal);

        _ada.Says(post, "thanks, that answers it!");
        await _discord.UntilAsync(() => post.TagNames.Contains("solved"), "the tag 'solved'");
        Assert.Equal(["open", "solved"], post.TagNames);
    }

    [Fact]
    public async Task Without_the_message_content_intent_set_up_says_what_will_not_work()
    {
        var ask = _guild.TextChannel("ask-the-bot");
        await using var bot = await BotInDiscord.StartAsync(_discord);

        var set = await _owner.UsesAsync("setup ask-channel", new { channel = ask.Id, state = "on" }, _general);

        Assert.Contains("need the Message Content intent, which is off for me", set.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_programme_of_ones_own_goes_before_the_places_and_can_be_forgotten()
    {
        await using var bot = await BotInDiscord.StartAsync(_discord);

        var chosen = await _ada.UsesAsync("programme", new { programme = "mres-optics" }, _general);
        Assert.Contains("MRes Optics", chosen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada Winter", (await _ada.UsesAsync("ask", new { question = "who leads the programme?" }, _general)).Text, StringComparison.Ordinal);

        Assert.StartsWith("Done.", (await _ada.UsesAsync("forget-me", place: _general)).Text, StringComparison.Ordinal);
        Assert.Contains("Ada Winter", (await _ada.UsesAsync("ask", new { question = "who leads the programme?" }, _general)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wake_word_calls_the_bot_where_it_is_set()
    {
        await using var bot = await BotInDiscord.StartAsync(_discord, messageContent: true);
        await _owner.UsesAsync("setup wake-words", new { state = "on", words = "hey bot, botty" }, _general);

        Assert.Contains("50%", (await _ada.AsksAsync(_general, "Hey bot, what is the pass mark on the msc robotics?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_staff_writes_is_left_alone_where_it_is_set_so()
    {
        var ask = _guild.TextChannel("ask-the-bot");
        await using var bot = await BotInDiscord.StartAsync(_discord, messageContent: true);
        await _owner.UsesAsync("setup ask-channel", new { channel = ask.Id, state = "on" }, _general);
        var tutors = _guild.Role("Tutors");
        var tim = _guild.Member("Tim", tutors);
        await _owner.UsesAsync("setup moderators", new { role = tutors.Id, channel = _general.Id }, _general);
        var set = await _owner.UsesAsync("setup staff", new { state = "on", where = ask.Id }, _general);
        _discord.Violations.Take(); // what is set is shown by its mention, to the administrator alone
        Assert.Contains("Leaving moderators' messages alone: on", set.Text, StringComparison.Ordinal);

        tim.Says(ask, "what is the pass mark on the msc robotics?");
        var asked = _ada.Says(ask, "what is the pass mark on the msc robotics?");

        Assert.Equal(asked.Id, (await ask.NextThreadAsync()).Id);
        await bot.SettledAsync();
        Assert.Single(ask.Threads);
    }

    [Fact]
    public async Task Too_many_questions_at_once_are_met_with_a_kind_word()
    {
        await using var bot = await BotInDiscord.StartAsync(_discord);
        var texts = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            texts.Add((await _ada.UsesAsync("ask", new { question = "what is the pass mark on the msc robotics?" }, _general)).Text);
        }

        Assert.All(texts.Take(6), t => Assert.Contains("50%", t, StringComparison.Ordinal));
        Assert.Contains("Please wait", texts[6], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guild_that_removes_the_bot_is_forgotten()
    {
        await using var bot = await BotInDiscord.StartAsync(_discord);
        await _owner.UsesAsync("setup answers", new { state = "private" }, _general);
        Assert.True((await _ada.UsesAsync("ask", new { question = "what is the pass mark on the msc robotics?" }, _general)).IsPrivate);

        _guild.RemovesTheBot();
        await bot.SettledAsync();
        _guild.InvitesTheBot();

        Assert.False((await _ada.UsesAsync("ask", new { question = "what is the pass mark on the msc robotics?" }, _general)).IsPrivate);
    }

    /// <summary>What came before a command's answer on the same connection was handled or is in hand; one mention more, and it is done.</summary>
    private async Task SettledAsync(FakeChannel place) => await _ada.AsksAsync(place, $"{_discord.Mention} thanks");
}
