using System.CommandLine;
using ProgrammeBot.App.Faq;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Importing;
using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Scopes;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Commands.Faq;

/// <summary><c>faq import</c>: all entries of a file, or none. A store that was imported into gets no starter FAQ.</summary>
internal static class FaqImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "YAML (faq.yaml), CSV or TSV (question, answer, metadata), JSONL ({text, intent})" };
        file.Arity = ArgumentArity.ZeroOrOne;
        var preview = new Option<bool>("--preview") { Description = "Show the difference; nothing is written" };
        var update = new Option<bool>("--update") { Description = "Take what is new and what nobody changed here since the last import; without a file, of faq.yaml" };
        var take = new Option<string[]>("--take") { Description = "With --update: take the file's words of this entry although people changed it here; repeat for more", HelpName = "ID" };
        var command = new Command("import", "Bring in the entries of a file; known ones get a revision") { file, preview, update, take };
        command.SetAction((parsed, cancellationToken) => FaqCommand.WithStore(parsed, start: false, async store =>
        {
            var path = parsed.GetValue(file) ?? (parsed.GetValue(update) || parsed.GetValue(preview) ? CommonOptions.Paths(parsed).Faq : throw new CommandException("Name the file to import, or --update for faq.yaml.") { ExitCode = ExitCode.WrongUse });
            var entries = FaqImportFile.Read(path, Console.Error.WriteLine);
            await WarnOfScopesAsync(path, entries, ProgrammesFile.Read(CommonOptions.Paths(parsed).Programmes).Catalog);
            if (parsed.GetValue(preview) || parsed.GetValue(update))
            {
                return await PlanAsync(parsed, store, [.. entries.Select(FaqImport.Brought)], parsed.GetValue(preview) ? null : FaqImport.Author(path), Chosen(parsed.GetValue(take)), cancellationToken);
            }

            var imported = await FaqImport.IntoAsync(store, entries, path, cancellationToken);
            if (imported.Faults.Count > 0)
            {
                throw new CommandException(string.Join('\n', imported.Faults.Append("Nothing was imported.")));
            }

            Console.Out.WriteLine(parsed.GetValue(CommonOptions.Json)
                ? FaqEntryContract.Json(new { added = imported.Added, changed = imported.Changed, unchanged = imported.Unchanged })
                : imported.ToString());
            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }

    private static HashSet<FaqId> Chosen(string[]? taken) => [.. (taken ?? []).Select(FaqCommand.IdOf)];

    private static async Task<int> PlanAsync(
        ParseResult parsed, IStore store, IReadOnlyList<FaqImportedEntry> entries, FaqAuthor? author, HashSet<FaqId> chosen, CancellationToken cancellationToken)
    {
        var desk = new FaqImportDesk(store, NobodyWatches.Instance);
        var plan = author is null ? await desk.PreviewAsync(entries, cancellationToken) : await desk.UpdateAsync(entries, author, chosen, cancellationToken);
        if (author is not null && plan.Faults.Count > 0)
        {
            throw new CommandException(string.Join('\n', plan.Faults.Append("Nothing was imported.")));
        }

        Console.Out.WriteLine(parsed.GetValue(CommonOptions.Json) ? LifeContract.Json(LifeContract.Of(plan)) : plan.ToString());
        return ExitCode.Done;
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
