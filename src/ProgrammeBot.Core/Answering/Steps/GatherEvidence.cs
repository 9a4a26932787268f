using ProgrammeBot.Answering.Evidence;
using ProgrammeBot.Scopes;

namespace ProgrammeBot.Answering.Steps;

/// <summary>Searches within the scope and weighs the sentences and rows found.</summary>
internal sealed class GatherEvidence : IAnsweringStep
{
    private const int Shown = 3;

    public QuestionSoFar Take(QuestionSoFar question, CancellationToken cancellationToken)
    {
        var (hits, units) = EvidenceSearch.Find(question, VisibleFrom(question.Scopes, question.Programmes), cancellationToken);
        var found = (question with { Hits = hits, Evidence = units }).Noting("search", $"{hits.Count} passages, {units.Count} sentences and rows");
        foreach (var unit in units.Take(Shown))
        {
            found = found.Noting("evidence", unit.ToString());
        }

        return found;
    }

    /// <summary>What may answer a question on these programmes: they, what they inherit and their intakes; everything when none is named.</summary>
    public static IReadOnlyCollection<string>? VisibleFrom(ScopeCatalog scopes, IReadOnlyList<Scope> programmes) =>
        programmes.Count == 0 ? null : programmes.SelectMany(p => scopes.VisibleFrom(p.Id)).ToHashSet(StringComparer.Ordinal);
}
