using System.Text;
using System.Text.Json;
using ProgrammeBot.Documents;
using ProgrammeBot.Ingestion;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Ingestion;

/// <summary>The originals, as an operator would drop them in: text copied from web pages, a specification with tab-separated tables.</summary>
[Trait("Needs", "shared")]
public sealed class OriginalSourcesTests
{
    [Fact]
    public void Every_section_named_by_a_gold_question_is_a_heading_of_its_original()
    {
        var documents = Read();
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(SharedFolder.Path("gold", "questions.jsonl")))
        {
            using var item = JsonDocument.Parse(line);
            foreach (var (document, section) in Values(item, "doc").Zip(Values(item, "section")))
            {
                if (!documents[document].Sections.Any(s => Normal(s.Heading) == Normal(section)))
                {
                    missing.Add($"{document}: {section}");
                }
            }
        }

        Assert.Empty(missing);
    }

    [Fact]
    public void The_module_table_with_a_footnote_in_its_midst_is_one_table()
    {
        var document = Read()["mres-aiml-spec"];
        var rows = document.Blocks.Where(b => b.Span.In(document.Text).StartsWith("COMP", StringComparison.Ordinal)).ToList();

        Assert.Equal(27, rows.Count);
        Assert.Single(rows.Select(r => r.Table).Distinct());
        Assert.All(rows, r => Assert.Equal(6, r.Cells.Count));
        Assert.Equal("Code | Module Title | Core/ Compulsory/ Elective | Group | Term | Credits",
            document.Blocks.Single(b => b.Kind == BlockKind.TableHeader && b.Table == rows[0].Table).Span.In(document.Text));
        Assert.Contains(document.Blocks, b => b.Kind == BlockKind.Footnote && b.Span.Start > rows[0].Span.Start && b.Span.End < rows[^1].Span.End);
    }

    [Fact]
    public void A_specification_is_titled_by_its_programme() => Assert.Equal("MRes AI and Machine Learning", Read()["mres-aiml-spec"].Metadata.Title);

    [Fact]
    public void A_table_of_contents_is_not_taken_for_headings_or_text()
    {
        var document = Read()["msc-aml-guide"];

        Assert.DoesNotContain("Table of Contents", document.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Single(document.Sections, s => s.Heading == "Programme Overview and Engineering Focus");
    }

    private static Dictionary<string, SourceDocument> Read()
    {
        var folder = new SourceFolder(SharedFolder.Path("sources"));
        return folder.Scan().Files.SelectMany(f => folder.Read(f, TestContext.Current.CancellationToken).Documents).ToDictionary(d => d.Id);
    }

    private static List<string> Values(JsonDocument item, string field) => item.RootElement.GetProperty(field) switch
    {
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(v => v.GetString()!).ToList(),
        { ValueKind: JsonValueKind.String } one => [one.GetString()!],
        _ => [],
    };

    private static string Normal(string heading) => string.Join(' ', heading.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
