using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using ProgrammeBot.Ingestion;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Ingestion.Readers;

public sealed class DocxReaderTests
{
    private const string Numbering = """
        <w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
        <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
        <w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>
        """;

    private const string Styles = """
        <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
        <w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
        <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
        <w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Our heading"/><w:basedOn w:val="H2"/></w:style>
        <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="Own"/></w:style>
        <w:style w:type="paragraph" w:styleId="Toc"><w:name w:val="toc 1"/></w:style>
        </w:styles>
        """;

    [Fact]
    public void Headings_lists_tables_links_and_notes_are_read()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["guide.docx"], Word("""
            <w:p><w:pPr><w:pStyle w:val="T"/></w:pPr><w:r><w:t>The Guide</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="Toc"/></w:pPr><w:r><w:t>Entry 1</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>Entry</w:t></w:r></w:p>
            <w:p><w:r><w:t xml:space="preserve">You </w:t></w:r><w:ins w:id="1" w:author="x"><w:r><w:t>need</w:t></w:r></w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>want</w:delText></w:r></w:del>
              <w:r><w:t xml:space="preserve"> a degree</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>
              <w:r><w:t xml:space="preserve"> from </w:t></w:r><w:hyperlink r:id="link1"><w:r><w:t>here</w:t></w:r></w:hyperlink>
              <w:r><w:pict><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="Own"/></w:pPr><w:r><w:t>Steps</w:t></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr><w:r><w:t>One</w:t></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr></w:pPr><w:r><w:t>Inner</w:t></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr><w:r><w:t>Two</w:t></w:r></w:p>
            <w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Modules</w:t></w:r></w:p>
            <w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>Term</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Module</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>Autumn</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Logic</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>Vision</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            <w:sdt><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>
            """));

        var outcome = folder.Read("guide.docx");

        Assert.Empty(outcome.Problems);
        var document = Assert.Single(outcome.Documents);
        Assert.Equal("""
            #! The Guide
            # Entry
            P You need a degree (2) from here (https://x.ac.uk/a)
            F (2) Or its equal.
            ## Steps
            - One
            - Inner
            - Two
            # Modules
            H0 Term | Module
            R0 Autumn | Logic
            R0 Autumn | Vision
            P In a control.
            """, document.Outline());
        Assert.Contains("1. One\n  - Inner\n2. Two", document.Text, StringComparison.Ordinal);
        Assert.Equal(("The Guide", "A. Writer"), (document.Metadata.Title, document.Metadata.Publisher));
    }

    [Fact]
    public void An_encrypted_one_is_told_as_such()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal("a.docx: skipped: it is encrypted, or in the old format of Word 97. Save it as .docx without a password",
            Assert.Single(folder.Read("a.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[500]]).Problems).ToString());
    }

    [Fact]
    public void A_truncated_one_is_told_as_such()
    {
        using var folder = new TemporaryFolder();
        var whole = Word("<w:p><w:r><w:t>Text</w:t></w:r></w:p>");

        for (var length = 1; length < whole.Length; length += 97)
        {
            var outcome = folder.Read("a.docx", whole[..length]);
            Assert.Empty(outcome.Documents);
            Assert.Equal(ProblemSeverity.Skipped, Assert.Single(outcome.Problems).Severity);
        }
    }

    [Fact]
    public void A_damaged_one_is_a_document_or_a_problem_but_never_a_fault()
    {
        using var folder = new TemporaryFolder();
        var whole = Word("<w:p><w:r><w:t>Text</w:t></w:r></w:p>");
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            var bytes = whole.ToArray();
            for (var i = 0; i < 6; i++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var outcome = folder.Read("a.docx", bytes);

            Assert.True(outcome.Documents.Count + outcome.Problems.Count == 1, $"seed {seed}");
        }
    }

    [Fact]
    public void A_zip_bomb_is_refused_unopened()
    {
        using var folder = new TemporaryFolder();
        var bomb = SomeFiles.Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", new string(' ', 40 << 20)));

        Assert.Equal("a.docx: skipped: it unpacks to more than any document needs (a zip bomb?). Do not open it; ask where it came from",
            Assert.Single(folder.Read("a.docx", bomb).Problems).ToString());
    }

    [Fact]
    public void Xml_nested_without_end_is_refused()
    {
        using var folder = new TemporaryFolder();
        var deep = string.Concat(Enumerable.Repeat("<a>", 10_000)) + string.Concat(Enumerable.Repeat("</a>", 10_000));

        Assert.Contains("nested deeper", Assert.Single(folder.Read("a.docx", SomeFiles.Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", deep))).Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_that_multiply_are_refused()
    {
        using var folder = new TemporaryFolder();

        Assert.Contains("no XML", Assert.Single(folder.Read("a.docx", SomeFiles.Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<!DOCTYPE a [<!ENTITY x 'xx'>]><a>&x;</a>"))).Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_kind_of_package_is_told_as_such()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal("it is a zip package, but no Word document", Assert.Single(folder.Read("a.docx", SomeFiles.Zip(("a.txt", "text"))).Problems).Reason);
        Assert.Single(folder.Read("a.docx", SomeFiles.Zip(("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"))).Problems);
    }

    private static byte[] Word(string body)
    {
        using var memory = new MemoryStream();
        using (var package = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            package.PackageProperties.Creator = "A. Writer";
            var main = package.AddMainDocumentPart();
            const string names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
            Feed(main, $"<w:document {names}><w:body>{body}</w:body></w:document>");
            Feed(main.AddNewPart<StyleDefinitionsPart>(), Styles);
            Feed(main.AddNewPart<NumberingDefinitionsPart>(), Numbering);
            Feed(main.AddNewPart<FootnotesPart>(), $"<w:footnotes {names}><w:footnote w:id=\"2\"><w:p><w:r><w:t>Or its equal.</w:t></w:r></w:p></w:footnote></w:footnotes>");
            main.AddHyperlinkRelationship(new Uri("https://x.ac.uk/a"), isExternal: true, "link1");
        }

        return memory.ToArray();
    }

    private static void Feed(OpenXmlPart part, string xml)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(xml));
        part.FeedData(content);
    }
}
