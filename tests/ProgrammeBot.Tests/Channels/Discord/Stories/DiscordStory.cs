using ProgrammeBot.Tests.Channels.Discord.Fake;

namespace ProgrammeBot.Tests.Channels.Discord.Stories;

/// <summary>A server with a channel, its owner and a student, before the bot comes.</summary>
public abstract class DiscordStory : IAsyncLifetime
{
    private protected FakeDiscord Discord { get; private set; } = null!; // set before each story

    private protected FakeGuild Guild { get; private set; } = null!;

    private protected FakeChannel General { get; private set; } = null!;

    private protected FakePerson Ada { get; private set; } = null!;

    /// <summary>The clock by which Discord dates what happens.</summary>
    private protected virtual TimeProvider Clock => TimeProvider.System;

    public async ValueTask InitializeAsync()
    {
        Discord = await FakeDiscord.StartAsync(Clock);
        Guild = Discord.Guild("Northfield");
        General = Guild.TextChannel("general");
        Ada = Guild.Member("Ada");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Discord.DisposeAsync();
    }
}
