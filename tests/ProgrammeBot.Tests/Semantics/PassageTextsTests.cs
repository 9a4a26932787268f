using ProgrammeBot.Answering.Evidence;
using ProgrammeBot.Passages;
using ProgrammeBot.Semantics;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Semantics;

public sealed class PassageTextsTests
{
    [Fact]
    public void Every_sentence_an_answer_may_quote_has_its_text_here_and_no_table_row()
    {
        var document = Northfield.Robotics();
        foreach (var passage in PassageCutter.Cut(document))
        {
            var texts = PassageTexts.Of(document, passage);

            Assert.Equal(passage.Text, texts[0]);
            Assert.Equal(texts.Distinct(), texts);
            Assert.All(EvidencePieces.Of(document, passage), piece => Assert.Equal(
                piece.Cells.Count == 0 || piece.Span == passage.Span, texts.Contains(piece.Span.In(document.Text))));
        }
    }
}
