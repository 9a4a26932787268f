using ProgrammeBot.Answering.Evidence;
using ProgrammeBot.Scopes;

namespace ProgrammeBot.Answering.Steps;

/// <summary>Searches within the scope and weighs the sentences and rows found.</summary>
internal sealed class GatherEvidence : IAnsweringStep
{
    private const int Shown = 3;

    public QuestionSoFar Take(QuestionSoFar question, CancellationToken cancellationToken)
    {
        var (hits, all) = EvidenceSearch.Find(question, VisibleFrom(question.Scopes, question.Programmes), cancellationToken);
        var units = MostSpecific(question, all);
        var found = (question with { Evidence = units }).Noting("search", $"{hits.Count} passages, {units.Count} sentences and rows");
        foreach (var unit in units.Take(Shown))
        {
            found = found.Noting("evidence", unit.ToString());
        }

        return found;
    }

    /// <summary>Where the programme's own documents are evidence enough, general ones have no say; where they are not, they have.</summary>
    private static IReadOnlyList<EvidenceUnit> MostSpecific(QuestionSoFar question, IReadOnlyList<EvidenceUnit> units)
    {
        if (question.Programmes.Count == 0)
        {
            return units;
        }

        var strict = AnswerShapes.IsStrict(question.Holding);
        var own = units.Where(u => u.Passage.Scope is { } scope && question.Scopes.Find(scope)?.Kind is ScopeKind.Programme or ScopeKind.Intake).ToList();
        return own.Exists(u => u.Coverage >= Decide.LeastCoverage && (u.HoldsKind || !strict)) ? own : units;
    }

    /// <summary>What may answer a question on these programmes: they, what they inherit and their intakes; everything when none is named.</summary>
    public static IReadOnlyCollection<string>? VisibleFrom(ScopeCatalog scopes, IReadOnlyList<Scope> programmes) =>
        programmes.Count == 0 ? null : programmes.SelectMany(p => scopes.VisibleFrom(p.Id)).ToHashSet(StringComparer.Ordinal);
}
