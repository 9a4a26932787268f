using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Channels.Discord.Fake.Gateway;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake;

/// <summary>What people see when a bot does what a bot does: the fake's own stories, with a bot of a few lines.</summary>
public sealed class FakeDiscordStoryTests
{
    private static readonly JsonArray AskCommand = JsonNode.Parse("""
        [{"name": "ask", "description": "Ask", "options": [
            {"type": 3, "name": "question", "description": "What", "required": true, "autocomplete": true, "max_length": 500}]},
         {"name": "Answer this", "type": 3}]
        """)!.AsArray();

    [Fact]
    public async Task A_command_is_deferred_edited_and_its_button_opens_a_form()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var guild = discord.Guild("Northfield");
        var ask = guild.TextChannel("ask");
        var ada = guild.Member("Ada");
        await using var bot = await RawBot.ConnectAsync(discord);
        var registered = await bot.CallAsync("PUT", $"/applications/{discord.ApplicationId}/commands", AskCommand.DeepClone());
        Assert.Equal(200, registered.Status);

        var shown = ada.UsesAsync("ask", new { question = "How many credits?" }, ask);
        var interaction = await bot.InteractionAsync();
        Assert.Equal("How many credits?", interaction.Part("data").Items("options").Single().Text("value"));
        Assert.Equal(204, (await bot.CallbackAsync(interaction, 5, new JsonObject { ["flags"] = 64 })).Status);
        var answer = RawBot.Saying("120 credits.");
        answer["components"] = JsonNode.Parse("""[{"type": 1, "components": [{"type": 2, "style": 2, "label": "Why?", "custom_id": "why:1"}]}]""");
        await bot.CallAsync("PATCH", $"/webhooks/{discord.ApplicationId}/{interaction.Text("token")}/messages/%40original", answer, token: false);
        var seen = await shown;
        Assert.Equal("120 credits.", seen.Text);
        Assert.True(seen.IsPrivate);
        Assert.True(seen.WasThinking);
        Assert.Equal(["Why?"], seen.Buttons);
        Assert.Empty(ask.Messages);

        var pressed = ada.PressesAsync(seen, "Why?");
        var press = await bot.InteractionAsync();
        Assert.Equal("why:1", press.Part("data").Text("custom_id"));
        Assert.Equal("120 credits.", press.Part("message").Text("content"));
        await bot.CallbackAsync(press, 9, JsonNode.Parse("""
            {"custom_id": "form", "title": "Tell us", "components": [
                {"type": 18, "label": "Reason", "component": {"type": 4, "custom_id": "reason", "style": 1}}]}
            """)!.AsObject());
        var form = await pressed;
        Assert.Equal(["Reason"], form.Modal!.Labels);

        var sent = ada.SubmitsAsync(form, new { reason = "Because" });
        var submit = await bot.InteractionAsync();
        Assert.Equal("Because", submit.Part("data").Items("components").Single().Part("component").Text("value"));
        await bot.CallbackAsync(submit, 7, RawBot.Saying("Thanks."));
        var thanked = await sent;
        Assert.True(thanked.IsEdit);
        Assert.Equal("Thanks.", thanked.Text);
    }

    [Fact]
    public async Task Content_is_blank_without_the_intent_but_for_direct_messages_mentions_and_pinging_replies()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var guild = discord.Guild("Northfield");
        var general = guild.TextChannel("general");
        var ada = guild.Member("Ada");
        await using var bot = await RawBot.ConnectAsync(discord);
        var sent = await bot.CallAsync("POST", $"/channels/{general.Id}/messages", RawBot.Saying("Hello"));
        var own = general.Messages.Single();

        async Task<string?> Arrives(FakeMessage message) =>
            (await bot.NextAsync(frame => frame.Part("d").Text("id") == message.Id && frame.Text("t") == "MESSAGE_CREATE")).Part("d").Text("content");

        Assert.Equal("Hello", sent.Body.Text("content"));
        Assert.Equal("Hello", await Arrives(own));
        Assert.Equal("", await Arrives(ada.Says(general, "Just chatting")));
        Assert.Equal($"{discord.Mention} what?", await Arrives(ada.Says(general, $"{discord.Mention} what?")));
        Assert.Equal("And?", await Arrives(ada.Says(general, "And?", replyTo: own)));
        Assert.Equal("", await Arrives(ada.Says(general, "And?", replyTo: own, ping: false)));
        Assert.Equal("Psst", await Arrives(ada.Says(ada.DirectMessages, "Psst")));

        var read = await bot.CallAsync("GET", $"/channels/{general.Id}/messages?limit=5");
        Assert.Equal(["", "And?", $"{discord.Mention} what?", "", "Hello"], ((JsonArray)read.Body!).Select(message => message.Text("content")));
    }

    [Fact]
    public async Task A_drop_loses_nothing_when_it_is_resumed()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var guild = discord.Guild("Northfield");
        var general = guild.TextChannel("general");
        var ada = guild.Member("Ada");
        await using var bot = await RawBot.ConnectAsync(discord);
        await bot.EventAsync("GUILD_CREATE");

        discord.Gateway.Drops(midFrame: true);
        await Assert.ThrowsAnyAsync<Exception>(() => bot.NextAsync(_ => true));
        var first = ada.Says(general, $"{discord.Mention} one");
        var second = ada.Says(general, $"{discord.Mention} two");
        await bot.OpenAsync(resume: true);
        await bot.SendAsync(bot.Resume());
        Assert.Equal(first.Id, (await bot.EventAsync("MESSAGE_CREATE")).Part("d").Text("id"));
        Assert.Equal(second.Id, (await bot.EventAsync("MESSAGE_CREATE")).Part("d").Text("id"));
        await bot.EventAsync("RESUMED");
        Assert.Equal(1, discord.Gateway.Resumed);
    }
}
