using ProgrammeBot.Faq.Comparing;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Faq.Comparing;

public sealed class TextDiffTests
{
    private static readonly string[] Words = ["the", "fee", "is", "£28,000", "due", "in", "June", ".", ",", "\n", "\n\n", "**", "café", "👩‍🎓", "’", "\t"];

    [Fact]
    public void Texts_in_hand_are_those_that_were_compared_whatever_they_hold()
    {
        var random = new Random(41);
        for (var round = 0; round < 400; round++)
        {
            var before = Text(random);
            var after = random.Next(3) == 0 ? Text(random) : Edited(before, random);

            var diff = TextDiff.OfWords(before, after);

            Assert.Equal((before, after), (diff.Before, diff.After));
            Assert.Equal(before == after, diff.IsSame);
            Assert.DoesNotContain(diff.Spans.Zip(diff.Spans.Skip(1)), p => p.First.Kind == p.Second.Kind || (p.First.Kind == DiffKind.Added && p.Second.Kind == DiffKind.Removed));
            Assert.DoesNotContain(diff.Spans, s => s.Text.Length == 0);
        }
    }

    [Fact]
    public void Hostile_texts_are_compared_like_any()
    {
        var random = new Random(5);
        for (var round = 0; round < 200; round++)
        {
            var text = HostileTexts.Of(random, unseen: true);
            var diff = TextDiff.OfWords(text, text + "!");

            Assert.Equal((text, text + "!"), (diff.Before, diff.After));
        }
    }

    [Fact]
    public void A_word_is_never_split()
    {
        Assert.Equal("The fee is £[-28-]{+29+},[-000-]{+500+}.", TextDiff.OfWords("The fee is £28,000.", "The fee is £29,500.").ToString());
        Assert.Equal("[-theatre-]{+theatres+}", TextDiff.OfWords("theatre", "theatres").ToString());
    }

    [Fact]
    public void A_new_sentence_reads_as_one_although_the_spaces_stayed()
    {
        Assert.Equal("Yes. [-Ask the office-]{+Write to us+}.", TextDiff.OfWords("Yes. Ask the office.", "Yes. Write to us.").ToString());
    }

    [Fact]
    public void A_face_that_takes_two_units_is_one_piece()
    {
        Assert.Equal("ok [-😀-]{+😁+}", TextDiff.OfWords("ok 😀", "ok 😁").ToString());
    }

    [Fact]
    public void Lines_that_moved_are_removed_in_one_place_and_added_in_another()
    {
        Assert.Equal([new(DiffKind.Removed, "a"), new(DiffKind.Kept, "b"), new(DiffKind.Added, "a")], TextDiff.OfLines(["a", "b"], ["b", "a"]).Spans);
    }

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(0, 40)).Select(_ => Words[random.Next(Words.Length)] + (random.Next(2) == 0 ? " " : "")));

    private static string Edited(string text, Random random)
    {
        var pieces = TextDiff.Pieces(text);
        for (var i = random.Next(4); i > 0 && pieces.Count > 0; i--)
        {
            var at = random.Next(pieces.Count);
            if (random.Next(2) == 0)
            {
                pieces.RemoveAt(at);
            }
            else
            {
                pieces.Insert(at, Words[random.Next(Words.Length)]);
            }
        }

        return string.Concat(pieces);
    }
}
