using ProgrammeBot.Tests.Channels.Discord.Fake;
using ProgrammeBot.Tests.Channels.Discord.Fake.Gateway;

namespace ProgrammeBot.Tests.Channels.Discord.Stories;

/// <summary>Bad days: missing rights, closed messages, restarts, old buttons, hostile words.</summary>
public sealed class TroubleStories : DiscordStory
{
    private const string Question = "what is the pass mark on the msc robotics?";

    [Fact]
    public async Task A_missing_right_is_told_to_the_owner_by_its_name_and_the_asker_is_answered_directly()
    {
        General.Denies(Guild.BotRole, Right.Send);
        await using var bot = await BotInDiscord.StartAsync(Discord);

        Ada.Says(General, $"{Discord.Mention} {Question}");

        Assert.Contains("The pass mark is 50%.", (await Ada.DirectMessages.NextFromBotAsync()).Text, StringComparison.Ordinal);
        var told = await Guild.Owner.DirectMessages.NextFromBotAsync();
        Assert.Contains("**Send Messages**", told.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_in_distress_is_answered_privately_wherever_they_write()
    {
        await using var bot = await BotInDiscord.StartAsync(Discord, furnish: Caring);

        Ada.Says(General, $"{Discord.Mention} i want to kill myself");
        var direct = await Ada.DirectMessages.NextFromBotAsync();
        Assert.Contains("Please talk to somebody now", direct.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(General.Messages, m => m.Author == Discord.Bot);

        var shown = await Ada.UsesAsync("ask", new { question = "i want to kill myself" }, General);
        Assert.True(shown.IsPrivate);
        Assert.DoesNotContain(shown.Buttons, b => b is "👍" or "Share here");
    }

    [Fact]
    public async Task In_an_ask_channel_distress_is_answered_privately_and_all_else_in_the_thread_whatever_commands_do()
    {
        var ask = Guild.TextChannel("ask-the-bot");
        await using var bot = await BotInDiscord.StartAsync(Discord, messageContent: true, furnish: Caring);
        await Guild.Owner.UsesAsync("setup ask-channel", new { channel = ask.Id, state = "on" }, General);
        await Guild.Owner.UsesAsync("setup answers", new { state = "private" }, General);

        Ada.Says(ask, Question);
        Assert.Contains("50%", (await (await ask.NextThreadAsync()).NextFromBotAsync()).Text, StringComparison.Ordinal);
        Assert.Empty(Ada.DirectMessages.Messages);

        Ada.Says(ask, "what if i want to kill myself?");
        Assert.Contains("Please talk to somebody now", (await Ada.DirectMessages.NextFromBotAsync()).Text, StringComparison.Ordinal);
        await bot.SettledAsync();
        Assert.Single(ask.Threads);
    }

    [Fact]
    public async Task After_a_restart_old_buttons_work_as_far_as_they_can()
    {
        await using var bot = await BotInDiscord.StartAsync(Discord);
        var shown = await Ada.UsesAsync("ask", new { question = Question }, General);

        await bot.RestartAsync();

        Assert.Contains("Examinations carry 40%", (await Ada.PressesAsync(shown, "Show passages")).Text, StringComparison.Ordinal);
        Assert.Equal("Thank you, noted as helpful.", (await Ada.PressesAsync(shown, "👍")).Text);
    }

    [Theory]
    [InlineData("1:t-answer:01ARZ3NDEKTSV4RRFFQ69G5FAV:")]
    [InlineData("1:up:nobody:")]
    [InlineData("7:later:thing:x")]
    [InlineData("'; DROP TABLE place; --")]
    public async Task A_forged_or_unknown_button_is_met_with_a_kind_word_and_changes_nothing(string customId)
    {
        await using var bot = await BotInDiscord.StartAsync(Discord);
        var shown = await Ada.UsesAsync("ask", new { question = Question }, General);

        var told = await Ada.ForgesAsync(shown.Message!, customId);

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
        await using var bot = await BotInDiscord.StartAsync(Discord);

        var reply = await Ada.AsksAsync(General, $"{Discord.Mention} {words}");

        Assert.NotEqual("", reply.Text);
        Assert.Empty(reply.Pings);
    }

    [Fact]
    public async Task A_dropped_connection_loses_no_question()
    {
        await using var bot = await BotInDiscord.StartAsync(Discord);

        await bot.SettledAsync();
        Discord.Gateway.Drops();
        Ada.Says(General, $"{Discord.Mention} {Question}");

        Assert.Contains("The pass mark is 50%.", (await General.NextFromBotAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(1, Discord.Gateway.Resumed);
    }

    [Fact]
    public async Task A_revoked_token_stops_Discord_and_not_the_host()
    {
        await using var bot = await BotInDiscord.StartAsync(Discord);

        Discord.RevokesTheToken();
        await Discord.UntilAsync(() => bot.HasFailed, "the client to stop");

        Assert.Contains("Reset Token", bot.Notes, StringComparison.Ordinal);
        Assert.True(await bot.AnswersOnTheWebAsync());
    }

    [Fact]
    public async Task Bots_webhooks_and_other_kinds_of_messages_are_left_alone()
    {
        var robot = Guild.OtherBot("Robot");
        await using var bot = await BotInDiscord.StartAsync(Discord);

        robot.Says(General, $"{Discord.Mention} {Question}");
        Ada.Says(General, $"{Discord.Mention} {Question}", type: 7);
        await Ada.AsksAsync(General, $"{Discord.Mention} thanks");

        Assert.Single(General.Messages, m => m.Author == Discord.Bot);
    }

    private static void Caring(Support.NorthfieldFolder folder) => folder.Write("seeds/care.yaml", """
        kinds:
          - id: crisis
            says: [kill myself]
            text: Please talk to somebody now. You are not alone.
        """);
}
