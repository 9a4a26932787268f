using ProgrammeBot.Answering.Evidence;
using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Passages;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Answering;

public sealed class ReadPassageTests
{
    [Fact]
    public void A_passage_is_read_once_however_often_it_is_cut_anew()
    {
        var document = Northfield.Robotics();
        var first = PassageCutter.Cut(document);
        var again = PassageCutter.Cut(document);
        Assert.All(first.Zip(again), both => Assert.Same(ReadPassage.Of(document, both.First), ReadPassage.Of(document, both.Second)));
    }

    [Fact]
    public void Passages_of_two_documents_alike_are_two()
    {
        var (one, other) = (Northfield.Robotics(), Northfield.Robotics());
        Assert.NotSame(ReadPassage.Of(one, PassageCutter.Cut(one)[0]), ReadPassage.Of(other, PassageCutter.Cut(other)[0]));
    }

    [Fact]
    public void It_has_every_piece_and_tells_of_each_what_it_holds_the_first_time_and_again()
    {
        var document = Northfield.Robotics();
        foreach (var passage in PassageCutter.Cut(document))
        {
            var read = ReadPassage.Of(document, passage);
            Assert.Equal(EvidencePieces.Of(document, passage).Select(p => p.Span), read.Pieces.Select(p => p.Span));
            foreach (var piece in read.Pieces)
            {
                foreach (var kind in (QuestionKind[])[.. Enum.GetValues<QuestionKind>(), .. Enum.GetValues<QuestionKind>()])
                {
                    Assert.Equal(AnswerShapes.Holds(kind, piece.Span.In(document.Text)), piece.Holds(kind));
                }
            }
        }
    }
}
