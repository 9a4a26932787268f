using System.Security.Cryptography;
using System.Text;
using ProgrammeBot.Answering;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Documents;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Moderation;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq.Impact;

/// <summary>Says what a change of the sources does to entries, tests and replies that rest on them, before it or after it.</summary>
/// <remarks>Many may call at once. Nothing here changes a source or an entry: an entry whose words are gone is not served by itself.</remarks>
/// <param name="store">Holds entries, the log of answers and the texts they cited.</param>
/// <param name="corpora">The documents in use.</param>
/// <param name="scopes">The programmes.</param>
/// <param name="tests">The questions with expected facts; asked for anew each time.</param>
/// <param name="news">Tells the owners.</param>
/// <param name="time">The clock.</param>
public sealed class ImpactDesk(IStore store, ICorpusSource corpora, ScopeCatalog scopes, Func<GateTests> tests, IModeratorNews news, TimeProvider time)
{
    private const int MostAnswers = 300;

    /// <summary>How things stand in a corpus, to compare a later one with.</summary>
    public async Task<CitedPlaces> SnapshotAsync(ICorpus corpus, CancellationToken cancellationToken)
    {
        await using var unit = await store.ReadAsync(cancellationToken);
        return CitedPlaces.Of(corpus, scopes, (await EntriesAsync(unit, cancellationToken)).Select(e => e.Entry.Content));
    }

    /// <summary>What changed from then to a corpus, and what rests on it.</summary>
    public async Task<ImpactReport> BetweenAsync(CitedPlaces before, ICorpus after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        await using var unit = await store.ReadAsync(cancellationToken);
        var entries = await EntriesAsync(unit, cancellationToken);
        var now = CitedPlaces.Of(after, scopes, entries.Select(e => e.Entry.Content));
        var documents = before.Until(now);
        var touched = documents.Where(d => d.Fate != DocumentFate.Added).Select(d => d.Document).ToHashSet(StringComparer.Ordinal);
        return new ImpactReport
        {
            Documents = documents,
            Entries = [.. entries.Select(e => new EntryImpact(e.Entry, e.IsLive, ImpactsOn(e.Entry.Content, before, now))).Where(e => e.Citations.Count > 0)],
            Restored = [.. entries.Where(e => IsRestored(e.Entry.Content, before, now)).Select(e => e.Entry.Id).Distinct()],
            Tests = touched.Count == 0 ? [] : [.. tests().Questions.Where(q => q.Documents.Any(touched.Contains))],
            Answers = await AnswersAsync(unit, touched, after, cancellationToken),
        };
    }

    /// <summary>What it would do if a document were put in, in the stead of the one of its id where there is one. Nothing is changed.</summary>
    public async Task<ImpactReport> WithAsync(SourceDocument candidate, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        var corpus = corpora.Current;
        return await BetweenAsync(await SnapshotAsync(corpus, cancellationToken), new CorpusWith(corpus, candidate.Id, candidate), cancellationToken);
    }

