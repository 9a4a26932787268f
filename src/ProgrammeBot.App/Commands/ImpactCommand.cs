using System.CommandLine;
using ProgrammeBot.App.Commands.Faq;
using ProgrammeBot.App.Faq;
using ProgrammeBot.App.Faq.Life;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Documents;
using ProgrammeBot.Faq.Impact;
using ProgrammeBot.Ingestion;

namespace ProgrammeBot.App.Commands;

/// <summary><c>impact</c>: which entries, tests and recent replies rest on words that are gone, or would be with another document. Nothing is written.</summary>
internal static class ImpactCommand
{
    public static Command Create()
    {
        var with = new Option<string?>("--with") { Description = "Try how it would be with this document in the stead of the one of its id", HelpName = "FILE" };
        var without = new Option<string?>("--without") { Description = "Try how it would be without this document", HelpName = "ID" };
        var command = new Command("impact", "Show which FAQ entries rest on words that are gone, now or with a changed document") { with, without };
        command.SetAction((parsed, cancellationToken) => CommandLine.Guard(async () =>
        {
            if (parsed.GetValue(with) is not null && parsed.GetValue(without) is not null)
            {
                throw new CommandException("--with and --without go one at a time.") { ExitCode = ExitCode.WrongUse };
            }

            List<SourceDocument> candidates = parsed.GetValue(with) is { } path ? Read(path, cancellationToken) : [];
            await using var bot = await Bot.OpenAsync(parsed, cancellationToken);
            await using var store = await FaqStore.OpenAsync(bot.Paths, cancellationToken);
            await FaqStore.StartAsync(store, bot.Paths, Console.Error.WriteLine, cancellationToken);
            var files = LifeSettings.Read(BotSettings.Read()).GateQuestions;
            var desk = new ImpactDesk(store, bot.Corpora, bot.Scopes, () => GateFiles.Read(files, bot.Scopes), QuietNews.Instance, TimeProvider.System);
            var reports = new List<ImpactReport>();
            foreach (var candidate in candidates)
            {
                reports.Add(await desk.WithAsync(candidate, cancellationToken));
            }

            if (parsed.GetValue(without) is { } gone)
            {
                reports.Add(bot.Corpora.Current.Find(gone) is not null ? await desk.WithoutAsync(gone, cancellationToken)
                    : throw new CommandException($"--without: there is no document '{gone}' in {bot.Paths.Sources}.") { ExitCode = ExitCode.WrongUse });
            }
            else if (candidates.Count == 0)
            {
                reports.Add(await desk.NowAsync(cancellationToken));
            }

            foreach (var report in reports)
            {
                Console.Out.WriteLine(parsed.GetValue(CommonOptions.Json) ? LifeContract.Json(LifeContract.Of(report)) : report.ToString());
            }

            return ExitCode.Done;
        }));
        return command;
    }

    private static List<SourceDocument> Read(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new CommandException($"--with: there is no file '{path}'.") { ExitCode = ExitCode.WrongUse };
        }

        var folder = new SourceFolder(Path.GetFullPath(path));
        var (documents, problems) = (new List<SourceDocument>(), new List<string>());
        foreach (var file in folder.Scan().Files)
        {
            var read = folder.Read(file, cancellationToken);
            documents.AddRange(read.Documents);
            problems.AddRange(read.Problems.Select(p => p.ToString()));
        }

        return documents.Count > 0 ? documents : throw new CommandException($"--with: '{path}' holds no document that can be read. {string.Join('\n', problems)}".TrimEnd());
    }
}
