using System.Text.Json;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Commands;

/// <summary>The FAQ by the program itself.</summary>
public sealed class FaqCommandTests : IDisposable
{
    private const string Faq = """
        entries:
          - id: optics-book
            title: When is the laboratory book due?
            phrasings: [deadline of the lab book, when do I hand in my lab book]
            answer: Hand it in by 4 September [1].
            citations:
              - document: optics
                quote: The laboratory book is due on 4 September.
            scope: mres-optics
          - id: parking
            title: Where can I park?
            phrasings: [is there a car park, parking permits]
            answer: The documents do not say; the porter knows.
            tags: [campus]
        """;

    private readonly NorthfieldFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_entry_s_life()
    {
        _folder.Write("my.yaml", Faq);
        Assert.Equal("2 added, 0 changed, 0 unchanged\n", (await _folder.RunAsync("faq", "import", "my.yaml")).Clean);
        Assert.Equal("0 added, 0 changed, 2 unchanged\n", (await _folder.RunAsync("faq", "import", "my.yaml")).Clean);

        _folder.Write("t.jsonl", "{\"text\":\"when must the lab book be handed in\"}\n{\"id\":\"x\",\"text\":\"who is the king of spain\"}\n");
        var match = await _folder.RunAsync("faq", "match", "--in", "t.jsonl", "--out", "m.jsonl");
        Assert.Equal(0, match.ExitCode);
        var lines = _folder.Read("m.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal([("1", "optics-book"), ("x", null)], lines.Select(l => (l.GetProperty("id").GetString()!, l.GetProperty("entry").GetString())));
        Assert.All(lines, l => Assert.InRange(l.GetProperty("score").GetDouble(), 0, 1));

        Assert.StartsWith("Hand it in by 4 September [1].\n", (await _folder.RunAsync("ask", "When do I hand in my lab book?", "--programme", "mres-optics")).Clean, StringComparison.Ordinal);
        Assert.Equal("optics-book, revision 2\n", (await _folder.RunAsync("faq", "edit", "optics-book", "--answer", "By 4 September, to the porter [1].", "--by", "ada", "--note", "who takes it")).Clean);
        Assert.StartsWith("By 4 September, to the porter [1].\n", (await _folder.RunAsync("ask", "When do I hand in my lab book?", "--programme", "mres-optics")).Clean, StringComparison.Ordinal);

        var parking = await _folder.RunAsync("ask", "Where can I park?", "--json", "--explain");
        using var reply = JsonDocument.Parse(parking.Output);
        Assert.Equal(("abstain", "parking"), (reply.RootElement.GetProperty("kind").GetString(), reply.RootElement.GetProperty("faq").GetString()));
        Assert.Contains("\nfaq          parking ", parking.Error, StringComparison.Ordinal);

        var history = (await _folder.RunAsync("faq", "history", "optics-book")).Clean.Split('\n');
        Assert.Equal(["2", "ada", "live", "who takes it"], history[0].Split('\t') is var f ? [f[0], f[2], f[3], f[5]] : []);
        Assert.Equal(["1", "import", "live", "from my.yaml"], history[1].Split('\t') is var g ? [g[0], g[2], g[3], g[5]] : []);

        Assert.Equal("2 entries\n", (await _folder.RunAsync("faq", "export", "--out", "out.yaml")).Error);
        Assert.Equal("2 added, 0 changed, 0 unchanged\n", (await _folder.RunAsync("faq", "import", "out.yaml", "--data", "other")).Clean);
        Assert.Equal(_folder.Read("out.yaml"), (await _folder.RunAsync("faq", "export", "--data", "other")).Output);

        Assert.Equal("parking, revision 2\n", (await _folder.RunAsync("faq", "retire", "parking")).Clean);
        Assert.Equal("parking\tretired\tgeneral\tWhere can I park?\n", (await _folder.RunAsync("faq", "list", "--status", "retired")).Output);
        Assert.DoesNotContain("the porter knows", (await _folder.RunAsync("ask", "Where can I park?")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_starter_FAQ_comes_in_on_the_first_question_and_not_after_an_import()
    {
        _folder.Write("seeds/faq.yaml", Faq);
        await _folder.RunAsync("ask", "Where can I park?");
        Assert.Equal(2, (await _folder.RunAsync("faq", "list")).Output.Count(c => c == '\n'));

        _folder.Write("intents.jsonl", "{\"text\":\"hello\",\"intent\":\"greet\"}\n");
        await _folder.RunAsync("faq", "import", "intents.jsonl", "--data", "own");
        await _folder.RunAsync("ask", "Where can I park?", "--data", "own");
        Assert.Equal("greet\tlive\tgeneral\tgreet\n", (await _folder.RunAsync("faq", "list", "--data", "own")).Output);
    }

    [Fact]
    public async Task A_starter_FAQ_that_is_wrong_is_told_and_stops_nothing()
    {
        _folder.Write("seeds/faq.yaml", "entries:\n  - id: a\n");

        var ran = await _folder.RunAsync("ask", "When is the laboratory book due?");

        Assert.Equal((0, "faq.yaml, line 2, column 5: skipped: the entry 'a' has no 'title'. Give it the question as people should see it\n"), (ran.ExitCode, ran.Error));
        Assert.StartsWith("The laboratory book is due on 4 September. [1]\n", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_threshold_is_chosen_on_texts_that_are_known_and_used_from_then_on()
    {
        _folder.Write("my.yaml", Faq);
        await _folder.RunAsync("faq", "import", "my.yaml");
        _folder.Write("v.jsonl", "{\"text\":\"where to park\",\"intent\":\"parking\"}\n{\"text\":\"lab book deadline\",\"intent\":\"optics-book\"}\n{\"text\":\"who sings this song\",\"intent\":\"__oos__\"}\n");

        var ran = await _folder.RunAsync("faq", "calibrate", "--in", "v.jsonl", "--json");
        using var chosen = JsonDocument.Parse(ran.Clean);
        Assert.Equal((1, 1), (chosen.RootElement.GetProperty("in_scope_accuracy").GetDouble(), chosen.RootElement.GetProperty("out_of_scope_recall").GetDouble()));

        await _folder.RunAsync("faq", "match", "--in", "v.jsonl", "--out", "m.jsonl");
        Assert.Equal(
            ["parking", "optics-book", null],
            _folder.Read("m.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("entry").GetString()));
    }

    [Fact]
    public async Task An_edit_based_on_an_older_revision_is_refused_and_the_newer_is_named()
    {
        Assert.Equal("where-is-it, revision 1\n", (await _folder.RunAsync("faq", "add", "--title", "Where is it?", "--by", "ada")).Clean);
        await _folder.RunAsync("faq", "edit", "where-is-it", "--answer", "Here.", "--by", "ben");

        var ran = await _folder.RunAsync("faq", "edit", "where-is-it", "--answer", "There.", "--revision", "1");

        Assert.Equal(
            new Ran(1, "", "'where-is-it' is at revision 2, written by ben: nothing was changed. Look at it ('faq history where-is-it'), then edit again on that revision.\n"),
            ran);
    }

    [Theory]
    [InlineData(1, "There is no entry 'nobody'. 'faq list' names those there are.\n", "edit", "nobody", "--title", "x")]
    [InlineData(2, "'no id' is no entry id: 1 to 128 letters a to z, digits, '-', '_', '.', ':' or '?'\n", "history", "no id")]
    [InlineData(2, "--status: 'asleep' is no status. Permitted are draft, review, live, retired.\n", "add", "--title", "x", "--status", "asleep")]
    [InlineData(2, "--valid-from: 'soon' is no day. Write it as 2025-09-30.\n", "add", "--title", "x", "--valid-from", "soon")]
    [InlineData(2, "--cite: 'words' is no citation. Write the document's id, a colon, and the words quoted.\n", "add", "--title", "x", "--cite", "words")]
    [InlineData(2, "Title is blank. Nothing was changed.\n", "add", "--title", " ")]
    public async Task What_is_wrong_is_told_with_the_remedy(int exitCode, string error, params string[] arguments) =>
        Assert.Equal(new Ran(exitCode, "", error), await _folder.RunAsync([.. arguments.Prepend("faq")]));
}
