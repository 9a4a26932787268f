using System.Text;
using ProgrammeBot.Ingestion;
using ProgrammeBot.Passages;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Ingestion;

/// <summary>Whatever a file holds, reading it ends soon and ends well: in documents or in problems.</summary>
public sealed class HostileFilesTests
{
    private static readonly string[] Formats = ["a.md", "a.txt", "a.html", "a.jsonl", "a.docx", "a.pdf"];

    public static TheoryData<string, string> Nested()
    {
        var data = new TheoryData<string, string>();
        (string Name, string Text)[] texts =
        [
            ("div", Repeat("<div>", 10_000)), ("divs closed", Repeat("<div>", 10_000) + "x" + Repeat("</div>", 10_000)), ("bold", Repeat("<b>", 10_000) + "x"), ("table", Repeat("<table><tr><td>", 10_000) + "x"),
            ("unknown", Repeat("<x>", 100_000)), ("list", Repeat("<ul><li>", 10_000) + "x"), ("paragraphs", Repeat("<p>x", 20_000)),
            ("quotes", Repeat("> ", 10_000) + "x"), ("quotes tight", Repeat(">", 10_000) + "x"), ("bullets", Repeat("- ", 10_000) + "x"), ("numbers", Repeat("1. ", 10_000) + "x"),
            ("nested bullets", string.Concat(Enumerable.Range(0, 3_000).Select(i => new string(' ', 2 * i) + "- x\n"))),
            ("brackets", Repeat("[", 10_000) + "x" + Repeat("]", 10_000)), ("links", Repeat("[a](", 10_000)), ("images", Repeat("![", 10_000)), ("stars", Repeat("*a ", 10_000)), ("stars closed", Repeat("*", 10_000) + "x" + Repeat("*", 10_000)),
            ("mixed emphasis", Repeat("*a **b _c ", 5_000)), ("backticks", string.Concat(Enumerable.Range(1, 400).Select(i => new string('`', i) + " "))), ("pipes", Repeat("|", 20_000) + "\n" + Repeat("|-", 20_000)), ("angles", Repeat("<", 20_000)), ("entities", Repeat("&", 20_000)),
            ("json", Repeat("[", 10_000)), ("json objects", Repeat("{\"a\":", 10_000)), ("yaml flow", "---\na: " + Repeat("[", 10_000) + "\n---\nx"), ("yaml blocks", "---\n" + string.Concat(Enumerable.Range(0, 1_000).Select(i => new string(' ', i) + "a:\n")) + "---\nx"),
            ("footnotes", Repeat("[^a]", 5_000) + "\n\n[^a]: x [^a]\n"), ("headings", string.Concat(Enumerable.Range(0, 5_000).Select(i => $"{new string('#', 1 + (i % 6))} h\n"))), ("long line", new string('x', 3 << 20)), ("long words", Repeat("word ", 600_000)),
            ("questions", Repeat("Is it so?\n", 20_000)), ("short lines", Repeat("A line\n", 50_000)), ("tabs", Repeat("a\tb\n", 50_000)), ("many tabs", Repeat("\t", 200_000) + "x"), ("gaps", Repeat("a   b   c\n", 20_000)), ("dashes", Repeat("-", 200_000)), ("wrapped", Repeat(new string('a', 70) + "\n", 20_000)),
        ];
        foreach (var (name, _) in texts)
        {
            Texts[name] = texts.First(t => t.Name == name).Text;
            foreach (var format in Formats[..4])
            {
                data.Add(name, format);
            }
        }

        return data;
    }

    private static readonly Dictionary<string, string> Texts = [];

    [Theory]
    [MemberData(nameof(Nested))]
    public void Nesting_and_repetition_end_in_documents_or_problems(string name, string file)
    {
        using var folder = new TemporaryFolder();

        var outcome = folder.Read(file, Texts[name]);

        Assert.True(outcome.Documents.Count + outcome.Problems.Count > 0);
        Assert.All(outcome.Documents, d => Assert.All(PassageCutter.Cut(d), p => Assert.True(p.Text.Length <= Passage.MaxLength)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    [InlineData("\0\u0001\u0002binary\0\0\0")]
    [InlineData("<p> </p><!-- # -->\n")]
    public void What_holds_no_text_is_a_problem_in_every_format(string text)
    {
        foreach (var format in Formats)
        {
            using var folder = new TemporaryFolder();

            var outcome = folder.Read(format, text);

            Assert.Empty(outcome.Documents);
            var problem = Assert.Single(outcome.Problems);
            Assert.Equal((format, ProblemSeverity.Skipped), (problem.File, problem.Severity));
        }
    }

    [Fact]
    public void Any_bytes_are_a_document_or_a_problem_in_every_format()
    {
        using var folder = new TemporaryFolder();
        for (var seed = 0; seed < 120; seed++)
        {
            var random = new Random(seed);
            var bytes = new byte[random.Next(1, 3000)];
            random.NextBytes(bytes);
            if (seed % 2 == 0)
            {
                // Mostly letters and markup, so that it gets past the first gate.
                const string signs = "ab \n\t#*_[](){}<>|-=`~&;:.\"'/\\1²é\u0301";
                bytes = Encoding.UTF8.GetBytes(string.Concat(bytes.Select(b => signs[b % signs.Length])));
            }

            foreach (var format in Formats[..5])
            {
                var outcome = folder.Read(format, bytes);
                File.Delete(folder[format]);
                Assert.True(outcome.Documents.Count + outcome.Problems.Count > 0, $"seed {seed}, {format}");
                Assert.All(outcome.Documents, d => PassageCutter.Cut(d));
                Assert.True(outcome.Problems.All(p => !p.Reason.Contains("Exception", StringComparison.Ordinal)), $"seed {seed}, {format}: {string.Join(' ', outcome.Problems)}");
            }
        }
    }

    [Fact]
    public void A_file_of_500_megabytes_is_refused_unread()
    {
        using var folder = new TemporaryFolder();
        foreach (var format in Formats.Where(f => f != "a.jsonl"))
        {
            using (var sparse = File.Create(folder[format]))
            {
                sparse.SetLength(500L << 20);
            }

            Assert.Contains("it holds 500 MB, more than the", Assert.Single(folder.Read(format).Problems).Reason, StringComparison.Ordinal);
            File.Delete(folder[format]);
        }
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_told_with_its_name()
    {
        using var folder = new TemporaryFolder();

        // Held by another, for any user alike: missing rights would not stop root.
        using var held = new FileStream(folder.Write("a.md", "Text."), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.StartsWith("a.md: skipped: it could not be opened", Assert.Single(folder.Read("a.md").Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_that_fails_is_a_problem_of_that_file_alone()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.bad", "x");
        var source = new SourceFolder(folder.FullPath, readers: [new Failing()]);

        Assert.Equal("a.bad: skipped: it could not be read: broken (FormatException). Check that it opens in the program it was made with",
            Assert.Single(source.Read(source.Scan().Files[0], TestContext.Current.CancellationToken).Problems).ToString());
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private sealed class Failing : IDocumentReader
    {
        public IReadOnlyList<string> Extensions => [".bad"];

        public IEnumerable<ReadItem> Read(SourceFile file, Stream content, IngestionOptions options, CancellationToken cancellationToken) => throw new FormatException("broken");
    }
}
