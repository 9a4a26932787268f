namespace ProgrammeBot.App.Web.Reading;

/// <summary>Writes pieces of a document as HTML. The first mark is <c>#mark</c>, section n is <c>#section-n</c>.</summary>
public sealed class PieceHtml(Html html)
{
    private bool _marked;

    public void Write(IReadOnlyList<Piece> pieces)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        foreach (var piece in pieces)
        {
            Write(piece);
        }
    }

    private void Write(Piece piece)
    {
        switch (piece)
        {
            case HeadingPiece heading:
                // The page's own heading is the first; HTML knows six.
                var level = Math.Clamp(heading.Level + 1, 2, 6);
                Write($"h{level}", $" id=\"section-{heading.Section}\" dir=\"auto\"", heading.Runs);
                break;
            case ParagraphPiece paragraph:
                Write("p", " dir=\"auto\"", paragraph.Runs);
                break;
            case FootnotePiece footnote:
                Write("p", " class=\"footnote\" dir=\"auto\"", footnote.Runs);
                break;
            case CodePiece code:
                Write("pre", "", code.Runs);
                break;
            case ListPiece list:
                html.AddMarkup("<ul>\n");
                foreach (var item in list.Items)
                {
                    Write("li", " dir=\"auto\"", item);
                }

                html.AddMarkup("</ul>\n");
                break;
            case TablePiece table:
                WriteTable(table);
                break;
            default:
                html.AddMarkup("<p class=\"gap\">…</p>\n");
                break;
        }
    }

    private void WriteTable(TablePiece table)
    {
        html.AddMarkup("<div class=\"table\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table>\n");
        Write("thead", "th", " scope=\"col\" dir=\"auto\"", table.Header);
        Write("tbody", "td", " dir=\"auto\"", table.Rows);
        html.AddMarkup("</table></div>\n");
    }

    private void Write(string group, string cell, string attributes, IReadOnlyList<IReadOnlyList<IReadOnlyList<Run>>> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        html.AddMarkup($"<{group}>\n");
        foreach (var line in lines)
        {
            html.AddMarkup("<tr>");
            foreach (var runs in line)
            {
                Write(cell, attributes, runs);
            }

            html.AddMarkup("</tr>\n");
        }

        html.AddMarkup($"</{group}>\n");
    }

    // Tag and attributes are literals of this file.
    private void Write(string tag, string attributes, IReadOnlyList<Run> runs)
    {
        html.AddMarkup($"<{tag}{attributes}>");
        foreach (var run in runs)
        {
            if (!run.Marked)
            {
                html.Add($"{run.Text}");
                continue;
            }

            html.AddMarkup(_marked ? "<mark>" : "<mark id=\"mark\">").Add($"{run.Text}").AddMarkup("</mark>");
            _marked = true;
        }

        html.AddMarkup(tag is "td" or "th" ? $"</{tag}>" : $"</{tag}>\n");
    }
}
