namespace ProgrammeBot.Documents.Review;

/// <summary>Facts of sentences that say the same in the same words, but for one figure.</summary>
internal static class WordingFacts
{
    private const int FewestWords = 3;
    private const int MostFigures = 4;

    public static IEnumerable<Fact> Of(Reviewed document, Statement statement, IReadOnlyList<Figure> figures)
    {
        if (statement.IsCell || figures.Count is 0 or > MostFigures)
        {
            yield break;
        }

        foreach (var figure in figures)
        {
            var rest = $"{statement.Reading[..figure.Start]} {statement.Reading[figure.End..]}";
            var words = Words.Telling(rest);
            if (words.Count(w => !char.IsAsciiDigit(w[0])) >= FewestWords)
            {
                // The document's year is no part of it: sentences that name different years already differ in a word.
                yield return new Fact(
                    $"wording|{figure.Unit}|{string.Join(' ', words)}", "a figure in otherwise equal sentences", figure.Value, figure.Shown,
                    figure.Year ?? document.YearOf(statement), statement, statement.Place(figure.Start, figure.End));
            }
        }
    }
}
