using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Places;

/// <summary>Where something happens, and what holds there.</summary>
/// <param name="Place">Its id.</param>
/// <param name="Settings">What was set for it and the places around it, with the defaults.</param>
/// <param name="Guild">Null in direct messages.</param>
/// <param name="Channel">The channel or thread.</param>
/// <param name="Known">What is known of it; null in direct messages and where no event told.</param>
/// <param name="Wording">Our own words, in the language set here or of whoever asks.</param>
internal sealed record Here(PlaceId Place, PlaceSettings Settings, Snowflake? Guild, Snowflake Channel, KnownChannel? Known, DiscordWording Wording)
{
    public bool IsDirect => Guild is null;

    /// <summary>The scope that questions here are about; null is none.</summary>
    public string? Scope => Settings.Programme;
}
