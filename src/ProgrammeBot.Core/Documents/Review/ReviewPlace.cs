namespace ProgrammeBot.Documents.Review;

/// <summary>Words of a document that a finding rests on.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Section">The heading they stand under, the title above the first heading.</param>
/// <param name="Span">Where they stand in the stored text.</param>
/// <param name="Words">The stored text there, verbatim.</param>
/// <param name="Figure">The part of <paramref name="Span"/> the finding is about; the printed quote is cut around it.</param>
public sealed record ReviewPlace(string Document, string Section, TextSpan Span, string Words, TextSpan Figure)
{
    private const int Shown = 180;

    /// <summary>'document, section [from, to): "words"' on one line, long words cut at blanks around the figure.</summary>
    public override string ToString() => $"{Document}, {OneLine(Section)} {Span}: \"{OneLine(Excerpt())}\"";

    private string Excerpt()
    {
        if (Words.Length <= Shown)
        {
            return Words;
        }

        var figure = Math.Clamp(Figure.Start - Span.Start, 0, Words.Length);
        var from = Math.Clamp(figure - (Shown / 2), 0, Words.Length - Shown);
        var to = from + Shown;
        from = from == 0 ? 0 : Words.IndexOf(' ', from, figure - from) is >= 0 and var blank ? blank + 1 : from;
        to = to == Words.Length ? to : Words.LastIndexOf(' ', to - 1, to - figure) is >= 0 and var last && last > figure ? last : to;
        return $"{(from > 0 ? "… " : "")}{Words[from..to]}{(to < Words.Length ? " …" : "")}";
    }

    // A heading or quote may hold line ends and control characters; a console line must not.
    internal static string OneLine(string words) =>
        string.Join(' ', string.Concat(words.Select(c => char.IsControl(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
