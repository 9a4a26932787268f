using ProgrammeBot.Answering;
using ProgrammeBot.Channels;
using ProgrammeBot.Intents;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Answering.Steps;

public sealed class TakeFollowUpTests
{
    private static readonly FaqItem Pass = Entry("pass", "What is the pass mark on the MRes Optics?", "Half the marks [1].", ("optics", "The pass mark is 50%."));

    private readonly Northfield _bot = Northfield.WithAllPapers();

    [Fact]
    public void A_reply_offers_what_its_entry_leads_to_and_the_words_of_a_button_answer_from_there()
    {
        var length = With(Entry("length", "How long does the MRes Optics last?", "18 months [1].", ("optics", "The MRes Optics lasts 18 months.")), new FaqFollowUp(new FaqId("pass"), "And to pass?"));
        var bot = BotOf(length, Pass);

        var first = Assert.IsType<Answer>(Ask(bot, "How long does the MRes Optics last?"));
        Assert.Equal(["And to pass?"], first.Choices);

        Assert.Equal("pass", Assert.IsType<Answer>(Ask(bot, "And to pass?", "How long does the MRes Optics last?")).Faq);
    }

    [Fact]
    public void A_button_without_words_of_its_own_has_the_title_of_where_it_leads()
    {
        var bot = BotOf(With(Entry("visa", "How do I get a visa?", "The documents do not say."), new FaqFollowUp(new FaqId("pass"))), Pass);

        Assert.Equal([Pass.Content.Title], Assert.IsType<Abstain>(Ask(bot, "How do I get a visa?")).Choices);
    }

    [Fact]
    public void A_button_that_leads_nowhere_today_is_not_shown()
    {
        var retired = With(Entry("visa", "How do I get a visa?", "The documents do not say."),
            new FaqFollowUp(new FaqId("no-such"), "Gone"), new FaqFollowUp(new FaqId("past"), "Past"), new FaqFollowUp(new FaqId("unfound"), "Unfound"));
        var past = new FaqItem("past", Pass.Content with { Title = "Was it so?", Valid = new Validity(null, new DateOnly(2020, 1, 1)) });
        var unfound = Entry("unfound", "Is it nowhere?", "So it is [1].", ("optics", "These words stand in no document."));

        Assert.Empty(Assert.IsType<Abstain>(Ask(BotOf(retired, past, unfound), "How do I get a visa?")).Choices);
    }

    [Fact]
    public void Words_of_a_button_that_nobody_was_shown_are_an_ordinary_question()
    {
        var visa = With(Entry("visa", "How do I get a visa?", "The documents do not say."), new FaqFollowUp(new FaqId("pass"), "Marks"));
        var bot = BotOf(visa, Pass, Entry("gym", "Is there a gym on the campus?", "Ask the porter."));

        Assert.Equal("pass", Assert.IsType<Answer>(Ask(bot, "Marks", "How do I get a visa?")).Faq);
        Assert.NotEqual("pass", (Ask(bot, "Marks", "Is there a gym on the campus?") as Answer)?.Faq);
    }

    [Fact]
    public void The_same_words_below_two_entries_lead_where_the_one_that_was_asked_for_says()
    {
        var (visa, gym) = (
            With(Entry("visa", "How do I get a visa?", "The documents do not say."), new FaqFollowUp(new FaqId("pass"), "Tell me more")),
            With(Entry("gym", "Is there a gym on the campus?", "Ask the porter."), new FaqFollowUp(new FaqId("visa"), "Tell me more")));
        var bot = BotOf(visa, gym, Pass);

        Assert.Equal("pass", Assert.IsType<Answer>(Ask(bot, "tell me MORE!", "How do I get a visa?")).Faq);
        Assert.Equal("visa", Assert.IsType<Abstain>(Ask(bot, "Tell me more", "Is there a gym on the campus?")).Faq);
        Assert.NotEqual("pass", (Ask(bot, "Tell me more") as Answer)?.Faq);
    }

    [Fact]
    public void Words_with_two_question_marks_are_still_one_button()
    {
        var visa = With(Entry("visa", "How do I get a visa?", "The documents do not say."), new FaqFollowUp(new FaqId("pass"), "Marks? And which are enough?"));

        Assert.Equal("pass", Assert.IsType<Answer>(Ask(BotOf(visa, Pass), "Marks? And which are enough?", "How do I get a visa?")).Faq);
    }

    private static FaqItem Entry(string id, string title, string answer, params (string Document, string Quote)[] citations) => new(id, new FaqContent
    {
        Title = title,
        Answer = answer,
        Scope = citations.Length > 0 ? "mres-optics" : null,
        Citations = [.. citations.Select(c => FaqCitation.Unplaced(c.Document, c.Quote))],
        Status = FaqStatus.Live,
    });

    private static FaqItem With(FaqItem item, params FaqFollowUp[] followUps) => item with { Content = item.Content with { FollowUps = followUps } };

    private static Reply Ask(Answerer bot, string question, params string[] before) =>
        bot.Answer(new Question(question) { EarlierTurns = before }, TestContext.Current.CancellationToken).Reply;

    private Answerer BotOf(params FaqItem[] items) =>
        new(_bot, new Knowledge(Northfield.Scopes) { Faq = FaqBook.Of(items, FaqTuning.None, Northfield.Scopes, null, TestContext.Current.CancellationToken) }, TimeProvider.System);
}
