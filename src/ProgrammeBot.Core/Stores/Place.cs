namespace ProgrammeBot.Stores;

/// <summary>A place with what was set for it.</summary>
/// <remarks>Where a platform knows what a place lies in, that goes before <see cref="Parent"/>, which may be out of date.</remarks>
public sealed record Place
{
    /// <param name="id">The place.</param>
    /// <param name="settings">What was set for it alone.</param>
    /// <param name="parent">The place it inherits from, where its own name does not say so: a channel's category. Null where none is known.</param>
    /// <exception cref="ArgumentException">The id is the default one, or the place is its own parent.</exception>
    public Place(PlaceId id, PlaceSettings settings, PlaceId? parent = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Id = id == default ? throw new ArgumentException("A place has a name.", nameof(id)) : id;
        Settings = settings;
        Parent = parent == id || parent == default(PlaceId) ? throw new ArgumentException($"'{id}' cannot lie in '{parent}'.", nameof(parent)) : parent;
    }

    public PlaceId Id { get; }

    public PlaceSettings Settings { get; }

    public PlaceId? Parent { get; }

    /// <summary>How the platform reaches it when nobody there has just said something; null where its id is enough, or nobody told.</summary>
    public ProtectedText? Address { get; init => field = value == default(ProtectedText) ? throw new ArgumentException("An address is not empty.", nameof(Address)) : value; }

    /// <summary>The same place with other settings.</summary>
    public Place With(PlaceSettings settings) => new(Id, settings, Parent) { Address = Address };
}
