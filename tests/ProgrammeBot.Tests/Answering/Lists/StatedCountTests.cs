using ProgrammeBot.Answering.Lists;

namespace ProgrammeBot.Tests.Answering.Lists;

public sealed class StatedCountTests
{
    [Theory]
    [InlineData("The portfolio holds 15 modules, and students choose 5 of them.", 15)]
    [InlineData("Nine elective options are open.", 9)]
    [InlineData("It lasts 12 months and has 4 terms.", 4)]
    [InlineData("Fees are 15 pounds.", 15)]
    [InlineData("Two supervisors read it.", null)]
    [InlineData("It costs £15 thousands.", null)]
    [InlineData("In 2025 students came.", null)]
    [InlineData("Nothing is counted.", null)]
    public void The_first_number_that_counts_things_is_the_count(string sentence, int? count) => Assert.Equal(count, StatedCount.In(sentence));
}
