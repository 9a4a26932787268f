using System.Globalization;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Tests.Searching.Analysis;

public sealed class EnglishAnalyzerTests
{
    // A term, and behind '@' its position where that is not one more than the last; stop words in brackets.
    [Theory]
    [InlineData("The students' module choices", "[the] student modul choic")]
    [InlineData("the student’s and the students's", "[the] student [and] [the] student")]
    [InlineData("don't won’t O'Brien", "[dont] [wont] obrien")]
    [InlineData("Café NAÏVE Łódź Straße œuvre ﬁne", "cafe naiv lodz strass oeuvr fine")]
    [InlineData("cafe\u0301 ｆｕｌｌ", "cafe full")]
    [InlineData("COMP70059", "comp70059 comp@0 70059")]
    [InlineData("COMP 70059", "comp 70059")]
    [InlineData("p53 3rd 65k", "p53 3rd 65k")]
    [InlineData("70.00% 6.5 7.0", "70 70%@0 6.5 7")]
    [InlineData("£65,000 and 1,234,567 but 1,23", "65000 £65000@0 [and] 1234567 [but] 1 23")]
    [InlineData("$5 €1.50", "5 $5@0 1.5 €1.5@1")]
    [InlineData("2025-26 2025/26 2025–2026 2025-27", "2025 2025-26@0 26 2025 2025-26@2 26 2025 2025-26@4 2026 2025 2025-27@6 27")]
    [InlineData("15-20%", "15 15-20@0 20 20%@1")]
    [InlineData("2:1 a: b", "2 2:1@0 1 [a] b")]
    [InlineData("C++, C# and c+b", "c++ c# [and] c b")]
    [InlineData("R&D Q&A", "r r&d@0 d q q&a@2 [a]")]
    [InlineData("pass/fail", "pass pass/fail@0 fail")]
    [InlineData("full-time fulltime full time", "full fulltim@0 time fulltim full time")]
    [InlineData("Ph.D. M.Sc. B.Eng U.S. e.g. end.In www.imperial.ac.uk", "phd msc beng us eg end [in] www imperi ac uk")]
    [InlineData("日本語 mixed中x", "日 本 語 mix 中 x")]
    [InlineData("\ud800a\udc00 \0b 😀c", "[a] b c")]
    [InlineData("𝒳y 𐐀", "𝒳i 𐐨")]
    [InlineData("", "")]
    [InlineData("- / & : . , ' # + % £", "")]
    [InlineData("a-b-c-d-e-f-g", "[a] b c d e f g")]
    public void Text_becomes_terms(string text, string terms) => Assert.Equal(terms, Print(EnglishAnalyzer.Analyze(text)));

    [Theory]
    [InlineData("organise organised organising organisation organiser", "organize organized organizing organization organizer")]
    [InlineData("analyse analysing analysis", "analyze analyzing analyzes")]
    [InlineData("behaviour behavioural colour favourite", "behavior behavioral color favorite")]
    [InlineData("programme programmes centre licence", "program programs center license")]
    [InlineData("enrolment instalments fulfil judgement", "enrollment installments fulfill judgment")]
    [InlineData("modelling travelled labelled", "modeling traveled labeled")]
    [InlineData("paediatric anaemia oestrogen ischaemic", "pediatric anemia estrogen ischemic")]
    public void British_and_American_spellings_meet(string british, string american) =>
        Assert.Equal(EnglishAnalyzer.Analyze(british).Select(t => t.Term), EnglishAnalyzer.Analyze(american).Select(t => t.Term));

    [Theory]
    [InlineData("precise", "precision")]
    [InlineData("advertise", "advertisement")]
    [InlineData("advise", "advising")]
    [InlineData("supervise", "supervision")]
    [InlineData("revise", "revision")]
    public void A_word_whose_ise_is_no_ending_stays_with_its_kin(string word, string kin) => Assert.Equal(EnglishAnalyzer.Term(word), EnglishAnalyzer.Term(kin));

    [Theory]
    [InlineData("prise", "prize")]
    [InlineData("four", "for")]
    [InlineData("hour", "hor")]
    [InlineData("sour", "sor")]
    public void Different_words_do_not_meet(string one, string other) => Assert.NotEqual(EnglishAnalyzer.Term(one), EnglishAnalyzer.Term(other));

    [Theory]
    [InlineData("Who", true)]
    [InlineData("don’t", true)]
    [InlineData("thesis", false)]
    [InlineData("", false)]
    public void Stop_words_are_told_as_written(string word, bool stop) => Assert.Equal(stop, EnglishAnalyzer.IsStopWord(word));

    [Fact]
    public void Offsets_point_at_the_words()
    {
        const string Text = "The student’s £65,000 (full-time)";

        Assert.Equal(
            ["The", "student", "65,000", "£65,000", "full", "full-time", "time"],
            EnglishAnalyzer.Analyze(Text).Select(t => Text[t.Start..t.End]));
    }

    [Fact]
    public void Any_text_gives_terms_in_order_within_the_text_and_not_too_long()
    {
        const string Alphabet = "aAsS'’-–/&:.,%£#+1290éœﬁß日\ud800\udc00\u0301\u00ad \n";
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            var text = new string([.. Enumerable.Range(0, random.Next(120)).Select(_ => Alphabet[random.Next(seed % 2 == 0 ? Alphabet.Length : 12)])]);
            var tokens = new List<Token>();
            var positions = EnglishAnalyzer.Analyze(text, tokens);
            var last = 0;
            foreach (var token in tokens)
            {
                Assert.True(token.Term.Length is > 0 and <= 128, $"seed {seed}: '{token.Term}'");
                Assert.True(token.Start >= 0 && token.Start < token.End && token.End <= text.Length, $"seed {seed}: {token}");
                Assert.True(token.Position >= last && token.Position < positions, $"seed {seed}: {token}");
                last = token.Position;
            }
        }
    }

    [Fact]
    public void A_word_without_end_is_cut() => Assert.Equal([EnglishAnalyzer.MaxTermLength], EnglishAnalyzer.Analyze(new string('q', 5000)).Select(t => t.Term.Length));

    private static string Print(IReadOnlyList<Token> tokens)
    {
        var (printed, last) = (new List<string>(), -1);
        foreach (var token in tokens)
        {
            var term = token.IsStopWord ? $"[{token.Term}]" : token.Term;
            printed.Add(token.Position == last + 1 ? term : string.Create(CultureInfo.InvariantCulture, $"{term}@{token.Position}"));
            last = token.Position;
        }

        return string.Join(' ', printed);
    }
}
