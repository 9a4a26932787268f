using System.Text;
using ProgrammeBot.App.Faq;
using ProgrammeBot.App.Faq.Tables;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Faq.Tables;

public sealed class FaqTableWriterTests
{
    private readonly FaqFiles _files = new();

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\")")]
    [InlineData("+1+cmd|' /C calc'!A0")]
    [InlineData("-2+3")]
    [InlineData("@SUM(1+1)")]
    [InlineData("'=1")]
    [InlineData("''@x")]
    [InlineData("＝1+1")]
    [InlineData("'tis so")]
    [InlineData("it's -5")]
    public void No_cell_begins_as_a_formula_does_and_what_was_written_is_read_back_unchanged(string words)
    {
        var entry = Entry("a", words, words, words);
        foreach (var format in (string[])["csv", "tsv"])
        {
            var bytes = _files.Write([entry], format);

            Assert.DoesNotContain(CellsOf(Encoding.UTF8.GetString(bytes), format == "csv" ? ',' : '\t'), c => c.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(c[0], StringComparison.Ordinal));
            Assert.Equal(entry.Content, Assert.Single(_files.Read($"a.{format}", bytes).Entries).Content);
        }
    }

    [Fact]
    public void Any_cell_comes_back_as_it_was_and_never_begins_as_a_formula_does()
    {
        var random = new Random(8);
        for (var round = 0; round < 2000; round++)
        {
            var cell = string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => "'='+-@\ta\r\n "[random.Next(10)]));
            var safe = SpreadsheetCells.Safe(cell);

            Assert.Equal(cell, SpreadsheetCells.Read(safe));
            Assert.False(safe.Length > 0 && "=+-@\t\r\n".Contains(safe[0], StringComparison.Ordinal), cell);
        }
    }

    [Fact]
    public void Azure_s_table_holds_entries_with_their_buttons_and_line_ends_and_is_read_back()
    {
        var first = Entry("fees", "What are the fees?", "Two parts:\n\n- one\n- two", "How much is it?");
        first = first with { Content = first.Content with { FollowUps = [new FaqFollowUp(new FaqId("pay"), "How to pay")], Tags = ["money", "a|b"], Scope = "msc-robotics" } };
        var second = Entry("pay", "How do I pay?", "By card.");

        var bytes = _files.Write([first, second], "tsv");
        var lines = Encoding.UTF8.GetString(bytes).TrimEnd().ReplaceLineEndings("\n").Split('\n');
        Assert.Equal("Question\tAnswer\tSource\tMetadata\tSuggestedQuestions\tIsContextOnly\tPrompts\tQnaId", lines[0]);
        Assert.Equal(4, lines.Length);
        Assert.EndsWith("\t[]\tFalse\t[]\t2", lines[3], StringComparison.Ordinal);

        var read = _files.Read("kb.tsv", bytes);
        Assert.Empty(read.Faults);
        Assert.Equal([(first.Id, first.Content), (second.Id, second.Content)], read.Entries.Select(e => (e.Id, e.Content)));
    }

    [Fact]
    public void A_table_as_Azure_exports_it_becomes_entries_by_their_number()
    {
        const string Table = "Question\tAnswer\tSource\tMetadata\tSuggestedQuestions\tIsContextOnly\tPrompts\tQnaId\tSourceDisplayName\n"
            + "When does term start?\tIn **September**.\\n\\nSee the calendar.\tEditorial\t\"[{\"\"name\"\":\"\"scope\"\",\"\"value\"\":\"\"msc-robotics\"\"},{\"\"name\"\":\"\"topic\"\",\"\"value\"\":\"\"dates\"\"}]\"\t[]\tFalse\t\"[{\"\"displayOrder\"\":1,\"\"qnaId\"\":9,\"\"displayText\"\":\"\"Gone\"\"},{\"\"displayOrder\"\":0,\"\"qnaId\"\":12,\"\"displayText\"\":\"\"And end?\"\"}]\"\t11\tEditorial\n"
            + "start of term\tIn **September**.\\n\\nSee the calendar.\tEditorial\t\t[]\tFalse\t[]\t11\tEditorial\n"
            + "When does term end?\tIn June.\thttps://x.example\ttopic:dates\t[]\tTrue\t[]\t12\tEditorial\n";

        var read = _files.Read("kb.tsv", Encoding.UTF8.GetBytes(Table));

        Assert.Empty(read.Faults);
        var (start, end) = (read.Entries[0].Content, read.Entries[1].Content);
        Assert.Equal(("When does term start?", "In **September**.\n\nSee the calendar.", "msc-robotics"), (start.Title, start.Answer, start.Scope));
        Assert.Equal(["start of term"], start.Phrasings);
        Assert.Equal(["topic:dates"], start.Tags);
        Assert.Equal([new FaqFollowUp(read.Entries[1].Id, "And end?")], start.FollowUps);
        Assert.Equal(["topic:dates"], end.Tags);
    }

    [Theory]
    [InlineData("Question\tAnswer\tMetadata\tQnaId\n\tx\t\t1\n", "a.tsv, line 2, column 1: 'question' is empty")]
    [InlineData("Question\tAnswer\tMetadata\tQnaId\nq\tx\t[{oops\t1\n", "a.tsv, line 2, column 3: 'metadata' is no list of names and values: write [{\"name\": \"scope\", \"value\": \"…\"}] or scope:…|tag:…")]
    [InlineData("Question\tAnswer\tPrompts\tQnaId\nq\tx\t{}\t1\n", "a.tsv, line 2, column 3: 'prompts' is no list of prompts: write [{\"displayOrder\": 0, \"qnaId\": 2, \"displayText\": \"…\"}], or []")]
    [InlineData("Question\tAnswer\tMetadata\tQnaId\nq\tx\tvalid_until:soon\t1\n", "a.tsv, line 2, column 3: 'metadata': 'valid_until' is no day: write it as 2025-09-30")]
    public void What_is_wrong_is_named_with_line_column_and_field_and_nothing_is_taken(string table, string fault)
    {
        var read = _files.Read("a.tsv", Encoding.UTF8.GetBytes(table));

        Assert.Equal([fault], read.Faults);
        Assert.Empty(read.Entries);
    }

    [Fact]
    public void Hostile_tables_are_faults_and_never_exceptions()
    {
        var random = new Random(3);
        for (var round = 0; round < 300; round++)
        {
            var text = new StringBuilder("Question\tAnswer\tMetadata\tPrompts\tQnaId\n");
            for (var i = random.Next(5); i >= 0; i--)
            {
                text.AppendJoin('\t', Enumerable.Range(0, random.Next(4, 7)).Select(_ => random.Next(3) == 0 ? SomeFaq.Characters(random, 12) : ((string[])["1", "[]", "[null]", "[{\"qnaId\":1}]", "[{\"qnaId\":99999999999}]", "\"", "id:a", "q", ""])[random.Next(9)])).Append('\n');
            }

            var read = _files.Read("x.tsv", Encoding.UTF8.GetBytes(text.ToString()));

            Assert.NotEqual(read.Faults.Count == 0, read.Entries.Count == 0);
        }
    }

    private static FaqEntry Entry(string id, string title, string answer, params string[] phrasings) =>
        new(new FaqId(id), new FaqContent { Title = title, Phrasings = [.. phrasings.Where(p => p != title)], Answer = answer, Status = FaqStatus.Live }, 1, "ada", DateTimeOffset.UnixEpoch);

    /// <summary>The cells by a reader of our own: fields in quotes with doubled ones within.</summary>
    private static List<string> CellsOf(string table, char delimiter)
    {
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < table.Length; i++)
        {
            if (table[i] == '"')
            {
                if (isQuoted && i + 1 < table.Length && table[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    isQuoted = !isQuoted;
                }
            }
            else if (!isQuoted && (table[i] == delimiter || table[i] is '\r' or '\n'))
            {
                cells.Add(cell.ToString());
                cell.Clear();
                i += table[i] == '\r' && i + 1 < table.Length && table[i + 1] == '\n' ? 1 : 0;
            }
            else
            {
                cell.Append(table[i]);
            }
        }

        return cells;
    }
}
