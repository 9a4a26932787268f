namespace ProgrammeBot.Ingestion.PlainText;

/// <summary>Finds lists whose bullets were drawn, not written: short lines set in alike, one below the other.</summary>
internal static class IndentedLists
{
    public const int MinIndent = 3;

    private const int MaxItem = 120;

    public static void Mark(List<LayoutLine> lines)
    {
        for (var at = 0; at < lines.Count;)
        {
            var end = at;
            while (end < lines.Count && lines[end].Kind == LineKind.Text && lines[end].Indent >= MinIndent && lines[end].Text.Length <= MaxItem
                && lines[end].Text[^1] is not ('?' or ':') && (end == at || (!lines[end].BlankBefore && lines[end].Indent >= lines[at].Indent)))
            {
                end++;
            }

            for (var i = at; i < end && end - at > 1; i++)
            {
                lines[i] = lines[i] with { Kind = LineKind.ListItem, Marker = "- " };
            }

            at = Math.Max(at + 1, end);
        }
    }
}
