using ProgrammeBot.Passages;
using ProgrammeBot.Searching;
using ProgrammeBot.Semantics;
using ProgrammeBot.Storage.Indexes;

namespace ProgrammeBot.App.Meanings;

/// <summary>One walk over a corpus that finds the vector of every text, and encodes those that are not known. For one thread, which may use several.</summary>
internal sealed class CorpusFilling : IDisposable
{
    /// <summary>A step is short enough to stop between, and long enough to keep several workers busy.</summary>
    private const int DocumentsAStep = 32;

    /// <summary>So many unused vectors are not worth writing the file anew for.</summary>
    private const int ToleratedUnused = 2_000;

    private readonly ICorpus _corpus;
    private readonly VectorTable _table;
    private readonly ISentenceEncoder _encoder;
    private readonly VectorFile? _file;
    private readonly int _workers;
    private readonly PassageVectors.Builder _vectors;
    private readonly IEnumerator<string[]> _steps;
    private readonly Dictionary<int, TextKey> _used = [];
    private VectorAppender? _appender;
    private bool _appends = true;

    /// <param name="corpus">Walked in the order of its documents.</param>
    /// <param name="table">What is known; grows.</param>
    /// <param name="encoder">Makes what is not.</param>
    /// <param name="file">Keeps what was made; null makes nothing.</param>
    /// <param name="workers">How many work at once.</param>
    public CorpusFilling(ICorpus corpus, VectorTable table, ISentenceEncoder encoder, VectorFile? file, int workers)
    {
        (_corpus, _table, _encoder, _file, _workers) = (corpus, table, encoder, file, workers);
        _vectors = new PassageVectors.Builder(table);
        _steps = corpus.Documents.Select(d => d.Id).Chunk(DocumentsAStep).GetEnumerator();
    }

    public int Encoded { get; private set; }

    /// <summary>Whether no text that was walked over lacks its vector.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The vectors of the passages walked over.</summary>
    public PassageVectors Vectors() => _vectors.Build();

    /// <summary>Walks over some more documents; false when there are none.</summary>
    public bool Next(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_steps.MoveNext())
        {
            return false;
        }

        var passages = _steps.Current.AsParallel().AsOrdered().WithDegreeOfParallelism(_workers).WithCancellation(cancellationToken)
            .SelectMany(TextsOf).ToList();
        if (_file is not null)
        {
            Encode(passages, cancellationToken);
        }

        foreach (var (passage, texts) in passages)
        {
            var rows = new List<int>(texts.Count);
            foreach (var (key, _) in texts)
            {
                if (_table.TryFind(key, out var row))
                {
                    rows.Add(row);
                    _used[row] = key;
                }
                else
                {
                    IsComplete = false;
                }
            }

            if (rows.Count > 0)
            {
                _vectors.Add(passage.Id, passage.Scope, rows);
            }
        }

        return true;
    }

    /// <summary>Where most of what is known is of no more use: keeps the rest, on disk and in a new table. Else null.</summary>
    public VectorTable? Compact()
    {
        if (_file is null || _table.Count <= (2 * _used.Count) + ToleratedUnused)
        {
            return null;
        }

        var used = _used.Select(u => (u.Value, _table[u.Key])).ToList();
        try
        {
            Appender()?.Compact(used);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Then the file stays as long as it is.
            return null;
        }

        var table = new VectorTable(_table.Dimensions);
        foreach (var (key, vector) in used)
        {
            table.Add(key, vector);
        }

        return table;
    }

    public void Dispose()
    {
        _steps.Dispose();
        _appender?.Dispose();
    }

    private List<(Passage Passage, List<(TextKey Key, string Text)> Texts)> TextsOf(string id)
    {
        return _corpus.Find(id) is { } document
            ? [.. _corpus.PassagesOf(id).Select(p => (p, PassageTexts.Of(document, p).Select(t => (TextKey.Of(t), t)).ToList()))]
            : [];
    }

    private void Encode(List<(Passage Passage, List<(TextKey Key, string Text)> Texts)> passages, CancellationToken cancellationToken)
    {
        var lacking = passages.SelectMany(p => p.Texts).Where(t => !_table.TryFind(t.Key, out _)).DistinctBy(t => t.Key).ToList();
        if (lacking.Count == 0)
        {
            return;
        }

        var made = lacking.AsParallel().AsOrdered().WithDegreeOfParallelism(_workers).WithCancellation(cancellationToken)
            .Select(t => (t.Key, TextVector.Of(_encoder, t.Text))).ToList();
        foreach (var (key, vector) in made)
        {
            _table.Add(key, vector);
        }

        Encoded += made.Count;
        try
        {
            Appender()?.Append(made);
        }
        catch (IOException)
        {
            // A full disk: they are known for as long as this process runs.
            _appender?.Dispose();
            (_appender, _appends) = (null, false);
        }
    }

    private VectorAppender? Appender()
    {
        if (_appends && _appender is null)
        {
            _appender = _file?.TryAppend();
            _appends = _appender is not null;
        }

        return _appender;
    }
}
