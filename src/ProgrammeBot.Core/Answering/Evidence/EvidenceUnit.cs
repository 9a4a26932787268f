using ProgrammeBot.Documents;
using ProgrammeBot.Passages;
using ProgrammeBot.Scopes;

namespace ProgrammeBot.Answering.Evidence;

/// <summary>A sentence, list item or table row that may answer.</summary>
/// <param name="Document">The document it stands in.</param>
/// <param name="Passage">The passage it was found in.</param>
/// <param name="Span">Its place in the stored text.</param>
/// <param name="Cells">For a table row: its cells, else empty.</param>
/// <param name="Score">Higher answers better; comparable within one question.</param>
/// <param name="Coverage">The share of the question's weight whose words stand in the unit, its headings or its passage: 0 to 1.</param>
/// <param name="Direct">The share whose words stand in the unit itself or its heading.</param>
/// <param name="HoldsKind">Whether it holds the kind of thing asked for.</param>
internal sealed record EvidenceUnit(
    SourceDocument Document,
    Passage Passage,
    TextSpan Span,
    IReadOnlyList<TextSpan> Cells,
    double Score,
    double Coverage,
    double Direct,
    bool HoldsKind)
{
    /// <summary>Two sentences that share this part of the shorter one's words say the same.</summary>
    private const double Same = 0.7;

    /// <summary>Whether it speaks of no programme in particular.</summary>
    public bool IsGeneral(ScopeCatalog scopes) => scopes.IsGeneral(Passage.Scope);

    public string Words => Span.In(Document.Text);

    public override string ToString() => $"{Score:0.000} covers {Coverage:0%} {(HoldsKind ? "holds the kind asked for" : "")} {Passage.Id}: {Words}";

    /// <summary>Without those that only say again, in other words, what one before them said; with another figure it is another statement.</summary>
    public static List<EvidenceUnit> Distinct(IEnumerable<EvidenceUnit> units)
    {
        var kept = new List<(EvidenceUnit Unit, HashSet<string> Terms)>();
        foreach (var unit in units)
        {
            var terms = Tables.RowQuery.Terms(unit.Words);
            if (terms.Count == 0 || !kept.Exists(k => SaysTheSame(k.Terms, terms)))
            {
                kept.Add((unit, terms));
            }
        }

        return [.. kept.Select(k => k.Unit)];
    }

    private static bool SaysTheSame(HashSet<string> before, HashSet<string> terms) =>
        before.Count > 0
        && terms.Count(before.Contains) >= Same * Math.Min(terms.Count, before.Count)
        && terms.All(t => !char.IsAsciiDigit(t[0]) || before.Contains(t));
}
