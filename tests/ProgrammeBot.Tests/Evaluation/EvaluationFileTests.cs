using ProgrammeBot.App.Commands;
using ProgrammeBot.App.Evaluation;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Evaluation;

public sealed class EvaluationFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Lines_of_json_have_the_fields_of_a_gold_file()
    {
        var path = _folder.Write("gold.jsonl", """
            {"id": "G1", "question": "q", "turns": ["t1", "t2"], "kind": "comparison", "scope": "both", "doc": ["a", "b"], "section": ["s", "t"], "answer_all": ["x"], "answer_any": ["y", "z"], "must_not": ["n"], "polarity": "yes", "notes": "partial-ok: guide-2 | Fees (no amount) fact=f"}

            {"question": "q2", "doc": null}
            """);

        var items = EvaluationFile.Read(path);

        Assert.Equal(["G1", "line-3"], items.Select(i => i.Id));
        Assert.Equivalent(
            new EvaluationItem("G1", "q") { Turns = ["t1", "t2"], Kind = "comparison", Documents = ["a", "b"], All = ["x"], Any = ["y", "z"], Never = ["n"], Polarity = "yes", PartialFrom = "guide-2" },
            items[0],
            strict: true);
        Assert.Equivalent(new EvaluationItem("line-3", "q2"), items[1], strict: true);
    }

    [Fact]
    public void A_table_has_a_question_its_facts_and_its_document_a_line()
    {
        var path = _folder.Write("gold.CSV", "\uFEFFdocument, Question ,FACTS\r\nguide,\"Fees, and when?\",\"£40; \"\"May\"\"\"\r\n,Weather?,\r\n");

        var items = EvaluationFile.Read(path);

        Assert.Equivalent(new EvaluationItem("line-2", "Fees, and when?") { Documents = ["guide"], All = ["£40", "\"May\""] }, items[0], strict: true);
        Assert.Equivalent(new EvaluationItem("line-3", "Weather?") { Kind = "unanswerable" }, items[1], strict: true);
    }

    [Theory]
    [InlineData("gold.csv", "", "holds no question")]
    [InlineData("gold.csv", "question,facts,document\n", "holds no question")]
    [InlineData("gold.csv", "q,facts\nx,y\n", "gold.csv, line 1: a column 'question' is missing (columns: question, facts, document)")]
    [InlineData("gold.csv", "question,facts,document\nx,y,z\n ,y,z\n", "gold.csv, line 3: 'question' is empty")]
    [InlineData("gold.csv", "question,facts,document\nx,y\n", "gold.csv, line 2: 2 fields where the first line has 3: put a field that holds a comma in quotes")]
    [InlineData("gold.csv", "question,facts,document\nx \"y\" z,y,z\n", "gold.csv, line 2: a quotation mark stands where none may: put the field in quotes, and double those within")]
    [InlineData("gold.csv", "question,facts,document\nx,y,\"z\n", "gold.csv, line ")]
    [InlineData("gold.jsonl", "\n \n", "holds no question")]
    [InlineData("gold.jsonl", "{\"question\": \"x\", \"id\": \"a\"}\n{\"question\": \"y\", \"id\": \"a\"}", "the id 'a' stands twice")]
    [InlineData("gold.jsonl", "{\"question\": \"x\", \"answer_all\": 5}", "gold.jsonl, line 1: 'answer_all' must be a list of texts")]
    public void What_is_wrong_is_told_with_file_and_line(string name, string text, string told)
    {
        var path = _folder.Write(name, text);

        var fault = Assert.Throws<CommandException>(() => EvaluationFile.Read(path));

        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
        Assert.StartsWith(path, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.csv")]
    [InlineData("nowhere.jsonl")]
    public void A_missing_file_is_told(string name) =>
        Assert.Equal($"{_folder[name]}: there is no such file", Assert.Throws<CommandException>(() => EvaluationFile.Read(_folder[name])).Message);

    [Fact]
    public void Any_bytes_are_questions_or_a_fault_told()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            const string signs = "a,\"\"\n\r\\{}[]:question \0\u00e9\uffff;";
            var path = _folder.Write(seed % 2 == 0 ? "x.csv" : "x.jsonl", (seed % 2 == 0 ? "question,facts\n" : "") + string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => signs[random.Next(signs.Length)])));
            try
            {
                Assert.NotEmpty(EvaluationFile.Read(path));
            }
            catch (CommandException e)
            {
                Assert.True(e.Message.StartsWith(path, StringComparison.Ordinal), $"seed {seed}: {e.Message}");
            }
        }
    }
}
