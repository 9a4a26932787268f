using System.Text;
using ProgrammeBot.Documents;
using ProgrammeBot.Ingestion;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Ingestion.Readers;

public sealed class JsonlReaderTests
{
    [Fact]
    public void Each_line_is_a_document()
    {
        using var folder = new TemporaryFolder();

        var outcome = folder.Read("corpus.jsonl", "{\"id\": \"a\", \"title\": \"A title\", \"text\": \"One. Two.\", \"standing\": \"opinion\", \"other\": [1]}\r\n\r\n{\"id\": 7, \"text\": \"First.\\n\\nSecond.\", \"url\": \"https://x.uk\"}\r\n");

        Assert.Empty(outcome.Problems);
        Assert.Equal(["a", "7"], outcome.Documents.Select(d => d.Id));
        Assert.Equal(["One. Two.", "First.\n\nSecond."], outcome.Documents.Select(d => d.Text));
        Assert.Equal(("A title", Standing.Opinion), (outcome.Documents[0].Metadata.Title, outcome.Documents[0].Metadata.Standing));
        Assert.Equal("https://x.uk/", outcome.Documents[1].Metadata.Link?.ToString());
    }

    [Fact]
    public void A_bad_line_is_told_by_its_number_and_the_others_go_on()
    {
        using var folder = new TemporaryFolder();
        var lines = new[]
        {
            "{\"id\": \"a\", \"text\": \"Good.\"}", "{\"id\": \"b\", \"text\": \"cut o", "[]", "{\"text\": \"no id\"}", "{\"id\": \"c\"}", "{\"id\": \"d e\", \"text\": \"x\"}",
            "{\"id\": \"f\", \"text\": \"\\ud800\"}", "{\"id\": \"g\", \"text\": \"x\", \"standing\": \"best\"}", new string('[', 10_000), "{\"id\": \"z\", \"text\": \"Good.\"}",
        };

        var outcome = folder.Read("corpus.jsonl", string.Join('\n', lines));

        Assert.Equal(["a", "z"], outcome.Documents.Select(d => d.Id));
        Assert.Equal([2, 3, 4, 5, 6, 7, 8, 9], outcome.Problems.Select(p => p.Line ?? 0));
        Assert.Equal("corpus.jsonl, line 8: skipped: 'standing: best' is no standing. Permitted are official, digest, secondary, opinion", outcome.Problems[6].ToString());
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void A_byte_order_mark_is_understood(string encoding)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["corpus.jsonl"], "{\"id\": \"é\", \"text\": \"Zürich\"}\n", Encoding.GetEncoding(encoding));

        Assert.Equal("Zürich", Assert.Single(folder.Read("corpus.jsonl").Documents).Text);
    }

    [Fact]
    public void A_line_too_long_is_left_out()
    {
        using var folder = new TemporaryFolder();
        var text = $"{{\"id\": \"a\", \"text\": \"{new string('x', 300_000)}\"}}\n{{\"id\": \"b\", \"text\": \"Good.\"}}";

        var outcome = folder.Read("corpus.jsonl", text, new IngestionOptions { MaxLineBytes = 100_000 });

        Assert.Equal("b", Assert.Single(outcome.Documents).Id);
        Assert.Equal(1, Assert.Single(outcome.Problems).Line);
    }

    [Fact]
    public void What_is_no_corpus_is_given_up_soon()
    {
        using var folder = new TemporaryFolder();

        var outcome = folder.Read("corpus.jsonl", string.Concat(Enumerable.Repeat("no json\n", 5000)));

        Assert.Equal(101, outcome.Problems.Count);
        Assert.Null(outcome.Problems[^1].Line);
    }

    [Fact]
    public void A_corpus_is_never_held_as_a_whole()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllLines(folder["corpus.jsonl"], Enumerable.Range(0, 1_100).Select(i => $"{{\"id\": \"d{i}\", \"text\": \"{new string('x', 1000)}\"}}"));
        var source = new SourceFolder(folder.FullPath);

        var first = new List<WeakReference>();
        foreach (var item in source.Stream(source.Scan().Files[0], TestContext.Current.CancellationToken))
        {
            first.Add(new WeakReference(item));
            if (first.Count == 1_000)
            {
                break;
            }
        }

        GC.Collect();
        Assert.True(first.Count(f => f.IsAlive) < 10);
    }
}
