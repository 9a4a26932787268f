using System.Collections.Concurrent;
using ProgrammeBot.Answering;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Citing;

/// <summary>Keeps the text of every document version that a reply cites, so that its links hold when the document has moved on.</summary>
/// <remarks>Many may call at once. Keeping is remembered, so that only the first citation of a version reaches the store.</remarks>
public sealed class CitedTextKeeper(IStore store, ICorpusSource corpus, ILogger<CitedTextKeeper> log)
{
    // Twelve digits of a hash name one text among millions; fewer would not.
    private const int MinDigits = 12;

    private readonly ConcurrentDictionary<CitedVersion, bool> _kept = [];

    /// <summary>Keeps what a reply cites. A store that fails is logged: the reply is still true.</summary>
    public async Task KeepAsync(Reply reply, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var cited = reply.Citations.Concat((reply as Abstain)?.Nearest ?? []).Select(c => new CitedVersion(c.Document.Id, c.Version));
        var missing = cited.Where(c => !_kept.ContainsKey(c)).Distinct().ToList();
        if (missing.Count == 0)
        {
            return;
        }

        // A document that changed between the answer and now is lost to us; its link will say so.
        var snapshot = corpus.Current;
        var texts = missing.Select(c => snapshot.Find(c.DocumentId)).OfType<Documents.SourceDocument>()
            .Select(CitedText.Of).Where(t => missing.Contains(t.Cited)).ToList();
        try
        {
            await using var unit = await store.WriteAsync(cancellationToken);
            foreach (var text in texts)
            {
                await unit.CitedTexts.KeepAsync(text, cancellationToken);
            }

            await unit.CommitAsync(cancellationToken);
        }
        catch (StoreException e)
        {
            log.LogWarning(e, "The texts cited could not be kept: {Versions}", missing);
            return;
        }

        foreach (var text in texts)
        {
            _kept[text.Cited] = true;
        }
    }

    /// <summary>The kept text, or null.</summary>
    /// <param name="documentId">The document.</param>
    /// <param name="version"><c>sha256:</c> and the whole hash, or its beginning (12 digits and more), as it stands in links.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async Task<string?> FindAsync(string documentId, string version, CancellationToken cancellationToken)
    {
        if (!Documents.DocumentMetadata.IsId(documentId) || version is not { Length: >= 7 + MinDigits })
        {
            return null;
        }

        await using var unit = await store.ReadAsync(cancellationToken);
        var cited = CitedVersion.IsVersion(version)
            ? new CitedVersion(documentId, version)
            : (await unit.CitedTexts.ListAsync(cancellationToken))
                .FirstOrDefault(c => c.DocumentId == documentId && c.Version.StartsWith(version, StringComparison.Ordinal));
        return cited is null ? null : (await unit.CitedTexts.FindAsync(cited, cancellationToken))?.Text;
    }
}
