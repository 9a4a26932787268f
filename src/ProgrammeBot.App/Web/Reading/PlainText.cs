using ProgrammeBot.Documents;

namespace ProgrammeBot.App.Web.Reading;

/// <summary>A kept text has lost its structure: each line becomes a block again, lines with cells a table.</summary>
public static class PlainText
{
    public static SourceDocument AsDocument(DocumentMetadata metadata, string text)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(text);
        var blocks = new List<Block>();
        var table = -1;
        var inTable = false;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var newline ? newline : text.Length;
            var line = Trim(text, start, end);
            var isRow = line.In(text).Contains(" | ", StringComparison.Ordinal);
            table += isRow && !inTable ? 1 : 0;
            inTable = isRow;
            if (!line.IsEmpty)
            {
                blocks.Add(new Block(isRow ? BlockKind.TableRow : BlockKind.Paragraph, line, 0) { Table = isRow ? table : -1 });
            }

            start = end + 1;
        }

        return new SourceDocument(metadata, text, [new Section(0, -1, 0, metadata.Title, default, new TextSpan(0, text.Length))], blocks);
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }
}
