using System.Buffers.Binary;
using System.Numerics;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Searching.InTree;

/// <summary>The words of the segments' live passages.</summary>
/// <remarks>
/// Looking for near words goes through all words once, but reads only the letters of those whose set of letters and length allow the distance:
/// each edit brings at most one letter in and takes at most one out.
/// </remarks>
internal sealed class InTreeVocabulary : IVocabulary
{
    private readonly LiveSegment[] _segments;
    private readonly Lazy<Dictionary<string, int>> _deleted;

    public InTreeVocabulary(LiveSegment[] segments, int passageCount)
    {
        _segments = segments;
        PassageCount = passageCount;
        _deleted = new(CountDeleted);
    }

    public int PassageCount { get; }

    public int PassageFrequency(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var tokens = EnglishAnalyzer.Analyze(word);
        if (tokens.Count == 0)
        {
            return 0;
        }

        // A compound is counted as a whole where the index holds it so, else by its rarest part.
        var whole = tokens.Where(t => t.Start == 0 && t.End == tokens.Max(o => o.End)).Select(t => TermFrequency(t.Term)).DefaultIfEmpty(0).Max();
        return whole > 0 ? whole : tokens.GroupBy(t => t.Position).Min(g => g.Max(t => TermFrequency(t.Term)));
    }

    public IReadOnlyList<SpellingSuggestion> Nearest(string word, int limit)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var wanted = word.ToLowerInvariant();
        var distance = wanted.Length switch
        {
            < 4 => 0,
            <= 7 => 1,
            <= 64 => 2,
            _ => 0,
        };
        if (distance == 0 || limit == 0 || !wanted.All(char.IsLetter) || PassageFrequency(wanted) > 0)
        {
            return [];
        }

        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var segment in _segments)
        {
            Collect(segment.Segment, wanted, distance, found);
        }

        return
        [
            .. found.Keys
                .Select(w => new SpellingSuggestion(w, found[w], WordFrequency(w)))
                .Where(s => s.Frequency > 0)
                .OrderBy(s => s.Distance).ThenByDescending(s => s.Frequency).ThenBy(s => s.Word, StringComparer.Ordinal)
                .Take(limit),
        ];
    }

    private static void Collect(Segment segment, string wanted, int most, Dictionary<string, int> found)
    {
        var table = segment.Part(SegmentPart.WordTable);
        var mask = LetterMask.Of(wanted);
        for (var word = 0; word < segment.WordCount; word++)
        {
            var entry = table[(word * SegmentLayout.WordEntry)..];
            var other = BinaryPrimitives.ReadUInt32LittleEndian(entry[4..]);
            if (BitOperations.PopCount(other & ~mask) > most || BitOperations.PopCount(mask & ~other) > most
                || Math.Abs(BinaryPrimitives.ReadInt32LittleEndian(entry[12..]) - wanted.Length) > most)
            {
                continue;
            }

            var letters = segment.Word(word);
            var distance = DamerauLevenshtein.Distance(wanted, letters, most);
            if (distance <= most)
            {
                found.TryAdd(letters, distance);
            }
        }
    }

    private int TermFrequency(string term)
    {
        var frequency = 0;
        foreach (var segment in _segments)
        {
            var place = segment.Segment.FindTerm(term);
            frequency += place < 0 ? 0 : segment.PassageFrequency(place);
        }

        return frequency;
    }

    private int WordFrequency(string word)
    {
        var frequency = -_deleted.Value.GetValueOrDefault(word);
        foreach (var segment in _segments)
        {
            var place = segment.Segment.FindWord(word);
            frequency += place < 0 ? 0 : segment.Segment.WordFrequency(place);
        }

        return frequency;
    }

    // Read once more from the deleted documents' texts, and only when somebody asks for spelling.
    private Dictionary<string, int> CountDeleted()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var tokens = new List<Token>();
        var lengths = new int[Fields.Count];
        foreach (var segment in _segments)
        {
            foreach (var passage in segment.DeletedDocuments.SelectMany(segment.Segment.PassagesOf))
            {
                var words = new HashSet<string>(StringComparer.Ordinal);
                PassageAnalysis.Read(passage, tokens, lengths, (_, text, token, _) =>
                {
                    if (PassageAnalysis.SurfaceWord(text, token) is { } word)
                    {
                        words.Add(word);
                    }
                });
                foreach (var word in words)
                {
                    counts[word] = counts.GetValueOrDefault(word) + 1;
                }
            }
        }

        return counts;
    }
}
