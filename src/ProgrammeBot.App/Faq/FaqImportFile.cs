using ProgrammeBot.App.Commands;
using ProgrammeBot.Ingestion;
using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Faq;

/// <summary>Reads entries to import: YAML as <c>faq export</c> writes it, CSV or TSV (question, answer, metadata), JSONL ({text, intent}).</summary>
internal static class FaqImportFile
{
    /// <param name="path">The file; its ending tells the format.</param>
    /// <param name="warn">Told what was left out without harm.</param>
    /// <exception cref="CommandException">The file is missing or something in it is wrong; names every fault with its line and the remedy.</exception>
    public static IReadOnlyList<FaqFileEntry> Read(string path, Action<string> warn)
    {
        if (!File.Exists(path))
        {
            throw new CommandException($"{path}: there is no such file");
        }

        var entries = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".yaml" or ".yml" => FromYaml(path, warn),
            ".csv" => FaqTable.Read(path, ","),
            ".tsv" => FaqTable.Read(path, "\t"),
            ".jsonl" => FromIntents(path),
            var ending => throw new CommandException($"{path}: '{ending}' is no format of a FAQ. Permitted are .yaml, .csv, .tsv, .jsonl") { ExitCode = ExitCode.WrongUse },
        };
        return entries.Count > 0 ? entries : throw new CommandException($"{path}: holds no entry");
    }

    private static IReadOnlyList<FaqFileEntry> FromYaml(string path, Action<string> warn)
    {
        var read = FaqFile.Read(path);
        foreach (var warning in read.Problems.Where(p => p.Severity == ProblemSeverity.Warning))
        {
            warn(warning.ToString());
        }

        var faults = read.Problems.Where(p => p.Severity != ProblemSeverity.Warning).ToList();
        return faults.Count == 0 ? read.Entries : throw new CommandException(string.Join('\n', faults.Append<object>("Nothing was imported.")));
    }

    private static List<FaqFileEntry> FromIntents(string path)
    {
        var order = new List<FaqId>();
        var found = new Dictionary<FaqId, (int Line, List<string> Texts)>();
        foreach (var line in JsonLines.Read(path))
        {
            if (!FaqId.TryParse(line.Text("intent"), out var id))
            {
                throw new CommandException($"{line.Place("intent")} is no entry id: 1 to {FaqId.MaxLength} letters a to z, digits, '-', '_', '.', ':' or '?'");
            }

            var text = StoredText.CleanLine(line.Text("text"));
            if (StoredText.FaultIn(text, FaqContent.MaxPhrasingLength) is { } fault)
            {
                throw new CommandException($"{line.Place("text")} {fault}");
            }

            if (!found.TryGetValue(id, out var intent))
            {
                order.Add(id);
                found[id] = intent = (line.Number, []);
            }

            if (intent.Texts.Count == FaqContent.MaxPhrasings)
            {
                throw new CommandException($"{line.Place("intent")}: '{id}' has more than {FaqContent.MaxPhrasings} texts, which is the most an entry keeps: leave some out");
            }

            intent.Texts.Add(text);
        }

        return [.. order.Select(id => new FaqFileEntry(id, OfIntent(id, found[id].Texts), found[id].Line))];
    }

    private static FaqContent OfIntent(FaqId id, List<string> texts) =>
        new() { Title = id.ToString().Replace('_', ' '), Phrasings = texts, Status = FaqStatus.Live };
}
