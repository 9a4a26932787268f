using ProgrammeBot.Answering;
using ProgrammeBot.App.Commands;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Faq;
using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Intents;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;
using ProgrammeBot.Semantics;
using ProgrammeBot.Storage.Indexes;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Faq;

/// <summary>The FAQ as questions see it: the live entries of the store and those that the sources hold themselves.</summary>
/// <remarks>
/// <see cref="Current"/> never waits. Whoever edits calls <see cref="RefreshAsync"/> after the commit, so that the edit shows at once;
/// <see cref="WatchAsync"/> finds what other processes did. While a large set is learnt, the former one goes on answering.
/// </remarks>
public sealed class LiveFaq : IFaqBooks, IFaqTrials, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly ScopeCatalog _scopes;
    private readonly ICorpusSource _corpora;
    private readonly RememberingEncoder? _encoder;
    private readonly SemaphoreSlim _turn = new(1);
    private volatile FaqBook _current = FaqBook.Empty;
    private (long Change, FaqTuning Tuning, IReadOnlyList<Negative> Negatives, ICorpus Corpus)? _seen;
    private volatile ICorpus? _learntFrom;
    private IReadOnlyList<FaqItem> _derived = [];
    private IReadOnlyList<RejectedPassage> _rejected = [];

    /// <param name="scopes">The programmes.</param>
    /// <param name="corpora">Where derived entries come from.</param>
    /// <param name="encoder">Tells the meaning; null to go by words and letters alone.</param>
    /// <param name="vectors">Keeps the phrasings' vectors from one start to the next; null keeps none.</param>
    public LiveFaq(ScopeCatalog scopes, ICorpusSource corpora, ISentenceEncoder? encoder, VectorFile? vectors = null)
    {
        _scopes = scopes;
        _corpora = corpora;
        _encoder = encoder is null ? null : new RememberingEncoder(encoder, vectors);
    }

    public FaqBook Current => _current;

    /// <summary>Learns the live entries of a store, for a command that has no corpus.</summary>
    internal static async Task<FaqBook> LearnAsync(IStore store, BotPaths paths, ISentenceEncoder? encoder, CancellationToken cancellationToken)
    {
        var programmes = ProgrammesFile.Read(paths.Programmes);
        if (programmes.Problems.Count > 0)
        {
            throw new CommandException(string.Join('\n', programmes.Problems));
        }

        await using var unit = await store.ReadAsync(cancellationToken);
        var items = await ItemsAsync(unit, await unit.Negatives.ListAsync(null, cancellationToken), cancellationToken);
        var tuning = await unit.FaqTuning.ReadAsync(cancellationToken);
        if (encoder is null)
        {
            return FaqBook.Of(items, tuning, programmes.Catalog, null, cancellationToken);
        }

        var remembering = new RememberingEncoder(encoder, VectorsIn(paths, encoder));
        return remembering.Learning(() => FaqBook.Of(items, tuning, programmes.Catalog, remembering, cancellationToken));
    }

    /// <summary>Where the vectors of phrasings are kept: with the index, since they can be made again.</summary>
    internal static VectorFile VectorsIn(BotPaths paths, ISentenceEncoder encoder) => new(IndexDirectory.For(paths.Index, paths.Store), encoder.Name, encoder.Dimensions);

    /// <summary>Brings the FAQ in step with store and corpus, where one of them changed. Whether it did.</summary>
    /// <exception cref="StoreException">The store cannot be read; the former FAQ goes on.</exception>
    public async Task<bool> RefreshAsync(IStore store, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var corpus = _corpora.Current;
            var derived = ReferenceEquals(_seen?.Corpus, corpus) ? _derived : DerivedEntries.Of(corpus);
            await using var unit = await store.ReadAsync(cancellationToken);
            var (change, tuning) = (await unit.Faq.LatestChangeAsync(cancellationToken), await unit.FaqTuning.ReadAsync(cancellationToken));
            var negatives = await unit.Negatives.ListAsync(null, cancellationToken);
            var rejected = await RejectedAsync(unit, negatives, corpus, cancellationToken);
            var before = _seen;
            _seen = (change, tuning, negatives, corpus);
            _learntFrom = corpus;
            if (before is { } seen && seen.Change == change && seen.Tuning == tuning && negatives.SequenceEqual(seen.Negatives) && derived.SequenceEqual(_derived) && rejected.SequenceEqual(_rejected))
            {
                return false;
            }

            var items = (await ItemsAsync(unit, negatives, cancellationToken)).Concat(derived).ToList();
            _current = items.Count == 0 && rejected.Count == 0 ? FaqBook.Empty : Learn(items, tuning, rejected, cancellationToken);
            (_derived, _rejected) = (derived, rejected);
            return true;
        }
        catch
        {
            // Whatever it was, the next look begins anew.
            (_seen, _learntFrom) = (null, null);
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task<FaqBook> WithAsync(FaqId id, FaqContent? content, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var name = id.ToString();
            var before = _current.Find(name);
            var kept = _current.Items.Where(i => i.Source is null && i.Id != name);
            var items = (content is null ? kept : kept.Append(new FaqItem(name, content) { Revision = before?.Revision ?? 0, Negatives = before?.Negatives ?? [] }))
                .OrderBy(i => i.Id, StringComparer.Ordinal).Concat(_current.Items.Where(i => i.Source is not null)).ToList();
            var tuning = _seen?.Tuning ?? FaqTuning.None;
            var rejected = _rejected;
            return items.Count == 0 && rejected.Count == 0 ? FaqBook.Empty : await Task.Run(() => Learn(items, tuning, rejected, cancellationToken), cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Keeps it in step until stopped: an edit by another process shows within a second.</summary>
    /// <param name="store">What is watched.</param>
    /// <param name="time">The clock.</param>
    /// <param name="failed">Told once of a store that cannot be read, and again after it could.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task WatchAsync(IStore store, TimeProvider time, Action<StoreException> failed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var (change, told) = (0L, false);
        while (true)
        {
            var before = change;
            // The corpus changes too, and nobody tells of that.
            change = await store.ChangedAsync(before, Pause, cancellationToken);
            if (change == before && ReferenceEquals(_learntFrom, _corpora.Current))
            {
                continue;
            }

            try
            {
                await RefreshAsync(store, cancellationToken);
                told = false;
            }
            catch (StoreException e)
            {
                if (!told)
                {
                    failed(e);
                    told = true;
                }

                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    private FaqBook Learn(List<FaqItem> items, FaqTuning tuning, IReadOnlyList<RejectedPassage> rejected, CancellationToken cancellationToken) => _encoder is null
        ? FaqBook.Of(items, rejected, tuning, _scopes, null, cancellationToken)
        : _encoder.Learning(() => FaqBook.Of(items, rejected, tuning, _scopes, _encoder, cancellationToken));

    public void Dispose() => _turn.Dispose();

    private static async Task<IReadOnlyList<FaqItem>> ItemsAsync(IUnitOfWork unit, IReadOnlyList<Negative> negatives, CancellationToken cancellationToken)
    {
        var rejected = negatives.Where(n => n.Entry is not null).ToLookup(n => n.Entry!.Value, n => n.Phrasing);
        return [.. (await unit.Faq.ListLiveAsync(cancellationToken))
            .Select(e => new FaqItem(e.Id.ToString(), e.Content) { Revision = e.Revision, Negatives = [.. rejected[e.Id]] })];
    }

    /// <summary>The passages that must not answer, where they stand in the documents as they are now. What is in none any more answers nobody anyway.</summary>
    private async Task<IReadOnlyList<RejectedPassage>> RejectedAsync(IUnitOfWork unit, IReadOnlyList<Negative> negatives, ICorpus corpus, CancellationToken cancellationToken)
    {
        var rejected = new List<RejectedPassage>();
        foreach (var negative in negatives.Where(n => n.Passage is not null))
        {
            var (cited, spans) = (negative.Passage!.Cited, negative.Passage.Spans);
            if (corpus.Find(cited.DocumentId)?.Version == cited.Version)
            {
                rejected.Add(new RejectedPassage(negative.Phrasing, cited.DocumentId, spans));
            }
            else if ((await unit.CitedTexts.FindAsync(cited, cancellationToken))?.Text is { } text && spans[^1].End <= text.Length
                && string.Join(Citation.Gap, spans.Select(s => s.In(text))) is { Length: > 0 and <= Citation.MaxQuoteLength } quote && !string.IsNullOrWhiteSpace(quote)
                && QuoteFinder.Find(new FaqCitation(cited, spans, quote), corpus, _scopes, null) is { } found)
            {
                rejected.Add(new RejectedPassage(negative.Phrasing, found.Document.Id, found.Spans));
            }
        }

        return rejected;
    }
}
