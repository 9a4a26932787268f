using ProgrammeBot.Ingestion.PlainText;

namespace ProgrammeBot.Ingestion.Readers;

/// <summary>Reads PDF by <c>pdftotext</c> of poppler; where that is not installed, a PDF is a problem with its remedy.</summary>
public sealed class PdfReader : IDocumentReader
{
    /// <summary>Where damage and encryption are declared: the trailer, at the end or (linearised) at the start.</summary>
    private const int TrailerBytes = 64 << 10;

    private readonly string? _program;

    /// <param name="program">The converter's path; null looks for <c>pdftotext</c> on the PATH at each file.</param>
    public PdfReader(string? program = null) => _program = program;

    public IReadOnlyList<string> Extensions { get; } = [".pdf"];

    public IEnumerable<ReadItem> Read(SourceFile file, Stream content, IngestionOptions options, CancellationToken cancellationToken)
    {
        if ((_program ?? PdfToText.OnPath()) is not { } program)
        {
            yield return new IngestionProblem(file.Path, "PDF needs the program 'pdftotext', which is not on the PATH", "Install poppler-utils");
            yield break;
        }

        if (content.Length > options.MaxPackageBytes)
        {
            yield return new IngestionProblem(file.Path, $"it holds {content.Length >> 20} MB, more than the {options.MaxPackageBytes >> 20} MB that a PDF may have", "Split it");
            yield break;
        }

        var run = PdfToText.Run(program, file.FullPath, options, cancellationToken);
        if (run.Text is null)
        {
            yield return Why(file, content, run, options);
            yield break;
        }

        var builder = new DocumentBuilder();
        new LayoutReader(builder).Read(PdfPages.Lines(run.Text));
        if (!builder.HasBlocks)
        {
            yield return new IngestionProblem(file.Path, "it holds no text, only pictures of pages", "Have its text recognised (OCR), for example by ocrmypdf");
            yield break;
        }

        yield return builder.Build(new MetadataKeys().Build(DocumentIds.FromStem(file.Stem), builder.Title ?? builder.FirstHeading));
    }

    private static IngestionProblem Why(SourceFile file, Stream content, PdfRun run, IngestionOptions options)
    {
        if (run.NotStarted)
        {
            return new IngestionProblem(file.Path, "PDF needs the program 'pdftotext', which could not be started", "Install poppler-utils");
        }

        if (run.TimedOut)
        {
            return new IngestionProblem(file.Path, $"its conversion took longer than {options.PdfTimeLimit.TotalSeconds:0} s", "Print it anew, or save its text");
        }

        if (run.TooLong)
        {
            return new IngestionProblem(file.Path, $"it holds more than {options.MaxTextBytes >> 20} MB of text", "Split it");
        }

        return IsEncrypted(content)
            ? new IngestionProblem(file.Path, "it is encrypted", "Save it without a password")
            : new IngestionProblem(file.Path, $"it is damaged or no PDF ({run.Message})", "Get or print it again");
    }

    private static bool IsEncrypted(Stream content)
    {
        var buffer = new byte[(int)Math.Min(content.Length, TrailerBytes)];
        content.Position = 0;
        content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        if (buffer.AsSpan().IndexOf("/Encrypt"u8) >= 0)
        {
            return true;
        }

        content.Position = content.Length - buffer.Length;
        content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return buffer.AsSpan().IndexOf("/Encrypt"u8) >= 0;
    }
}
