namespace ProgrammeBot.Ingestion.Readers;

/// <summary>Every format that we read.</summary>
public static class DocumentReaders
{
    public static IReadOnlyList<IDocumentReader> All { get; } =
    [
        new MarkdownReader(),
        new PlainTextReader(),
        new HtmlReader(),
        new JsonlReader(),
        new DocxReader(),
        new PdfReader(),
    ];
}
