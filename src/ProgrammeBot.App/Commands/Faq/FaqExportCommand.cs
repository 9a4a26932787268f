using System.CommandLine;
using System.Text;
using ProgrammeBot.App.Faq.Tables;
using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Commands.Faq;

/// <summary><c>faq export</c>: every entry as it stands; YAML holds all of it, tables all but the sources, JSONL ({text, intent}) the phrasings only.</summary>
internal static class FaqExportCommand
{
    public static Command Create()
    {
        var output = new Option<string?>("--out") { Description = "The file, .yaml, .csv, .tsv (Azure custom question answering) or .jsonl; standard output as YAML without it", HelpName = "FILE" };
        var command = new Command("export", "Write out the entries; 'faq import' reads them back unchanged") { output };
        command.SetAction((parsed, cancellationToken) => FaqCommand.WithStore(parsed, start: true, async store =>
        {
            await using var unit = await store.ReadAsync(cancellationToken);
            var entries = await unit.Faq.ListAsync(null, cancellationToken);
            var path = parsed.GetValue(output);
            var text = parsed.GetValue(CommonOptions.Json) && path is null
                ? FaqEntryContract.Json(entries.Select(FaqEntryContract.Of)) + "\n"
                : Write(entries, path);
            if (path is null)
            {
                await Console.Out.WriteAsync(text);
            }
            else
            {
                await using var writer = new StreamWriter(OutputFile.Create(path), new UTF8Encoding(false));
                await writer.WriteAsync(text.AsMemory(), cancellationToken);
            }

            await Console.Error.WriteLineAsync($"{entries.Count} entries");
            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }

    private static string Write(IReadOnlyList<FaqEntry> entries, string? path) => Path.GetExtension(path ?? ".yaml").ToLowerInvariant() switch
    {
        ".yaml" or ".yml" => FaqFileWriter.Write(entries.Select(e => (e.Id, e.Content))),
        ".csv" => FaqTableWriter.Plain(entries, ","),
        ".tsv" => FaqTableWriter.Azure(entries),
        ".jsonl" => string.Concat(entries.SelectMany(e => e.Content.Phrasings.DefaultIfEmpty(e.Content.Title)
            .Select(text => FaqEntryContract.Json(new { text, intent = e.Id.ToString() }) + "\n"))),
        var ending => throw new CommandException($"--out: '{ending}' is no format of a FAQ. Permitted are .yaml, .csv, .tsv and .jsonl.") { ExitCode = ExitCode.WrongUse },
    };
}
