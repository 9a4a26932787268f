using System.IO.Compression;
using System.Text;
using ProgrammeBot.Documents;
using ProgrammeBot.Ingestion;

namespace ProgrammeBot.Tests.Support;

/// <summary>Reads what a test writes, as the program would.</summary>
public static class SomeFiles
{
    public static ReadOutcome Read(this TemporaryFolder folder, string name, byte[] bytes, IngestionOptions? options = null)
    {
        File.WriteAllBytes(folder[name], bytes);
        return folder.Read(name, options);
    }

    public static ReadOutcome Read(this TemporaryFolder folder, string name, string text, IngestionOptions? options = null) =>
        folder.Read(name, Encoding.UTF8.GetBytes(text), options);

    public static ReadOutcome Read(this TemporaryFolder folder, string name, IngestionOptions? options = null)
    {
        var source = new SourceFolder(folder.FullPath, options);
        return source.Read(source.Scan().Files.Single(f => f.Path == name), TestContext.Current.CancellationToken);
    }

    /// <summary>The only document that a file holds, read without any problem.</summary>
    public static SourceDocument Document(string name, string text)
    {
        using var folder = new TemporaryFolder();
        var outcome = folder.Read(name, text);
        Assert.Empty(outcome.Problems);
        return Assert.Single(outcome.Documents);
    }

    /// <summary>The document as a reader of these tests should see it: headings by level, the other blocks by kind.</summary>
    public static string Outline(this SourceDocument document)
    {
        var lines = document.Blocks.Select(b => (b.Span.Start, Line: $"{Sign(b)} {b.Span.In(document.Text).Replace("\n", "⏎", StringComparison.Ordinal)}"))
            .Concat(document.Sections.Where(s => !s.HeadingSpan.IsEmpty).Select(s => (s.HeadingSpan.Start, Line: $"{new string('#', Math.Max(1, s.Level))}{(s.Level == 0 ? "!" : "")} {s.HeadingSpan.In(document.Text)}")));
        return string.Join('\n', lines.OrderBy(l => l.Start).Select(l => l.Line));
    }

    /// <summary>A zip package of these entries.</summary>
    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return memory.ToArray();
    }

    private static string Sign(Block block) => block.Kind switch
    {
        BlockKind.ListItem => "-",
        BlockKind.TableHeader => $"H{block.Table}",
        BlockKind.TableRow => $"R{block.Table}",
        BlockKind.Footnote => "F",
        BlockKind.Code => "C",
        _ => "P",
    };
}
