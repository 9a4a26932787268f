using ProgrammeBot.Answering;
using ProgrammeBot.Channels;
using ProgrammeBot.Intents;
using ProgrammeBot.Semantics.UseLite;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Answering.Steps;

public sealed class MatchFaqTests
{
    private readonly Northfield _bot = Northfield.WithAllPapers();

    [Fact]
    public void A_sure_match_answers_in_the_entry_s_words_with_its_quote()
    {
        var answer = Assert.IsType<Answer>(Ask("what mark do I need to pass the MRes Optics", Entry("pass", "What is the pass mark?", "Half the marks, 50% [1].", "mres-optics", ["what mark do I need to pass"], ("optics", "The pass mark is 50%."))));

        Assert.Equal(("Half the marks, 50% [1].\nApplies to: MRes Optics, 2025-26 entry.", "pass"), (answer.Text, answer.Faq));
        Assert.Equal("The pass mark is 50%.", Assert.Single(answer.Citations).Quote);
    }

    [Fact]
    public void Where_no_programme_is_named_an_entry_of_one_of_several_waits_for_the_documents()
    {
        var entry = Entry("pass", "What is the pass mark?", "Half the marks, 50% [1].", "mres-optics", [], ("optics", "The pass mark is 50%."));

        var answered = Answered("What is the pass mark?", entry);

        Assert.Null(Faq(answered.Reply));
        Assert.Contains("held back: of one programme, and none is named", answered.Trace.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_without_citations_abstains_with_its_words_and_topics()
    {
        var abstain = Assert.IsType<Abstain>(Ask("how do I get a visa", Entry("visa", "How do I get a visa?", "The documents do not say. Ask the visa office.", null, [])));

        Assert.Equal(("The documents do not say. Ask the visa office.", "visa"), (abstain.Text, abstain.Faq));
    }

    [Fact]
    public void A_question_on_one_programme_is_never_answered_by_an_entry_of_another()
    {
        var entry = Entry("length", "How long does it last?", "18 months [1].", "mres-optics", ["how long is the course", "duration"], ("optics", "The MRes Optics lasts 18 months."));

        Assert.NotEqual("length", Faq(Ask("How long does the MSc Robotics last?", entry)));
        Assert.Equal("length", Faq(Ask("How long does the MRes Optics last?", entry)));
    }

    [Fact]
    public void The_same_question_on_two_programmes_gets_both_answers_each_under_its_name()
    {
        var answer = Assert.IsType<Answer>(Ask("how long does it last?", BothLengths()));

        Assert.Equal("MSc Robotics: One year [1].\nMRes Optics: 18 months [2].\nApplies to: MSc Robotics; MRes Optics, 2025-26 entry.", answer.Text);
        Assert.Equal(["robotics", "optics"], answer.Citations.Select(c => c.Document.Id));
        Assert.Equal(["MSc Robotics", "MRes Optics"], answer.Choices);
    }

    [Fact]
    public void Where_both_do_not_fit_it_asks_back()
    {
        var both = BothLengths().Select(e => e with { Content = e.Content with { Answer = e.Content.Answer + new string('x', 700) } }).ToArray();

        Assert.Equal(["MSc Robotics", "MRes Optics"], Assert.IsType<Clarify>(Ask("how long does it last?", both)).Choices);
    }

    [Fact]
    public void An_entry_whose_words_are_in_no_document_is_not_served() =>
        Assert.NotEqual("gone", Faq(Ask("is there a swimming pool", Entry("gone", "Is there a swimming pool?", "Yes [1].", null, [], ("optics", "The pool is open daily.")))));

    [Theory]
    [InlineData("When does ROB1003 run?")]
    [InlineData("Is Eastbridge University better for when does the module run?")]
    public void Codes_and_other_universities_are_left_to_other_steps(string question) =>
        Assert.Null(Faq(Ask(question, Entry("run", "When does the module run?", "Always.", null, [question]))));

    [Fact]
    public void An_entry_answers_only_while_it_is_true()
    {
        var entry = Entry("fair", "When is the open day?", "Ask the office.", null, []);
        var past = entry with { Content = entry.Content with { Valid = new Validity(null, new DateOnly(2000, 1, 1)) } };

        Assert.Equal("fair", Faq(Ask("when is the open day", entry)));
        Assert.Null(Faq(Ask("when is the open day", past)));
    }

    [Fact]
    public void Two_entries_that_ask_different_things_equally_well_answer_nothing_and_are_offered()
    {
        FaqItem[] entries = [Entry("a", "Can I bring my bicycle?", "Ask A.", null, []), Entry("b", "Can I bring my dog?", "Ask B.", null, [])];

        var answered = Answered("Can I bring my", entries);

        Assert.Null(Faq(answered.Reply));
        Assert.Contains("faq", answered.Trace.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_follow_up_that_only_names_a_programme_asks_again_what_was_asked()
    {
        var answerer = new Answerer(_bot, new Knowledge(Northfield.Scopes) { Faq = Book(BothLengths()) }, TimeProvider.System);

        var reply = answerer.Answer(new Question("and on the MRes?") { EarlierTurns = ["How long does the MSc Robotics last?"] }, TestContext.Current.CancellationToken).Reply;

        Assert.Equal("18 months [1].\nApplies to: MRes Optics, 2025-26 entry.", reply.Text);
    }

    [Fact]
    public void A_mark_without_a_citation_goes_and_a_text_without_marks_gets_them()
    {
        var entry = Entry("pass", "What is the pass mark?", "50% [1], or so [7].", "mres-optics", [], ("optics", "The pass mark is 50%."));

        Assert.Equal("50% [1], or so .\nApplies to: MRes Optics, 2025-26 entry.", Ask("What is the pass mark on the MRes Optics?", entry).Text);
        Assert.Equal("50%. [1]\nApplies to: MRes Optics, 2025-26 entry.", Ask("What is the pass mark on the MRes Optics?", entry with { Content = entry.Content with { Answer = "50%." } }).Text);
    }

    [Fact]
    public void A_long_answer_is_cut_within_the_limits()
    {
        var entry = Entry("pass", "What is the pass mark?", string.Join(' ', Enumerable.Repeat("word [1]", 800)), "mres-optics", [], ("optics", "The pass mark is 50%."));

        Assert.InRange(Ask("What is the pass mark on the MRes Optics?", entry).Text.Length, 1000, Reply.MaxTextLength);
    }

    private static FaqItem[] BothLengths() =>
    [
        Entry("msc-length", "How long does the MSc Robotics last?", "One year [1].", "msc-robotics", ["what is the duration"], ("robotics", "The MSc Robotics lasts one year and is studied full-time.")),
        Entry("mres-length", "How long does the MRes Optics last?", "18 months [1].", "mres-optics", ["is it longer than a year"], ("optics", "The MRes Optics lasts 18 months.")),
    ];

    private static FaqItem Entry(string id, string title, string answer, string? scope, string[] phrasings, params (string Document, string Quote)[] citations) => new(id, new FaqContent
    {
        Title = title,
        Phrasings = phrasings,
        Answer = answer,
        Scope = scope,
        Citations = [.. citations.Select(c => FaqCitation.Unplaced(c.Document, c.Quote))],
        Status = FaqStatus.Live,
    });

    /// <summary>With others beside them, as in a real FAQ.</summary>
    private static FaqBook Book(IEnumerable<FaqItem> entries) => FaqBook.Of(
        [.. entries, Entry("z1", "Where do I park?", "Ask the porter.", null, ["car park"]), Entry("z2", "Is there a canteen?", "Ask the porter.", null, ["where can I eat"])],
        FaqTuning.None,
        Northfield.Scopes,
        UseLiteEncoder.BuiltIn,
        TestContext.Current.CancellationToken);

    private static string? Faq(Reply reply) => (reply as Answer)?.Faq ?? (reply as Abstain)?.Faq;

    private Answered Answered(string question, params FaqItem[] entries) =>
        new Answerer(_bot, new Knowledge(Northfield.Scopes) { Faq = Book(entries) }, TimeProvider.System).Answer(new Question(question), TestContext.Current.CancellationToken);

    private Reply Ask(string question, params FaqItem[] entries) => Answered(question, entries).Reply;
}
