using System.Text.RegularExpressions;

namespace ProgrammeBot.Answering.Understanding;

/// <summary>Tells several questions in one message apart.</summary>
internal static partial class QuestionSplitter
{
    /// <summary>More in one message are taken as one.</summary>
    public const int Most = 3;

    /// <summary>The questions in order, each a stretch of the message; the message itself where it holds one, or too many.</summary>
    /// <remarks>A question ends in a question mark, or before 'and' with a question word; what is no question goes with the one behind it.</remarks>
    public static IReadOnlyList<string> Split(string message)
    {
        if (Facets().Match(message) is { Success: true } facets)
        {
            var each = Listed().Split(facets.Groups["list"].Value).Select(f => f.Trim(' ', '.', '?', '!', '…')).Where(f => f.Any(char.IsLetter)).ToList();
            if (each.Count is > 1 and <= MostFacets)
            {
                return [.. each.Select(facet => $"{facets.Groups["of"].Value.Trim()}: {facet}")];
            }
        }

        var parts = new List<string>();
        foreach (var sentence in Ends().Split(message).Select(s => s.Trim()).Where(s => s.Any(char.IsLetterOrDigit)))
        {
            var pieces = Joins().Split(sentence);
            for (var i = 0; i < pieces.Length; i++)
            {
                var piece = pieces[i].Trim(' ', ',', ';');

                // 'And what is …' behind another question stands by itself: it must not lean on the one before.
                parts.Add(parts.Count == 0 ? piece : Opening().Replace(piece, ""));
            }
        }

        var questions = new List<string>();
        var before = "";
        foreach (var part in parts)
        {
            before = before.Length == 0 ? part : $"{before} {part}";
            if (Asks().IsMatch(part))
            {
                questions.Add(before);
                before = "";
            }
        }

        if (before.Length > 0 && questions.Count > 0)
        {
            questions[^1] = $"{questions[^1]} {before}";
        }

        return questions.Count is > 1 and <= Most && questions.TrueForAll(q => QuestionWords.Telling(q).Any() || (q.Count(char.IsWhiteSpace) > 1 && QuestionKinds.Of(q) is not (QuestionKind.Open or QuestionKind.YesNo))) ? questions : [message];
    }

    /// <summary>More facets of one comparison are taken as one.</summary>
    private const int MostFacets = 5;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>'MSc or MRes: project, entry requirements and exams'.</summary>
    [GeneratedRegex(@"^(?<of>[^:?]{3,120}\b(?:or|vs\.?|versus|and|compared?|comparison)\b[^:?]{2,120}):\s*(?<list>[^:?]{3,300})[?.!]*\s*$", Options)]
    private static partial Regex Facets();

    [GeneratedRegex(@"\s*[,;]\s*(?:and\s+)?|\s+and\s+", Options)]
    private static partial Regex Listed();

    [GeneratedRegex(@"(?<=\?)[\s?!]+", Options)]
    private static partial Regex Ends();

    [GeneratedRegex(@"[,;]?\s+(?:and|also|plus|&)\s+(?=(?:also\s+)?(?:how (?:many|much|long|big|large|do|does|is|are|can)|what(?:'s| is| are| does| do)|when (?:is|are|does|do|can)|where (?:is|are|does|do|can)|who (?:is|are|leads|runs|teaches)|which\b|(?:is|are) there|do i|can i)\b)", Options)]
    private static partial Regex Joins();

    [GeneratedRegex(@"^(?:(?:and|also|plus)[\s,]+)+(?=\w)", Options)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\?|\b(who|whom|whose|what|which|when|where|why|how|is|are|do|does|did|can|could|will|would|should|must|may)\b", Options)]
    private static partial Regex Asks();
}
