using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Places;

/// <summary>Settings of guilds, categories, channels and threads, inherited in this order.</summary>
internal sealed class DiscordPlaces(IStore store, ReplyLedger ledger, GuildDirectory directory, Wordings<DiscordWording> wording, TimeProvider time)
{
    public const string Platform = "discord";
    private const string Direct = "dm";

    private readonly PlaceBook _book = new(store, time);

    public static PlaceId GuildPlace(Snowflake guild) => PlaceId.Of(Platform, guild.ToString());

    /// <summary>The guild of a place; null for direct messages.</summary>
    public static PlaceId? WithinOf(PlaceId place) => place.Segments is [_, not Direct and var guild, ..] ? PlaceId.Of(Platform, guild) : null;

    public static PlaceId DirectPlace(Snowflake channel) => PlaceId.Of(Platform, Direct, channel.ToString());

    /// <summary>How stores name a person of this platform.</summary>
    public static string Person(Snowflake user) => $"{Platform}:users:{user}";

    /// <summary>How stores name a message of this platform.</summary>
    public static string MessageName(Snowflake channel, Snowflake message) => $"{Platform}:message:{channel}:{message}";

    /// <param name="guild">Null in direct messages.</param>
    /// <param name="channel">The channel or thread.</param>
    /// <param name="told">The channel as the event itself brought it, if it did.</param>
    /// <param name="locales">Languages to fall back to where none is set here, in this order.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="StoreException">The settings cannot be read.</exception>
    public async Task<Here> HereAsync(Snowflake? guild, Snowflake channel, Channel? told, string?[] locales, CancellationToken cancellationToken)
    {
        if (guild is not { } within)
        {
            return new Here(DirectPlace(channel), PlaceSettings.Defaults, null, channel, null, wording.For(locales));
        }

        if (told is not null && directory.Find(channel) is null)
        {
            directory.Put(told, within);
        }

        var known = directory.Find(channel);
        var chain = Chain(within, channel, known);
        var settings = await _book.SettingsAsync(chain, cancellationToken);
        return new Here(chain[^1], settings, guild, channel, known, wording.For([settings.Language, .. locales]));
    }

    /// <summary>A place that was kept, where nobody is just now: in its own language.</summary>
    public Task<Here> HereAsync(PlaceId place, CancellationToken cancellationToken)
    {
        var segments = place.Segments;
        _ = Snowflake.TryParse(segments[^1], out var channel);
        return Snowflake.TryParse(segments[1], out var guild)
            ? HereAsync(guild, channel, null, [directory.FindGuild(guild)?.Locale], cancellationToken)
            : HereAsync(null, channel, null, [], cancellationToken);
    }

    /// <summary>What was set for one place alone.</summary>
    public Task<PlaceSettings> OwnAsync(PlaceId place, CancellationToken cancellationToken) => _book.OwnAsync(place, cancellationToken);

    /// <summary>Changes what is set for one place alone.</summary>
    public Task ChangeAsync(Snowflake guild, PlaceId place, Func<PlaceSettings, PlaceSettings> change, CancellationToken cancellationToken) =>
        _book.ChangeAsync(GuildPlace(guild), place, kept => kept.With(change(kept.Settings)), cancellationToken);

    /// <summary>A channel or guild is gone: with it goes everything that was kept for it.</summary>
    public async Task ForgetAsync(Snowflake guild, PlaceId place, CancellationToken cancellationToken)
    {
        await ledger.PlaceGoneAsync(place, cancellationToken);
        _book.Forget(GuildPlace(guild));
    }

    /// <summary>The guilds that something was set for.</summary>
    public async Task<IReadOnlyList<Snowflake>> GuildsKnownAsync(CancellationToken cancellationToken)
    {
        await using var unit = await store.ReadAsync(cancellationToken);
        var places = await unit.Places.ListOfAsync(Platform, cancellationToken);
        return [.. places.Select(p => p.Id.Segments[1]).Distinct(StringComparer.Ordinal)
            .Select(s => Snowflake.TryParse(s, out var id) ? id : default).Where(id => !id.IsNone)];
    }

    /// <summary>The channels that moderators read, each once, with the language spoken there: of one guild, or of all.</summary>
    /// <param name="within">The guild; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<(Snowflake Channel, DiscordWording Wording)>> ModeratorChannelsAsync(PlaceId? within, CancellationToken cancellationToken)
    {
        IReadOnlyList<Place> kept;
        await using (var unit = await store.ReadAsync(cancellationToken))
        {
            kept = await unit.Places.ListOfAsync(Platform, cancellationToken);
        }

        var boards = new Dictionary<Snowflake, DiscordWording>();
        foreach (var place in kept.Where(p => within is not { } guild || p.Id.IsUnder(guild)))
        {
            if (Snowflake.TryParse(place.Settings.ModeratorChannel, out var channel) && !channel.IsNone && !boards.ContainsKey(channel))
            {
                boards.Add(channel, (await HereAsync(place.Id, cancellationToken)).Wording);
            }
        }

        return [.. boards.Select(b => (b.Key, b.Value))];
    }

    /// <summary>The place of a channel, category or thread of a guild.</summary>
    public PlaceId PlaceOf(Snowflake guild, Snowflake channel) => channel == guild ? GuildPlace(guild) : Chain(guild, channel, directory.Find(channel))[^1];

    /// <summary>Guild, category, channel, thread; those of them there are, the widest first.</summary>
    private List<PlaceId> Chain(Snowflake guild, Snowflake channel, KnownChannel? known)
    {
        var chain = new List<PlaceId> { GuildPlace(guild) };
        var (outer, thread) = known is { IsThread: true, Parent: { } parent } ? (parent, channel) : (channel, (Snowflake?)null);
        var of = thread is null ? known : directory.Find(outer);
        if (of is { IsThread: false, Parent: { } category })
        {
            chain.Add(PlaceId.Of(Platform, guild.ToString(), category.ToString()));
        }

        chain.Add(PlaceId.Of(Platform, guild.ToString(), outer.ToString()));
        if (thread is { } inner)
        {
            chain.Add(PlaceId.Of(Platform, guild.ToString(), outer.ToString(), inner.ToString()));
        }

        return chain;
    }
}
