using System.Globalization;
using DocumentFormat.OpenXml.Packaging;

namespace ProgrammeBot.Ingestion.Readers;

/// <summary>Reads Word documents.</summary>
public sealed class DocxReader : IDocumentReader
{
    public IReadOnlyList<string> Extensions { get; } = [".docx"];

    public IEnumerable<ReadItem> Read(SourceFile file, Stream content, IngestionOptions options, CancellationToken cancellationToken)
    {
        if (PackageCheck.Find(file, content, options, cancellationToken) is { } problem)
        {
            return [problem];
        }

        try
        {
            using var package = WordprocessingDocument.Open(content, isEditable: false);
            return package.MainDocumentPart?.Document.Body is { } body
                ? [Document(file, package, new DocxWalk(package.MainDocumentPart), body)]
                : [new IngestionProblem(file.Path, "it is a package without a Word document in it", "Save it as .docx")];
        }
        catch (OpenXmlPackageException fault)
        {
            return [new IngestionProblem(file.Path, $"its package is damaged: {fault.Message}", "Save it again with Word or LibreOffice")];
        }
        catch (InvalidDataException fault)
        {
            return [new IngestionProblem(file.Path, $"it is cut off or damaged: {fault.Message}", "Get or save it again")];
        }
    }

    private static ReadItem Document(SourceFile file, WordprocessingDocument package, DocxWalk walk, DocumentFormat.OpenXml.Wordprocessing.Body body)
    {
        var builder = walk.Read(body);
        if (!builder.HasBlocks)
        {
            return new IngestionProblem(file.Path, "it holds no text", "Write something in it, or remove it");
        }

        var about = package.PackageProperties;
        var keys = new MetadataKeys { Publisher = Shown(package.ExtendedFilePropertiesPart?.Properties.Company?.Text) ?? Shown(about.Creator), Language = Shown(about.Language) };
        if (about.Modified is { } modified)
        {
            keys.AsOf = modified.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return builder.Build(keys.Build(DocumentIds.FromStem(file.Stem), builder.Title ?? Shown(about.Title) ?? builder.FirstHeading));
    }

    private static string? Shown(string? value) => string.IsNullOrWhiteSpace(value) ? null : Words.OneLine(value);
}
