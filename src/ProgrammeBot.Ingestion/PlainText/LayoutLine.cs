namespace ProgrammeBot.Ingestion.PlainText;

internal enum LineKind
{
    Text,
    Heading,

    /// <summary>A heading that asks; what follows answers.</summary>
    Question,
    ListItem,
    Row,

    /// <summary>The line '|---|---|' of a pipe table.</summary>
    Rule,
    Footnote,

    /// <summary>A line of '=' or '-' under a heading.</summary>
    Underline,
}

/// <summary>A line as it came, with the page it stands on where there are pages.</summary>
internal readonly record struct SourceLine(string Text, int? Page);

/// <summary>A line of a text, or several that were one before they were wrapped.</summary>
internal sealed record LayoutLine(LineKind Kind, string Text, bool BlankBefore, int? Page)
{
    /// <summary>For a list item: its marker with a blank behind it.</summary>
    public string Marker { get; init; } = "";

    /// <summary>How many blanks stand before the first word.</summary>
    public int Indent { get; init; }

    public IReadOnlyList<string> Cells { get; init; } = [];

    /// <summary>For cells parted by blanks only: where each begins on the line. Empty where tabs or bars part them.</summary>
    public IReadOnlyList<int> Columns { get; init; } = [];

    /// <summary>For a heading: its level where the text shows it, else 0.</summary>
    public int Level { get; init; }
}
