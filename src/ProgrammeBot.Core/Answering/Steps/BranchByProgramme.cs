using ProgrammeBot.Answering.Evidence;
using ProgrammeBot.Scopes;

namespace ProgrammeBot.Answering.Steps;

/// <summary>Where no programme is named and several could be meant: each one's answer under its name, or the question back where they do not fit.</summary>
internal sealed class BranchByProgramme : IAnsweringStep
{
    /// <summary>A programme's best must reach this share of the very best, or it does not compete.</summary>
    private const double Competes = 0.55;

    /// <summary>Nor may it cover this much less of the question.</summary>
    private const double Behind = 0.35;

    private const double LeastCoverage = 0.35;

    /// <summary>A general document that answers this much better than any programme's is meant.</summary>
    private const double OfGeneral = 0.9;

    public QuestionSoFar Take(QuestionSoFar question, CancellationToken cancellationToken)
    {
        if (question.Programmes.Count > 0 || question.IsGeneral || question.Evidence.Count == 0 || question.Foreign.Count > 0)
        {
            return question;
        }

        var strict = AnswerShapes.IsStrict(question.Holding);
        var very = question.Evidence.FirstOrDefault(u => u.HoldsKind || !strict);
        if (very is null || very.Coverage < Decide.LeastCoverage)
        {
            return question;
        }

        var rivals = question.Scopes.Scopes.Where(s => s.Kind == ScopeKind.Programme)
            .Select(programme => (programme, best: ProgrammeEvidence.Best(question, programme, Math.Max(LeastCoverage, very.Coverage - Behind), cancellationToken)))
            .Where(r => r.best.Count > 0 && r.best[0].Score >= very.Score * Competes)
            .Select(r => (Programme: r.programme, Best: r.best[0], All: r.best))
            .ToList();
        if (rivals.Count < 2 || (rivals.TrueForAll(r => r.Best.Document != very.Document) && rivals.TrueForAll(r => r.Best.Score < very.Score * OfGeneral)))
        {
            return question.Noting("branch", $"{rivals.Count} programmes compete");
        }

        var composer = new AnswerComposer();
        var names = rivals.Select(r => r.Programme.Name).ToList();
        if (!rivals.TrueForAll(r => composer.Quote([r.Best], $"{r.Programme.Name}: ")))
        {
            var citations = rivals.Select(r => AnswerComposer.CitationOf([r.Best])).Distinct().Take(Reply.MaxCitations).ToList();
            return question.Replying(
                "branch", new Clarify(question.Says.Which(names), names, citations), $"{rivals.Count} programmes, more than fit");
        }

        if (rivals.Count == 2)
        {
            foreach (var (rival, second) in rivals.SelectMany(r => r.All.Skip(1).Select(second => (r.Programme, second))))
            {
                composer.Quote([second], $"{rival.Name}: ");
            }
        }

        var confidence = Confidences.Of(rivals.Min(r => r.Best.Coverage), rivals.TrueForAll(r => r.Best.HoldsKind));
        return question.Replying("branch", new Answer(composer.Text, composer.Citations, confidence) { Choices = names }, $"{rivals.Count} programmes answer");
    }
}
