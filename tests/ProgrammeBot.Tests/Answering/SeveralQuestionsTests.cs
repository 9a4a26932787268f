using ProgrammeBot.Answering;
using ProgrammeBot.Documents;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Answering;

public sealed class SeveralQuestionsTests
{
    private static readonly SourceDocument Handbook = Sketch.Of("handbook", """
        # Rules
        The pass mark is 50%.
        The thesis is due in May.
        Professor Winter leads it.
        There is a library.
        There is a canteen.
        """);

    [Fact]
    public void Citations_are_numbered_through_and_one_that_serves_twice_is_carried_once()
    {
        var answer = SeveralQuestions.Together(
            [
                ("what is the pass mark", Says("50%. [1]", "The pass mark is 50%.")),
                ("who leads it, and when is it due?", Says("Winter. [1] May. [2] Half. [3]", "Professor Winter leads it.", "The thesis is due in May.", "The pass mark is 50%.")),
            ])!;

        Assert.Equal("“what is the pass mark?”\n50%. [1]\n“who leads it, and when is it due?”\nWinter. [2] May. [3] Half. [1]", answer.Text);
        Assert.Equal(["The pass mark is 50%.", "Professor Winter leads it.", "The thesis is due in May."], answer.Citations.Select(c => c.Quote));
    }

    [Fact]
    public void One_that_is_not_held_is_said_under_its_question_and_lowers_the_confidence()
    {
        var answer = SeveralQuestions.Together([("is there a pool", new Abstain("My documents do not say.")), ("what is the pass mark", Says("50%. [1]", "The pass mark is 50%."))])!;

        Assert.Equal("“is there a pool?”\nMy documents do not say.\n“what is the pass mark?”\n50%. [1]", answer.Text);
        Assert.Equal(Confidence.Low, answer.Confidence);
    }

    [Fact]
    public void It_is_as_sure_as_the_least_sure_of_them()
    {
        var sure = Says("50%. [1]", "The pass mark is 50%.");
        var less = new Answer("May. [1]", [Handbook.Quote("The thesis is due in May.")], Confidence.Medium);

        Assert.Equal(Confidence.Medium, SeveralQuestions.Together([("a", sure), ("b", less)])!.Confidence);
    }

    [Fact]
    public void What_the_asker_wrote_is_never_taken_for_a_mark_of_ours()
    {
        var answer = SeveralQuestions.Together([("what [2] is the pass mark [4]?", Says("50%. [1]", "The pass mark is 50%.")), ("b", new Abstain("No."))])!;

        Assert.Equal("“what  is the pass mark?”\n50%. [1]\n“b?”\nNo.", answer.Text);
    }

    [Fact]
    public void Choices_are_offered_once()
    {
        var asked = Says("50%. [1]", "The pass mark is 50%.") with { Choices = ["MSc", "MRes"] };

        Assert.Equal(["MSc", "MRes"], SeveralQuestions.Together([("a", asked), ("b", asked)])!.Choices);
    }

    [Fact]
    public void Where_none_is_held_there_is_no_answer() =>
        Assert.Null(SeveralQuestions.Together([("a", new Abstain("No.")), ("b", new Abstain("No."))]));

    [Fact]
    public void What_has_no_room_is_one_click_away_and_words_that_do_not_fit_are_taken_as_one_question()
    {
        var three = Says("[1] [2] [3]", "The pass mark is 50%.", "The thesis is due in May.", "Professor Winter leads it.");
        var two = Says("[1] [2]", "There is a library.", "There is a canteen.");
        var wordy = Says(new string('x', Reply.MaxTextLength - 10) + " [1]", "There is a library.");

        var cut = SeveralQuestions.Together([("a", three), ("b", two)]);
        Assert.Equal("“a?”\n[1] [2] [3]", cut!.Text);
        Assert.Equal(["b"], cut.Choices);
        Assert.Null(SeveralQuestions.Together([("a", wordy), ("b", two)]));
    }

    private static Answer Says(string text, params string[] quotes) => new(text, [.. quotes.Select(q => Handbook.Quote(q))], Confidence.High);
}
