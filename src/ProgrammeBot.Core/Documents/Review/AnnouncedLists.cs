using System.Text.RegularExpressions;

namespace ProgrammeBot.Documents.Review;

/// <summary>Where a document announces more things than it names.</summary>
/// <remarks>
/// Three places to look, from sure to less sure: the list right under the announcement, the table of the section,
/// and the capitalised names in a section whose heading speaks of the things announced.
/// </remarks>
internal static partial class AnnouncedLists
{
    private const int FewestNames = 4;

    public static IEnumerable<ReviewFinding> Of(SourceDocument document)
    {
        var headers = Tables.HeadersOf(document);
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            var block = document.Blocks[i];
            if (block.Kind is not (BlockKind.Paragraph or BlockKind.ListItem))
            {
                continue;
            }

            var sentences = Statements.Sentences(document, i).ToList();
            foreach (var sentence in sentences)
            {
                var isLast = ReferenceEquals(sentence, sentences[^1]);
                var announcements = Announcement.In(sentence.Reading).ToList();
                var finding = block.Kind == BlockKind.Paragraph && isLast ? UnderLeadIn(document, i, sentence, announcements) : null;
                finding ??= InSentence(document, sentence, announcements);
                finding ??= announcements.Select(a => InSection(document, headers, sentence, a)).FirstOrDefault(f => f is not null);
                if (finding is not null)
                {
                    yield return finding;
                }
            }
        }
    }

    /// <summary>'Students submit four documents:' and three items below.</summary>
    private static ReviewFinding? UnderLeadIn(SourceDocument document, int lead, Statement sentence, List<Announcement> announcements)
    {
        var announced = announcements.Where(a => sentence.Reading.EndsWith(':') || a.End >= sentence.Reading.TrimEnd('.', ':', ' ').Length).ToList();
        if (announced.Count != 1)
        {
            return null;
        }

        var items = new List<Block>();
        for (var i = lead + 1; i < document.Blocks.Count && document.Blocks[i] is { Kind: BlockKind.ListItem } item && item.Section == sentence.Section; i++)
        {
            items.Add(item);
        }

        // One item is no list, but a line that a reader took for one.
        return items.Count < 2 || items.Count >= announced[0].Count
            ? null
            : Incomplete(document, sentence, announced[0], $"{items.Count} are listed", items.Select(b => b.Span));
    }

    /// <summary>'in three ways: by report and by viva' in one sentence.</summary>
    private static ReviewFinding? InSentence(SourceDocument document, Statement sentence, List<Announcement> announcements)
    {
        var colon = sentence.Reading.IndexOf(':', StringComparison.Ordinal);
        var announced = announcements.Where(a => a.End == colon).ToList();
        if (announced.Count != 1 || colon + 1 >= sentence.Reading.Length)
        {
            return null;
        }

        // Read as finely as can be: every comma and every 'and' may part two items. Fewer even then is certain.
        var most = Joint().Split(sentence.Reading[(colon + 1)..]).Count(p => p.Any(char.IsLetterOrDigit));
        return most < 2 || most >= announced[0].Count || Example().IsMatch(sentence.Reading)
            ? null
            : Incomplete(document, sentence, announced[0], $"{most} are listed behind the colon", []);
    }

    /// <summary>'The elective portfolio offers 15 modules' in a section on electives.</summary>
    private static ReviewFinding? InSection(
        SourceDocument document, Dictionary<int, IReadOnlyList<string>> headers, Statement sentence, Announcement announced)
    {
        var heading = Words.In(document.Sections[sentence.Section].Heading).ToHashSet(StringComparer.Ordinal);
        if (announced.Count < FewestNames || !heading.Contains(announced.Noun))
        {
            return null;
        }

        var rows = document.Blocks
            .Where(b => b.Kind == BlockKind.TableRow && document.Sections[sentence.Section].Span.Contains(b.Span) && !Tables.IsTotal(document, b)
                && headers.TryGetValue(b.Table, out var columns) && columns.Any(c => Words.In(c).Contains(announced.Noun)))
            .ToList();
        if (rows.Count > 0)
        {
            return rows.Count >= announced.Count
                ? null
                : Incomplete(document, sentence, announced, $"the section's table has {rows.Count}", [rows[0].Span.Cover(rows[^1].Span)]);
        }

        var names = MemberNames.In(document, sentence);
        return names.Count < Math.Max(FewestNames - 1, (announced.Count + 1) / 2) || names.Most >= announced.Count
            ? null
            : Incomplete(document, sentence, announced, names.ToString(), names.Places);
    }

    private static ReviewFinding Incomplete(
        SourceDocument document, Statement sentence, Announcement announced, string found, IEnumerable<TextSpan> members) =>
        new(
            ReviewKind.IncompleteList,
            $"{document.Id} announces '{announced.Shown}', but {found}.",
            [
                sentence.Place(announced.Start, announced.End),
                .. members.Select(m => new ReviewPlace(document.Id, document.Sections[sentence.Section].Heading, m, m.In(document.Text), m)),
            ]);

    [GeneratedRegex(@"[,;]|\b(?:and|or|as well as|plus)\b|&", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    [GeneratedRegex(@"\b(?:includ\w*|such as|for example|e\.g|for instance|among them)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Example();
}
