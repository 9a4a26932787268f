using ProgrammeBot.Tests.Channels.Discord.Fake.Gateway;

namespace ProgrammeBot.Tests.Channels.Discord.Stories;

/// <summary>What Discord delivers late: people have gone on talking meanwhile.</summary>
public sealed class LateStories : DiscordStory
{
    private protected override TimeProvider Clock { get; } = new AMinuteAgo();

    [Fact]
    public async Task A_post_that_a_person_has_answered_is_left_to_them()
    {
        var forum = Guild.Forum("questions");
        var ben = Guild.Member("Ben");
        await using var bot = await BotInDiscord.StartAsync(Discord, messageContent: true);
        await Guild.Owner.UsesAsync("setup forum", new { channel = forum.Id, state = "on" }, General);

        Discord.Gateway.HoldsEvents = true;
        var answered = Ada.Posts(forum, "pass mark", "what is the pass mark on the msc robotics?");
        ben.Says(answered, "It is 50%.");
        var open = Ada.Posts(forum, "ielts", "what ielts score does the msc robotics want?");
        Discord.Gateway.Releases();

        Assert.Contains("IELTS 7.0", (await open.NextFromBotAsync()).Text, StringComparison.Ordinal);
        await bot.SettledAsync();
        Assert.DoesNotContain(answered.Messages, m => m.Author == Discord.Bot);
    }

    private sealed class AMinuteAgo : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - TimeSpan.FromMinutes(1);
    }
}
