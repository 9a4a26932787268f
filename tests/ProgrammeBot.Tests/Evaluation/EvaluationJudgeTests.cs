using ProgrammeBot.Answering;
using ProgrammeBot.App.Evaluation;
using ProgrammeBot.Documents;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Evaluation;

public sealed class EvaluationJudgeTests
{
    private static readonly SourceDocument Guide = Samples.Guide();
    private static readonly SourceDocument Handbook = Samples.Handbook();

    [Theory]
    [InlineData("2,250", "The year has 2250 hours.", true)]
    [InlineData("2250", "The year has 2,250 hours.", true)]
    [InlineData("5%", "It counts 15%.", false)]
    [InlineData("5%", "It counts 5%.", true)]
    [InlineData("60", "It counts 60.00%.", false)]
    [InlineData("60", "It counts 60.", true)]
    [InlineData("60", "The code is 160.", false)]
    [InlineData("5", "It is 3.5.", false)]
    [InlineData("ada winter", "Professor Ada\n  Winter leads it.", true)]
    [InlineData("Ada Winter", "Professor *Ada* Winter leads it.", true)]
    [InlineData("don't", "You don’t need it.", true)]
    [InlineData("\"open book\"", "It is “open book”.", true)]
    [InlineData("2025-26", "The 2025–26 entry", true)]
    [InlineData("full-time", "It is full\u2011time.", true)]
    [InlineData("10 credits", "It has 10\u00a0credits.", true)]
    [InlineData("10 credits", "It has １０ credits.", true)]
    [InlineData("first", "The ﬁrst term", true)]
    [InlineData("10²", "It is 102.", true)]
    [InlineData("1½", "It lasts 11\u20442 years.", true)]
    [InlineData("José", "JOSE\u0301 leads it.", true)]
    [InlineData("Jose", "José leads it.", false)]
    [InlineData("(a+b)", "It is (a+b).", true)]
    [InlineData("(a+b)", "It is aab.", false)]
    public void A_fact_occurs_apart_from_case_and_typography_and_a_figure_stands_alone(string fact, string text, bool occurs) =>
        Assert.Equal(occurs, EvaluationJudge.Occurs(fact, text));

