using ProgrammeBot.Documents;
using ProgrammeBot.Passages;

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
    public string Words => Span.In(Document.Text);

    public override string ToString() => $"{Score:0.000} covers {Coverage:0%} {(HoldsKind ? "holds the kind asked for" : "")} {Passage.Id}: {Words}";
}
