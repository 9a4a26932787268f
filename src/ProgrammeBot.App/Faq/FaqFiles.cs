using System.Text;
using ProgrammeBot.App.Commands;
using ProgrammeBot.App.Faq.Tables;
using ProgrammeBot.Faq;
using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Faq;

/// <summary>Files of entries as bytes, for surfaces where somebody attaches them: by the same readers as <c>faq import</c>.</summary>
internal sealed class FaqFiles : IFaqFiles
{
    public FaqFileRead Read(string name, ReadOnlyMemory<byte> content)
    {
        ArgumentNullException.ThrowIfNull(name);
        var folder = Directory.CreateTempSubdirectory("programmebot-");
        try
        {
            // Its name is anybody's: only its ending counts.
            var ending = Path.GetExtension(name);
            var path = Path.Combine(folder.FullName, $"brought-file{(ending.Length is > 1 and <= 6 && ending.Skip(1).All(char.IsAsciiLetter) ? ending : ".unknown")}");
            File.WriteAllBytes(path, content.Span);
            var warnings = new List<string>();
            string Named(string text) => text.Replace(path, name, StringComparison.Ordinal).Replace(Path.GetFileName(path), name, StringComparison.Ordinal);
            try
            {
                var entries = FaqImportFile.Read(path, warning => warnings.Add(Named(warning)));
                return new FaqFileRead([.. entries.Select(e => FaqImport.Brought(e))], [], warnings);
            }
            catch (CommandException fault)
            {
                return new FaqFileRead([], [.. Named(fault.Message).Split('\n', StringSplitOptions.RemoveEmptyEntries)], warnings);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public byte[] Write(IReadOnlyList<FaqEntry> entries, string format)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return Encoding.UTF8.GetBytes(format switch
        {
            "yaml" => FaqFileWriter.Write(entries.Select(e => (e.Id, e.Content))),
            "csv" => FaqTableWriter.Plain(entries, ","),
            "tsv" => FaqTableWriter.Azure(entries),
            _ => throw new ArgumentException($"'{format}' is no format of entries: yaml, csv, tsv.", nameof(format)),
        });
    }
}
