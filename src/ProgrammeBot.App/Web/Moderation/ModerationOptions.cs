using ProgrammeBot.App.Commands;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation;

/// <summary>Who may moderate on the pages: section <c>Moderation</c> of appsettings.json, a key for each role.</summary>
/// <remarks>Without a role here, and without a place whose moderators were set up, the pages are not there at all.</remarks>
public sealed class ModerationOptions
{
    public const string Section = "Moderation";

    /// <summary>Nobody.</summary>
    public static readonly ModerationOptions None = new([]);

    private ModerationOptions(IReadOnlyList<ModerationRole> roles) => Roles = roles;

    public IReadOnlyList<ModerationRole> Roles { get; }

    public ModerationRole? Find(string role) => Roles.FirstOrDefault(r => r.Role == role);

    /// <exception cref="CommandException">A role or a place is none; names the key and the remedy, every fault at once.</exception>
    public static ModerationOptions Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var faults = new List<string>();
        List<ModerationRole> roles = [.. configuration.GetSection($"{Section}:Roles").GetChildren().Select(role => Role(role, faults)).OfType<ModerationRole>()];
        return faults.Count > 0 ? throw new CommandException(string.Join('\n', faults)) : new ModerationOptions(roles);
    }

    private static ModerationRole? Role(IConfigurationSection section, List<string> faults)
    {
        var before = faults.Count;
        if (StoredText.FaultIn(section.Key, SignIn.MaxRoleLength) is { } fault)
        {
            faults.Add($"{section.Path}: the role's name {fault}.");
        }

        foreach (var key in section.GetChildren().Where(k => k.Key is not ("Name" or "Places")))
        {
            faults.Add($"{key.Path} is no setting of a role: there are Name and Places.");
        }

        var given = section.GetSection("Places");
        var written = given.GetChildren().Select(p => (p.Path, p.Value)).ToList();
        if (written.Count == 0 && !string.IsNullOrWhiteSpace(given.Value))
        {
            // From the environment a list comes as one value.
            written.AddRange(given.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(v => (given.Path, (string?)v)));
        }

        var places = new List<PlaceId>();
        foreach (var (path, value) in written)
        {
            if (PlaceId.TryParse(value, out var place))
            {
                places.Add(place);
            }
            else
            {
                faults.Add($"{path} is '{value}', which is no place: write it as platform:tenant, such as discord:123456789, or leave Places out for the operator.");
            }
        }

        if (given.Value is not null && written.Count == 0)
        {
            // Taken for 'everything' it would open more than anybody wrote.
            faults.Add($"{given.Path} is empty: name the places it reaches, such as discord:123456789, or leave Places out for the operator, who reaches everything.");
        }

        if (places.Count > SignIn.MaxPlaces)
        {
            faults.Add($"{given.Path} names {places.Count} places; at most {SignIn.MaxPlaces} are allowed.");
        }

        return faults.Count > before ? null : new ModerationRole(section.Key, section["Name"] is { Length: > 0 } name ? name : section.Key, places.Count == 0 ? null : places);
    }
}

/// <summary>A role that may moderate on the pages.</summary>
/// <param name="Role">Its key; entries that it owns are its own to change.</param>
/// <param name="Name">As people know it.</param>
/// <param name="Places">The guilds, teams and tenants it reaches; null is everything: the operator.</param>
public sealed record ModerationRole(string Role, string Name, IReadOnlyList<PlaceId>? Places)
{
    public Moderator For(string name) => new(name, Role) { Places = Places };
}
