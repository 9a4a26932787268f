namespace ProgrammeBot.Documents.Review;

/// <summary>A sentence, or a cell of a table with what names it: the unit in which sources are compared.</summary>
internal sealed record Statement(SourceDocument Document, int Section, int Block, TextSpan Span, string Words)
{
    /// <summary>What is read: the words themselves, or for a cell 'row: column: cell'.</summary>
    public required string Reading { get; init; }

    /// <summary>Where <see cref="Reading"/> stands in the stored text; -1 for a cell, whose reading is put together.</summary>
    public int ReadingStart { get; init; } = -1;

    /// <summary>The cell in the stored text; empty for a sentence.</summary>
    public TextSpan Cell { get; init; }

    /// <summary>Where the cell's own words begin in the reading; 0 for a sentence.</summary>
    public int CellAt { get; init; }

    public bool IsCell => ReadingStart < 0;

    /// <summary>The subject of the sentence before in the same block, for sentences that begin with 'it'.</summary>
    public string Before { get; init; } = "";

    public ReviewPlace Place(int start, int end) => new(
        Document.Id, Document.Sections[Section].Heading, Span, Words, IsCell ? Cell : new TextSpan(ReadingStart + start, ReadingStart + end));

    public ReviewPlace Place() => new(Document.Id, Document.Sections[Section].Heading, Span, Words, IsCell ? Cell : Span);
}
