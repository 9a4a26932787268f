using ProgrammeBot.Documents;
using ProgrammeBot.Passages;

namespace ProgrammeBot.Answering.Evidence;

/// <summary>A sentence, list item or table row of a passage.</summary>
/// <param name="Span">Its place in the stored text.</param>
/// <param name="Cells">A row's cells, else empty.</param>
/// <param name="Words">What its words are weighed by: its own and, for a row, those of the header, for a list item those that lead it in.</param>
/// <param name="Label">For a row of a name and a value ('Department | Computing'): the name, else empty.</param>
internal readonly record struct EvidencePiece(TextSpan Span, IReadOnlyList<TextSpan> Cells, string Words, string Label = "");

/// <summary>Takes a passage apart into what can be quoted by itself.</summary>
internal static class EvidencePieces
{
    public static List<EvidencePiece> Of(SourceDocument document, Passage passage)
    {
        var pieces = new List<EvidencePiece>();
        var blocks = document.Blocks;
        var leadIn = "";
        for (var at = FirstFrom(blocks, passage.Span.Start); at < blocks.Count && blocks[at].Span.Start < passage.Span.End; at++)
        {
            var block = blocks[at];
            var span = new TextSpan(Math.Max(block.Span.Start, passage.Span.Start), Math.Min(block.Span.End, passage.Span.End));
            switch (block.Kind)
            {
                case BlockKind.TableRow:
                    var header = passage.HeaderSpan.IsEmpty ? "" : passage.TableHeader;
                    pieces.Add(new EvidencePiece(span, block.Cells, $"{header}\n{span.In(document.Text)}", block.Cells.Count == 2 ? block.Cells[0].In(document.Text) : ""));
                    break;
                case BlockKind.TableHeader:
                    break;
                case BlockKind.ListItem:
                    foreach (var sentence in SentenceSplitter.Split(document.Text, span))
                    {
                        pieces.Add(new EvidencePiece(sentence, [], $"{leadIn}\n{sentence.In(document.Text)}"));
                    }

                    break;
                default:
                    foreach (var sentence in SentenceSplitter.Split(document.Text, span))
                    {
                        var words = sentence.In(document.Text);
                        pieces.Add(new EvidencePiece(sentence, [], words));
                        leadIn = words.TrimEnd().EndsWith(':') ? words : "";
                    }

                    break;
            }
        }

        return pieces;
    }

    /// <summary>The first block that ends behind a place; blocks are in order.</summary>
    public static int FirstFrom(IReadOnlyList<Block> blocks, int start)
    {
        int low = 0, high = blocks.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = blocks[middle].Span.End <= start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
