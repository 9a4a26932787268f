namespace ProgrammeBot.Channels.Discord.Client.Gateway;

/// <summary>Kinds of events that Discord is asked to send; interactions come without any.</summary>
/// <remarks>discord.com/developers/docs/events/gateway#gateway-intents</remarks>
[Flags]
public enum DiscordIntents
{
    None = 0,

    /// <summary>Guilds, channels, roles and threads.</summary>
    Guilds = 1 << 0,

    /// <summary>Privileged; not needed.</summary>
    GuildMembers = 1 << 1,

    /// <summary>Privileged; not needed.</summary>
    GuildPresences = 1 << 8,

    GuildMessages = 1 << 9,

    DirectMessages = 1 << 12,

    /// <summary>Privileged: the text of messages that neither mention us nor are direct. Must be switched on in the developer portal.</summary>
    MessageContent = 1 << 15,

    /// <summary>What needs no privilege.</summary>
    Ordinary = Guilds | GuildMessages | DirectMessages,
}
