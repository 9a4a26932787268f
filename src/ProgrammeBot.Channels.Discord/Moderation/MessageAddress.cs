using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>Where a message stands, as it is kept once protected: <c>channel:message</c>.</summary>
internal readonly record struct MessageAddress(Snowflake Channel, Snowflake Message)
{
    /// <summary>What was kept; null where it is not readable.</summary>
    public static MessageAddress? Of(string? text) =>
        text?.Split(':') is [var channel, var message] && Snowflake.TryParse(channel, out var c) && Snowflake.TryParse(message, out var m) ? new MessageAddress(c, m) : null;

    /// <summary>A way there for people of that guild.</summary>
    public Uri LinkIn(Snowflake guild) => new($"https://discord.com/channels/{guild}/{Channel}/{Message}");

    public override string ToString() => $"{Channel}:{Message}";
}
