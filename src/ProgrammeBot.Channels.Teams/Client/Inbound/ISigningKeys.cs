namespace ProgrammeBot.Channels.Teams.Client.Inbound;

/// <summary>The keys of the channel service.</summary>
internal interface ISigningKeys
{
    /// <summary>The key by its <c>kid</c>. Never throws but <see cref="OperationCanceledException"/>.</summary>
    ValueTask<FoundKey> FindAsync(string id, CancellationToken cancellationToken);
}

/// <param name="Key">The key; null where it was not found.</param>
/// <param name="AreKnown">Whether there are keys at all: otherwise nothing can be said of this one.</param>
internal readonly record struct FoundKey(SigningKey? Key, bool AreKnown);

/// <summary>Where the keys come from.</summary>
internal interface IKeySource
{
    /// <summary>All keys as they are now; at least one.</summary>
    /// <exception cref="KeySourceException">They cannot be had.</exception>
    Task<SigningKeySet> FetchAsync(CancellationToken cancellationToken);
}

/// <summary>The keys cannot be fetched; the message says why.</summary>
public sealed class KeySourceException(string message, Exception? cause = null) : Exception(message, cause);
