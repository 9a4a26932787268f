using ProgrammeBot.App.Commands;
using ProgrammeBot.App.Faq;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Faq;

public sealed class FaqImportFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Texts_of_one_intent_are_the_phrasings_of_one_entry_duplicates_and_all()
    {
        var entries = Read("a.jsonl", "{\"text\":\"where is it\",\"intent\":\"find_it\"}\n{\"text\":\"bye\",\"intent\":\"go?\"}\n\n{\"text\":\" where  is it \",\"intent\":\"find_it\"}\n");

        Assert.Equal([("find_it", "find it"), ("go?", "go?")], entries.Select(e => (e.Id.ToString(), e.Content.Title)));
        Assert.Equal(["where is it", "where is it"], entries[0].Content.Phrasings);
        Assert.All(entries, e => Assert.Equal(FaqStatus.Live, e.Content.Status));
    }

    [Fact]
    public void Lines_with_one_answer_are_phrasings_of_one_entry()
    {
        var entries = Read("a.csv", "Question,Answer,Metadata\n\"Where, exactly?\",\"Behind\nthe gate\",\"scope:mres-optics|tags:place,way|colour:red\"\nHow do I get there?,\"Behind\nthe gate\",\"scope:mres-optics|tags:place,way|colour:red\"\nWhen?,Soon,id:when|valid_from:2025-01-01|status:draft\n");

        Assert.Equal(["where-exactly", "when"], entries.Select(e => e.Id.ToString()));
        Assert.Equal(("Where, exactly?", "Behind\nthe gate", "mres-optics"), (entries[0].Content.Title, entries[0].Content.Answer, entries[0].Content.Scope));
        Assert.Equal(["How do I get there?"], entries[0].Content.Phrasings);
        Assert.Equal(["place", "way", "colour:red"], entries[0].Content.Tags);
        Assert.Equal((FaqStatus.Draft, new DateOnly(2025, 1, 1)), (entries[1].Content.Status, entries[1].Content.Valid.From));
    }

    [Fact]
    public void A_table_apart_by_tabs_is_read_and_metadata_may_lack() =>
        Assert.Equal(["Why?", "Why not?"], Read("a.tsv", "question\tanswer\nWhy?\tBecause, well\nWhy not?\t\n").Select(e => e.Content.Title));

    [Theory]
    [InlineData("a.jsonl", "{\"text\":\"x\"}", "a.jsonl, line 1: 'intent' is missing")]
    [InlineData("a.jsonl", "{\"text\":\"x\",\"intent\":\"a b\"}", "a.jsonl, line 1: 'intent' is no entry id: 1 to 128 letters a to z, digits, '-', '_', '.', ':' or '?'")]
    [InlineData("a.jsonl", "{\"text\":\" \",\"intent\":\"a\"}", "a.jsonl, line 1: 'text' is blank")]
    [InlineData("a.jsonl", "nonsense", "a.jsonl, line 1: not a JSON object ('nonsense' is an invalid JSON literal. Expected the literal 'null'.)")]
    [InlineData("a.csv", "q,a\nx,y\n", "a.csv, line 1: a column 'question' is missing (columns: question, answer, metadata)")]
    [InlineData("a.csv", "question,answer\nx,y,z\n", "a.csv, line 2: 3 fields where the first line has 2: put a field that holds the separator in quotes")]
    [InlineData("a.csv", "question,answer\n,y\n", "a.csv, line 2, column 1: 'question' is empty")]
    [InlineData("a.csv", "question,answer,metadata\nx,y,status:asleep\n", "a.csv, line 2, column 3: 'metadata': the status 'asleep' is not known. Permitted are draft, review, live, retired")]
    [InlineData("a.csv", "question,answer\n", "a.csv: holds no entry")]
    [InlineData("a.txt", "x", "a.txt: '.txt' is no format of a FAQ. Permitted are .yaml, .csv, .tsv, .jsonl")]
    [InlineData("a.yaml", "entries:\n  - id: a\n", "a.yaml, line 2, column 5: skipped: the entry 'a' has no 'title'. Give it the question as people should see it\nNothing was imported.")]
    public void What_is_wrong_is_told_with_file_line_and_field(string name, string text, string message)
    {
        var fault = Assert.Throws<CommandException>(() => Read(name, text));

        Assert.Equal(message, fault.Message.Replace(_folder.FullPath + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
    }

    [Fact]
    public void An_answer_over_the_limit_names_its_line() =>
        Assert.Contains("a.csv, line 2: Answer has 9000 characters, at most 8000 are kept", Assert.Throws<CommandException>(() => Read("a.csv", $"question,answer\nx,{new string('y', 9000)}\n")).Message, StringComparison.Ordinal);

    private IReadOnlyList<ProgrammeBot.Ingestion.Settings.FaqFileEntry> Read(string name, string text) => FaqImportFile.Read(_folder.Write(name, text), _ => { });
}
