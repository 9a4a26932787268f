using System.Globalization;
using System.Text.RegularExpressions;
using ProgrammeBot.Ingestion.PlainText;

namespace ProgrammeBot.Ingestion.Readers;

/// <summary>Joins the pages of a converted PDF into one run of lines, each with its page, without what is printed on every page.</summary>
internal static partial class PdfPages
{
    /// <summary>How many lines at a page's top and foot may be running heads.</summary>
    private const int EdgeLines = 3;

    public static List<SourceLine> Lines(string text)
    {
        var pages = text.Split('\f').Select(p => p.Split('\n').ToList()).ToList();
        var running = RunningLines(pages);
        var lines = new List<SourceLine>();
        for (var i = 0; i < pages.Count; i++)
        {
            var page = WithoutEdges(pages[i], i, running, pages.Count > 1);
            if (page.Count == 0)
            {
                continue;
            }

            if (lines.Count > 0 && !GoesOn(lines[^1].Text, page[0]))
            {
                lines.Add(new SourceLine("", i + 1));
            }

            var margin = page.Where(l => l.Trim().Length > 0).Min(l => l.Length - l.TrimStart().Length);
            lines.AddRange(page.Select(l => new SourceLine(l.Length > margin ? l[margin..] : "", i + 1)));
        }

        return lines;
    }

    /// <summary>What stands at the edge of more than half of the pages, the page's number aside.</summary>
    private static HashSet<string> RunningLines(List<List<string>> pages)
    {
        var filled = pages.Count(p => p.Exists(l => l.Trim().Length > 0));
        return filled < 3
            ? []
            : pages.SelectMany((p, i) => Edges(p).SelectMany(l => Keys(l, i)).Distinct()).GroupBy(k => k).Where(g => g.Count() * 2 > filled).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Edges(List<string> page)
    {
        var filled = page.Where(l => l.Trim().Length > 0).ToList();
        return filled.Take(EdgeLines).Concat(filled.Skip(Math.Max(EdgeLines, filled.Count - EdgeLines)));
    }

    private static List<string> WithoutEdges(List<string> page, int number, HashSet<string> running, bool numbered)
    {
        var lines = page.ToList();
        Trim(lines, number, running, numbered, fromEnd: false);
        Trim(lines, number, running, numbered, fromEnd: true);
        return lines;
    }

    private static void Trim(List<string> lines, int number, HashSet<string> running, bool numbered, bool fromEnd)
    {
        for (var taken = 0; lines.Count > 0 && taken <= EdgeLines;)
        {
            var at = fromEnd ? lines.Count - 1 : 0;
            var blank = lines[at].Trim().Length == 0;
            if (!blank && !Keys(lines[at], number).Any(running.Contains) && !(numbered && PageNumber().IsMatch(lines[at])))
            {
                return;
            }

            taken += blank ? 0 : 1;
            lines.RemoveAt(at);
        }
    }

    /// <summary>Whether a page's first line goes on with the last of the page before: in the midst of a sentence, or of a table.</summary>
    private static bool GoesOn(string last, string first)
    {
        var end = last.TrimEnd();
        var begin = first.TrimStart();
        if (end.Length == 0 || begin.Length == 0)
        {
            return false;
        }

        var table = end.TrimStart().Contains("   ", StringComparison.Ordinal) && begin.Contains("   ", StringComparison.Ordinal);
        return table || (end[^1] is not ('.' or '!' or '?' or ':') && char.IsLower(begin[0]));
    }

    /// <summary>A line as it is, and with its last number counted from the page's: 'Handbook 7' on the seventh page and 'Handbook 8' on the eighth are one.</summary>
    private static string[] Keys(string line, int page)
    {
        var words = Words.OneLine(line);
        return [words, Number().Replace(words, n => string.Create(CultureInfo.InvariantCulture, $"#{int.Parse(n.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) - page}"), 1)];
    }

    [GeneratedRegex(@"(?<![\w.,])\d{1,4}(?=\s*$)")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(?:[-–—]\s*)?(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*[-–—])?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
