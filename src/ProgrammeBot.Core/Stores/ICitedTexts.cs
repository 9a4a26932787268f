namespace ProgrammeBot.Stores;

/// <summary>The texts of document versions, kept while anything cites them.</summary>
public interface ICitedTexts
{
    /// <summary>Keeps a text; keeping it again changes nothing.</summary>
    ValueTask KeepAsync(CitedText text, CancellationToken cancellationToken);

    /// <summary>The text, unchanged to the last code unit, or null when it is not kept.</summary>
    ValueTask<CitedText?> FindAsync(CitedVersion cited, CancellationToken cancellationToken);

    /// <summary>Every version kept, by document id, then by version, in ordinal order.</summary>
    ValueTask<IReadOnlyList<CitedVersion>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Removes the texts that neither <paramref name="keep"/> names nor any revision of any FAQ entry, the log of answers or an example of what must not match cites.</summary>
    /// <returns>How many were removed.</returns>
    ValueTask<int> PruneAsync(IReadOnlySet<CitedVersion> keep, CancellationToken cancellationToken);
}
