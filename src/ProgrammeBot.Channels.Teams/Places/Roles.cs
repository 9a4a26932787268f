using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Conversations;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Places;

/// <summary>Who may do what. Teams tells a bot neither owners nor roles: they are named by object id in Entra, or are the members of the moderators' own team.</summary>
/// <remarks>
/// The token proves the service, not the person; the person is who Teams says in the body, and only their object id counts, never a name.
/// Asked anew at every press: buttons can be forged, and people leave.
/// </remarks>
internal sealed class Roles(TeamsServices services, TeamsOptions options)
{
    /// <summary>The role that whoever keeps the FAQ acts in.</summary>
    public const string Keepers = "moderators";

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private readonly RecentItems<(string Team, string Person, long Slot), bool> _members = new(5_000);

    /// <summary>Whether whoever runs the bot has named somebody as its administrator: they name moderators.</summary>
    public bool IsOperator(Account? person) => IdOf(person) is { } id && Has(options.Administrators, id);

    /// <summary>Whether somebody may set a place up: an operator, who installed it there, or in a chat of two the one who has it.</summary>
    public bool IsAdministrator(Account? person, Whereabouts at, PlaceSettings settings) =>
        at.IsPersonal || IsOperator(person) || (IdOf(person) is { } id && Has(settings.Administrators, id));

    /// <summary>Whether somebody answers the askers of a place: who keeps the FAQ there, and who installed us in that team.</summary>
    public async Task<bool> IsModeratorAsync(Account? person, Whereabouts at, PlaceSettings settings, CancellationToken cancellationToken) =>
        (at.Team is not null && IdOf(person) is { } id && Has(settings.Administrators, id)) || await IsKeeperAsync(person, at, settings, cancellationToken);

    /// <summary>Whether somebody keeps the FAQ: named by whoever runs the bot, or on a team's card by one of those.</summary>
    /// <remarks>
    /// The FAQ is everybody's. In most tenants any student can make a team or a chat and add us to it, so nobody keeps it by having done that,
    /// nor by being named by who has: see <see cref="SetupPresses"/>, which takes moderators from operators alone.
    /// </remarks>
    public async Task<bool> IsKeeperAsync(Account? person, Whereabouts at, PlaceSettings settings, CancellationToken cancellationToken) =>
        IdOf(person) is { } id
        && (Has(options.Administrators, id) || Has(options.Moderators, id) || (at.Team is not null && Has(settings.Moderators, id))
            || (settings.ModeratorRole is { Length: > 0 } team && await IsMemberAsync(team, id, at, cancellationToken)));

    /// <summary>Whoever keeps the FAQ, as <see cref="IsKeeperAsync"/> has found, with what is theirs to see: their tenant; and the team they act in, which may ask for a second person.</summary>
    public static Moderator ModeratorOf(string person, Here here)
    {
        ArgumentNullException.ThrowIfNull(here);
        return new Moderator(person, Keepers) { Places = [.. new[] { Whereabouts.TenantPlace(here.Tenant), here.At.Root }.Distinct()] };
    }

    private async Task<bool> IsMemberAsync(string team, string id, Whereabouts at, CancellationToken cancellationToken)
    {
        var key = (team, id, services.Time.GetUtcNow().Ticks / Fresh.Ticks);
        if (_members.TryFind(key, out var known))
        {
            return known;
        }

        try
        {
            var isMember = await services.Calls.FindMemberAsync(at.Address with { Conversation = team }, id, cancellationToken) is not null;
            _members.TryAdd(key, isMember);
            return isMember;
        }
        catch (TeamsCallException)
        {
            // Who cannot be looked up has no rights.
            return false;
        }
    }

    private static string? IdOf(Account? person) => person?.AadObjectId is { Length: > 0 } id ? id : null;

    private static bool Has(IReadOnlyList<string>? people, string id) => people?.Contains(id, StringComparer.OrdinalIgnoreCase) == true;
}
