using System.CommandLine;
using ProgrammeBot.App.Faq;
using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Scopes;

namespace ProgrammeBot.App.Commands.Faq;

/// <summary><c>faq import</c>: all entries of a file, or none. A store that was imported into gets no starter FAQ.</summary>
internal static class FaqImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "YAML (faq.yaml), CSV or TSV (question, answer, metadata), JSONL ({text, intent})" };
        var command = new Command("import", "Bring in the entries of a file; known ones get a revision") { file };
        command.SetAction((parsed, cancellationToken) => FaqCommand.WithStore(parsed, start: false, async store =>
        {
            var path = parsed.GetRequiredValue(file);
            var entries = FaqImportFile.Read(path, Console.Error.WriteLine);
            await WarnOfScopesAsync(path, entries, ProgrammesFile.Read(CommonOptions.Paths(parsed).Programmes).Catalog);
            var imported = await FaqImport.IntoAsync(store, entries, path, cancellationToken);
            Console.Out.WriteLine(parsed.GetValue(CommonOptions.Json)
                ? FaqEntryContract.Json(new { added = imported.Added, changed = imported.Changed, unchanged = imported.Unchanged })
                : imported.ToString());
            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }

    private static async Task WarnOfScopesAsync(string path, IEnumerable<FaqFileEntry> entries, ScopeCatalog scopes)
    {
        foreach (var entry in entries.Where(e => e.Content.Scope is { } scope && scopes.Find(scope) is null))
        {
            await Console.Error.WriteLineAsync(
                $"{path}, line {entry.Line}: warning: the entry '{entry.Id}' has the scope '{entry.Content.Scope}', which programmes.yaml does not name: it is served to nobody. Name the scope there, or leave it out");
        }
    }
}
