using ProgrammeBot.Scopes;

namespace ProgrammeBot.Answering.Evidence;

/// <summary>What the documents of one programme say to a question.</summary>
internal static class ProgrammeEvidence
{
    /// <summary>A second sentence is shown where it answers nearly as well and says something else.</summary>
    private const double Near = 0.85;

    /// <summary>The best unit that is evidence enough, and a second where that is nearly as good; none where there is none.</summary>
    /// <param name="question">The question.</param>
    /// <param name="programme">The programme; only its own documents count.</param>
    /// <param name="least">The least coverage that is enough.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static IReadOnlyList<EvidenceUnit> Best(QuestionSoFar question, Scope programme, double least, CancellationToken cancellationToken)
    {
        var scopes = question.Scopes.VisibleFrom(programme.Id).Where(id => question.Scopes.Find(id)?.Kind is ScopeKind.Programme or ScopeKind.Intake).ToHashSet(StringComparer.Ordinal);
        var (_, units) = EvidenceSearch.Find(question, scopes, cancellationToken);
        var strict = AnswerShapes.IsStrict(question.Holding);
        var enough = units.Where(u => u.Coverage >= least && (u.HoldsKind || !strict)).ToList();
        return EvidenceUnit.Distinct(enough.Where(u => u.Score >= enough[0].Score * Near)).Take(2).ToList();
    }
}
