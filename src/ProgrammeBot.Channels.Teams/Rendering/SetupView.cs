using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Scopes;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Rendering;

/// <summary>What the card of settings shows.</summary>
/// <param name="Place">The name of the team or channel.</param>
/// <param name="Own">What is set for it.</param>
/// <param name="Effective">What holds there, with what it inherits.</param>
public sealed record SetupView(string Place, PlaceSettings Own, PlaceSettings Effective)
{
    /// <summary>Names the place for whoever saves; comes back as <see cref="CardData.Subject"/>.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Whether it lies in another place, whose settings it has where it has none.</summary>
    public bool Inherits { get; init; }

    /// <summary>Whether it is our own chat with somebody: there every message is for us, nobody else reads the answer, and nobody moderates.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>What can be chosen as the programme.</summary>
    public IReadOnlyList<Scope> Programmes { get; init; } = [];

    /// <summary>What can be chosen as the moderators' channel.</summary>
    public IReadOnlyList<TeamChannel> Channels { get; init; } = [];

    /// <summary>The moderators, with their object ids.</summary>
    public IReadOnlyList<Member> Moderators { get; init; } = [];

    /// <summary>Whether moderators can be named: in teams, and not in chats, to which anybody may add us.</summary>
    public bool HasModerators { get; init; } = true;

    /// <summary>Whether we may read messages in which we are not mentioned.</summary>
    public bool IsConsented { get; init; } = true;
}
