using ProgrammeBot.App.Indexing;
using ProgrammeBot.Searching;
using ProgrammeBot.Semantics;
using ProgrammeBot.Storage.Indexes;

namespace ProgrammeBot.App.Meanings;

/// <summary>Gives every corpus of an indexer the vectors of its texts, as far as they are known, and fills in those that are not.</summary>
/// <remarks>
/// <see cref="Current"/> never waits: a new corpus is served by its words alone until it is filled. Vectors are kept beside the index.
/// Whatever goes wrong with that file, they are encoded again.
/// </remarks>
public sealed class MeaningfulCorpora : ICorpusSource, IAsyncDisposable
{
    private readonly Indexer _indexer;
    private readonly VectorFile _file;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _stopped = new();
    private VectorTable? _table;
    private CorpusWithMeaning _served;

    /// <summary>The corpus whose texts all have their vectors.</summary>
    private volatile ICorpus? _filled;
    private Task _background = Task.CompletedTask;

    public MeaningfulCorpora(Indexer indexer, IndexDirectory directory, ISentenceEncoder encoder, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(indexer);
        ArgumentNullException.ThrowIfNull(encoder);
        _indexer = indexer;
        _time = time;
        Encoder = encoder;
        _file = new VectorFile(directory, encoder.Name, encoder.Dimensions);
        _served = WithoutVectors(indexer.Current);
    }

    public ISentenceEncoder Encoder { get; }

    public ICorpus Current
    {
        get
        {
            while (true)
            {
                var (served, corpus) = (Volatile.Read(ref _served), _indexer.Current);
                if (ReferenceEquals(served.Inner, corpus))
                {
                    return served;
                }

                // Never over what the filling put there meanwhile.
                Interlocked.CompareExchange(ref _served, WithoutVectors(corpus), served);
            }
        }
    }

    /// <summary>Sees to it that the texts of the corpus in use have their vectors.</summary>
    /// <param name="encode">Whether vectors that are not known are made; else only those on disk are used.</param>
    /// <param name="workers">How many texts are encoded at once.</param>
    /// <param name="cancellationToken">What was encoded until then is kept.</param>
    /// <returns>How many texts were encoded.</returns>
    public async Task<int> FillAsync(bool encode, int workers, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Fill(encode, workers, cancellationToken), cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>From now on fills in the background whatever the indexer publishes, with one worker, and what there is now.</summary>
    /// <param name="log">Told of faults; they end a filling, not the program.</param>
    public void FillInBackground(ILogger log)
    {
        _indexer.Published += Later;
        Later();

        void Later() => _background = AfterAsync(_background, log);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        await _background;
        _stopped.Dispose();
        _turn.Dispose();
    }

    private async Task AfterAsync(Task before, ILogger log)
    {
        await Task.Yield();
        await before;
        try
        {
            while (!_stopped.IsCancellationRequested && !ReferenceEquals(_filled, _indexer.Current))
            {
                await FillAsync(encode: true, workers: 1, _stopped.Token);
            }
        }
        catch (OperationCanceledException) when (_stopped.IsCancellationRequested)
        {
            return;
        }
        catch (Exception fault)
        {
            // The one place where this loop's faults end.
            log.LogError(fault, "The vectors of {Sources} could not be filled in; search goes by words alone where they lack", _indexer.Sources);
        }
    }

    private int Fill(bool encode, int workers, CancellationToken cancellationToken)
    {
        var corpus = _indexer.Current;
        if (ReferenceEquals(_filled, corpus))
        {
            return 0;
        }

        var table = _table ??= Known();
        using var filling = new CorpusFilling(corpus, table, Encoder, encode ? _file : null, workers);
        var shown = _time.GetTimestamp();
        while (filling.Next(cancellationToken))
        {
            if (!ReferenceEquals(corpus, _indexer.Current))
            {
                // The newer one needs most of the same vectors; they are in the table.
                return filling.Encoded;
            }

            if (_time.GetElapsedTime(shown) > TimeSpan.FromSeconds(5))
            {
                Serve(corpus, table, filling.Vectors());
                shown = _time.GetTimestamp();
            }
        }

        Serve(corpus, table, filling.Vectors());
        _filled = filling.IsComplete ? corpus : _filled;
        if (filling.IsComplete && filling.Compact() is { } smaller)
        {
            // Served until the next corpus comes is the old table; it goes with the last snapshot that has it.
            _table = smaller;
        }

        return filling.Encoded;
    }

    private VectorTable Known()
    {
        var table = new VectorTable(Encoder.Dimensions);
        _file.Read((key, vector) => table.Add(key, vector));
        return table;
    }

    private void Serve(ICorpus corpus, VectorTable table, PassageVectors vectors)
    {
        if (ReferenceEquals(corpus, _indexer.Current))
        {
            Volatile.Write(ref _served, new CorpusWithMeaning(corpus, new CorpusMeaning(Encoder, table, vectors)));
        }
    }

    private CorpusWithMeaning WithoutVectors(ICorpus corpus)
    {
        var table = _table ?? new VectorTable(Encoder.Dimensions);
        return new(corpus, new CorpusMeaning(Encoder, table, PassageVectors.None(table)));
    }
}
