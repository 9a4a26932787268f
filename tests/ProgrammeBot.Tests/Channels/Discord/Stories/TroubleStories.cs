using ProgrammeBot.Tests.Channels.Discord.Fake;
using ProgrammeBot.Tests.Channels.Discord.Fake.Gateway;

namespace ProgrammeBot.Tests.Channels.Discord.Stories;

/// <summary>Bad days: missing rights, closed messages, restarts, old buttons, hostile words.</summary>
public sealed class TroubleStories : IAsyncLifetime
{
    private const string Question = "what is the pass mark on the msc robotics?";

    private FakeDiscord _discord = null!; // set before each story
    private FakeGuild _guild = null!;
    private FakeChannel _general = null!;
    private FakePerson _ada = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await FakeDiscord.StartAsync();
        _guild = _discord.Guild("Northfield");
        _general = _guild.TextChannel("general");
        _ada = _guild.Member("Ada");
    }

    public ValueTask DisposeAsync() => _discord.DisposeAsync();

    [Fact]
    public async Task A_missing_right_is_told_to_the_owner_by_its_name_and_the_asker_is_answered_directly()
    {
        _general.Denies(_guild.BotRole, Right.Send);
        await using var bot = await BotInDiscord.StartAsync(_discord);

        _ada.Says(_general, $"{_discord.Mention} {Question}");

        Assert.Contains("The pass mark is 50%.", (await _ada.DirectMessages.NextFromBotAsync()).Text, StringComparison.Ordinal);
        var told = await _guild.Owner.DirectMessages.NextFromBotAsync();
        Assert.Contains("**Send Messages**", told.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_in_distress_is_answered_privately_wherever_they_write()
    {
        await using var bot = await BotInDiscord.StartAsync(_discord, furnish: Caring);

        _ada.Says(_general, $"{_discord.Mention} i want to kill myself");
        var direct = await _ada.DirectMessages.NextFromBotAsync();
        Assert.Contains("Please talk to somebody now", direct.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_general.Messages, m => m.Author == _discord.Bot);

        var shown = await _ada.UsesAsync("ask", new { question = "i want to kill myself" }, _general);
        Assert.True(shown.IsPrivate);
        Assert.DoesNotContain(shown.Buttons, b => b is "👍" or "Share here");
    }

    [Fact]
    public async Task After_a_restart_old_buttons_work_as_far_as_they_can()
    {
        await using var bot = await BotInDiscord.StartAsync(_discord);
        var shown = await _ada.UsesAsync("ask", new { question = Question }, _general);

        await bot.RestartAsync();

        Assert.Contains("Examinations carry 40%", (await _ada.PressesAsync(shown, "Show passages")).Text, StringComparison.Ordinal);
        Assert.Equal("Thank you, noted as helpful.", (await _ada.PressesAsync(shown, "👍")).Text);
    }

    [Theory]
    [InlineData("1:t-answer:01ARZ3NDEKTSV4RRFFQ69G5FAV:")]
    [InlineData("1:up:nobody:")]
    [InlineData("7:later:thing:x")]
    [InlineData("'; DROP TABLE place; --")]
    public async Task A_forged_or_unknown_button_is_met_with_a_kind_word_and_changes_nothing(string customId)
    {
        await using var bot = await BotInDiscord.StartAsync(_discord);
        var shown = await _ada.UsesAsync("ask", new { question = Question }, _general);

        var told = await _ada.ForgesAsync(shown.Message!, customId);

        Assert.True(told.IsPrivate);
        Assert.False(told.NoAnswer);
    }

    [Theory]
    [InlineData("")]
    [InlineData("😀😀😀")]
    [InlineData("@everyone `````` ](https://evil.example) <@&1> ||x||")]
    [InlineData("Z̷̢̧̛̛̗̣̱͔̙̭̬̮̦̫̲̮̊̅̈́͐͑a̸l̴g̶o̴ is what?")]
    [InlineData("‮txet sdrawkcab si tahw")]
    public async Task Odd_words_are_met_politely_and_ping_nobody(string words)
    {
        await using var bot = await BotInDiscord.StartAsync(_discord);

        var reply = await _ada.AsksAsync(_general, $"{_discord.Mention} {words}");

        Assert.NotEqual("", reply.Text);
        Assert.Empty(reply.Pings);
    }

    [Fact]
    public async Task A_dropped_connection_loses_no_question()
    {
        await using var bot = await BotInDiscord.StartAsync(_discord);

        await bot.SettledAsync();
        _discord.Gateway.Drops();
        _ada.Says(_general, $"{_discord.Mention} {Question}");

        Assert.Contains("The pass mark is 50%.", (await _general.NextFromBotAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(1, _discord.Gateway.Resumed);
    }

    [Fact]
    public async Task A_revoked_token_stops_Discord_and_not_the_host()
    {
        await using var bot = await BotInDiscord.StartAsync(_discord);

        _discord.RevokesTheToken();
        await _discord.UntilAsync(() => bot.HasFailed, "the client to stop");

        Assert.Contains("Reset Token", bot.Notes, StringComparison.Ordinal);
        Assert.True(await bot.AnswersOnTheWebAsync());
    }

    [Fact]
    public async Task Bots_webhooks_and_other_kinds_of_messages_are_left_alone()
    {
        var robot = _guild.OtherBot("Robot");
        await using var bot = await BotInDiscord.StartAsync(_discord);

        robot.Says(_general, $"{_discord.Mention} {Question}");
        _ada.Says(_general, $"{_discord.Mention} {Question}", type: 7);
        await _ada.AsksAsync(_general, $"{_discord.Mention} thanks");

        Assert.Single(_general.Messages, m => m.Author == _discord.Bot);
    }

    private static void Caring(Support.NorthfieldFolder folder) => folder.Write("seeds/care.yaml", """
        kinds:
          - id: crisis
            says: [kill myself]
            text: Please talk to somebody now. You are not alone.
        """);
}
