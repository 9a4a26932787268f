namespace ProgrammeBot.Documents;

public enum BlockKind
{
    Paragraph,
    ListItem,

    /// <summary>A line of a table that names its columns.</summary>
    TableHeader,

    /// <summary>A line of a table; never split.</summary>
    TableRow,

    Footnote,

    /// <summary>Preformatted lines.</summary>
    Code,
}

/// <summary>A piece of a document that stands by itself: a paragraph, a list item, a line of a table.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Its words in the stored text, without surrounding white space; never empty.</param>
/// <param name="Section">The index of the innermost section it stands in.</param>
/// <param name="Page">1-based page, where the format has pages.</param>
public sealed record Block(BlockKind Kind, TextSpan Span, int Section, int? Page = null)
{
    /// <summary>For lines of a table: which of the document's tables, from 0. A footnote in its midst does not end a table. Else -1.</summary>
    public int Table { get; init; } = -1;

    /// <summary>For lines of a table: the cells from left to right, within <see cref="Span"/>; an empty cell is an empty span.</summary>
    public IReadOnlyList<TextSpan> Cells { get; init; } = [];
}
