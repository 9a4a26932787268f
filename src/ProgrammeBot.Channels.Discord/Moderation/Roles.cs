using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Moderation;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>Who may do what in a guild: asked of Discord's own words on every arrival, never of a button or a command's visibility.</summary>
internal static class Roles
{
    /// <summary>Whether they may set the bot up: administrators, and who manages the guild.</summary>
    public static bool IsAdministrator(Member? member) =>
        member?.Permissions is { } permissions && (permissions & (Permissions.Administrator | Permissions.ManageGuild)) != 0;

    /// <summary>Whether they look after the FAQ here: who has the role that is set, and administrators.</summary>
    public static bool IsModerator(Member? member, Here here) =>
        !here.IsDirect && (IsAdministrator(member) || (Snowflake.TryParse(here.Settings.ModeratorRole, out var role) && member?.Roles?.Contains(role) == true));

    /// <summary>The role that a guild's moderators act in.</summary>
    public const string Moderators = "moderators";

    /// <summary>A moderator of this guild, as <see cref="IsModerator"/> has found, with what is theirs to see: it alone.</summary>
    public static Moderator ModeratorOf(Snowflake person, Here here) =>
        new(DiscordPlaces.Person(person), Moderators) { Places = here.Guild is { } guild ? [DiscordPlaces.GuildPlace(guild)] : [] };
}
