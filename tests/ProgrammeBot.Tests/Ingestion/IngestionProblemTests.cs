using ProgrammeBot.Ingestion;

namespace ProgrammeBot.Tests.Ingestion;

public sealed class IngestionProblemTests
{
    [Fact]
    public void It_prints_as_one_line_with_its_place() =>
        Assert.Equal("a/b.pdf, page 3: skipped: it is damaged. Print it again", new IngestionProblem("a/b.pdf", "it is damaged", "Print it again", Page: 3).ToString());

    [Fact]
    public void Nothing_it_quotes_breaks_the_line_or_reaches_the_terminal() =>
        Assert.Equal("a b, line 2, column 5: warning: it says  [31mred", new IngestionProblem("a\nb", "it says \u001b[31mred", Line: 2, Column: 5, Severity: ProblemSeverity.Warning).ToString());
}
