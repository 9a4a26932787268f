using System.Globalization;
using System.Text;
using CsvHelper;
using ProgrammeBot.App.Commands;
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
                return new FaqFileRead([.. entries.Select(e => new FaqImportedEntry(e.Id, e.Content))], [], warnings);
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
            "csv" => Table(entries),
            _ => throw new ArgumentException($"'{format}' is no format of entries: yaml, csv.", nameof(format)),
        });
    }

    /// <summary>A line a way to ask, as <see cref="FaqTable"/> reads it back; citations have no room there.</summary>
    private static string Table(IReadOnlyList<FaqEntry> entries)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture, leaveOpen: true))
        {
            foreach (var column in (string[])["question", "answer", "metadata"])
            {
                csv.WriteField(column);
            }

            csv.NextRecord();
            foreach (var (entry, question) in entries.SelectMany(e => e.Content.Phrasings.Prepend(e.Content.Title).Select(q => (e, q))))
            {
                csv.WriteField(question);
                csv.WriteField(entry.Content.Answer);
                csv.WriteField(Metadata(entry));
                csv.NextRecord();
            }
        }

        return text.ToString();
    }

    private static string Metadata(FaqEntry entry)
    {
        var content = entry.Content;
        var day = (DateOnly? d) => d?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var fields = new[]
        {
            ("id", entry.Id.ToString()), ("scope", content.Scope), ("owner", content.OwnerRole), ("valid_from", day(content.Valid.From)), ("valid_until", day(content.Valid.Until)),
            ("status", FaqWords.Of(content.Status)), ("tags", content.Tags.Count == 0 ? null : string.Join(',', content.Tags)),
        };
        return string.Join('|', fields.Where(f => f.Item2 is not null).Select(f => $"{f.Item1}:{f.Item2}"));
    }
}
