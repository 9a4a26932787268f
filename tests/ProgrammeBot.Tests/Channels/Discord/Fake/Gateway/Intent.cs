namespace ProgrammeBot.Tests.Channels.Discord.Fake.Gateway;

/// <summary>The intents' bits, once more from the documentation.</summary>
internal static class Intent
{
    public const long None = 0;
    public const long Guilds = 1 << 0;
    public const long GuildMembers = 1 << 1;
    public const long Presences = 1 << 8;
    public const long GuildMessages = 1 << 9;
    public const long DirectMessages = 1 << 12;
    public const long MessageContent = 1 << 15;

    /// <summary>Every bit that is defined: 0 to 16, 20, 21, 24 and 25.</summary>
    public const long Defined = 0x1FFFF | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);
}
