using ProgrammeBot.Passages;

namespace ProgrammeBot.App.Indexing;

/// <summary>Documents that wait to be written as one segment.</summary>
internal sealed class SegmentBatch(IndexerOptions options)
{
    private readonly List<IndexedDocument> _documents = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private long _characters;

    public IReadOnlyList<IndexedDocument> Documents => _documents;

    public int Passages { get; private set; }

    public bool IsFull => Passages >= options.PassagesPerSegment || _characters >= options.CharactersPerSegment;

    /// <summary>False when a document of this id waits already: a segment holds an id once.</summary>
    public bool TryAdd(IndexedDocument document)
    {
        if (!_ids.Add(document.Document.Id))
        {
            return false;
        }

        _documents.Add(document);
        Passages += document.Passages.Count;
        _characters += document.Document.Text.Length;
        return true;
    }

    public void Clear()
    {
        _documents.Clear();
        _ids.Clear();
        Passages = 0;
        _characters = 0;
    }
}
