using ProgrammeBot.Ingestion.PlainText;

namespace ProgrammeBot.Ingestion.Readers;

/// <summary>Reads plain text: its structure is guessed from its layout.</summary>
public sealed class PlainTextReader : IDocumentReader
{
    public IReadOnlyList<string> Extensions { get; } = [".txt", ".text"];

    public IEnumerable<ReadItem> Read(SourceFile file, Stream content, IngestionOptions options, CancellationToken cancellationToken)
    {
        var (text, problem) = BoundedFile.ReadText(file, content, options, cancellationToken);
        if (problem is not null)
        {
            yield return problem;
        }

        if (text is null)
        {
            yield break;
        }

        var builder = new DocumentBuilder();
        var layout = new LayoutReader(builder);
        layout.Read(text);
        if (!builder.HasBlocks)
        {
            yield return new IngestionProblem(file.Path, "it holds no text beside headings", "Write something in it, or remove it");
            yield break;
        }

        yield return builder.Build(new MetadataKeys().Build(DocumentIds.FromStem(file.Stem), builder.Title ?? layout.TitleInTable ?? builder.FirstHeading));
    }
}
