using System.Text.RegularExpressions;

namespace ProgrammeBot.Documents.Review;

/// <summary>Where a document announces more things than it names.</summary>
/// <remarks>
/// Three places to look, from sure to less sure: the list right under the announcement, the table of the section,
/// and the capitalised names in a section whose heading speaks of the things announced.
/// </remarks>
internal sealed partial class AnnouncedLists
{
    private const int FewestNames = 4;

    /// <summary>Announcements of one section that are held against the whole of it; keeps the cost in bounds.</summary>
    private const int MostPerSection = 3;

    private readonly SourceDocument _document;
    private readonly Dictionary<int, IReadOnlyList<string>> _headers;
    private readonly MemberNames.Reader _members;
    private readonly Dictionary<int, int> _perSection = [];

    private AnnouncedLists(SourceDocument document)
    {
        _document = document;
        _headers = Tables.HeadersOf(document);
        _members = new MemberNames.Reader(document);
    }

    public static IEnumerable<ReviewFinding> Of(SourceDocument document) => new AnnouncedLists(document).Findings();

    private IEnumerable<ReviewFinding> Findings()
    {
        for (var i = 0; i < _document.Blocks.Count; i++)
        {
            var block = _document.Blocks[i];
            if (block.Kind is not (BlockKind.Paragraph or BlockKind.ListItem))
            {
                continue;
            }

            var sentences = Statements.Sentences(_document, i).ToList();
            foreach (var sentence in sentences)
            {
                var isLast = ReferenceEquals(sentence, sentences[^1]);
                var announcements = Announcement.In(sentence.Reading).ToList();
                var finding = block.Kind == BlockKind.Paragraph && isLast ? UnderLeadIn(i, sentence, announcements) : null;
                finding ??= InSentence(sentence, announcements);
                finding ??= announcements.Select(a => InSection(sentence, a)).FirstOrDefault(f => f is not null);
                if (finding is not null)
                {
                    yield return finding;
                }
            }
        }
    }

    /// <summary>'Students submit four documents:' and three items below.</summary>
    private ReviewFinding? UnderLeadIn(int lead, Statement sentence, List<Announcement> announcements)
    {
        var announced = announcements.Where(a => sentence.Reading.EndsWith(':') || a.End >= sentence.Reading.TrimEnd('.', ':', ' ').Length).ToList();
        if (announced.Count != 1)
        {
            return null;
        }

        var end = lead + 1;
        while (IsItem(end, sentence.Section))
        {
            end++;
        }

        // Where the list goes on behind a paragraph or table, that may well be part of an item.
        if (IsItem(end + 1, sentence.Section) || IsItem(end + 2, sentence.Section))
        {
            return null;
        }

        var items = _document.Blocks.Skip(lead + 1).Take(end - lead - 1).ToList();
        items.RemoveAll(i => IndentOf(i) > IndentOf(items[0]));
        // One item is no list, but a line that a reader took for one.
        return items.Count < 2 || items.Count >= announced[0].Count
            ? null
            : Incomplete(sentence, announced[0], $"{items.Count} are listed", items.Select(b => b.Span));
    }

    private bool IsItem(int block, int section) =>
        block < _document.Blocks.Count && _document.Blocks[block] is { Kind: BlockKind.ListItem } item && item.Section == section;

    // Lists within items are indented in the stored text.
    private int IndentOf(Block item)
    {
        var line = _document.Text.LastIndexOf('\n', Math.Max(0, item.Span.Start - 1)) + 1;
        return _document.Text.AsSpan(line, Math.Max(0, item.Span.Start - line)).IndexOfAnyExcept(' ') is >= 0 and var indent ? indent : 0;
    }

    /// <summary>'in three ways: by report and by viva' in one sentence.</summary>
    private ReviewFinding? InSentence(Statement sentence, List<Announcement> announcements)
    {
        var colon = sentence.Reading.IndexOf(':', StringComparison.Ordinal);
        var announced = announcements.Where(a => a.End <= colon && colon - a.End <= 40 && !sentence.Reading[a.End..colon].Contains(',', StringComparison.Ordinal)).ToList();
        if (announced.Count != 1 || colon + 1 >= sentence.Reading.Length)
        {
            return null;
        }

        // Read as finely as can be: every comma and every 'and' may part two items. Fewer even then is certain.
        var most = Joint().Split(sentence.Reading[(colon + 1)..]).Count(p => p.Any(char.IsLetterOrDigit));
        return most < 2 || most >= announced[0].Count || Example().IsMatch(sentence.Reading)
            ? null
            : Incomplete(sentence, announced[0], $"{most} are listed behind the colon", []);
    }

    /// <summary>'The elective portfolio offers 15 modules' in a section on electives.</summary>
    private ReviewFinding? InSection(Statement sentence, Announcement announced)
    {
        var heading = Words.In(_document.Sections[sentence.Section].Heading).ToHashSet(StringComparer.Ordinal);
        if (announced.Count < FewestNames || !heading.Contains(announced.Noun))
        {
            return null;
        }

        var before = _perSection.GetValueOrDefault(sentence.Section);
        _perSection[sentence.Section] = before + 1;
        if (before >= MostPerSection)
        {
            return null;
        }

        var rows = BlocksUnder(_document.Sections[sentence.Section].Span)
            .Where(b => b.Kind == BlockKind.TableRow && !Tables.IsTotal(_document, b)
                && _headers.TryGetValue(b.Table, out var columns) && columns.Any(c => Words.In(c).Contains(announced.Noun)))
            .ToList();
        if (rows.Count > 0)
        {
            return rows.Count >= announced.Count
                ? null
                : Incomplete(sentence, announced, $"the section's table has {rows.Count}", [rows[0].Span.Cover(rows[^1].Span)]);
        }

        var names = _members.In(sentence);
        return names.Count < Math.Max(FewestNames - 1, (announced.Count + 1) / 2) || names.Most >= announced.Count
            ? null
            : Incomplete(sentence, announced, names.ToString(), names.Places);
    }

    // Blocks are in reading order: the first of the section is found by halving.
    private IEnumerable<Block> BlocksUnder(TextSpan section)
    {
        var (low, high) = (0, _document.Blocks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _document.Blocks[middle].Span.Start < section.Start ? (middle + 1, high) : (low, middle);
        }

        for (; low < _document.Blocks.Count && _document.Blocks[low].Span.End <= section.End; low++)
        {
            yield return _document.Blocks[low];
        }
    }

    private ReviewFinding Incomplete(Statement sentence, Announcement announced, string found, IEnumerable<TextSpan> members) =>
        new(
            ReviewKind.IncompleteList,
            $"{_document.Id} announces '{announced.Shown}', but {found}.",
            [
                sentence.Place(announced.Start, announced.End),
                .. members.Select(m => new ReviewPlace(_document.Id, _document.Sections[sentence.Section].Heading, m, m.In(_document.Text), m)),
            ]);

    [GeneratedRegex(@"[,;]|\b(?:and|or|as well as|plus)\b|&", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    [GeneratedRegex(@"\b(?:includ\w*|such as|for example|e\.g|for instance|among them)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Example();
}