    public static TheoryData<string, bool, string> Cases() => new()
    {
        { "an answer with the fact from the document", true, "" },
        { "a fact only in the quote", true, "" },
        { "one of several documents", true, "" },
        { "a fact missing", false, "'8.0' is missing" },
        { "none of the alternatives", false, "none of '8.0', '9.0'" },
        { "another document cited", false, "does not cite mres-handbook" },
        { "what must not be said", false, "says '7.0 overall'" },
        { "what must not be said, in a quote only", true, "" },
        { "a refusal where there is an answer", false, "no answer (abstain)" },
        { "a question back where there is an answer", false, "no answer (clarify)" },
        { "a comparison of one document", false, "does not cite mres-handbook" },
        { "a comparison of both", true, "" },
        { "an ambiguous question asked back", true, "" },
        { "an ambiguous question answered for one", false, "'thesis' is missing" },
        { "an ambiguous question refused", false, "neither asks back nor answers" },
        { "a question back that offers one as a choice", true, "" },
        { "an unanswerable question refused", true, "" },
        { "an unanswerable question answered", false, "answered what the documents do not hold" },
        { "an unanswerable question answered unsurely from the right place", true, "" },
        { "an unanswerable question answered surely from the right place", false, "answered what the documents do not hold" },
        { "an unanswerable question answered unsurely from another place", false, "answered what the documents do not hold" },
        { "chatter declined", true, "" },
        { "chatter answered", false, "did not decline" },
        { "a yes for a no", false, "says the opposite" },
        { "a yes for a yes", true, "" },
        { "neither yes nor no", true, "" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_judges_by_the_kind_of_question(string name, bool passed, string why)
    {
        var (item, reply) = Case(name);

        Assert.Equal(new Judgement(passed, why), EvaluationJudge.Judge(item, reply));
    }

    private static (EvaluationItem Item, Reply Reply) Case(string name)
    {
        var item = new EvaluationItem("x", "?") { Documents = ["msc-robotics-guide"] };
        Reply ielts = Samples.Ielts(Guide);
        Reply refusal = new Abstain("My documents do not say.");
        var both = Samples.WhichThesis(Guide, Handbook);
        var compared = new Answer("One a project [1], the other a thesis. [2]", both.Citations, Confidence.Medium);
        Answer Says(string words) => new(words, ielts.Citations, Confidence.High);
        Answer Unsure(SourceDocument of) => new("The guide names no fees. [1]", of == Guide ? [Guide.Quote("The guide names no fees.")] : Samples.WhichThesis(Guide, Handbook).Citations.Skip(1).ToList(), Confidence.Low);
        var unanswerable = item with { Kind = "unanswerable", Documents = [], PartialFrom = "msc-robotics-guide" };
        return name switch
        {
            "an answer with the fact from the document" => (item with { All = ["IELTS 7.0", "6.5"], Any = ["8.0", "7.0"] }, ielts),
            "a fact only in the quote" => (item with { All = ["IELTS 7.0"] }, Says("Yes. [1]")),
            "one of several documents" => (item with { Documents = ["mres-handbook", "msc-robotics-guide"] }, ielts),
            "a fact missing" => (item with { All = ["7.0", "8.0"] }, ielts),
            "none of the alternatives" => (item with { Any = ["8.0", "9.0"] }, ielts),
            "another document cited" => (item with { Documents = ["mres-handbook"] }, ielts),
            "what must not be said" => (item with { Never = ["8.0", "7.0 overall"] }, ielts),
            "what must not be said, in a quote only" => (item with { Never = ["7.0 overall"] }, Says("Yes. [1]")),
            "a refusal where there is an answer" => (item, refusal),
            "a question back where there is an answer" => (item, both),
            "a comparison of one document" => (item with { Kind = "comparison", Documents = ["msc-robotics-guide", "mres-handbook"] }, ielts),
            "a comparison of both" => (item with { Kind = "comparison", Documents = ["msc-robotics-guide", "mres-handbook"], All = ["September", "thesis"] }, compared),
            "an ambiguous question asked back" => (item with { Kind = "ambiguous", All = ["MSc Robotics", "MRes"] }, both),
            "an ambiguous question answered for one" => (item with { Kind = "ambiguous", All = ["IELTS", "thesis"] }, ielts),
            "an ambiguous question refused" => (item with { Kind = "ambiguous" }, refusal),
            "a question back that offers one as a choice" => (item with { Kind = "ambiguous", All = ["MRes"] }, both),
            "an unanswerable question refused" => (unanswerable, refusal),
            "an unanswerable question answered" => (unanswerable with { PartialFrom = null }, Unsure(Guide)),
            "an unanswerable question answered unsurely from the right place" => (unanswerable, Unsure(Guide)),
            "an unanswerable question answered surely from the right place" => (unanswerable, ielts),
            "an unanswerable question answered unsurely from another place" => (unanswerable, Unsure(Handbook)),
            "chatter declined" => (item with { Kind = "offtopic", Documents = [] }, new SmallTalk("I cannot help with that.")),
            "chatter answered" => (item with { Kind = "offtopic", Documents = [] }, ielts),
            "a yes for a no" => (item with { Kind = "yesno", Polarity = "no" }, Says("Yes: IELTS is required. [1]")),
            "a yes for a yes" => (item with { Kind = "yesno", Polarity = "yes" }, Says("Yes: IELTS is required. [1]")),
            "neither yes nor no" => (item with { Kind = "yesno", Polarity = "no" }, Says("Yesterday it was required. [1]")),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such case."),
        };
    }
}
