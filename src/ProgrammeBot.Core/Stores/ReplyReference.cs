namespace ProgrammeBot.Stores;

/// <summary>Where a reply stands and whose it is, for as long as it may be corrected.</summary>
/// <remarks>A reply of several messages, or one that was shared again, has several.</remarks>
public sealed record ReplyReference
{
    /// <param name="answer">The reply.</param>
    /// <param name="place">Where it was given.</param>
    /// <param name="message">The platform's address of the message.</param>
    /// <param name="messageHash">Finds it by the message.</param>
    /// <param name="expiresAt">From then on nobody finds it; kept in UTC, to the millisecond.</param>
    /// <exception cref="ArgumentException">One of them is the default value.</exception>
    public ReplyReference(AnswerId answer, PlaceId place, ProtectedText message, KeyedHash messageHash, DateTimeOffset expiresAt)
    {
        if (answer == default || place == default || message == default || messageHash == default)
        {
            throw new ArgumentException("A reference names answer, place and message.", nameof(answer));
        }

        Answer = answer;
        Place = place;
        Message = message;
        MessageHash = messageHash;
        ExpiresAt = DateTimeOffset.FromUnixTimeMilliseconds(expiresAt.ToUnixTimeMilliseconds());
    }

    public AnswerId Answer { get; }

    public PlaceId Place { get; }

    public ProtectedText Message { get; }

    public KeyedHash MessageHash { get; }

    public DateTimeOffset ExpiresAt { get; }

    /// <summary>Whose question it answers; null where that is not kept.</summary>
    public PersonReference? Asker { get; init; }
}

/// <summary>A person, to be reached by whoever holds the keys, and to be found by 'forget me'.</summary>
public sealed record PersonReference
{
    /// <exception cref="ArgumentException">One of them is the default value.</exception>
    public PersonReference(ProtectedText address, KeyedHash hash)
    {
        if (address == default || hash == default)
        {
            throw new ArgumentException("A person has an address and a hash.", nameof(address));
        }

        Address = address;
        Hash = hash;
    }

    public ProtectedText Address { get; }

    public KeyedHash Hash { get; }
}
