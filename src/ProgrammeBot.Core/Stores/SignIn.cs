namespace ProgrammeBot.Stores;

/// <summary>A sign-in to the moderators' pages: first a link that works once, then the session it began.</summary>
/// <remarks>The store holds hashes of the link's and the session's secrets only. Times are in UTC, to the millisecond.</remarks>
public sealed record SignIn
{
    public const int MaxRoleLength = FaqContent.MaxOwnerRoleLength;
    public const int MaxPlaces = 50;

    /// <param name="id">Names it, so that it can be ended without its secret.</param>
    /// <param name="secret">The hash of the secret that opens it now: the link's, and from its use on the session's.</param>
    /// <param name="name">Who, as others know them: written beside whatever they do.</param>
    /// <param name="role">The role it is bound to; entries that a role owns are its own to change.</param>
    /// <param name="expiresAt">From then on it opens nothing.</param>
    /// <exception cref="ArgumentException">An id or a hash is the default one, or a text is blank or too long.</exception>
    public SignIn(SignInId id, KeyedHash secret, string name, string role, DateTimeOffset expiresAt)
    {
        if (id == default || secret == default)
        {
            throw new ArgumentException("A sign-in has an id and a secret.", nameof(id));
        }

        Id = id;
        Secret = secret;
        Name = StoredText.Require(name, FaqEdit.MaxByLength, name: nameof(name));
        Role = StoredText.Require(role, MaxRoleLength, name: nameof(role));
        ExpiresAt = Ticket.Milliseconds(expiresAt);
    }

    public SignInId Id { get; }

    public KeyedHash Secret { get; init; }

    public string Name { get; }

    public string Role { get; }

    public DateTimeOffset ExpiresAt { get; init => field = Ticket.Milliseconds(value); }

    /// <summary>Whether the link was used, and this is a session.</summary>
    public bool IsUsed { get; init; }

    /// <summary>The guilds, teams and tenants it reaches; null is everything: the operator.</summary>
    public IReadOnlyList<PlaceId>? Places
    {
        get;
        init => field = value is null ? null
            : value.Count is 0 or > MaxPlaces || value.Any(p => p == default) ? throw new ArgumentException($"A sign-in reaches 1 to {MaxPlaces} places, none of them the default one.", nameof(Places))
            : new ValueList<PlaceId>(value);
    }
}
