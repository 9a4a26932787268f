using System.CommandLine;
using ProgrammeBot.App.Channels;
using ProgrammeBot.App.Contract;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Channels;

namespace ProgrammeBot.App.Commands;

/// <summary><c>ask</c>: one question, one reply.</summary>
internal static class AskCommand
{
    public static Command Create()
    {
        var text = new Argument<string[]>("question") { Description = "The question, in quotes or not", Arity = ArgumentArity.OneOrMore };
        text.Validators.Add(result =>
        {
            // Else an option misspelt would silently become a part of the question.
            foreach (var token in result.Tokens.Where(t => t.Value.StartsWith("--", StringComparison.Ordinal) && !t.Value.Contains(' ', StringComparison.Ordinal)))
            {
                result.AddError($"'{token.Value}' is no option of ask.");
            }
        });
        var programme = new Option<string?>("--programme") { Description = "The programme meant: its id or a name", HelpName = "ID" };
        var explain = new Option<bool>("--explain") { Description = "Show how the reply came about, on standard error" };
        var command = new Command("ask", "Ask one question") { text, programme, explain };
        command.SetAction((parsed, cancellationToken) => CommandLine.Guard(async () =>
        {
            await using var bot = await Bot.OpenAsync(parsed, cancellationToken);
            await using var store = await bot.OpenFaqAsync(cancellationToken);
            var question = new Question(string.Join(' ', parsed.GetRequiredValue(text))) { Scope = bot.ScopeNamed(parsed.GetValue(programme), "--programme") };
            var answered = bot.Answerer.Answer(question, cancellationToken);
            if (parsed.GetValue(explain))
            {
                await Console.Error.WriteLineAsync(answered.Trace.ToString());
            }

            Console.Out.WriteLine(parsed.GetValue(CommonOptions.Json)
                ? ReplyContract.From("ask", answered, bot.Links).ToConsoleLine()
                : ConsoleRendering.Of(answered.Reply, bot.Links));
            return ExitCode.Done;
        }));
        return command;
    }
}
