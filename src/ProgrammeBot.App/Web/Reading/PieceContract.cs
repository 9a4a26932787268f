namespace ProgrammeBot.App.Web.Reading;

/// <summary>A piece of a passage for the chat's panel.</summary>
/// <param name="Kind"><c>heading</c>, <c>paragraph</c>, <c>footnote</c>, <c>code</c>, <c>list</c>, <c>table</c> or <c>gap</c>.</param>
/// <param name="Lines">One line of one cell for plain words, a line an item for a list, a line a row for a table.</param>
/// <param name="HeaderLines">How many of a table's lines name its columns.</param>
public sealed record PieceContract(string Kind, IReadOnlyList<IReadOnlyList<IReadOnlyList<Run>>> Lines, int HeaderLines)
{
    public static PieceContract From(Piece piece) => piece switch
    {
        HeadingPiece heading => Words("heading", heading.Runs),
        ParagraphPiece paragraph => Words("paragraph", paragraph.Runs),
        FootnotePiece footnote => Words("footnote", footnote.Runs),
        CodePiece code => Words("code", code.Runs),
        ListPiece list => new("list", [.. list.Items.Select(i => (IReadOnlyList<IReadOnlyList<Run>>)[i])], 0),
        TablePiece table => new("table", [.. table.Header, .. table.Rows], table.Header.Count),
        _ => new("gap", [], 0),
    };

    private static PieceContract Words(string kind, IReadOnlyList<Run> runs) => new(kind, [[runs]], 0);
}
