using System.Text.RegularExpressions;

namespace ProgrammeBot.Documents.Review;

/// <summary>The titles that a section's sentences and list items name.</summary>
/// <param name="Names">As read.</param>
/// <param name="Count">How many, read as people would.</param>
/// <param name="Most">How many there could be at most: an 'and' or 'with' may stand within a title or between two.</param>
/// <param name="Places">Where each stands.</param>
internal sealed partial record MemberNames(IReadOnlyList<string> Names, int Count, int Most, IReadOnlyList<TextSpan> Places)
{
    private static readonly HashSet<string> NoNames = new(
        """
        The A An In For From On At To By With And Or As If When While Some Most Many All Each Every Other These Those This That Which Students Graduates
        Applicants Candidates Personal Tutors January February March April May June July August September October November December Autumn Spring Summer
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    /// <summary>Reads the names of a document's sections.</summary>
    internal sealed class Reader(SourceDocument document)
    {
        private readonly HashSet<string> _compulsory = CompulsoryNames(document);

        private readonly ILookup<int, int> _blocks = Enumerable.Range(0, document.Blocks.Count)
            .Where(i => document.Blocks[i].Kind is BlockKind.Paragraph or BlockKind.ListItem)
            .ToLookup(i => document.Blocks[i].Section);

        /// <summary>The names beside an announcement; what the document's tables call core or compulsory is none of an announced choice.</summary>
        public MemberNames In(Statement announcement)
        {
            var names = new Dictionary<string, (string Name, int Count, int Most, TextSpan Place)>(StringComparer.Ordinal);
            foreach (var i in _blocks[announcement.Section])
            {
                foreach (var statement in Statements.Sentences(document, i).Where(s => s.Span != announcement.Span))
                {
                    foreach (var run in Runs(statement.Reading, isItem: document.Blocks[i].Kind == BlockKind.ListItem))
                    {
                        var name = statement.Reading[run.Start..run.End];
                        var key = NamedThings.KeyOf(name);
                        if (!_compulsory.Contains(key))
                        {
                            var at = statement.ReadingStart + run.Start;
                            names.TryAdd(key, (name, run.Count, run.Most, new TextSpan(at, at + name.Length)));
                        }
                    }
                }
            }

            var found = names.Values.OrderBy(n => n.Place).ToList();
            return new([.. found.Select(n => n.Name)], found.Sum(n => n.Count), found.Sum(n => n.Most), [.. found.Select(n => n.Place)]);
        }
    }

    public override string ToString() =>
        $"the section names {Count}{(Most > Count ? $" ({Most} at most, if every 'and' or 'with' parts two titles)" : "")}: {string.Join("; ", Names)}";

    private static IEnumerable<(int Start, int End, int Count, int Most)> Runs(string sentence, bool isItem)
    {
        var serial = SerialComma().IsMatch(sentence);
        foreach (Match m in Title().Matches(sentence))
        {
            var start = m.Index;
            var end = m.Index + m.Length;
            var words = sentence[start..end].Split(' ');
            var skip = words.TakeWhile(NoNames.Contains).Count();
            start += words.Take(skip).Sum(w => w.Length + 1);
            words = words[skip..];
            var afterCore = Core().IsMatch(sentence[..Math.Min(start, end)]);
            var opens = start == 0;
            if (words.Length == 0 || afterCore || (words.Length == 1 && (!LongWord().IsMatch(words[0]) || (opens && !isItem))) || !words.Any(w => LongWord().IsMatch(w)))
            {
                continue;
            }

            var ands = words.Count(w => w == "and");
            var joints = ands + words.Count(w => w == "with");
            // An item of a list is one title; so is a piece between the commas of a series, save for its 'with'.
            var count = isItem || serial ? 1 : ands >= 2 ? 2 : 1;
            var most = isItem ? 1 : serial ? 1 + joints - ands : 1 + joints;
            yield return (start, end, count, most);
        }
    }

    private static HashSet<string> CompulsoryNames(SourceDocument document) =>
    [
        .. document.Blocks
            .Where(b => b.Kind == BlockKind.TableRow && b.Cells.Count > 1 && b.Cells.Any(c => c.Length < 40 && CompulsoryCell().IsMatch(c.In(document.Text))))
            .SelectMany(b => b.Cells.Select(c => NamedThings.KeyOf(c.In(document.Text)))),
    ];

    [GeneratedRegex(@"\p{Lu}[\p{L}&-]*(?:\s(?:(?:of|in|for|to|and|with|the|&)\s){0,2}\p{Lu}[\p{L}&-]*)*", RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(@"^\p{Lu}[\p{L}-]*\p{Ll}{3}", RegexOptions.CultureInvariant)]
    private static partial Regex LongWord();

    [GeneratedRegex(@",\s(?:and|or)\s", RegexOptions.CultureInvariant)]
    private static partial Regex SerialComma();

    [GeneratedRegex(@"\b(?:core|compulsory|mandatory)\s$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Core();

    [GeneratedRegex(@"^(?:core|compulsory|mandatory)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CompulsoryCell();
}
