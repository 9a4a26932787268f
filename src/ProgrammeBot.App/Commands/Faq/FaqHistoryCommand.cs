using System.CommandLine;
using System.Globalization;
using ProgrammeBot.Faq;

namespace ProgrammeBot.App.Commands.Faq;

/// <summary><c>faq history</c>: every change of an entry, the newest first.</summary>
internal static class FaqHistoryCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "The entry" };
        var command = new Command("history", "Show every change of an entry, the newest first") { id };
        command.SetAction((parsed, cancellationToken) => FaqCommand.WithStore(parsed, start: true, async store =>
        {
            var entry = FaqCommand.IdOf(parsed.GetRequiredValue(id));
            await using var unit = await store.ReadAsync(cancellationToken);
            var history = await unit.Faq.HistoryAsync(entry, cancellationToken);
            if (history.Count == 0)
            {
                throw FaqCommand.Unknown(entry);
            }

            if (parsed.GetValue(CommonOptions.Json))
            {
                Console.Out.WriteLine(FaqEntryContract.Json(history.Select(FaqEntryContract.Of)));
                return ExitCode.Done;
            }

            foreach (var change in history)
            {
                Console.Out.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{change.Entry.Revision}\t{change.Entry.UpdatedAt:yyyy-MM-dd HH:mm:ss}Z\t{change.Entry.UpdatedBy}\t{FaqWords.Of(change.Entry.Content.Status)}\t{change.Entry.Content.Title}\t{change.Note.ReplaceLineEndings(" ")}"));
            }

            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }
}
