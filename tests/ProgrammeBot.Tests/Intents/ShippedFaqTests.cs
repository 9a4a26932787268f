using System.Text.Json;
using System.Text.RegularExpressions;
using ProgrammeBot.Documents;
using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Searching.Analysis;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Intents;

public sealed partial class ShippedFaqTests
{
    private static IReadOnlyList<ShippedFaqEntry> Entries => ShippedFaq.Entries;

    [Fact]
    public void Every_entry_is_well_formed()
    {
        Assert.InRange(Entries.Count, 40, 80);
        Assert.Equal(Entries.Count, Entries.Select(e => e.Id).Distinct().Count());
        Assert.All(Entries, e =>
        {
            Assert.Matches("^[a-z0-9-]+$", e.Id);
            Assert.InRange(e.Phrasings.Count, 3, 6);
            Assert.InRange(e.Answer.Length, 5, 500);
            Assert.NotEmpty(e.Tags);
            Assert.True(e.Scope is null || Seeds.Scopes.Find(e.Scope) is not null, e.Id);
            Assert.Equal(Enumerable.Range(1, e.Quotes.Count), Mark().Matches(e.Answer).Select(m => int.Parse(m.Groups[1].Value, null)).Distinct());
        });
    }

    [Fact]
    public void What_the_documents_do_not_hold_is_said_without_a_figure_and_leads_to_somebody()
    {
        var contacts = ContactsFile.Read(Seeds.Path("contacts.yaml"), Seeds.Scopes).Book;
        var notHeld = Entries.Where(e => e.Quotes.Count == 0).ToList();

        Assert.InRange(notHeld.Count, 10, 30);
        Assert.All(notHeld, e =>
        {
            Assert.StartsWith("The documents ", e.Answer, StringComparison.Ordinal);
            Assert.DoesNotContain(e.Answer, char.IsDigit);
            Assert.All(e.Tags, tag => Assert.NotNull(contacts.ByTopic(tag, e.Scope)));
        });
        Assert.All(Entries.SelectMany(e => e.Tags), tag => Assert.Contains(contacts.Topics, t => t.Id == tag));
    }

