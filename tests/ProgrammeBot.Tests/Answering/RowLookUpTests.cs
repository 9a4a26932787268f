using ProgrammeBot.Answering;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Answering;

public sealed class RowLookUpTests
{
    private readonly Northfield _bot = Northfield.WithAllPapers();

    [Theory]
    [InlineData("module code of soft grippers")]
    [InlineData("Soft Grippers: term and credits?")]
    [InlineData("what is ROB1003")]
    [InlineData("when does soft grippers run")]
    public void A_module_is_shown_as_its_row_under_the_columns_names(string question) =>
        Assert.Equal("Code: ROB1003 · Module: Soft Grippers · Type: Elective · Term: Spring · Credits: 5 [1]", _bot.AnswerTo(question).Text.Split('\n')[0]);

    [Fact]
    public void The_citation_of_a_row_quotes_header_and_row() =>
        Assert.Equal(
            "Code | Module | Type | Term | Credits\nROB1003 | Soft Grippers | Elective | Spring | 5",
            _bot.AnswerTo("module code of soft grippers").Citations[0].Quote);

    [Fact]
    public void Initials_name_a_module() =>
        Assert.Contains("ROB1005", _bot.AnswerTo("NLI on the robotics msc, which term and code").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("which electives run in spring on the msc robotics", "2 rows (Elective, Spring): Soft Grippers; Natural Language Interfaces [1]")]
    [InlineData("how many core modules does the msc robotics have", "2 rows (Core): Kinematics; Robot Perception [1]")]
    [InlineData("list the 10-credit modules of the msc robotics", "2 rows (10): Kinematics; Robot Perception [1]")]
    [InlineData("which optics mres modules are in autumn", "2 rows (Autumn): Lasers; Metamaterials [1]")]
    public void Rows_are_filtered_counted_and_listed(string question, string text) => Assert.Equal(text, _bot.AnswerTo(question).Text.Split('\n')[0]);

    [Fact]
    public void What_stands_in_brackets_behind_a_name_is_not_lost() =>
        Assert.Contains("not running in 2025-26", _bot.AnswerTo("is field robots running on the msc robotics").Text, StringComparison.Ordinal);

    [Fact]
    public void How_many_may_be_chosen_is_not_how_many_there_are() =>
        Assert.Contains("Students choose 3 electives.", _bot.AnswerTo("how many electives do I choose on the msc robotics").Text, StringComparison.Ordinal);

    [Fact]
    public void A_code_asked_for_where_the_table_has_none_is_refused()
    {
        var abstain = Assert.IsType<Abstain>(_bot.ReplyTo("what is the module code of metamaterials"));

        Assert.Contains("gives no codes", abstain.Text, StringComparison.Ordinal);
        Assert.Equal("optics", abstain.Nearest[0].Document.Id);
    }

    [Fact]
    public void What_a_row_does_not_say_of_a_module_is_not_answered_from_the_row() =>
        Assert.IsType<Abstain>(_bot.ReplyTo("who teaches the soft grippers module"));

    [Fact]
    public void A_module_asked_for_by_name_after_another_keeps_what_was_asked() =>
        Assert.Contains("Autumn", _bot.AnswerTo("what about legged locomotion", "which term is soft grippers in").Text, StringComparison.Ordinal);
}
