using System.Text;
using ProgrammeBot.Documents;

namespace ProgrammeBot.Tests.Support;

/// <summary>A document written by hand in a test: '#' headings, '-' items, '|' tables with a header line, paragraphs of one line.</summary>
internal static class Sketch
{
    public static SourceDocument Of(string id, string lines, string? title = null, string? cohort = null)
    {
        var text = new StringBuilder();
        var heads = new List<(int Level, string Heading, TextSpan Span)> { (0, title ?? id, default) };
        var blocks = new List<Block>();
        var tables = -1;
        var inTable = false;
        foreach (var raw in lines.Split('\n'))
        {
            var line = raw.Trim();
            var start = text.Length;
            var wasTable = inTable;
            inTable = line.StartsWith('|');
            if (line.StartsWith('#'))
            {
                var level = line.TakeWhile(c => c == '#').Count();
                text.Append(line[level..].Trim());
                heads.Add((level, line[level..].Trim(), new TextSpan(start, text.Length)));
            }
            else if (inTable)
            {
                var cells = line.Trim('|').Split('|').Select(c => c.Trim()).ToList();
                if (cells.TrueForAll(c => c.All(x => x is '-' or ':')))
                {
                    continue;
                }

                tables += wasTable ? 0 : 1;
                var spans = new List<TextSpan>();
                foreach (var cell in cells)
                {
                    text.Append(spans.Count == 0 ? "" : " | ");
                    spans.Add(new TextSpan(text.Length, text.Length + cell.Length));
                    text.Append(cell);
                }

                blocks.Add(new(wasTable ? BlockKind.TableRow : BlockKind.TableHeader, new(start, text.Length), heads.Count - 1) { Table = tables, Cells = spans });
            }
            else if (line.Length > 0)
            {
                var item = line.StartsWith("- ", StringComparison.Ordinal);
                text.Append(item ? line[2..] : line);
                blocks.Add(new(item ? BlockKind.ListItem : BlockKind.Paragraph, new(start, text.Length), heads.Count - 1));
            }

            text.Append('\n');
        }

        return new(new(id) { Title = title ?? id, Cohort = cohort }, text.ToString(), SectionsOf(heads, text.Length), blocks);
    }

    private static List<Section> SectionsOf(List<(int Level, string Heading, TextSpan Span)> heads, int length)
    {
        var sections = new List<Section>();
        for (var i = 0; i < heads.Count; i++)
        {
            var next = heads.FindIndex(i + 1, h => h.Level <= heads[i].Level);
            var parent = heads.FindLastIndex(Math.Max(0, i - 1), h => h.Level < heads[i].Level);
            sections.Add(new(i, i == 0 ? -1 : parent, heads[i].Level, heads[i].Heading, heads[i].Span, new(heads[i].Span.Start, next < 0 ? length : heads[next].Span.Start)));
        }

        return sections;
    }
}
