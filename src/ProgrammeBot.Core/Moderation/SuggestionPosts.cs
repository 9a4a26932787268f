using ProgrammeBot.Stores;

namespace ProgrammeBot.Moderation;

/// <summary>Where moderators' channels show suggestions, as long as nobody has decided: so that what is decided elsewhere shows there too.</summary>
public static class SuggestionPosts
{
    /// <summary>Notes where it is shown.</summary>
    /// <param name="store">Keeps it.</param>
    /// <param name="id">The suggestion.</param>
    /// <param name="message">The message, as its platform reads it.</param>
    /// <param name="cancellationToken">Given up before the commit, nothing is kept.</param>
    public static async Task KeepAsync(IStore store, SuggestionId id, ProtectedText message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (message.Cipher.Length is 0 or > IMarks.MaxTextLength)
        {
            return;
        }

        await using var unit = await store.WriteAsync(cancellationToken);
        await unit.Marks.SetAsync(NameOf(id), message.Cipher, cancellationToken);
        await unit.CommitAsync(cancellationToken);
    }

    /// <summary>Where it is shown, told once; null where that is not known (any more).</summary>
    public static async Task<ProtectedText?> TakeAsync(IStore store, SuggestionId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        await using var unit = await store.WriteAsync(cancellationToken);
        if (await unit.Marks.FindAsync(NameOf(id), cancellationToken) is not { } text)
        {
            return null;
        }

        await unit.Marks.SetAsync(NameOf(id), null, cancellationToken);
        await unit.CommitAsync(cancellationToken);
        return new ProtectedText(text);
    }

    private static string NameOf(SuggestionId id) => $"suggestion:{id}";
}
