using System.Text;
using ProgrammeBot.Documents;
using ProgrammeBot.Ingestion;
using ProgrammeBot.Passages;

namespace ProgrammeBot.Tests.Passages;

public sealed class PassageCutterTests
{
    [Fact]
    public void Paragraphs_of_a_section_are_joined_while_they_fit()
    {
        var passages = Cut(b =>
        {
            b.Heading(1, "One");
            b.Paragraph(new string('a', 400));
            b.Paragraph(new string('b', 400));
            b.Paragraph(new string('c', 400));
            b.Heading(1, "Two");
            b.Paragraph("short");
        });

        Assert.Equal([802, 400, 5], passages.Select(p => p.Text.Length));
        Assert.Equal(["One", "One", "Two"], passages.Select(p => p.HeadingPath[^1]));
    }

    [Fact]
    public void A_heading_alone_makes_no_passage() => Assert.Equal("text", Assert.Single(Cut(b =>
    {
        b.Heading(1, "Empty");
        b.Heading(2, "Full");
        b.Paragraph("text");
    })).Text);

    [Fact]
    public void A_list_stays_with_the_sentence_that_leads_to_it()
    {
        var passages = Cut(b =>
        {
            b.Paragraph(new string('a', 500));
            b.Paragraph("You must have:");
            b.ListItem("1. ", new string('b', 300), first: true);
            b.ListItem("2. ", new string('c', 300));
        });

        Assert.Equal(2, passages.Count);
        Assert.StartsWith("You must have:\n\n1. bbb", passages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_opens_a_passage_shows_its_first_marker() =>
        Assert.Equal("- lectures\n- labs", Assert.Single(Cut(b =>
        {
            b.ListItem("- ", "lectures", first: true);
            b.ListItem("- ", "labs");
        })).Text);

    [Fact]
    public void A_table_stands_by_itself_and_each_piece_carries_its_header()
    {
        var passages = Cut(b =>
        {
            b.Paragraph("Before.");
            var table = b.NewTable();
            b.Row(table, ["Code", "Title"], header: true);
            for (var i = 0; i < 30; i++)
            {
                b.Row(table, [$"C{i:00}", new string('x', 60)]);
                if (i == 9)
                {
                    b.Footnote("¹ A note in its midst.");
                }
            }

            b.Paragraph("After.");
        });

        Assert.Equal("Before.", passages[0].Text);
        Assert.Equal("After.", passages[^1].Text);
        Assert.Single(passages, p => p.Text == "¹ A note in its midst.");
        var rows = passages.Where(p => p.Text.StartsWith('C')).ToList();
        Assert.Equal(3, rows.Count);
        Assert.All(rows, p => Assert.Equal("Code | Title", p.TableHeader));
    }

    [Fact]
    public void A_table_row_is_never_split()
    {
        var row = string.Join(". ", Enumerable.Repeat("Sentence of the cell", 50)) + ".";
        var passages = Cut(b =>
        {
            var table = b.NewTable();
            b.Row(table, ["Academic Requirement", row]);
            b.Row(table, ["Other", "N/A"]);
        });

        Assert.Equal(["Academic Requirement | " + row, "Other | N/A"], passages.Select(p => p.Text));
    }

    [Fact]
    public void A_header_without_rows_is_text() => Assert.Equal("Name | Room", Assert.Single(Cut(b => b.Row(b.NewTable(), ["Name", "Room"], header: true))).Text);

    [Fact]
    public void What_is_too_long_is_split_between_sentences()
    {
        var sentence = 'W' + new string('w', 249) + ".";
        var passages = Cut(b => b.Paragraph(string.Join(' ', Enumerable.Repeat(sentence, 12))));

        Assert.Equal(4, passages.Count);
        Assert.All(passages, p => Assert.Equal(string.Join(' ', sentence, sentence, sentence), p.Text));
    }

    [Fact]
    public void A_surrogate_pair_is_never_split()
    {
        var passages = Cut(b => b.Paragraph("a" + string.Concat(Enumerable.Repeat("😀", 2000))));

        Assert.All(passages, p => Assert.False(char.IsLowSurrogate(p.Text[0]) || char.IsHighSurrogate(p.Text[^1])));
        Assert.Equal(4001, passages.Sum(p => p.Text.Length));
    }

    [Fact]
    public void Every_block_lies_in_exactly_one_passage_whatever_the_document()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var document = Generated(new Random(seed));
            var passages = PassageCutter.Cut(document);
            var at = $"seed {seed}";

            Assert.True(passages.Select((p, i) => p.Id == new PassageId(document.Id, i)).All(x => x), at);
            Assert.True(passages.Zip(passages.Skip(1)).All(p => p.First.Span.End <= p.Second.Span.Start), at);
            foreach (var passage in passages)
            {
                Assert.True(passage.Text == passage.Span.In(document.Text) && passage.Text.Length is > 0 and <= Passage.MaxLength, at);
                var inside = document.Blocks.Where(b => b.Span.Overlaps(passage.Span)).ToList();
                Assert.True(inside.Count > 0 && inside.TrueForAll(b => b.Section == passage.Section), at);
                Assert.True(inside.Select(b => b.Table).Distinct().Count() == 1 || inside.TrueForAll(b => b.Table < 0), at);
                Assert.True(passage.TableHeader == passage.HeaderSpan.In(document.Text), at);
            }

            foreach (var block in document.Blocks)
            {
                var holding = passages.Where(p => p.Span.Overlaps(block.Span)).ToList();
                var asHeader = block.Kind == BlockKind.TableHeader && passages.Any(p => p.HeaderSpan.Contains(block.Span));
                Assert.True(asHeader ? holding.Count == 0 : Solid(string.Concat(holding.Select(p => Common(p.Span, block.Span).In(document.Text)))) == Solid(block.Span.In(document.Text)), at);
                Assert.True(block.Span.Length > Passage.MaxLength - 50 || holding.Count <= 1, at);
            }
        }
    }

