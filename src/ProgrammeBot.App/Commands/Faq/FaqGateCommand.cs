using System.CommandLine;
using ProgrammeBot.App.Faq;
using ProgrammeBot.App.Faq.Life;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Asking;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Commands.Faq;

/// <summary><c>faq gate</c>: which answers an edit would change, before it is live. Nothing is written.</summary>
internal static class FaqGateCommand
{
    public static Command Create()
    {
        var fields = new FaqFields();
        var id = new Argument<string>("id") { Description = "The entry, as it is being written, with the fields named; or a new one with --title" };
        var retire = new Option<bool>("--retire") { Description = "Try how it would be without the entry" };
        var eval = new Option<string[]>("--eval") { Description = "A file of questions as 'eval' reads it, beside those of Moderation:GateQuestions", HelpName = "FILE" };
        var command = new Command("gate", "Try an edit on the questions of tests, of phrasings and of gaps: old answers beside new ones") { id, retire, eval };
        fields.AddTo(command, titleRequired: false);
        command.SetAction((parsed, cancellationToken) => CommandLine.Guard(async () =>
        {
            var name = FaqCommand.IdOf(parsed.GetRequiredValue(id));
            await using var bot = await Bot.OpenAsync(parsed, cancellationToken);
            await using var store = await FaqStore.OpenAsync(bot.Paths, cancellationToken);
            await bot.ReadFaqAsync(store, cancellationToken);
            FaqContent? content;
            await using (var unit = await store.ReadAsync(cancellationToken))
            {
                content = (await unit.Faq.FindAsync(name, cancellationToken))?.Content;
            }

            var tried = fields.Apply(parsed, content ?? new FaqContent { Title = "?", Status = FaqStatus.Live });
            if (content is null && tried.Title == "?")
            {
                throw FaqCommand.Unknown(name);
            }

            var files = LifeSettings.Read(BotSettings.Read()).GateQuestions.Concat(parsed.GetValue(eval) ?? []).ToList();
            var gate = LifeServices.GateOf(bot, store, new RecentQuestions(TimeProvider.System), () => GateFiles.Read(files, bot.Scopes));
            var report = await gate.TryAsync(name, parsed.GetValue(retire) ? null : tried, FaqReviewCommands.Who(fields.Author(parsed)), cancellationToken);
            Console.Out.WriteLine(parsed.GetValue(CommonOptions.Json) ? LifeContract.Json(LifeContract.Of(report)) : report.ToString());
            return ExitCode.Done;
        }));
        return command;
    }
}
