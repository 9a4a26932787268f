using ProgrammeBot.Answering.Understanding;

namespace ProgrammeBot.Tests.Answering.Understanding;

public sealed class QuestionSplitterTests
{
    [Theory]
    [InlineData("What is the pass mark? Who leads the programme?", "What is the pass mark?", "Who leads the programme?")]
    [InlineData("what is the pass mark and who leads the programme", "what is the pass mark", "who leads the programme")]
    [InlineData("how long does it last, and also when is the thesis due?", "how long does it last", "when is the thesis due?")]
    [InlineData("How many electives? How many credits? What is the pass mark?", "How many electives?", "How many credits?", "What is the pass mark?")]
    [InlineData("I finished my degree in Lagos. What is the pass mark? Who leads it?", "I finished my degree in Lagos. What is the pass mark?", "Who leads it?")]
    [InlineData("What is the pass mark? Who leads the programme? Thanks a lot", "What is the pass mark?", "Who leads the programme? Thanks a lot")]
    [InlineData("How long is it? And what is the pass mark?", "How long is it?", "what is the pass mark?")]
    [InlineData("MSc or MRes: project size, exams and English", "MSc or MRes: project size", "MSc or MRes: exams", "MSc or MRes: English")]
    [InlineData("what is the pass mark?? !! who leads the programme?!", "what is the pass mark?", "who leads the programme?")]
    public void Several_questions_come_apart_and_what_is_no_question_goes_with_one(string message, params string[] questions) =>
        Assert.Equal(questions, QuestionSplitter.Split(message));

    [Theory]
    [InlineData("what is the pass mark?")]
    [InlineData("what are the aims and objectives of the programme")]
    [InlineData("what is the difference between the MSc and the MRes")]
    [InlineData("does the course cover vision and language?")]
    [InlineData("where and when is the exam?")]
    [InlineData("is it hard? really?")]
    [InlineData("Who leads it? What is the pass mark? How many electives? How many credits?")]
    [InlineData("???")]
    [InlineData("")]
    [InlineData(" \t ")]
    [InlineData("\uD800? \u202E? and what is")]
    public void One_question_and_too_many_are_taken_as_they_stand(string message) => Assert.Equal([message], QuestionSplitter.Split(message));

    [Fact]
    public void Whatever_is_typed_every_word_of_it_is_in_a_question()
    {
        const int seed = 20_261_121;
        var random = new Random(seed);
        string[] words = ["what is", "who leads", "the pass mark", "?", "!", " and ", "also", "how many", "electives", ",", ";", "plus", "&", "\n", "\uD83D", "is there", "when does", "thesis", "[1]", ""];
        for (var round = 0; round < 500; round++)
        {
            var message = string.Join(' ', Enumerable.Range(0, random.Next(14)).Select(_ => words[random.Next(words.Length)]));

            var parts = QuestionSplitter.Split(message);

            Assert.InRange(parts.Count, 1, QuestionSplitter.Most);
            var rest = message;
            foreach (var word in parts.SelectMany(p => p.Split([' ', '\n', '?', '!', ',', ';', '&'], StringSplitOptions.RemoveEmptyEntries)))
            {
                var at = rest.IndexOf(word, StringComparison.Ordinal);
                Assert.True(at >= 0, $"seed {seed}, round {round}: '{word}' is out of place in '{message}'");
                rest = rest[(at + word.Length)..];
            }

            // All that may go is what joins them.
            var kept = string.Join(' ', parts).Count(char.IsLetterOrDigit);
            var joins = message.Split(' ').Count(w => w.Trim() is "and" or "also" or "plus");
            Assert.True(message.Count(char.IsLetterOrDigit) - kept <= 4 * joins, $"seed {seed}, round {round}: '{message}' became '{string.Join("' '", parts)}'");
        }
    }
}
