using System.Text.Json;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Commands;

/// <summary>The life of an entry by the program itself.</summary>
public sealed class FaqLifeCommandTests : IDisposable
{
    private const string Faq = """
        entries:
          - id: optics-book
            title: When is the laboratory book due?
            phrasings: [deadline of the lab book]
            answer: Hand it in by 4 September [1].
            citations:
              - document: optics
                quote: The laboratory book is due on 4 September.
            scope: mres-optics
          - id: parking
            title: Where can I park?
            answer: The documents do not say; the porter knows.
        """;

    private readonly NorthfieldFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task From_review_over_the_difference_and_the_gate_to_live()
    {
        _folder.Write("my.yaml", Faq);
        await _folder.RunAsync("faq", "import", "my.yaml");

        Assert.Equal("optics-book, revision 2: review\n", (await _folder.RunAsync("faq", "review", "optics-book", "--answer", "By 4 September, to the porter [1].", "--by", "ada")).Clean);
        Assert.Equal("Answer: [-Hand it in by-]{+By+} 4 September{+, to the porter+} [1].\nStatus: [-live-]{+review+}\n", (await _folder.RunAsync("faq", "diff", "optics-book")).Clean);
        Assert.StartsWith("Hand it in", (await _folder.RunAsync("ask", "When is the laboratory book due?", "--programme", "mres-optics")).Clean, StringComparison.Ordinal);
        Assert.Contains("(revision 1 answers meanwhile)", (await _folder.RunAsync("faq", "list", "--status", "review")).Output, StringComparison.Ordinal);

        _folder.Write("q.csv", "question,facts,document\nWhen is the laboratory book due?,porter,optics\n");
        using var gate = JsonDocument.Parse((await _folder.RunAsync("faq", "gate", "optics-book", "--eval", "q.csv", "--json")).Output);
        Assert.Equal(0, gate.RootElement.GetProperty("broken").GetInt32());
        var change = gate.RootElement.GetProperty("changes").EnumerateArray().First(c => c.GetProperty("origin").GetString() == "entry");
        Assert.StartsWith("Hand it in", change.GetProperty("before").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("By 4 September", change.GetProperty("after").GetProperty("text").GetString(), StringComparison.Ordinal);

        Assert.Equal("optics-book, revision 3: live\n", (await _folder.RunAsync("faq", "approve", "optics-book", "--by", "ben")).Clean);
        var again = await _folder.RunAsync("faq", "decline", "optics-book", "--note", "late");
        Assert.Equal((1, "The entry is not in review. Nothing was changed."), (again.ExitCode, again.Error.Trim()));
        Assert.Equal(2, (await _folder.RunAsync("faq", "diff", "optics-book", "9")).ExitCode);
        Assert.Equal(3, JsonDocument.Parse((await _folder.RunAsync("faq", "diff", "optics-book", "1", "3", "--json")).Output).RootElement.GetProperty("to").GetInt32());
    }

    [Fact]
    public async Task An_import_is_shown_before_it_is_done_and_an_update_leaves_what_people_wrote()
    {
        _folder.Write("my.yaml", Faq);
        await _folder.RunAsync("faq", "import", "my.yaml");
        await _folder.RunAsync("faq", "edit", "parking", "--answer", "Behind the hall.", "--by", "ada");
        _folder.Write("my.yaml", Faq.Replace("the porter knows", "ask the porter", StringComparison.Ordinal).Replace("Hand it in by", "Bring it by", StringComparison.Ordinal));

        var preview = (await _folder.RunAsync("faq", "import", "my.yaml", "--preview")).Clean;
        Assert.Contains("changed: optics-book\n    Answer: [-Hand-]{+Bring+} it", preview, StringComparison.Ordinal);
        Assert.Contains("conflict: parking", preview, StringComparison.Ordinal);
        Assert.EndsWith("0 new, 1 changed, 1 in conflict with what people wrote, 0 edited here since, 0 unchanged\n", preview, StringComparison.Ordinal);

        Assert.Equal(0, (await _folder.RunAsync("faq", "import", "my.yaml", "--update")).ExitCode);
        Assert.Contains("Behind the hall.", (await _folder.RunAsync("faq", "export")).Output, StringComparison.Ordinal);
        Assert.Contains("Bring it by", (await _folder.RunAsync("faq", "export")).Output, StringComparison.Ordinal);
        await _folder.RunAsync("faq", "import", "my.yaml", "--update", "--take", "parking");
        Assert.DoesNotContain("Behind the hall.", (await _folder.RunAsync("faq", "export")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_impact_of_a_document_is_shown_before_it_is_put_in()
    {
        _folder.Write("my.yaml", Faq);
        await _folder.RunAsync("faq", "import", "my.yaml");
        _folder.Write("new/optics.md", "---\ntitle: MRes Optics\n---\n# Dates\nThe laboratory book is due in May.\n");

        using var report = JsonDocument.Parse((await _folder.RunAsync("impact", "--with", "new/optics.md", "--json")).Output);
        var entry = Assert.Single(report.RootElement.GetProperty("entries").EnumerateArray());
        Assert.Equal(("optics-book", true), (entry.GetProperty("id").GetString(), entry.GetProperty("unserved").GetBoolean()));
        Assert.StartsWith("0 documents changed: 0 entries", (await _folder.RunAsync("impact")).Clean, StringComparison.Ordinal);
        Assert.Equal(2, (await _folder.RunAsync("impact", "--with", "nowhere.md")).ExitCode);
        Assert.Equal(2, (await _folder.RunAsync("impact", "--without", "nothing")).ExitCode);
    }
}
