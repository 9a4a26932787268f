using System.Text.Json;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Commands;

public sealed class AskCommandTests(NorthfieldFolder folder) : IClassFixture<NorthfieldFolder>
{
    [Fact]
    public async Task An_answer_is_shown_with_its_place_standing_and_quote()
    {
        var ran = await folder.RunAsync("ask", "When is the laboratory book due?");

        Assert.Equal(
            """
            The laboratory book is due on 4 September. [1]
            Applies to: MRes Optics, 2025-26 entry.

            Sure: the passage says so.

            [1] MRes Optics: handbook, Assessment
                (our digest of: the handbook; covers 2025-26 entry)
                > Examinations carry 10% of the marks. The laboratory book is due on 4 September.

            """,
            ran.Clean);
    }

    [Fact]
    public async Task Words_without_quotes_are_one_question()
    {
        var quoted = await folder.RunAsync("ask", "When is the laboratory book due");

        Assert.Equal(quoted, await folder.RunAsync("ask", "When", "is", "the", "laboratory", "book", "due"));
    }

    [Fact]
    public async Task Json_is_one_line_of_the_contract_and_nothing_else()
    {
        folder.Write("seeds/empty.md", "");
        try
        {
            var ran = await folder.RunAsync("ask", "When is the laboratory book due?", "--json");

            Assert.Equal(0, ran.ExitCode);
            Assert.Equal("empty.md: skipped: it is empty, or no regular file. Write something in it, or remove it\n", ran.Error);
            Assert.Equal(ran.Output.Length - 1, ran.Output.IndexOf('\n', StringComparison.Ordinal));
            using var reply = JsonDocument.Parse(ran.Output);
            Assert.Equal(
                ["id", "kind", "text", "citations", "nearest", "missing", "contact", "choices", "confidence", "faq", "elapsed_ms"],
                reply.RootElement.EnumerateObject().Select(p => p.Name));
            Assert.Equal("answer", reply.RootElement.GetProperty("kind").GetString());
            Assert.Equal("optics", reply.RootElement.GetProperty("citations")[0].GetProperty("document").GetString());
        }
        finally
        {
            File.Delete(folder["seeds/empty.md"]);
        }
    }

    [Fact]
    public async Task Explain_adds_the_way_there_on_standard_error_only()
    {
        var plain = await folder.RunAsync("ask", "When is the laboratory book due?");

        var explained = await folder.RunAsync("ask", "--explain", "When is the laboratory book due?");

        Assert.Equal(plain.Clean, explained.Output);
        Assert.StartsWith("clean        When is the laboratory book due?\n", explained.Error, StringComparison.Ordinal);
        Assert.Contains("\ndecide       ", explained.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mres-optics", "IELTS 6.5")]
    [InlineData("MSc Robotics", "IELTS 7.0")]
    [InlineData("robotics MASTERS", "IELTS 7.0")]
    public async Task A_programme_is_named_by_its_id_name_or_alias(string programme, string fact)
    {
        var ran = await folder.RunAsync("ask", "What is the English requirement?", "--programme", programme);

        Assert.StartsWith($"The English requirement is {fact} overall. [1]\n", ran.Clean, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_programme_is_wrong_use_and_the_known_are_named()
    {
        var ran = await folder.RunAsync("ask", "Anything?", "--programme", "alchemy");

        Assert.Equal(new Ran(2, "", "--programme: 'alchemy' is no programme known here. Known: msc-robotics, mres-optics.\n"), ran);
    }

    [Fact]
    public async Task Too_long_a_question_is_answered_with_help()
    {
        var ran = await folder.RunAsync("ask", new string('a', 4_001));

        Assert.Equal("That is more than I can read at once: at most 4,000 characters, please. Could you ask it in a sentence or two?\n", ran.Clean);
    }

    [Fact]
    public async Task Control_characters_in_a_question_reach_neither_the_reply_nor_the_explanation()
    {
        var ran = await folder.RunAsync("ask", "--explain", "\u001b[31mWhen\u0007 is the \u202elaboratory\r book due?\u001b[0m");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("4 September", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(ran.Output + ran.Error, c => (char.IsControl(c) && c != '\n') || c == '\u202e');
    }

    [Fact]
    public async Task An_empty_question_is_answered_with_help()
    {
        var ran = await folder.RunAsync("ask", "");

        Assert.StartsWith("Ask me a question in your own words", ran.Clean, StringComparison.Ordinal);
    }
}
