using ProgrammeBot.Tests.Channels.Discord.Fake.Gateway;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake;

/// <summary>Foreign clients judge the fake: what works for discord.js and discord.py is not just our own idea of Discord.</summary>
/// <remarks>They keep Discord's rules; what only our house forbids (a missing comma in the User-Agent, say) is not held against them.</remarks>
public sealed class ForeignBotTests
{
    [Theory]
    [InlineData("discord.js")]
    [InlineData("discord.py")]
    public async Task It_registers_answers_suggests_asks_by_form_and_updates(string library)
    {
        await using var discord = await FakeDiscord.StartAsync();
        var guild = discord.Guild("Northfield", Right.CreatePublicThreads);
        var ask = guild.TextChannel("ask");
        var ada = guild.Member("Ada");
        await using var bot = Start(library, discord);
        var ready = await bot.SaysAsync("ready");
        Assert.Equal(["Northfield"], ready.Texts("guilds"));
        Assert.Equal(["Answer this", "ask"], ready.Texts("commands").Order());

        var suggested = await ada.TypesAsync("ask", "question", "how many", place: ask);
        Assert.Equal(("how many credits?", "credits"), Assert.Single(suggested));

        var shown = await ada.UsesAsync("ask", new { question = "How many credits?" }, ask);
        Assert.Equal("Answer to How many credits?", shown.Text);
        Assert.True(shown is { IsPrivate: true, WasThinking: true });
        Assert.Equal("And one thing more", (await shown.NextAsync()).Text);

        var form = await ada.PressesAsync(shown, "Why?");
        Assert.Equal("Tell us", form.Modal!.Title);
        var field = form.Modal.Fields.Single().Text("custom_id")!;
        var thanked = await ada.SubmitsAsync(form, new Dictionary<string, string> { [field] = "Because" });
        Assert.Equal("Thanks: Because", thanked.Text);

        var better = await ada.PressesAsync(shown, "Better");
        Assert.Equal("A better answer", better.Text);
        Assert.True(better.IsEdit);
        Assert.Empty(better.Buttons);

        var said = ada.Says(ask, "What about fees?");
        var meant = await ada.UsesOnAsync("Answer this", said);
        Assert.Equal("You mean: What about fees?", meant.Text);
    }

    [Theory]
    [InlineData("discord.js")]
    [InlineData("discord.py")]
    public async Task It_replies_edits_and_deletes_where_it_can_read(string library)
    {
        await using var discord = await FakeDiscord.StartAsync();
        var guild = discord.Guild("Northfield");
        var general = guild.TextChannel("general");
        var ada = guild.Member("Ada");
        await using var bot = Start(library, discord);
        await bot.SaysAsync("ready");

        ada.Says(general, "Not for the bot");
        Assert.Equal("", (await bot.SaysAsync("message")).Text("content"));
        var question = ada.Says(general, $"{discord.Mention} how long?");
        Assert.Equal(question.Content, (await bot.SaysAsync("message")).Text("content"));
        var answer = await general.NextFromBotAsync(question);
        await answer.ChangedAsync();
        Assert.Equal("Second", answer.Content);
        Assert.Equal(question, answer.RepliesTo);
        Assert.Empty(answer.Pings);

        ada.Says(ada.DirectMessages, "And gone?");
        Assert.Equal("And gone?", (await bot.SaysAsync("message")).Text("content"));
        await discord.UntilAsync(() => ada.DirectMessages.All.Exists(message => message.Author == discord.Bot && message.Deleted), "the answer to be deleted");
    }

    [Theory]
    [InlineData("discord.js", false)]
    [InlineData("discord.js", true)]
    [InlineData("discord.py", false)]
    public async Task It_resumes_after_a_drop_and_misses_nothing(string library, bool midFrame)
    {
        await using var discord = await FakeDiscord.StartAsync();
        var guild = discord.Guild("Northfield");
        var general = guild.TextChannel("general");
        var ada = guild.Member("Ada");
        await using var bot = Start(library, discord);
        await bot.SaysAsync("ready");

        discord.Gateway.Drops(midFrame);
        var missed = ada.Says(general, $"{discord.Mention} while you were away");
        await bot.SaysAsync("resumed");
        await general.NextFromBotAsync(missed);
        discord.Gateway.AsksToReconnect();
        await discord.Gateway.ResumedAsync(2);
        Assert.Equal(1, discord.Gateway.Identified);
    }

    [Fact]
    public async Task It_starts_a_thread_and_writes_in_it()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var guild = discord.Guild("Northfield");
        var general = guild.TextChannel("general");
        var ada = guild.Member("Ada");
        await using var bot = Start("discord.js", discord);
        await bot.SaysAsync("ready");

        var question = ada.Says(general, $"{discord.Mention} a thread please");
        var thread = await general.NextThreadAsync();
        Assert.Equal(question.Id, thread.Id);
        Assert.Equal("In the thread", (await thread.NextFromBotAsync()).Content);
    }

    private static ForeignBot Start(string library, FakeDiscord discord)
    {
        discord.Violations.HoldsHouseRules = false;

        // How fast an interpreter is beside other tests is not what is judged here.
        discord.FirstAnswerWithin = TimeSpan.FromSeconds(30);
        return library == "discord.js" ? ForeignBot.OnDiscordJs(discord) : ForeignBot.OnDiscordPy(discord);
    }
}
