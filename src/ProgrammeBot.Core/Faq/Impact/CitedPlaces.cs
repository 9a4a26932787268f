using ProgrammeBot.Answering;
using ProgrammeBot.Documents;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq.Impact;

/// <summary>Which versions the documents had, and where the words that entries cite stood in them: what a later state is compared with.</summary>
/// <remarks>It holds no document, so it may outlive the corpus it was taken of.</remarks>
public sealed class CitedPlaces
{
    /// <summary>Of more documents only those that something cites are looked at: hashing them all would keep an update waiting.</summary>
    private const int MostDocuments = 2_000;

    private readonly Dictionary<string, string> _versions;
    private readonly Dictionary<(FaqCitation Citation, string? Scope), CitedPlace?> _places;

    private CitedPlaces(Dictionary<string, string> versions, Dictionary<(FaqCitation, string?), CitedPlace?> places)
    {
        _versions = versions;
        _places = places;
    }

    /// <summary>As things stand in a corpus.</summary>
    /// <param name="corpus">The documents.</param>
    /// <param name="scopes">The programmes.</param>
    /// <param name="entries">Every revision of entries that matters: those that answer, and those that are being written.</param>
    public static CitedPlaces Of(ICorpus corpus, ScopeCatalog scopes, IEnumerable<FaqContent> entries)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(entries);
        var places = new Dictionary<(FaqCitation, string?), CitedPlace?>();
        foreach (var (entry, citation) in entries.SelectMany(e => e.Citations, (e, c) => (e, c)))
        {
            if (!places.ContainsKey((citation, entry.Scope)))
            {
                places[(citation, entry.Scope)] = PlaceOf(citation, corpus, scopes, entry.Scope);
            }
        }

        var cited = places.SelectMany(p => new[] { p.Key.Item1.Cited.DocumentId, p.Value?.Document }).OfType<string>();
        var versions = (corpus.Documents.Count <= MostDocuments ? corpus.Documents.Select(d => d.Id) : cited.Distinct(StringComparer.Ordinal))
            .Select(corpus.Find).OfType<SourceDocument>().ToDictionary(d => d.Id, d => d.Version, StringComparer.Ordinal);
        return new CitedPlaces(versions, places);
    }

    /// <summary>Where words stand; null where they stand nowhere.</summary>
    public static CitedPlace? PlaceOf(FaqCitation citation, ICorpus corpus, ScopeCatalog scopes, string? scope) =>
        QuoteFinder.Find(citation, corpus, scopes, scope) is { } found ? new CitedPlace(found.Document.Id, found.Section) : null;

    /// <summary>Which documents are not what they were, by id.</summary>
    public IReadOnlyList<DocumentChange> Until(CitedPlaces later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return [.. _versions.Keys.Union(later._versions.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Where(id => _versions.GetValueOrDefault(id) != later._versions.GetValueOrDefault(id))
            .Select(id => new DocumentChange(id, !_versions.ContainsKey(id) ? DocumentFate.Added : later._versions.ContainsKey(id) ? DocumentFate.Changed : DocumentFate.Removed))];
    }

    /// <summary>What became of words until later; null where they stand where they stood, or stood nowhere then either.</summary>
    /// <remarks>What was cited only since then is lost where it is nowhere, and has moved nowhere.</remarks>
    public CitationImpact? Impact(FaqCitation citation, string? scope, CitedPlaces later)
    {
        ArgumentNullException.ThrowIfNull(later);
        var now = later._places.GetValueOrDefault((citation, scope));
        return !_places.TryGetValue((citation, scope), out var before) ? now is null ? new CitationImpact(citation, null, null) : null
            : before is null || before == now ? null
            : new CitationImpact(citation, before, now);
    }

    /// <summary>Whether these words were looked for then, and stood nowhere.</summary>
    public bool WasLost(FaqCitation citation, string? scope) => _places.TryGetValue((citation, scope), out var place) && place is null;
}
