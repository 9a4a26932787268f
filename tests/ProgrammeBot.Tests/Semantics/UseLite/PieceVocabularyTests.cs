using ProgrammeBot.Semantics.UseLite;

namespace ProgrammeBot.Tests.Semantics.UseLite;

public sealed class PieceVocabularyTests
{
    [Fact]
    public void A_question_is_cut_as_the_original_cuts_it() =>
        Assert.Equal([728, 165, 300, 21, 877, 54], Cut("How much does it cost?"));

    [Theory]
    [InlineData("  How\tmuch\n does it\u00A0cost? ", "How much does it cost?")]
    [InlineData("ﬁnal oﬀer…", "final offer...")]
    [InlineData("cafe\u0301", "café")]
    [InlineData("ＦＥＥＳ２", "FEES2")]
    [InlineData("fe\u00ADes", "fees")]
    [InlineData("x²™", "x2TM")]
    public void Characters_are_taken_as_their_plain_forms(string written, string plain) => Assert.Equal(Cut(plain), Cut(written));

    [Fact]
    public void Unknown_characters_in_a_row_are_one_unknown_piece()
    {
        var one = Cut("a 漢");

        Assert.Equal(one, Cut("a 漢字🙂\uD800"));
        Assert.Equal(0, one[^1]);
    }

    [Fact]
    public void The_cut_has_the_highest_score_of_all()
    {
        var seed = 20260117;
        var random = new Random(seed);
        var scores = Scores();
        for (var i = 0; i < 300; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => "aestinr.,:'"[random.Next(11)])]);
            var best = BestScore(PieceText.Of(text, 100), scores);

            Assert.True(Math.Abs(best - Cut(text).Sum(id => scores.ById[id])) < 1e-9, $"'{text}', seed {seed}");
        }
    }

    private static int[] Cut(string text)
    {
        var pieces = new int[PieceVocabulary.MostPieces];
        return pieces[..UseLiteEncoder.BuiltIn.Vocabulary.Cut(text, pieces)];
    }

    /// <summary>By trying every first piece, and every cut of the rest.</summary>
    private static double BestScore(string symbols, (Dictionary<string, double> ByPiece, double[] ById) scores) =>
        symbols.Length == 0
            ? 0
            : Enumerable.Range(1, symbols.Length).Where(n => scores.ByPiece.ContainsKey(symbols[..n]))
                .Max(n => scores.ByPiece[symbols[..n]] + BestScore(symbols[n..], scores));

    private static (Dictionary<string, double> ByPiece, double[] ById) Scores()
    {
        using var reader = new StreamReader(UseLiteEncoder.OpenResource("use-lite.vocabulary.tsv"));
        var lines = reader.ReadToEnd().TrimEnd('\n').Split('\n').Select(l => l.Split('\t')).ToList();
        var byId = lines.Select(l => double.Parse(l[1], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var byPiece = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var id = 6; id < lines.Count; id++)
        {
            byPiece[lines[id][0]] = byId[id];
        }

        return (byPiece, byId);
    }
}
