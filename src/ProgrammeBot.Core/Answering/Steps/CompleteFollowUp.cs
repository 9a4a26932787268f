using System.Text.RegularExpressions;
using ProgrammeBot.Answering.Understanding;

namespace ProgrammeBot.Answering.Steps;

/// <summary>Completes an elliptic question ('and on the mres?', 'what about spring') from the turn before it.</summary>
internal sealed partial class CompleteFollowUp(ProgrammeNames names) : IAnsweringStep
{
    /// <summary>A mere scrap ('spring?') of at most this many telling words leans on the turn before; a question with a question word stands by itself.</summary>
    private const int FewWords = 2;

    public QuestionSoFar Take(QuestionSoFar question, CancellationToken cancellationToken)
    {
        if (question.Asked.EarlierTurns.Count == 0 || !IsElliptic(question.Text))
        {
            return question;
        }

        var ignored = new List<string>();
        var carried = CorrectSpelling.Mend(CleanText.Clean(question.Asked.EarlierTurns[^1]), question.Corpus.Vocabulary, ignored);
        if (Figure().IsMatch(question.Text))
        {
            carried = Figure().Replace(carried, " ");
        }

        return (question with { Carried = carried }).Noting("follow-up", $"leans on '{carried}'");
    }

    private bool IsElliptic(string text)
    {
        if (Opening().IsMatch(text) || Pointing().IsMatch(text))
        {
            return true;
        }

        var named = names.Find(text);
        var rest = named.Aggregate(text, (t, n) => t.Replace(text[n.Span.Start..n.Span.End], " ", StringComparison.Ordinal));
        var own = QuestionWords.Telling(rest).Count();
        return own == 0 || (own <= FewWords && !Asking().IsMatch(text));
    }

    [GeneratedRegex(@"\b(who|whom|whose|what|which|when|where|why|how|is|are|do|does|did|can|could|will|would|should|must|may|need)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asking();

    [GeneratedRegex(@"^\W*(and|or|but|also|then|what about|how about|what if|same for|just|only|for|on|in)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\b(it|its|they|them|their|those|these|there|one|ones|that one|this one|the same|do that|does that|is that)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pointing();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\d[\d.,%-]*(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();
}
