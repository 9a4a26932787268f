using System.Collections.Concurrent;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels;

/// <summary>What was set for places, read a whole guild, team or chat at a time.</summary>
/// <remarks>Read once and again after a minute, so that another process's change arrives; an own change holds at once. Many may call at once.</remarks>
/// <param name="store">Keeps it.</param>
/// <param name="time">The clock.</param>
public sealed class PlaceBook(IStore store, TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<PlaceId, (DateTimeOffset At, IReadOnlyDictionary<PlaceId, Place> Places)> _read = new();

    /// <summary>What holds at the end of a chain of places within one root, the root first; with the defaults.</summary>
    /// <exception cref="StoreException">The settings cannot be read.</exception>
    public async ValueTask<PlaceSettings> SettingsAsync(IReadOnlyList<PlaceId> chain, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(chain);
        var places = await PlacesOfAsync(chain[0], cancellationToken);
        return PlaceSettings.Inherit(chain.Select(p => places.TryGetValue(p, out var place) ? place.Settings : PlaceSettings.None).Prepend(PlaceSettings.Defaults));
    }

    /// <summary>The places of a root that something is kept for.</summary>
    /// <exception cref="StoreException">They cannot be read.</exception>
    public async ValueTask<IReadOnlyDictionary<PlaceId, Place>> PlacesOfAsync(PlaceId root, CancellationToken cancellationToken)
    {
        if (_read.TryGetValue(root, out var read) && time.GetUtcNow() - read.At < Fresh)
        {
            return read.Places;
        }

        await using var unit = await store.ReadAsync(cancellationToken);
        var places = (await unit.Places.ListAsync(root, cancellationToken)).ToDictionary(p => p.Id);
        if (_read.Count >= Most)
        {
            _read.Clear();
        }

        _read[root] = (time.GetUtcNow(), places);
        return places;
    }

    /// <summary>What was set for one place alone.</summary>
    public async Task<PlaceSettings> OwnAsync(PlaceId place, CancellationToken cancellationToken)
    {
        await using var unit = await store.ReadAsync(cancellationToken);
        return (await unit.Places.FindAsync(place, cancellationToken))?.Settings ?? PlaceSettings.None;
    }

    /// <summary>Changes what is kept for one place alone; the place afterwards.</summary>
    /// <param name="root">The guild, team or chat it lies in; may be the place itself.</param>
    /// <param name="place">The place.</param>
    /// <param name="change">Is given what is kept, or a place of which nothing is.</param>
    /// <param name="cancellationToken">Given up before the commit, nothing is changed.</param>
    public async Task<Place> ChangeAsync(PlaceId root, PlaceId place, Func<Place, Place> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        Place changed;
        await using (var unit = await store.WriteAsync(cancellationToken))
        {
            changed = change(await unit.Places.FindAsync(place, cancellationToken) ?? new Place(place, PlaceSettings.None, place == root ? null : root));
            await unit.Places.SaveAsync(changed, cancellationToken);
            await unit.CommitAsync(cancellationToken);
        }

        Forget(root);
        return changed;
    }

    /// <summary>What is kept of a root is to be read again, also where it was read with all of its tenant.</summary>
    public void Forget(PlaceId root)
    {
        foreach (var read in _read.Keys.Where(root.IsUnder))
        {
            _read.TryRemove(read, out _);
        }
    }
}
