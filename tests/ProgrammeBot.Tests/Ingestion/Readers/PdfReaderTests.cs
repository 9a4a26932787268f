using ProgrammeBot.Ingestion;
using ProgrammeBot.Ingestion.Readers;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Ingestion.Readers;

public sealed class PdfReaderTests
{
    [Fact]
    public void Pages_are_kept_running_heads_go_and_paragraphs_flow_again()
    {
        NeedsConverter();
        using var folder = new TemporaryFolder();
        var pdf = new PdfFile();
        for (var page = 1; page <= 3; page++)
        {
            pdf.Page().Words(50, 20, "Example Handbook 2025").Words(280, 780, $"Page {page}");
            switch (page)
            {
                case 1:
                    pdf.Words(50, 60, "Entry Requirements");
                    pdf.Words(50, 90, "Students of this programme need a good degree in a subject that is near").Words(50, 102, "to computing, and some of them take an introduc-").Words(50, 114, "tory course before they begin.");
                    pdf.Words(50, 150, "Code").Words(150, 150, "Title").Words(350, 150, "Credits").Words(50, 162, "AB1001").Words(150, 162, "Logic and Proof").Words(350, 162, "5");
                    break;
                case 2:
                    pdf.Words(50, 60, "Code").Words(150, 60, "Title").Words(350, 60, "Credits").Words(50, 72, "AB1002").Words(150, 72, "Computer Vision").Words(350, 72, "10");
                    pdf.Words(50, 120, "Assessment of Modules").Words(50, 150, "The exam counts for half of the mark and is written in").Words(50, 162, "the summer term of the year. It is the second");
                    break;
                default:
                    pdf.Words(50, 60, "half of the assessment.");
                    break;
            }
        }

        var outcome = folder.Read("-handbook.pdf", pdf.ToBytes());

        Assert.Empty(outcome.Problems);
        var document = Assert.Single(outcome.Documents);
        Assert.Equal("""
            #! Entry Requirements
            P Students of this programme need a good degree in a subject that is near to computing, and some of them take an introductory course before they begin.
            H0 Code | Title | Credits
            R0 AB1001 | Logic and Proof | 5
            R0 AB1002 | Computer Vision | 10
            # Assessment of Modules
            P The exam counts for half of the mark and is written in the summer term of the year. It is the second half of the assessment.
            """, document.Outline());
        Assert.Equal([1, 1, 1, 2, 2], document.Blocks.Select(b => b.Page ?? 0));
    }

    [Fact]
    public void An_encrypted_one_is_told_as_such()
    {
        NeedsConverter();
        using var folder = new TemporaryFolder();

        Assert.Equal("a.pdf: skipped: it is encrypted. Save it without a password",
            Assert.Single(folder.Read("a.pdf", new PdfFile { Encrypted = true }.Page().Words(50, 50, "Secret").ToBytes()).Problems).ToString());
    }

    [Fact]
    public void A_damaged_one_is_told_as_such()
    {
        NeedsConverter();
        using var folder = new TemporaryFolder();

        Assert.StartsWith("a.pdf: skipped: it is damaged or no PDF", Assert.Single(folder.Read("a.pdf", "not at all a PDF").Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_without_words_are_pictures()
    {
        NeedsConverter();
        using var folder = new TemporaryFolder();

        Assert.Equal("a.pdf: skipped: it holds no text, only pictures of pages. Have its text recognised (OCR), for example by ocrmypdf",
            Assert.Single(folder.Read("a.pdf", new PdfFile().Page().Page().ToBytes()).Problems).ToString());
    }

    [Fact]
    public void Without_the_converter_the_remedy_is_to_install_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.pdf", "%PDF-1.4");
        var source = new SourceFolder(folder.FullPath, readers: [new PdfReader(folder["no-such-program"])]);

        Assert.Equal("a.pdf: skipped: PDF needs the program 'pdftotext', which could not be started. Install poppler-utils",
            Assert.Single(source.Read(source.Scan().Files[0], TestContext.Current.CancellationToken).Problems).ToString());
    }

    [Fact]
    public void A_conversion_that_does_not_end_is_ended()
    {
        using var folder = new TemporaryFolder();
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The stand-in for the converter is a shell script.");
            return;
        }

        File.WriteAllText(folder["endless"], "#!/bin/sh\nexec sleep 600\n");
        File.SetUnixFileMode(folder["endless"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        folder.Write("a.pdf", "%PDF-1.4");
        var reader = new PdfReader(folder["endless"]);

        var limited = new SourceFolder(folder["a.pdf"], new IngestionOptions { PdfTimeLimit = TimeSpan.FromMilliseconds(200) }, [reader]);
        Assert.Equal("its conversion took longer than 0 s", Assert.Single(limited.Read(limited.Scan().Files[0], TestContext.Current.CancellationToken).Problems).Reason);

        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var cancelled = new SourceFolder(folder["a.pdf"], readers: [reader]);
        Assert.ThrowsAny<OperationCanceledException>(() => cancelled.Read(cancelled.Scan().Files[0], stop.Token));
    }

    private static void NeedsConverter() => Assert.SkipUnless(PdfToText.OnPath() is not null, "pdftotext is not on the PATH (apt: poppler-utils).");
}
