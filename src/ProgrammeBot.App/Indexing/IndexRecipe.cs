using System.Security.Cryptography;
using System.Text;
using ProgrammeBot.Documents;
using ProgrammeBot.Passages;
using ProgrammeBot.Scopes;

namespace ProgrammeBot.App.Indexing;

/// <summary>How a document as read becomes what is indexed, and a name for that: an index made by another recipe is built anew.</summary>
/// <param name="Name">Changes whenever the same files would give another index.</param>
/// <param name="Prepare">Cuts a document into passages. Depends on nothing but the document; may be called from several threads.</param>
public sealed record IndexRecipe(string Name, Func<SourceDocument, IndexedDocument> Prepare)
{
    /// <summary>Our readers, our cutter, our engine; a document that names no scope has the one it is mapped to.</summary>
    /// <remarks>
    /// Named by the builds of the two assemblies that decide what is in an index, and by the mapping. So nobody can forget to raise a version,
    /// and an upgraded program never serves passages that an older reader cut.
    /// </remarks>
    public static IndexRecipe InTree(ScopeCatalog scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        return new(
            $"in-tree {BuildOf(typeof(SourceDocument))} {BuildOf(typeof(Ingestion.SourceFolder))} {FingerprintOf(scopes)}",
            document =>
            {
                var scoped = document.Metadata.Scope is null && scopes.ScopeOfDocument(document.Id) is { } scope
                    ? new SourceDocument(document.Metadata with { Scope = scope }, document.Text, document.Sections, document.Blocks)
                    : document;
                return new IndexedDocument(scoped, PassageCutter.Cut(scoped));
            });
    }

    private static string BuildOf(Type type) => type.Assembly.ManifestModule.ModuleVersionId.ToString("N")[..12];

    private static string FingerprintOf(ScopeCatalog scopes)
    {
        var mapping = scopes.Scopes.SelectMany(s => s.Documents.Select(d => $"{d}={s.Id}")).Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', mapping))))[..12];
    }
}
