using ProgrammeBot.Answering.Steps;
using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Scopes;

namespace ProgrammeBot.Answering.Evidence;

/// <summary>What the documents of one programme say to a question.</summary>
internal static class ProgrammeEvidence
{
    /// <summary>The best unit that is evidence enough, or null.</summary>
    public static EvidenceUnit? Best(QuestionSoFar question, Scope programme, CancellationToken cancellationToken)
    {
        var scopes = question.Scopes.VisibleFrom(programme.Id).Where(id => question.Scopes.Find(id)?.Kind is ScopeKind.Programme or ScopeKind.Intake).ToHashSet(StringComparer.Ordinal);
        var (_, units) = EvidenceSearch.Find(question, scopes, cancellationToken);
        var strict = AnswerShapes.IsStrict(question.Kind);
        return units.FirstOrDefault(u => u.Coverage >= Decide.LeastCoverage && (u.HoldsKind || !strict || question.Kind == QuestionKind.Compare));
    }
}
