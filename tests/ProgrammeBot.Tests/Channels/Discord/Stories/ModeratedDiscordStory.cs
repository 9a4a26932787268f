using ProgrammeBot.Tests.Channels.Discord.Fake;

namespace ProgrammeBot.Tests.Channels.Discord.Stories;

/// <summary>The server with moderators, who have a channel, and beside them students.</summary>
public abstract class ModeratedDiscordStory : DiscordStory
{
    protected const string Question = "Where can I park my bicycle?";
    protected const string Answer = "In the cellar of the library, free of charge.";

    private protected FakeChannel Moderators { get; private set; } = null!; // set when it starts

    private protected FakePerson Mo { get; private set; } = null!; // set when it starts

    private protected FakePerson Ben { get; private set; } = null!; // set when it starts

    private protected async Task<BotInDiscord> StartAsync(params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var role = Guild.Role("Moderators", Right.ManageMessages);
        Moderators = Guild.TextChannel("moderators");
        (Mo, Ben) = (Guild.Member("Mo", role), Guild.Member("Ben"));
        var bot = await BotInDiscord.StartAsync(Discord, settings: settings);
        await SetUpAsync(Guild, role, Moderators, General);
        return bot;
    }

    /// <summary>A server of its own, with one who moderates there.</summary>
    private protected async Task<FakePerson> ElsewhereAsync()
    {
        var guild = Discord.Guild("Elsewhere");
        var (role, room) = (guild.Role("Moderators", Right.ManageMessages), guild.TextChannel("room"));
        var zoe = guild.Member("Zoe", role);
        await SetUpAsync(guild, role, guild.TextChannel("desk"), room);
        zoe.Place = room;
        return zoe;
    }

    private protected async Task<Shown> AskAsync(FakePerson person, string question = Question) => await person.UsesAsync("ask", new { question }, General);

    private async Task SetUpAsync(FakeGuild guild, FakeRole role, FakeChannel moderators, FakeChannel at)
    {
        await guild.Owner.UsesAsync("setup moderators", new { role = role.Id, channel = moderators.Id }, at);
        Discord.Violations.Take(); // what is set is shown by its mention, to the administrator alone
    }
}
