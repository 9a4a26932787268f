using ProgrammeBot.Documents;
using ProgrammeBot.Passages;

namespace ProgrammeBot.App.Indexing;

/// <summary>How a document as read becomes what is indexed, and a name for that: an index made by another recipe is built anew.</summary>
/// <param name="Name">Changes whenever the same files would give another index.</param>
/// <param name="Prepare">Cuts a document into passages. Depends on nothing but the document; may be called from several threads.</param>
public sealed record IndexRecipe(string Name, Func<SourceDocument, IndexedDocument> Prepare)
{
    /// <summary>Our readers, our cutter, our engine.</summary>
    /// <remarks>
    /// Named by the builds of the two assemblies that decide what is in an index. So nobody can forget to raise a version,
    /// and an upgraded program never serves passages that an older reader cut.
    /// </remarks>
    public static IndexRecipe InTree { get; } = new(
        $"in-tree {BuildOf(typeof(SourceDocument))} {BuildOf(typeof(Ingestion.SourceFolder))}",
        document => new IndexedDocument(document, PassageCutter.Cut(document)));

    private static string BuildOf(Type type) => type.Assembly.ManifestModule.ModuleVersionId.ToString("N")[..12];
}