    private static TextSpan Common(TextSpan a, TextSpan b) => new(Math.Max(a.Start, b.Start), Math.Min(a.End, b.End));

    private static string Solid(string text) => new(text.Where(c => !char.IsWhiteSpace(c)).ToArray());

    private static SourceDocument Generated(Random random)
    {
        var builder = new DocumentBuilder();
        var table = builder.NewTable();
        for (var i = random.Next(1, 25); i > 0; i--)
        {
            switch (random.Next(8))
            {
                case 0:
                    builder.Heading(random.Next(1, 4), Text(random, 6));
                    break;
                case 1:
                    builder.Footnote(Text(random, 20));
                    break;
                case 2:
                    table = builder.NewTable();
                    builder.Row(table, ["Name", Text(random, 3)], header: true);
                    break;
                case 3 or 4:
                    builder.Row(table, [Text(random, 5), "", Text(random, random.Next(20) == 0 ? 500 : 10)]);
                    break;
                case 5:
                    builder.ListItem("- ", Text(random, random.Next(10) == 0 ? 400 : 15), random.Next(3), random.Next(3) == 0);
                    break;
                default:
                    builder.Paragraph(Text(random, random.Next(8) == 0 ? 600 : 60));
                    break;
            }
        }

        return builder.Build(new DocumentMetadata("generated"));
    }

    private static string Text(Random random, int words)
    {
        var text = new StringBuilder("x");
        for (var i = random.Next(1, words + 1); i > 0; i--)
        {
            text.Append(random.Next(9) == 0 ? ". " : " ").Append("Wörd😀"[..random.Next(1, 5)]);
        }

        return random.Next(40) == 0 ? text.Replace(" ", "_").ToString() : text.ToString();
    }

    private static IReadOnlyList<Passage> Cut(Action<DocumentBuilder> write)
    {
        var builder = new DocumentBuilder();
        write(builder);
        return PassageCutter.Cut(builder.Build(new DocumentMetadata("test")));
    }
}
