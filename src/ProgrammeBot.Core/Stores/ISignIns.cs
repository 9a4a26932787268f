namespace ProgrammeBot.Stores;

/// <summary>Links to the moderators' pages and the sessions they began. What expired is found by nobody, purged or not.</summary>
public interface ISignIns
{
    /// <summary>Keeps a new link.</summary>
    /// <returns>False, and nothing is changed, when there is one of that id or secret.</returns>
    ValueTask<bool> AddAsync(SignIn link, CancellationToken cancellationToken);

    /// <summary>Makes a session of a link, which opens nothing from then on.</summary>
    /// <param name="link">The hash of the link's secret.</param>
    /// <param name="session">The hash of the session's.</param>
    /// <param name="expiresAt">When the session ends.</param>
    /// <param name="cancellationToken">Given up before the commit, nothing is changed.</param>
    /// <returns>The session; null, and nothing is changed, where there is no such link, or it was used, or expired.</returns>
    ValueTask<SignIn?> UseAsync(KeyedHash link, KeyedHash session, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    /// <summary>The session, or null where there is none (any more).</summary>
    ValueTask<SignIn?> FindSessionAsync(KeyedHash session, CancellationToken cancellationToken);

    /// <summary>Lets a session end later, or sooner. Whether there is one (still).</summary>
    ValueTask<bool> ExtendAsync(KeyedHash session, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    /// <summary>What is open, the oldest id first: links and sessions.</summary>
    ValueTask<IReadOnlyList<SignIn>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Ends it. Whether it was there.</summary>
    ValueTask<bool> RemoveAsync(SignInId id, CancellationToken cancellationToken);

    /// <summary>Forgets what expired, by the store's clock. How many there were.</summary>
    ValueTask<int> PurgeAsync(CancellationToken cancellationToken);
}
