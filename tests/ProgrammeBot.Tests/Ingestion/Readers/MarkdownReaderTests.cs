using ProgrammeBot.Documents;
using ProgrammeBot.Ingestion;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Ingestion.Readers;

public sealed class MarkdownReaderTests
{
    [Fact]
    public void Words_stay_and_markup_goes()
    {
        var document = SomeFiles.Document("guide.md", """
            # The *Guide*

            Some **bold**, _set_ and `code` words
            over two lines. A \* star &amp; an <b>old</b> tag.

            Setext heading
            --------------

            See [the page](https://x.ac.uk/a), [https://x.ac.uk](https://x.ac.uk), <https://y.uk>, https://z.uk and [mail](mailto:a@x.uk).
            ![A diagram](d.png) [ref][1]

            1. First
            2. Second
               - Inner *one*
               - Inner two

            | Code | Title |
            |------|:-----:|
            | C1   | A \| B |
            | C2   |       |

            A note.[^n] More.

            [^n]: The note's text.

            ```
            let x = 1;
              let y = 2;
            ```

            **Bold line**

            Under it.

            [1]: https://ref.uk
            <!-- hidden -->
            <div>

            Within a div.

            </div>
            """);

        Assert.Equal("""
            #! The Guide
            P Some bold, set and code words over two lines. A * star & an old tag.
            ## Setext heading
            P See the page (https://x.ac.uk/a), https://x.ac.uk, https://y.uk, https://z.uk and mail. A diagram ref
            - First
            - Second
            - Inner one
            - Inner two
            H0 Code | Title
            R0 C1 | A | B
            R0 C2 |
            P A note. (n) More.
            F (n) The note's text.
            C let x = 1;⏎  let y = 2;
            ####### Bold line
            P Under it.
            P Within a div.
            """, document.Outline());
        Assert.Contains("1. First\n2. Second\n  - Inner one\n  - Inner two\n\nCode | Title\nC1", document.Text, StringComparison.Ordinal);
        Assert.Equal("The Guide", document.Metadata.Title);
    }

    [Fact]
    public void Front_matter_is_metadata_and_no_text()
    {
        var document = SomeFiles.Document("guide.md", """
            ---
            id: my-guide
            title: "My guide: all of it"
            publisher: Example University
            programme: msc-x
            cohort: 2025-26 entry
            language: en-GB
            as_of: 2025-01
            link: https://x.ac.uk/guide
            digest_of: The long guide
            source_standing: secondary
            ---
            # A heading

            Text.
            """);

        Assert.Equal("A heading\n\nText.", document.Text);
        var about = document.Metadata;
        Assert.Equal(("my-guide", "My guide: all of it", "Example University", "msc-x"), (about.Id, about.Title, about.Publisher, about.Scope));
        Assert.Equal(("2025-26 entry", "en-GB", "2025-01", "https://x.ac.uk/guide"), (about.Cohort, about.Language, about.AsOf, about.Link?.ToString()));
        Assert.Equal((Standing.Digest, "The long guide", Standing.Secondary), (about.Standing, about.DigestOf, about.SourceStanding!.Value));
    }

    [Theory]
    [InlineData("---\ntitle: a: b\n---\nText", "a.md, line 2, column 9: skipped: the front matter is no YAML: while scanning a plain scalar value, found invalid mapping. Mend that line; quote values that hold ': ' or '#'")]
    [InlineData("---\nid: x\nstanding: offical\n---\nText", "a.md, line 3, column 11: skipped: 'standing: offical' is no standing. Permitted are official, digest, secondary, opinion")]
    [InlineData("---\nid: a b\n---\nText", "a.md, line 2, column 5: skipped: 'a b' is no document id. Use 1 to 128 letters, digits, '-', '_' or '.'")]
    [InlineData("---\ntitle: [a, b]\n---\nText", "a.md, line 2, column 8: skipped: 'title' is a list. Give it a single value")]
    [InlineData("---\ntitle: x\nText: y", "a.md, line 1, column 1: skipped: the front matter that begins with '---' has no end. Close it with a line '---'")]
    [InlineData("---\nx: &a 1\n---\nText", "a.md, line 2, column 4: skipped: the front matter is no YAML: anchors and aliases ('&name', '*name') are not read; quote the value if it begins with '&' or '*'. Mend that line; quote values that hold ': ' or '#'")]
    [InlineData("---\nid: x\nid: y\n---\nText", "a.md, line 3, column 1: skipped: the front matter is no YAML: the key 'id' stands twice. Mend that line; quote values that hold ': ' or '#'")]
    public void Broken_front_matter_names_line_and_column_and_skips_the_file(string text, string expected)
    {
        using var folder = new TemporaryFolder();

        var outcome = folder.Read("a.md", text);

        Assert.Empty(outcome.Documents);
        Assert.Equal(expected, Assert.Single(outcome.Problems).ToString());
    }

    [Fact]
    public void What_can_be_left_out_of_front_matter_is_a_warning()
    {
        using var folder = new TemporaryFolder();

        var outcome = folder.Read("a.md", "---\ntittle: x\nas_of: last year\nlink: javascript:alert(1)\n---\nText");

        Assert.Equal(["Text"], outcome.Documents.Select(d => d.Text));
        Assert.All(outcome.Problems, p => Assert.Equal(ProblemSeverity.Warning, p.Severity));
        Assert.Equal(["the key 'tittle' is not known and was left out", "'as_of: last year' is no date and was left out", "'link: javascript:alert(1)' is no web address and was left out"], outcome.Problems.Select(p => p.Reason));
    }

    [Fact]
    public void A_rule_across_the_page_is_no_front_matter() => Assert.Equal("One.\n\nTwo.", SomeFiles.Document("a.md", "---\nOne.\n\n---\n\nTwo.").Text.Trim());

    [Fact]
    public void Words_stand_in_the_order_of_the_file_whatever_it_holds()
    {
        string[] pieces = ["# H{0}\n\n", "word{0} ", "**bold{0}** ", "[label{0}](https://a.uk/p{0}) ", "\n\n", "- item{0}\n", "\n\n| a{0} | b{0} |\n|---|---|\n| c{0} | d{0} |\n\n", "`code{0}` ", "> quote{0}\n\n", "\n\n    code{0}\n\n", "<i>tag{0}</i> ", "\\*esc{0} ", "1. one{0}\n", "\n***\n"];
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var number = 0;
            var text = "start " + string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => string.Format(null, pieces[random.Next(pieces.Length)], number++)));

            var read = WordsOf(SomeFiles.Document("a.md", text).Text);

            Assert.True(WordsOf(text).SequenceEqual(read), $"seed {seed}:\n{text}\n---\n{string.Join(' ', read)}");
        }
    }

    /// <summary>Words that carry a number, so that markup and list markers are none.</summary>
    private static IEnumerable<string> WordsOf(string text) =>
        System.Text.RegularExpressions.Regex.Matches(System.Text.RegularExpressions.Regex.Replace(text, "<[^>]*>", ""), @"[a-zA-Z]+\d+").Select(m => m.Value);
}
