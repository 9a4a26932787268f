using System.Text.Json;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Wire;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Places;

/// <summary>Settings of teams, channels and chats; a channel inherits its team's. With them, how the place is reached when nobody there has just said something.</summary>
internal sealed class TeamsPlaces(PlaceBook book, IPersonProtection protection, Wordings<TeamsWording> wording)
{
    /// <param name="at">Where.</param>
    /// <param name="locale">The language to fall back to where none is set here: of whoever asks.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="StoreException">The settings cannot be read.</exception>
    public async ValueTask<Here> HereAsync(Whereabouts at, string? locale, CancellationToken cancellationToken)
    {
        var settings = await book.SettingsAsync(at.Chain, cancellationToken);
        return new Here(at, settings, wording.For(settings.Language, locale));
    }

    /// <summary>What was set for one place alone.</summary>
    public Task<PlaceSettings> OwnAsync(PlaceId place, CancellationToken cancellationToken) => book.OwnAsync(place, cancellationToken);

    /// <summary>Whether anything is kept of a team or chat: where we were before, there is something.</summary>
    public async ValueTask<bool> IsKnownAsync(PlaceId root, CancellationToken cancellationToken) => (await book.PlacesOfAsync(root, cancellationToken)).ContainsKey(root);

    /// <summary>What holds in a place that was kept, for those who moderate it: whoever added us to a chat is none of them.</summary>
    public async ValueTask<PlaceSettings> SettingsAsync(PlaceId place, CancellationToken cancellationToken)
    {
        var settings = await book.SettingsAsync(ChainOf(place), cancellationToken);
        return Whereabouts.IsChatPlace(place) ? settings with { Administrators = null, Moderators = null } : settings;
    }

    /// <summary>Changes what is set for one place alone, and keeps how its root is reached.</summary>
    public Task<Place> ChangeAsync(Whereabouts at, PlaceId place, Func<PlaceSettings, PlaceSettings> change, CancellationToken cancellationToken)
    {
        var address = Protected(at);
        return book.ChangeAsync(at.Root, place, kept => kept.With(change(kept.Settings)) with { Address = place == at.Root || place == at.Place ? address : kept.Address }, cancellationToken);
    }

    /// <summary>Keeps how a place is reached, and who installed us there.</summary>
    public Task InstalledAsync(Whereabouts at, string? installer, CancellationToken cancellationToken)
    {
        var address = Protected(at);
        return book.ChangeAsync(at.Root, at.Root, kept => kept.With(installer is null || kept.Settings.Administrators?.Contains(installer) == true ? kept.Settings
            : kept.Settings with { Administrators = [.. (kept.Settings.Administrators ?? []).TakeLast(PlaceSettings.MaxPeople - 1), installer] }) with
        { Address = address }, cancellationToken);
    }

    /// <summary>The teams of a tenant that something is kept of, by id.</summary>
    /// <remarks>Read once and again after a minute: every answer in a personal chat asks for them.</remarks>
    public async ValueTask<IReadOnlyList<Place>> TeamsAsync(string tenant, CancellationToken cancellationToken) =>
        [.. (await book.PlacesOfAsync(Whereabouts.TenantPlace(tenant), cancellationToken)).Values.Where(p => p.Parent is null && !Whereabouts.IsChatPlace(p.Id)).OrderBy(p => p.Id)];

    /// <summary>What is kept of a place is to be read again.</summary>
    public void Forget(PlaceId root) => book.Forget(root);

    /// <summary>How a place is reached; null where that is not kept, or no longer readable.</summary>
    public Whereabouts? ReadAddress(ProtectedText? address) =>
        KeptJson.Read(address is { } kept ? protection.Unprotect(kept) : null, WhereaboutsJson.Default.Whereabouts);

    private ProtectedText Protected(Whereabouts at)
    {
        // The team itself, whichever of its channels or threads it was said in.
        var root = at.Team is { } team ? at with { Channel = team, Address = at.Address with { Conversation = team } } : at;
        return protection.Protect(JsonSerializer.Serialize(root, WhereaboutsJson.Default.Whereabouts));
    }

    private static List<PlaceId> ChainOf(PlaceId place)
    {
        var segments = place.Segments;
        return Whereabouts.IsChatPlace(place) || segments.Count < 4 ? [place] : [PlaceId.Of([segments[0], segments[1], segments[2]]), place];
    }
}
