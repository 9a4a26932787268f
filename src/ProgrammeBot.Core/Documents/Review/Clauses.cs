using System.Text.RegularExpressions;

namespace ProgrammeBot.Documents.Review;

/// <summary>Parts a sentence between its figures, so that each keeps the words that belong to it.</summary>
internal static partial class Clauses
{
    /// <summary>For each figure, in order, the words around it up to the connector that parts it from its neighbours.</summary>
    public static IReadOnlyList<string> Of(string reading, IReadOnlyList<Figure> figures)
    {
        var clauses = new List<string>(figures.Count);
        var from = 0;
        for (var i = 0; i < figures.Count; i++)
        {
            var to = i + 1 < figures.Count ? BoundaryBetween(reading, figures[i].End, figures[i + 1].Start) : reading.Length;
            clauses.Add(reading[from..to]);
            from = to;
        }

        return clauses;
    }

    private static int BoundaryBetween(string reading, int from, int to)
    {
        var boundary = from;
        foreach (var match in Connector().EnumerateMatches(reading.AsSpan(from, Math.Max(0, to - from))))
        {
            boundary = from + match.Index;
        }

        return boundary;
    }

    [GeneratedRegex(@"[,;:(]|\b(?:and|or|but|while|whereas|then|with)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Connector();
}
