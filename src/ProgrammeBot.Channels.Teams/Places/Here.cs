using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Places;

/// <summary>Where something happens, and what holds there.</summary>
/// <param name="At">Where.</param>
/// <param name="Settings">What was set for it and the team around it, with the defaults.</param>
/// <param name="Wording">Our own words, in the language set here or of whoever asks.</param>
internal sealed record Here(Whereabouts At, PlaceSettings Settings, TeamsWording Wording)
{
    public PlaceId Place => At.Place;

    public ConversationAddress Address => At.Address;

    public string Tenant => At.Address.Tenant;
}