    [Fact]
    public void Every_quote_stands_word_for_word_in_its_document()
    {
        foreach (var (entry, quote) in Entries.SelectMany(e => e.Quotes.Select(q => (e, q))))
        {
            var document = Seeds.Documents[quote.Document];
            var section = quote.Section is null ? document.Sections[0] : document.Sections.FirstOrDefault(s => s.Heading == quote.Section);
            Assert.True(section is not null, $"{entry.Id}: {quote.Document} has no section '{quote.Section}'");
            var at = section.Span.Start;
            foreach (var piece in quote.Text.Split([" … ", "\n"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var found = document.Text.IndexOf(piece, at, section.Span.End - at, StringComparison.Ordinal);
                Assert.True(found >= 0, $"{entry.Id}: not in '{section.Heading}' of {quote.Document}, or not in this order: '{piece}'");
                at = found + piece.Length;
            }
        }
    }

    [Fact]
    public void A_quote_of_a_table_is_whole_rows_under_their_header()
    {
        foreach (var (entry, quote) in Entries.SelectMany(e => e.Quotes.Select(q => (e, q))))
        {
            var document = Seeds.Documents[quote.Document];
            var lines = quote.Text.Split('\n').Select(l => l.Split(" … ")[^1].Trim()).Where(l => l.Contains(" | ", StringComparison.Ordinal)).ToList();
            var blocks = lines.Select(line => document.Blocks.FirstOrDefault(b => b.Span.In(document.Text).Trim() == line)).ToList();
            Assert.True(blocks.TrueForAll(b => b is not null), $"{entry.Id}: a line is no whole row");
            Assert.True(blocks.Count == 0 || blocks[0]!.Kind == BlockKind.TableHeader, $"{entry.Id}: rows without their header"); // checked above
        }
    }

    [Fact]
    public void Every_figure_of_an_answer_is_carried_by_its_quotes()
    {
        foreach (var entry in Entries)
        {
            var quoted = Figures(string.Join(' ', entry.Quotes.Select(q => q.Text))).ToHashSet();
            Assert.All(Figures(Mark().Replace(entry.Answer, "")).Where(f => f is not "2026"), f => Assert.True(quoted.Contains(f), $"{entry.Id}: {f} is not in its quotes"));
        }
    }

    [Fact]
    public void No_two_phrasings_of_one_place_are_alike()
    {
        var all = Entries.SelectMany(e => e.Phrasings.Append(e.Title).Select(p => (e, p))).ToList();
        foreach (var ((a, left), i) in all.Select((p, i) => (p, i)))
        {
            Assert.All(all.Skip(i + 1).Where(o => o.e == a || o.e.Scope == a.Scope || o.e.Scope is null || a.Scope is null), o =>
                Assert.True(Closeness(left, o.p) < 0.8, $"{a.Id}: '{left}' is too like {o.e.Id}: '{o.p}'"));
        }
    }

    [Fact]
    [Trait("Needs", "shared")]
    public void Every_figure_quoted_stands_in_the_original_too()
    {
        var originals = Seeds.In(SharedFolder.Path("sources"));
        foreach (var (entry, quote) in Entries.SelectMany(e => e.Quotes.Select(q => (e, q))))
        {
            var held = Figures(originals[quote.Document].Text).ToHashSet();
            Assert.All(Figures(quote.Text), f => Assert.True(held.Contains(f), $"{entry.Id}: {f} is not in the original"));
        }
    }

    /// <remarks>Prints our words only: whoever mends them must not see the sample they are judged by.</remarks>
    [Fact]
    [Trait("Needs", "shared")]
    public void No_wording_is_close_to_a_gold_question()
    {
        var gold = new List<string>();
        foreach (var line in File.ReadLines(SharedFolder.Path("gold", "questions.jsonl")))
        {
            using var item = JsonDocument.Parse(line);
            gold.Add(item.RootElement.GetProperty("question").GetString()!); // every gold line has one
            if (item.RootElement.TryGetProperty("turns", out var turns) && turns.ValueKind == JsonValueKind.Array)
            {
                gold.AddRange(turns.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString()!)); // strings only
            }
        }

        var close = Entries.SelectMany(e => e.Phrasings.Append(e.Title).Select(p => (e.Id, Wording: p)))
            .Where(p => gold.Exists(g => IsTooClose(p.Wording, g)))
            .Select(p => $"{p.Id}: {p.Wording}")
            .ToList();
        Assert.True(close.Count == 0, "Reword:\n" + string.Join('\n', close));
    }

    private static bool IsTooClose(string ours, string theirs)
    {
        if (Closeness(ours, theirs) >= 0.7 || Telling(ours).SequenceEqual(Telling(theirs)))
        {
            return true;
        }

        var (a, b) = (string.Join(' ', Words(ours)), string.Join(' ', Words(theirs)));
        return 1 - ((double)Edits(a, b) / Math.Max(1, Math.Max(a.Length, b.Length))) >= 0.8;
    }

    /// <summary>The share of words that two texts have in common.</summary>
    private static double Closeness(string left, string right)
    {
        var (a, b) = (Words(left).ToHashSet(), Words(right).ToHashSet());
        return a.Count + b.Count == 0 ? 1 : (double)a.Intersect(b).Count() / a.Union(b).Count();
    }

    private static IEnumerable<string> Words(string text) => Word().Matches(text.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal)).Select(m => m.Value);

    private static IEnumerable<string> Telling(string text) => EnglishAnalyzer.Analyze(text).Where(t => !t.IsStopWord).Select(t => t.Term);

    private static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[^1];
    }

    private static IEnumerable<string> Figures(string text) => Figure().Matches(text).Select(m => m.Value);

    [GeneratedRegex(@"\[(\d)\]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\d+(?:[.,]\d+)*")]
    private static partial Regex Figure();
}
