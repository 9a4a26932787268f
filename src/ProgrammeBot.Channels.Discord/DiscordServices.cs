using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Wording;

namespace ProgrammeBot.Channels.Discord;

/// <summary>What the channel works with; the host puts it together.</summary>
public sealed record DiscordServices : ChannelServices
{
    public DiscordServices()
    {
    }

    /// <param name="shared">What all channels work with.</param>
    /// <param name="calls">Discord.</param>
    /// <param name="log">The log.</param>
    [SetsRequiredMembers]
    public DiscordServices(ChannelServices shared, IDiscordCalls calls, ILogger log)
        : base(shared)
    {
        Calls = calls;
        Log = log;
    }

    public required IDiscordCalls Calls { get; init; }

    public required ILogger Log { get; init; }

    /// <summary>What it says.</summary>
    public Wordings<DiscordWording> Wording { get; init; } = DiscordWording.BuiltIn;

    /// <summary>Our own id, once a session has begun.</summary>
    public Func<Snowflake> Self { get; init; } = () => default;

    /// <summary>Fetches a file that somebody attached: at most as many bytes as are said, from Discord's own hosts, without the bot's token; null when it cannot be had.</summary>
    public Func<Attachment, int, CancellationToken, Task<byte[]?>> Download { get; init; } = (_, _, _) => Task.FromResult<byte[]?>(null);
}
