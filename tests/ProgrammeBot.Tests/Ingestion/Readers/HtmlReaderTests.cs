using System.Text;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Ingestion.Readers;

public sealed class HtmlReaderTests
{
    [Fact]
    public void The_main_content_is_read_and_what_surrounds_it_is_not()
    {
        var document = SomeFiles.Document("page.html", """
            <!DOCTYPE html><html lang="en-GB"><head><title>Fees | Example</title>
            <meta name="publisher" content="Example University"><meta property="article:modified_time" content="2025-03-04T10:00:00Z">
            <link rel="canonical" href="https://x.ac.uk/fees"><style>p{}</style><script>var hidden = 1;</script></head>
            <body><header>Banner</header><nav><ul><li>Menu</li></ul></nav>
            <main><header><h1>Fees &amp; funding</h1></header>
            Bare text
            over lines.<p>See <a href="https://x.ac.uk/a">the <b>page</b></a>, <a href="/b">inner</a> or <a href="https://y.uk">https://y.uk</a>.<br>New line.</p>
            <h2>Kinds</h2><ol start="3"><li>One<ul><li>Inner</li></ul></li><li><p>Two</p></li></ol>
            <p hidden>Hidden.</p><p style="display: none">Hidden.</p><div class="cookie-consent">Cookies</div>
            <dl><dt>ECTS</dt><dd>European credits.</dd><dt>Can I resit?</dt><dd>Once.</dd></dl>
            <details><summary>Is it long?</summary><p>A year.</p></details>
            <p>After it.</p><pre>a  b
            c</pre></main>
            <aside>Aside</aside><footer>Footer</footer></body></html>
            """);

        Assert.Equal("""
            #! Fees & funding
            P Bare text over lines.
            P See the page (https://x.ac.uk/a), inner or https://y.uk.⏎New line.
            ## Kinds
            - One
            - Inner
            - Two
            P ECTS: European credits.
            ### Can I resit?
            P Once.
            ### Is it long?
            P A year.
            P After it.
            C a  b⏎c
            """, document.Outline());
        Assert.Contains("3. One\n  - Inner\n4. Two", document.Text, StringComparison.Ordinal);
        Assert.Equal(("Fees & funding", "Example University", "2025-03-04", "https://x.ac.uk/fees", "en-GB"),
            (document.Metadata.Title, document.Metadata.Publisher, document.Metadata.AsOf, document.Metadata.Link?.ToString(), document.Metadata.Language));
        Assert.Equal("Kinds", document.Sections[document.Blocks.Single(b => b.Span.In(document.Text) == "After it.").Section].Heading);
    }

    [Fact]
    public void Cells_over_several_rows_stand_in_each_and_headings_over_several_columns_too()
    {
        Assert.Equal("""
            P All of them
            H0 Kind | Share | Share
            H0 Kind | Autumn | Spring
            R0 Exam | 40% | 10%
            R0 Lab | 40% | 20%
            H1 Code | Title
            R1 C1 | Logic
            R2 Key | Value
            """, SomeFiles.Document("page.htm", """
            <table><caption>All of them</caption><tr><th rowspan=2>Kind<th colspan=2>Share<tr><th>Autumn<th>Spring<tr><th>Exam<td rowspan=2>40%<td>10%<tr><th>Lab<td>20%</table>
            <table><thead><tr><td>Code<td>Title</thead><tbody><tr><td>C1<td>Logic</table>
            <table><tr><th>Key<td>Value</table>
            """).Outline());
    }

    [Fact]
    public void A_table_that_only_places_things_is_no_table()
    {
        Assert.Equal("# Title\nP One\nP Two", SomeFiles.Document("page.html", "<table><tr><td><h1>Title</h1><p>One</p><td><p>Two</p></table><h1></h1>").Outline());
    }

    [Fact]
    public void A_declared_encoding_is_believed()
    {
        using var folder = new TemporaryFolder();
        var bytes = Encoding.ASCII.GetBytes("<meta charset=iso-8859-2><p>").Concat(new byte[] { 0xB1 }).ToArray();

        Assert.Equal("ą", Assert.Single(folder.Read("page.html", bytes).Documents).Text);
    }

    [Fact]
    public void A_page_without_text_is_a_problem()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal("page.html: skipped: its main content holds no text. Save the page as its browser shows it, with the text in it",
            Assert.Single(folder.Read("page.html", "<html><body><script>render()</script></body></html>").Problems).ToString());
    }
}
