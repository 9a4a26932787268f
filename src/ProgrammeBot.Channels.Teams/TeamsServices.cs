using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Wording;

namespace ProgrammeBot.Channels.Teams;

/// <summary>What the channel works with; the host puts it together.</summary>
public sealed record TeamsServices : ChannelServices
{
    public TeamsServices()
    {
    }

    /// <param name="shared">What all channels work with.</param>
    /// <param name="calls">Teams.</param>
    /// <param name="log">The log.</param>
    [SetsRequiredMembers]
    public TeamsServices(ChannelServices shared, ITeamsCalls calls, ILogger log)
        : base(shared)
    {
        Calls = calls;
        Log = log;
    }

    public required ITeamsCalls Calls { get; init; }

    public required ILogger Log { get; init; }

    /// <summary>What it says.</summary>
    public Wordings<TeamsWording> Wording { get; init; } = TeamsWording.BuiltIn;
}
