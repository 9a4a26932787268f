using ProgrammeBot.Scopes;

namespace ProgrammeBot.Answering.Evidence;

/// <summary>What the documents of one programme say to a question.</summary>
internal static class ProgrammeEvidence
{
    /// <summary>The best unit that is evidence enough, or null.</summary>
    /// <param name="question">The question.</param>
    /// <param name="programme">The programme; only its own documents count.</param>
    /// <param name="least">The least coverage that is enough.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static EvidenceUnit? Best(QuestionSoFar question, Scope programme, double least, CancellationToken cancellationToken)
    {
        var scopes = question.Scopes.VisibleFrom(programme.Id).Where(id => question.Scopes.Find(id)?.Kind is ScopeKind.Programme or ScopeKind.Intake).ToHashSet(StringComparer.Ordinal);
        var (_, units) = EvidenceSearch.Find(question, scopes, cancellationToken);
        var strict = AnswerShapes.IsStrict(question.Holding);
        return units.FirstOrDefault(u => u.Coverage >= least && (u.HoldsKind || !strict));
    }
}
