using ProgrammeBot.Stores;

namespace ProgrammeBot.Privacy;

/// <summary>'My data' and 'forget me', from whichever surface. Whoever asks for a person must have shown to be that person, or the operator.</summary>
/// <remarks>Many may call at once.</remarks>
/// <param name="store">What is kept.</param>
/// <param name="protection">Finds a person there.</param>
/// <param name="memories">What this process holds in memory.</param>
/// <param name="time">The clock.</param>
public sealed class PrivacyDesk(IStore store, IPersonProtection protection, PersonMemories memories, TimeProvider time)
{
    /// <summary>All that is held on a person, of memory what this process holds.</summary>
    /// <param name="person">Who: <c>platform:tenant:user</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<PersonalData> ShowAsync(string person, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(person);
        var hash = protection.HashOf(person);
        await using var unit = await store.ReadAsync(cancellationToken);
        return new PersonalData(person, time.GetUtcNow())
        {
            Remembered = memories.Of(person),
            Replies = [.. (await unit.ReplyReferences.OfPersonAsync(hash, cancellationToken)).Select(r => new HeldReply(r.Answer, r.Place, r.Answer.Value.At, r.ExpiresAt))],
            Tickets = await unit.Tickets.OfAskerAsync(hash, cancellationToken),
            Suggestions = await unit.Suggestions.OfAsync(hash, cancellationToken),
        };
    }

    /// <summary>Takes away everything that points at a person; what holds no name stays. How many records pointed at them.</summary>
    /// <param name="person">Who: <c>platform:tenant:user</c>.</param>
    /// <param name="cancellationToken">Given up before the commit, nothing of the store is changed.</param>
    /// <exception cref="StoreException">It failed; only what was in memory is gone.</exception>
    public async Task<int> ForgetAsync(string person, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(person);
        memories.Forget(person);
        var hash = protection.HashOf(person);
        await using var unit = await store.WriteAsync(cancellationToken);
        var gone = await unit.ReplyReferences.RemovePersonAsync(hash, cancellationToken)
            + await unit.Tickets.ForgetAskerAsync(hash, cancellationToken)
            + await unit.Suggestions.ForgetPersonAsync(hash, cancellationToken);
        await unit.CommitAsync(cancellationToken);
        return gone;
    }
}
