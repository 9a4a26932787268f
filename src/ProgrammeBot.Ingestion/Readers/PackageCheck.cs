using System.IO.Compression;
using System.Xml;

namespace ProgrammeBot.Ingestion.Readers;

/// <summary>Looks into an Office package before anything is made of it: is it whole, how much does it unpack to, how deep is it nested?</summary>
internal static class PackageCheck
{
    /// <summary>Text packs at most to about a hundredth; what packs better is made to burst.</summary>
    private const int MaxRatio = 250;

    /// <summary>Below this size the ratio says nothing.</summary>
    private const long SmallEntry = 4 << 20;

    private const int MaxEntries = 20_000, MaxDepth = 200;

    /// <summary>What is wrong, or null.</summary>
    public static IngestionProblem? Find(SourceFile file, Stream content, IngestionOptions options, CancellationToken cancellationToken)
    {
        if (content.Length > options.MaxPackageBytes)
        {
            return new IngestionProblem(file.Path, $"it holds {content.Length >> 20} MB, more than the {options.MaxPackageBytes >> 20} MB that a package may have", "Take the pictures out, or save the text alone");
        }

        Span<byte> magic = stackalloc byte[4];
        content.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        content.Position = 0;
        if (magic is [0xD0, 0xCF, 0x11, 0xE0])
        {
            return new IngestionProblem(file.Path, "it is encrypted, or in the old format of Word 97", "Save it as .docx without a password");
        }

        try
        {
            using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return Bomb(file, package, options) ?? TooDeep(file, package, options, cancellationToken) ?? NoDocument(file, package);
        }
        catch (InvalidDataException)
        {
            return new IngestionProblem(file.Path, "it is cut off or damaged: its zip package cannot be opened", "Get or save it again");
        }
        finally
        {
            content.Position = 0;
        }
    }

    private static IngestionProblem? Bomb(SourceFile file, ZipArchive package, IngestionOptions options)
    {
        var total = 0L;
        foreach (var entry in package.Entries)
        {
            total += entry.Length;
            if (total > options.MaxUnpackedBytes || package.Entries.Count > MaxEntries
                || (entry.Length > SmallEntry && entry.Length / MaxRatio > Math.Max(1, entry.CompressedLength)))
            {
                return new IngestionProblem(file.Path, "it unpacks to more than any document needs (a zip bomb?)", "Do not open it; ask where it came from");
            }
        }

        return null;
    }

    /// <summary>Declared sizes may lie and XML may nest without end, so each part that will be parsed is read once under both limits.</summary>
    private static IngestionProblem? TooDeep(SourceFile file, ZipArchive package, IngestionOptions options, CancellationToken cancellationToken)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = options.MaxTextBytes };
        foreach (var entry in package.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || e.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                using var xml = XmlReader.Create(entry.Open(), settings);
                while (xml.Read())
                {
                    if (xml.Depth > MaxDepth)
                    {
                        return new IngestionProblem(file.Path, $"its part '{entry.FullName}' is nested deeper than any document is", "Save it again with Word or LibreOffice");
                    }
                }
            }
            catch (XmlException fault)
            {
                return new IngestionProblem(file.Path, $"its part '{entry.FullName}' is no XML that can be read", "Get or save it again", fault.LineNumber, fault.LinePosition);
            }
        }

        return null;
    }

    private static IngestionProblem? NoDocument(SourceFile file, ZipArchive package) => package.GetEntry("[Content_Types].xml") is not null
        ? null
        : new IngestionProblem(file.Path, "it is a zip package, but no Word document", "Save it as .docx");
}
