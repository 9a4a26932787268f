using System.Text.RegularExpressions;
using ProgrammeBot.Answering.Evidence;
using ProgrammeBot.Scopes;

namespace ProgrammeBot.Answering.Steps;

/// <summary>Asks which programme is meant, only when none is named and the programmes' documents answer differently.</summary>
internal sealed partial class AskBack : IAnsweringStep
{
    /// <summary>A programme's best must reach this share of the very best, or it does not compete.</summary>
    private const double Competes = 0.72;

    /// <summary>Nor may it cover this much less of the question.</summary>
    private const double Behind = 0.2;

    public QuestionSoFar Take(QuestionSoFar question, CancellationToken cancellationToken)
    {
        if (question.Programmes.Count > 0 || question.Evidence.Count == 0 || question.Foreign.Count > 0)
        {
            return question;
        }

        var very = question.Evidence[0];
        if (very.Coverage < Decide.LeastCoverage)
        {
            return question;
        }

        var rivals = question.Scopes.Scopes.Where(s => s.Kind == ScopeKind.Programme)
            .Select(programme => (programme, best: ProgrammeEvidence.Best(question, programme, Math.Max(Decide.LeastCoverage, very.Coverage - Behind), cancellationToken)))
            .Where(r => r.best is not null && r.best.Score >= very.Score * Competes)
            .Select(r => (r.programme, best: r.best!))
            .ToList();
        if (rivals.Count < 2 || rivals.All(r => r.best.Score < very.Score) && !rivals.Any(r => r.best.Document == very.Document))
        {
            return question.Noting("ask back", $"{rivals.Count} programmes compete");
        }

        if (rivals.Select(r => Figures(r.best.Words)).Distinct(StringComparer.Ordinal).Count() == 1 && Figures(very.Words).Length > 0)
        {
            return Agreeing(question, rivals);
        }

        var citations = rivals.Select(r => AnswerComposer.CitationOf([r.best])).Distinct().Take(Reply.MaxCitations).ToList();
        var names = rivals.Select(r => r.programme.Name).ToList();
        return question.Replying(
            "ask back",
            new Clarify($"That depends on the programme. Which one do you mean: {string.Join(" or ", names)}?", names, citations),
            $"{rivals.Count} programmes answer differently");
    }

    private static QuestionSoFar Agreeing(QuestionSoFar question, List<(Scope Programme, EvidenceUnit Best)> rivals)
    {
        var composer = new AnswerComposer();
        foreach (var (programme, best) in rivals)
        {
            composer.Quote([best], $"{programme.Name}: ");
        }

        return question.Replying("ask back", new Answer(composer.Text, composer.Citations, Confidences.Of(rivals.Min(r => r.Best.Coverage), true)), "the programmes agree");
    }

    private static string Figures(string words) => string.Join(' ', Figure().Matches(words).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\d[\d.,]*%?", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();
}
