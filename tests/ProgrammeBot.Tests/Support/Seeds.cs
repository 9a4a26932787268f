using ProgrammeBot.Documents;
using ProgrammeBot.Ingestion;
using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Scopes;

namespace ProgrammeBot.Tests.Support;

/// <summary>The shipped documents and settings; a test of them is skipped where it runs outside the repository.</summary>
internal static class Seeds
{
    private static readonly Lazy<IReadOnlyDictionary<string, SourceDocument>> Read = new(() => In(Path("")));

    public static IReadOnlyDictionary<string, SourceDocument> Documents => Read.Value;

    public static ScopeCatalog Scopes => ProgrammesFile.Read(Path("programmes.yaml")).Catalog;

    public static string Path(string file)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var seeds = System.IO.Path.Combine(at.FullName, "seeds");
            if (File.Exists(System.IO.Path.Combine(seeds, "programmes.yaml")))
            {
                return System.IO.Path.Combine(seeds, file);
            }
        }

        Assert.Skip("The test runs outside the repository.");
        return "";
    }

    /// <summary>The documents of a folder, by id.</summary>
    public static IReadOnlyDictionary<string, SourceDocument> In(string folder)
    {
        var source = new SourceFolder(folder);
        return source.Scan().Files.Where(f => f.Extension is ".md" or ".txt").SelectMany(f => source.Read(f).Documents)
            .Where(d => d.Id is not "readme").ToDictionary(d => d.Id, StringComparer.Ordinal);
    }
}
