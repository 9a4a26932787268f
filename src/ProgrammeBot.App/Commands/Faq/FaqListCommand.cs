using System.CommandLine;
using ProgrammeBot.App.Faq;
using ProgrammeBot.Faq;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Commands.Faq;

/// <summary><c>faq list</c>: a line an entry.</summary>
internal static class FaqListCommand
{
    public static Command Create()
    {
        var status = new Option<string?>("--status") { Description = "Only these: draft, review, live or retired", HelpName = "STATUS" };
        var command = new Command("list", "List the entries") { status };
        command.SetAction((parsed, cancellationToken) => FaqCommand.WithStore(parsed, start: true, async store =>
        {
            var only = parsed.GetValue(status) is not { } word ? (FaqStatus?)null : FaqWords.StatusNamed(word)
                ?? throw new CommandException($"--status: '{word}' is no status. Permitted are draft, review, live, retired.") { ExitCode = ExitCode.WrongUse };
            await using var unit = await store.ReadAsync(cancellationToken);
            var entries = await unit.Faq.ListAsync(only, cancellationToken);
            if (parsed.GetValue(CommonOptions.Json))
            {
                var known = FaqCheck.Flags(CommonOptions.Paths(parsed));
                Console.Out.WriteLine(FaqEntryContract.Json(entries.Select(e => FaqEntryContract.Of(e, known(e)))));
                return ExitCode.Done;
            }

            var flags = FaqCheck.Flags(CommonOptions.Paths(parsed));
            foreach (var entry in entries)
            {
                var said = flags(entry);
                Console.Out.WriteLine($"{entry.Id}\t{FaqWords.Of(entry.Content.Status)}\t{entry.Content.Scope ?? "general"}\t{entry.Content.Title}{(said.Count > 0 ? $"\t({string.Join("; ", said.Select(f => FaqHints.InWords(f, entry)))})" : "")}");
            }

            await Console.Error.WriteLineAsync($"{entries.Count} entries");
            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }
}
