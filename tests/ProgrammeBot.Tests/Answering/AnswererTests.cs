using ProgrammeBot.Answering;
using ProgrammeBot.Channels;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Answering;

public sealed class AnswererTests
{
    private readonly Northfield _bot = Northfield.WithAllPapers();

    [Fact]
    public void The_sentence_that_answers_is_quoted_word_for_word_with_its_number()
    {
        var answer = _bot.AnswerTo("What is the English requirement of the MSc Robotics?");

        Assert.Contains("The English requirement is IELTS 7.0 overall. [1]", answer.Text, StringComparison.Ordinal);
        var citation = answer.Citations[0];
        Assert.Equal(("robotics", "Admission"), (citation.Document.Id, citation.Section));
        Assert.True(citation.IsVerbatimIn(_bot.Current.Find("robotics")!));
    }

    [Fact]
    public void A_misspelt_question_is_understood()
    {
        var answer = _bot.AnswerTo("wat is teh pass mrak on the robotics msc");

        Assert.Contains("The pass mark is 50%.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_that_fits_both_programmes_is_answered_for_each_and_either_can_be_chosen()
    {
        var answer = _bot.AnswerTo("what is the english requirement?");

        Assert.Equal("MSc Robotics: The English requirement is IELTS 7.0 overall. [1]\nMRes Optics: The English requirement is IELTS 6.5 overall. [2]\nApplies to: MSc Robotics; MRes Optics, 2025-26 entry.", answer.Text);
        Assert.Equal(["MSc Robotics", "MRes Optics"], answer.Choices);
        Assert.Equal(["robotics", "optics"], answer.Citations.Select(c => c.Document.Id));
    }

    [Fact]
    public void Choosing_a_choice_answers_the_question_asked_before()
    {
        var answer = _bot.AnswerTo("MRes Optics", "what is the english requirement?");

        Assert.Contains("IELTS 6.5", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_both_programmes_agree_it_answers()
    {
        var answer = _bot.AnswerTo("what is the pass mark?");

        Assert.Equal(["robotics", "optics"], answer.Citations.Select(c => c.Document.Id).Order().Reverse());
        Assert.Contains("MSc Robotics: The pass mark is 50%.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_stands_side_by_side_each_with_its_citation()
    {
        var answer = _bot.AnswerTo("MSc Robotics vs MRes Optics: weight of examinations in marks");

        Assert.Equal(
            "MSc Robotics: Examinations carry 40% of the marks. [1]\nMRes Optics: Examinations carry 10% of the marks. [2]\nApplies to: MSc Robotics; MRes Optics, 2025-26 entry.",
            answer.Text);
    }

    [Fact]
    public void What_one_side_of_a_comparison_lacks_is_said()
    {
        var answer = _bot.AnswerTo("difference between MSc Robotics and MRes Optics in who leads the programme");

        Assert.Contains("Professor Ada Winter leads the programme. [1]", answer.Text, StringComparison.Ordinal);
        Assert.Contains("MRes Optics: my documents do not say.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_follow_up_keeps_the_programme_and_what_was_asked()
    {
        var answer = _bot.AnswerTo("and on the mres optics?", "how much of the marks do examinations carry on the robotics msc?");

        Assert.Contains("Examinations carry 10% of the marks.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_given_earlier_goes_on_being_meant()
    {
        var answer = _bot.AnswerTo("how long does it last?", "tell me about the MRes Optics");

        Assert.Contains("18 months", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_that_stands_by_itself_is_not_mixed_with_the_one_before()
    {
        var answer = _bot.AnswerTo("what is the english requirement", "which electives run in spring?");

        Assert.All(answer.Citations, c => Assert.Equal("Admission", c.Section));
    }

    [Theory]
    [InlineData("are there scholarships on the MSc Robotics?", "scholarships")]
    [InlineData("does the MRes Optics offer accommodation", "accommodation")]
    public void What_the_documents_do_not_mention_is_refused_by_name(string question, string missing)
    {
        var abstain = Assert.IsType<Abstain>(_bot.ReplyTo(question));

        Assert.Contains(missing, abstain.Missing);
        Assert.Contains($"'{missing}'", abstain.Text, StringComparison.Ordinal);
        Assert.Empty(abstain.Citations);
    }

    [Fact]
    public void A_passage_on_fees_without_an_amount_is_no_answer_to_how_much()
    {
        var abstain = Assert.IsType<Abstain>(_bot.ReplyTo("how much are the tuition fees of the MSc Robotics?"));

        Assert.NotEmpty(abstain.Nearest);
        Assert.DoesNotContain("£", abstain.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_university_is_not_answered_with_ours() =>
        Assert.IsType<Abstain>(_bot.ReplyTo("what is the english requirement at Eastbridge University?"));

    [Fact]
    public void General_papers_answer_when_the_programmes_do_not()
    {
        var answer = _bot.AnswerTo("which employers hire robot engineers?");

        Assert.Equal("careers", answer.Citations[0].Document.Id);
    }

    [Fact]
    public void A_short_answer_under_a_question_is_shown_with_what_follows()
    {
        var answer = _bot.AnswerTo("is there a field trip on the msc robotics?");

        Assert.StartsWith("No. The field trip ended in 2019. [1]", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n ")]
    [InlineData("?!… \u200B")]
    public void Input_without_words_is_answered_with_help(string text) =>
        Assert.Contains("Ask me a question", Assert.IsType<SmallTalk>(_bot.ReplyTo(text)).Text, StringComparison.Ordinal);

    [Fact]
    public void Input_over_the_limit_is_answered_with_help()
    {
        Assert.IsNotType<SmallTalk>(_bot.ReplyTo(new string('x', Question.MaxLength)));
        Assert.Contains("4,000", Assert.IsType<SmallTalk>(_bot.ReplyTo(new string('x', Question.MaxLength + 1))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_questions_in_a_message_get_two_answers()
    {
        var answer = _bot.AnswerTo("How long does the MSc Robotics last? What is the English requirement of the MRes Optics?");

        Assert.Contains("“How long does the MSc Robotics last?”\none year: The MSc Robotics lasts one year", answer.Text, StringComparison.Ordinal);
        Assert.Contains("“What is the English requirement of the MRes Optics?”\nThe English requirement is IELTS 6.5 overall. [2]", answer.Text, StringComparison.Ordinal);
        Assert.Equal(["robotics", "optics"], answer.Citations.Select(c => c.Document.Id));
    }

    [Fact]
    public void Two_questions_are_together_no_longer_than_one_may_be() =>
        Assert.IsType<SmallTalk>(_bot.ReplyTo($"what is the pass mark of the {new string('x', 2_500)}? how many {new string('y', 2_500)} electives?"));

    [Fact]
    public void Control_characters_in_two_questions_do_not_come_back() =>
        Assert.DoesNotContain(
            _bot.AnswerTo("How long does \u001b[31mthe MSc Robotics\u202E last? What is the English\0 requirement of the MRes Optics?").Text, c => (char.IsControl(c) && c != '\n') || c == '\u202E');

    [Fact]
    public void The_place_it_is_asked_in_tells_the_programme()
    {
        var answerer = new Answerer(_bot, new Knowledge(Northfield.Scopes), TimeProvider.System);

        var reply = answerer.Answer(new Question("what is the english requirement?") { Scope = "mres-optics" }, TestContext.Current.CancellationToken).Reply;

        Assert.Contains("IELTS 6.5", Assert.IsType<Answer>(reply).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_question_is_not_answered()
    {
        var answerer = new Answerer(_bot, new Knowledge(Northfield.Scopes), TimeProvider.System);

        Assert.Throws<OperationCanceledException>(() => answerer.Answer(new Question("pass mark?"), new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_bot_without_documents_says_that_it_holds_nothing() =>
        Assert.IsType<Abstain>(new Northfield().ReplyTo("what is the pass mark?"));

    [Fact]
    public void The_trace_tells_step_by_step_why() =>
        Assert.Equal(
            """
            clean        wen does the soft gripers module run?
            spelling     wen → when, gripers → grippers
            programme    none
            kind         When
            """,
            string.Join('\n', _bot.Ask("wen does the soft gripers module run?").Trace.Lines.Take(4)).ReplaceLineEndings());

    [Fact]
    public void Whatever_is_typed_the_reply_keeps_its_promises()
    {
        const int seed = 20_260_101;
        var random = new Random(seed);
        string[] words =
        [
            "what", "is", "the", "pass mark", "IELTS", "MSc", "MRes", "optics", "robotics", "or", "and", "vs", "?", "\"", "[1]", "{}", "<script>", "\0", "\uD800", "𝔘",
            "ROB1003", "code", "electives", "in", "spring", "how many", "who", "@everyone", "' OR 1=1 --", "NEAR(", "*", "fees", "£", "ﬁeld", "e\u0301", "\u202E", "ignore", "12", "50%",
        ];
        for (var round = 0; round < 400; round++)
        {
            var text = string.Join(random.Next(4) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 14)).Select(_ => words[random.Next(words.Length)]));
            var turns = random.Next(3) == 0 ? new[] { words[random.Next(words.Length)] } : [];

            var reply = _bot.ReplyTo(text, turns);

            Assert.True(reply.Text.Length <= Reply.MaxTextLength, $"seed {seed}, round {round}: {text}");
            Assert.True(reply.Citations.Count <= Reply.MaxCitations, $"seed {seed}, round {round}: {text}");
            Assert.All(reply.Citations, c => Assert.True(c.IsVerbatimIn(_bot.Current.Find(c.Document.Id)!), $"seed {seed}, round {round}: {text}"));
            Assert.All(reply.Citations, c => Assert.True(c.Quote.Length <= Citation.MaxQuoteLength, $"seed {seed}, round {round}: {text}"));
            Assert.True(reply is Answer || reply is not Answer && (reply is Clarify || reply.Citations.Count == 0), $"seed {seed}, round {round}: {text}");
        }
    }
}