    /// <summary>What it would do if a document were taken away. Nothing is changed.</summary>
    public async Task<ImpactReport> WithoutAsync(string documentId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documentId);
        var corpus = corpora.Current;
        return await BetweenAsync(await SnapshotAsync(corpus, cancellationToken), new CorpusWith(corpus, documentId, null), cancellationToken);
    }

    /// <summary>Which entries and recent replies rest on words that are in none of the documents in use, whenever they went.</summary>
    public async Task<ImpactReport> NowAsync(CancellationToken cancellationToken)
    {
        await using var unit = await store.ReadAsync(cancellationToken);
        var corpus = corpora.Current;
        var entries = await EntriesAsync(unit, cancellationToken);
        return new ImpactReport
        {
            Documents = [],
            Entries = [.. entries.Select(e => new EntryImpact(e.Entry, e.IsLive,
                [.. e.Entry.Content.Citations.Where(c => CitedPlaces.PlaceOf(c, corpus, scopes, e.Entry.Content.Scope) is null).Select(c => new CitationImpact(c, null, null))]))
                .Where(e => e.Citations.Count > 0)],
            Answers = await AnswersAsync(unit, await MovedOnAsync(unit, corpus, cancellationToken), corpus, cancellationToken),
        };
    }

    /// <summary>Tells the owners of entries whose words are lost or moved, once for each change over all processes. What was told.</summary>
    public async Task<IReadOnlyList<Notice>> TellAsync(ImpactReport report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Entries.Count == 0 && report.Restored.Count == 0)
        {
            return [];
        }

        List<Notice> notices;
        await using (var unit = await store.WriteAsync(cancellationToken))
        {
            var fresh = new List<EntryImpact>();
            foreach (var entry in report.Entries.GroupBy(e => e.Entry.Id))
            {
                var (mark, told) = (MarkOf(entry.Key), HashOf(entry));
                if (await unit.Marks.FindAsync(mark, cancellationToken) != told)
                {
                    await unit.Marks.SetAsync(mark, told, cancellationToken);
                    fresh.Add(entry.First());
                }
            }

            foreach (var found in report.Restored.Except(report.Entries.Select(e => e.Entry.Id)))
            {
                await unit.Marks.SetAsync(MarkOf(found), null, cancellationToken);
            }

            notices = [.. fresh.GroupBy(e => e.Entry.Content.OwnerRole, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => NoticeOf(report, g.Key, [.. g]))];
            foreach (var notice in notices)
            {
                await NoticeBoard.AddAsync(unit, notice, cancellationToken);
            }

            await unit.CommitAsync(cancellationToken);
        }

        foreach (var notice in notices)
        {
            await news.TellAsync(notice, cancellationToken);
        }

        return notices;
    }

    /// <summary>The revisions that answer, and those that are being written beside them or before there is one.</summary>
    private static async Task<IReadOnlyList<(FaqEntry Entry, bool IsLive)>> EntriesAsync(IUnitOfWork unit, CancellationToken cancellationToken)
    {
        var live = (await unit.Faq.ListLiveAsync(cancellationToken)).Select(e => (e, true));
        var written = (await unit.Faq.ListAsync(null, cancellationToken)).Where(e => e.Content.Status is FaqStatus.Draft or FaqStatus.Review).Select(e => (e, false));
        return [.. live.Concat(written).OrderBy(e => e.e.Id).ThenBy(e => !e.Item2)];
    }

    /// <summary>Documents that something quoted in a version which is not the one in use.</summary>
    private static async Task<HashSet<string>> MovedOnAsync(IUnitOfWork unit, ICorpus corpus, CancellationToken cancellationToken) =>
        [.. (await unit.CitedTexts.ListAsync(cancellationToken)).Where(c => corpus.Find(c.DocumentId)?.Version != c.Version).Select(c => c.DocumentId)];

    private static IReadOnlyList<CitationImpact> ImpactsOn(FaqContent content, CitedPlaces before, CitedPlaces now) =>
    [
        .. content.Citations.Select(c => before.Impact(c, content.Scope, now)).OfType<CitationImpact>(),
    ];

    private static bool IsRestored(FaqContent content, CitedPlaces before, CitedPlaces now) =>
        content.Citations.Any(c => before.WasLost(c, content.Scope)) && !content.Citations.Any(c => now.WasLost(c, content.Scope));

    private async Task<IReadOnlyList<AnswerRecord>> AnswersAsync(IUnitOfWork unit, HashSet<string> touched, ICorpus after, CancellationToken cancellationToken)
    {
        var found = new Dictionary<AnswerId, AnswerRecord>();
        var known = new Dictionary<UsedPassage, bool>();
        foreach (var document in touched.Order(StringComparer.Ordinal))
        {
            foreach (var answer in await unit.Answers.CitingAsync(document, MostAnswers, cancellationToken))
            {
                foreach (var passage in answer.Passages.Where(p => p.Cited.DocumentId == document))
                {
                    if (!known.TryGetValue(passage, out var isGone))
                    {
                        known[passage] = isGone = await IsGoneAsync(unit, passage, after, answer.Scope, cancellationToken);
                    }

                    if (isGone)
                    {
                        found.TryAdd(answer.Id, answer);
                    }
                }
            }
        }

        return [.. found.Values.OrderByDescending(a => a.Id)];
    }

    /// <summary>Whether words that a reply quoted stand in the documents no more. What they were is known while the version it quoted is kept.</summary>
    private async Task<bool> IsGoneAsync(IUnitOfWork unit, UsedPassage passage, ICorpus after, string? scope, CancellationToken cancellationToken)
    {
        if (after.Find(passage.Cited.DocumentId)?.Version == passage.Cited.Version)
        {
            return false;
        }

        var text = await unit.CitedTexts.FindAsync(passage.Cited, cancellationToken) is { } kept ? kept.Text
            : corpora.Current.Find(passage.Cited.DocumentId) is { } current && current.Version == passage.Cited.Version ? current.Text : null;
        return text is not null && passage.Spans.Any(span =>
            span.End <= text.Length && Quoted(passage, span, text) is { } citation && QuoteFinder.Find(citation, after, scopes, scope) is null);
    }

    private static FaqCitation? Quoted(UsedPassage passage, TextSpan span, string text)
    {
        var quote = StoredText.Clean(text[span.Start..Math.Min(span.End, span.Start + Citation.MaxQuoteLength)]).Trim();
        return quote.Length == 0 ? null : new FaqCitation(passage.Cited, [span], quote);
    }

    private Notice NoticeOf(ImpactReport report, string? owner, IReadOnlyList<EntryImpact> entries)
    {
        var lost = entries.Count(e => e.IsUnserved);
        var documents = string.Join(", ", report.Documents.Where(d => d.Fate != DocumentFate.Added).Select(d => d.Document).Take(3));
        var at = time.GetUtcNow();
        return Notice.Written(words =>
        {
            var what = documents.Length > 0 ? documents : words.Sources;
            var unserved = lost == 1 ? words.OneUnserved : SharedWording.Filled(words.ManyUnserved, words.Number(lost));
            var title = entries.Count == 1 ? SharedWording.Filled(words.SourcesChangedOne, what, unserved) : SharedWording.Filled(words.SourcesChangedMany, what, words.Number(entries.Count), unserved);
            return new Notice(NoticeKind.SourcesChanged, at, title)
            {
                OwnerRole = owner,
                Lines = [.. entries.Select(e => $"{e.Entry.Content.Title} ({e.Entry.Id}): {string.Join("; ", e.Citations.Select(c => ImpactReport.InWords(c, words)))}")],
                Subjects = [.. entries.Select(e => e.Entry.Id.ToString())],
            };
        });
    }

    private static string MarkOf(FaqId entry) => $"impact:{entry}";

    private static string HashOf(IEnumerable<EntryImpact> entry) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', entry.SelectMany(e => e.Citations, (e, c) => $"{e.IsLive} {c.Citation.Quote} {c.Now}")))));
}
