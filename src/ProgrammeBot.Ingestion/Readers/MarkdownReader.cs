using Markdig;

namespace ProgrammeBot.Ingestion.Readers;

/// <summary>Reads Markdown with front matter: its words in their order, its headings as the tree.</summary>
public sealed class MarkdownReader : IDocumentReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseGridTables().UseFootnotes().UseDefinitionLists().UseTaskLists().UseAutoLinks().UseEmphasisExtras().Build();

    public IReadOnlyList<string> Extensions { get; } = [".md", ".markdown"];

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

        var front = FrontMatter.Split(file.Path, text);
        foreach (var wrong in front.Problems)
        {
            yield return wrong;
        }

        if (front.Problems.Any(p => p.Severity == ProblemSeverity.Skipped))
        {
            yield break;
        }

        if (MarkdownNesting.TooDeep(front.Body) is { } line)
        {
            var before = text.AsSpan(0, text.Length - front.Body.Length).Count('\n');
            yield return new IngestionProblem(file.Path, "it is nested deeper than any document is", "Look at that line, and flatten it", before + line);
            yield break;
        }

        var tree = Markdig.Markdown.Parse(front.Body, Pipeline);
        cancellationToken.ThrowIfCancellationRequested();
        var builder = new DocumentBuilder();
        new MarkdownWalk(builder).Document(tree);
        if (!builder.HasBlocks)
        {
            yield return new IngestionProblem(file.Path, "it holds no text beside headings", "Write something in it, or remove it");
            yield break;
        }

        yield return builder.Build(front.Keys.Build(DocumentIds.FromStem(file.Stem), builder.FirstHeading));
    }
}
