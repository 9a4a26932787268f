using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Commands;

public sealed class EvalCommandTests : IDisposable
{
    private readonly NorthfieldFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_passed_at_the_last_run_and_fails_now_fails_the_command()
    {
        _folder.Write("gold.jsonl", """
            {"id": "N1", "question": "When is the laboratory book due?", "kind": "direct", "doc": "optics", "answer_all": ["4 September"]}
            {"id": "N2", "question": "How much are the fees?", "kind": "unanswerable", "doc": null}
            {"id": "N3", "question": "Who leads the MSc Robotics?", "kind": "direct", "doc": "robotics", "answer_any": ["Bo Winter", "Cy Winter"]}
            """);
        var first = await _folder.RunAsync("eval", "gold.jsonl");
        Assert.Equal(
            """
            FAIL N3         direct        Who leads the MSc Robotics? -- none of 'Bo Winter', 'Cy Winter'

            direct           1 of    2
            unanswerable     1 of    1
            all              2 of    3 (66.7%)
            since the last run: 0 newly passing, 0 newly failing

            """,
            first.Clean);

        var broken = _folder.Read("seeds/optics.md").Replace("4 September", "5 October", StringComparison.Ordinal);
        _folder.Write("seeds/optics.md", broken);
        var second = await _folder.RunAsync("eval", "gold.jsonl");

        Assert.Equal(1, second.ExitCode);
        Assert.StartsWith("FAIL N1         direct        When is the laboratory book due? -- '4 September' is missing (passed at the last run)\n", second.Output, StringComparison.Ordinal);
        Assert.EndsWith("\nsince the last run: 0 newly passing, 1 newly failing\n", second.Output, StringComparison.Ordinal);
        Assert.Equal(
            """{"passed":1,"of":3,"newly_failing":[],"newly_passing":[],"failed":[{"id":"N1","kind":"direct","question":"When is the laboratory book due?","why":"'4 September' is missing"},{"id":"N3","kind":"direct","question":"Who leads the MSc Robotics?","why":"none of 'Bo Winter', 'Cy Winter'"}]}""" + "\n",
            (await _folder.RunAsync("eval", "gold.jsonl", "--json")).Clean);
    }

    [Fact]
    public async Task A_table_of_questions_facts_and_documents_serves_as_well()
    {
        _folder.Write("gold.csv", """
            Question,facts,document
            "When, exactly, is the laboratory book due?",4 September,optics
            What is the English requirement of the MSc Robotics?,IELTS; 7.0,robotics
            How much are the fees?,,
            """);

        Assert.Equal(
            """

            direct           2 of    2
            unanswerable     1 of    1
            all              3 of    3 (100.0%)
            since the last run: 0 newly passing, 0 newly failing

            """,
            (await _folder.RunAsync("eval", "gold.csv")).Clean);
    }

    [Fact]
    public async Task A_malformed_table_is_named_with_its_line()
    {
        _folder.Write("gold.csv", "question,facts,document\n\"A question\nof two lines\",x,optics\nWhat are the fees, please?,£40,optics\n");

        Assert.Equal(
            new Ran(1, "", "gold.csv, line 4: 4 fields where the first line has 3: put a field that holds a comma in quotes\n"),
            await _folder.RunAsync("eval", "gold.csv"));
    }
}
