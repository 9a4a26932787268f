namespace ProgrammeBot.Stores;

/// <summary>What was set for the places the bot is in.</summary>
public interface IPlaces
{
    /// <summary>The place, or null where nothing was ever set for it.</summary>
    ValueTask<Place?> FindAsync(PlaceId id, CancellationToken cancellationToken);

    /// <summary>The place itself and all places within it (see <see cref="PlaceId.IsUnder"/>), by id in ordinal order.</summary>
    ValueTask<IReadOnlyList<Place>> ListAsync(PlaceId prefix, CancellationToken cancellationToken);

    /// <summary>All places of a platform ('discord'), by id in ordinal order.</summary>
    ValueTask<IReadOnlyList<Place>> ListOfAsync(string platform, CancellationToken cancellationToken);

    /// <summary>Keeps a place in the stead of what was set for it before.</summary>
    ValueTask SaveAsync(Place place, CancellationToken cancellationToken);

    /// <summary>Forgets the place and all within it. How many there were.</summary>
    ValueTask<int> RemoveUnderAsync(PlaceId prefix, CancellationToken cancellationToken);
}
