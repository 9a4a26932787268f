using ProgrammeBot.Documents;
using ProgrammeBot.Passages;

namespace ProgrammeBot.Channels.Text;

/// <summary>A quote in pages that a platform has room for: cut between lines, else behind sentences, else behind words; no word is lost.</summary>
public static class QuotePages
{
    /// <param name="quote">The words; rows of a table as lines with bars.</param>
    /// <param name="room">What a page holds.</param>
    /// <param name="mark">What stands before each line, such as a quote's sign.</param>
    /// <param name="escape">The platform's escaping.</param>
    /// <param name="growth">The most characters that escaping makes of one.</param>
    /// <returns>At least one page.</returns>
    public static IReadOnlyList<string> Of(string quote, int room, string mark, Func<string, string> escape, int growth = 2)
    {
        ArgumentNullException.ThrowIfNull(quote);
        ArgumentNullException.ThrowIfNull(mark);
        ArgumentNullException.ThrowIfNull(escape);
        var pages = new List<string>();
        var page = "";
        foreach (var piece in LabelledRows.Of(VisibleText.Of(quote), _ => true).Split('\n').SelectMany(line => PiecesOf(line, room, mark, escape, growth)))
        {
            if (page.Length > 0 && page.Length + 1 + piece.Length > room)
            {
                pages.Add(page);
                page = "";
            }

            page += page.Length == 0 ? piece : $"\n{piece}";
        }

        return page.Length > 0 ? [.. pages, page] : pages.Count > 0 ? pages : [mark + TextCut.Ellipsis];
    }

    private static IEnumerable<string> PiecesOf(string line, int room, string mark, Func<string, string> escape, int growth)
    {
        var rest = line.Trim();
        while (rest.Length > 0)
        {
            var escaped = escape(rest);
            if (mark.Length + escaped.Length <= room)
            {
                yield return mark + escaped;
                yield break;
            }

            var piece = (room / growth) - mark.Length;
            var sentence = SentenceSplitter.Split(rest, new TextSpan(0, rest.Length)).LastOrDefault(s => s.End <= piece).End;
            var end = sentence > 0 ? sentence : TextCut.AtWord(rest, piece);
            yield return mark + escape(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }
    }
}
