using ProgrammeBot.Answering.Evidence;
using ProgrammeBot.Documents;
using ProgrammeBot.Passages;

namespace ProgrammeBot.Semantics;

/// <summary>Which texts of a passage are to have a vector.</summary>
public static class PassageTexts
{
    /// <summary>The passage itself, then its sentences and list items as answers quote them; each text once, none of table rows.</summary>
    public static IReadOnlyList<string> Of(SourceDocument document, Passage passage)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(passage);
        var texts = new List<string> { passage.Text };
        var seen = new HashSet<string>(StringComparer.Ordinal) { passage.Text };
        foreach (var piece in EvidencePieces.Of(document, passage).Where(p => p.Cells.Count == 0))
        {
            var text = piece.Span.In(document.Text);
            if (seen.Add(text))
            {
                texts.Add(text);
            }
        }

        return texts;
    }
}
