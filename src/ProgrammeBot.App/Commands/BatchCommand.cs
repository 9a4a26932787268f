using System.CommandLine;
using System.Text;
using ProgrammeBot.App.Contract;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Channels;

namespace ProgrammeBot.App.Commands;

/// <summary><c>batch</c>: a file of questions in, a file of replies out, a line each, in order.</summary>
internal static class BatchCommand
{
    public static Command Create()
    {
        var input = new Option<string>("--in") { Description = "Questions: {id, question, turns?, programme?} a line", Required = true, HelpName = "Q.jsonl" };
        var output = new Option<string>("--out") { Description = "Replies, a line each", Required = true, HelpName = "R.jsonl" };
        var command = new Command("batch", "Answer a file of questions") { input, output };
        command.SetAction((parsed, cancellationToken) => CommandLine.Guard(async () =>
        {
            await using var bot = await Bot.OpenAsync(parsed, cancellationToken);
            await using var store = await bot.OpenFaqAsync(cancellationToken);

            // Read to the end before anything is written: a fault in the file leaves the replies of an earlier run alone.
            var questions = JsonLines.Read(parsed.GetRequiredValue(input)).Select(line => Read(line, bot)).ToList();
            await using var writer = new StreamWriter(OutputFile.Create(parsed.GetRequiredValue(output)), new UTF8Encoding(false));
            foreach (var (id, question) in questions)
            {
                var answered = bot.Answerer.Answer(question, cancellationToken);
                await writer.WriteLineAsync(ReplyContract.From(id, answered, bot.Links).ToConsoleLine().AsMemory(), cancellationToken);
            }

            await Console.Error.WriteLineAsync($"{questions.Count} questions answered");
            return ExitCode.Done;
        }));
        return command;
    }

    private static (string Id, Question Question) Read(JsonLine line, Bot bot)
    {
        var id = line.OptionalText("id") ?? line.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return (id, new Question(line.Text("question"))
        {
            Scope = bot.ScopeNamed(line.OptionalText("programme"), line.Place("programme"), ExitCode.Failed),
            EarlierTurns = line.Texts("turns"),
        });
    }
}
