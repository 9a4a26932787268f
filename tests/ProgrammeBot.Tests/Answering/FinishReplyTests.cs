using ProgrammeBot.Answering;
using ProgrammeBot.Channels;
using ProgrammeBot.Contacts;
using ProgrammeBot.Documents;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Answering;

public sealed class FinishReplyTests
{
    private static readonly Northfield Bot = Northfield.WithAllPapers();

    private static readonly Knowledge Known = new(Northfield.Scopes)
    {
        Contacts = new ContactBook(
            [new ContactTopic("admissions", "Admissions", ["apply"]), new ContactTopic("fees", "Fees", ["fee"]), new ContactTopic("pool", "Pool", ["pool"])],
            [
                new ContactPoint(null, ["admissions"], false, "the admissions office", new Uri("https://northfield.example/apply")),
                new ContactPoint("mres-optics", ["fees"], false, "the optics bursar", null),
                new ContactPoint(null, [], true, "the help desk", null),
            ],
            Northfield.Scopes),
    };

    [Fact]
    public void It_says_once_each_what_the_cited_documents_apply_to()
    {
        var optics = Northfield.Optics();
        var careers = Northfield.Careers();

        Assert.Equal(
            "Both. [1] [2] [3]\nApplies to: MRes Optics, 2025-26 entry; in general, whatever the programme.",
            Finish("what", "Both. [1] [2] [3]", optics.Quote("The MRes Optics lasts 18 months."), optics.Quote("The pass mark is 50%."), careers.Quote("Robot engineers start at £38,000 a year.")));
    }

    [Fact]
    public void Where_every_line_names_its_programme_it_is_not_said_again() =>
        Assert.Equal("MSc Robotics: 50%. [1]", Finish("what", "MSc Robotics: 50%. [1]", Northfield.Robotics().Quote("The pass mark is 50%.")));

    [Fact]
    public void An_intake_s_name_that_holds_the_cohort_is_enough()
    {
        var paper = Sketch.Of(new DocumentMetadata("intake") { Scope = "mres-optics-2025", Cohort = "2025-26 entry" }, "# A\nThe pass mark is 50%.");

        Assert.Equal("50%. [1]\nApplies to: MRes Optics, 2025-26 entry.", Finish("what", "50%. [1]", paper.Quote("The pass mark is 50%.")));
    }

    [Theory]
    [InlineData("what is the pass mark for 2027 entry", "You ask about 2027; what is cited covers 2025-26 entry. It may have changed.")]
    [InlineData("what is the pass mark in 2026-27", "You ask about 2026; what is cited covers 2025-26 entry. It may have changed.")]
    [InlineData("i apply in 2026, what is the pass mark", "You ask about 2026; what is cited covers 2025-26 entry. It may have changed.")]
    [InlineData("what will the pass mark be next year", "You ask about 2031; what is cited covers 2025-26 entry. It may have changed.")]
    [InlineData("what was the pass mark in 2019", "You ask about 2019; what is cited covers 2025-26 entry. It may have changed.")]
    public void A_year_that_is_not_covered_is_said(string question, string line) =>
        Assert.Equal($"50%. [1]\n{line}\nApplies to: MRes Optics, 2025-26 entry.", Finish(question, "50%. [1]", Northfield.Optics().Quote("The pass mark is 50%.")));

    [Theory]
    [InlineData("what is the pass mark for 2025 entry")]
    [InlineData("what is the pass mark for 2025-26")]
    [InlineData("what is the pass mark for 2025/26 entry")]
    [InlineData("what is the pass mark in summer 2026")]
    [InlineData("what is the pass mark")]
    [InlineData("module 12025 or 20251 pass mark")]
    public void A_year_that_is_covered_or_none_is_not(string question) =>
        Assert.Equal("50%. [1]\nApplies to: MRes Optics, 2025-26 entry.", Finish(question, "50%. [1]", Northfield.Optics().Quote("The pass mark is 50%.")));

    [Fact]
    public void A_document_without_a_cohort_covers_any_year() =>
        Assert.Equal("50%. [1]\nApplies to: MSc Robotics.", Finish("what is the pass mark in 2031", "50%. [1]", Northfield.Robotics().Quote("The pass mark is 50%.")));

    [Fact]
    public void Who_asks_for_a_verdict_gets_the_rule_and_whom_to_ask() =>
        Assert.Equal(
            "An upper second. [1]\nThat is what the documents say; I give no verdict. To be sure, ask the admissions office: https://northfield.example/apply\nApplies to: MSc Robotics.",
            Finish("will I get in with a 2:1?", "An upper second. [1]", Northfield.Robotics().Quote("Applicants need an upper second class degree in engineering.")));

    [Fact]
    public void Without_a_contact_there_is_still_no_verdict() =>
        Assert.Contains(
            "I give no verdict.\n",
            new FinishReply(new Knowledge(Northfield.Scopes), TimeProvider.System)
                .Finish(Asked("will I get in with a 2:1?"), new Answer("An upper second. [1]", [Northfield.Robotics().Quote("The pass mark is 50%.")], Confidence.High)).Text,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(Reply.MaxTextLength)]
    [InlineData(Reply.MaxTextLength - 10)]
    public void A_line_that_does_not_fit_is_left_out(int length)
    {
        var text = new string('x', length);

        Assert.Equal(text, Finish("will i get in in 2031?", text, Northfield.Robotics().Quote("The pass mark is 50%.")));
    }

    [Theory]
    [InlineData("how high is the fee", null, "the help desk")]
    [InlineData("how high is the fee", "mres-optics", "the optics bursar")]
    [InlineData("how do i apply", "mres-optics", "the admissions office: https://northfield.example/apply")]
    public void A_refusal_names_whom_to_ask_by_topic_and_programme(string question, string? scope, string contact)
    {
        var asked = new QuestionSoFar(new Question(question) { Scope = scope }, Bot.Current, Northfield.Scopes);

        var abstain = Assert.IsType<Abstain>(Finisher.Finish(asked, new Abstain("No.")));

        Assert.Equal(($"No.\nPlease ask {contact}", contact), (abstain.Text, abstain.Contact));
    }

    [Fact]
    public void The_topics_of_a_refusal_go_before_its_words() =>
        Assert.Equal("the admissions office: https://northfield.example/apply", Assert.IsType<Abstain>(Finisher.Finish(Asked("is there a pool"), new Abstain("No.") { Topics = ["admissions"] })).Contact);

    [Fact]
    public void A_contact_that_is_set_a_private_reply_and_small_talk_are_left_alone()
    {
        Reply[] replies = [new Abstain("No.") { Contact = "Ada" }, new Abstain("Please call.") { IsPrivate = true }, new SmallTalk("Hello!"), new Clarify("Which?", ["a", "b"], [])];

        Assert.Equal(replies, replies.Select(r => Finisher.Finish(Asked("will i get in in 2031 without a fee"), r)));
    }

    private static FinishReply Finisher => new(Known, new FixedClock(new DateTimeOffset(2030, 6, 1, 0, 0, 0, TimeSpan.Zero)));

    private static QuestionSoFar Asked(string question) => new(new Question(question), Bot.Current, Northfield.Scopes);

    private static string Finish(string question, string text, params Citation[] citations) => Finisher.Finish(Asked(question), new Answer(text, citations, Confidence.High)).Text;
}
