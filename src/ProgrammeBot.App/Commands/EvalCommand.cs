using System.CommandLine;
using ProgrammeBot.App.Evaluation;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Channels;

namespace ProgrammeBot.App.Commands;

/// <summary><c>eval</c>: a moderator's questions with expected facts, run against the index in use; says what changed since the last run.</summary>
internal static class EvalCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "JSONL with the gold fields, or CSV: question,facts,document (facts apart by ';')" };
        var command = new Command("eval", "Run a file of questions with expected facts") { file };
        command.SetAction((parsed, cancellationToken) => CommandLine.Guard(async () =>
        {
            var path = parsed.GetRequiredValue(file);
            var items = EvaluationFile.Read(path);
            await using var bot = await Bot.OpenAsync(parsed, cancellationToken);
            await using var store = await bot.OpenFaqAsync(cancellationToken);
            var judged = new List<(EvaluationItem Item, Judgement Judgement)>(items.Count);
            foreach (var item in items)
            {
                var question = new Question(item.Question) { Scope = bot.ScopeNamed(item.Programme, $"{path}, {item.Id}: 'programme'", ExitCode.Failed), EarlierTurns = item.Turns };
                judged.Add((item, EvaluationJudge.Judge(item, bot.Answerer.Answer(question, cancellationToken).Reply)));
            }

            var last = new LastRun(bot.Paths.Data, path);
            var report = EvaluationReport.Of(judged, last.Passed());
            last.Keep(judged.Where(j => j.Judgement.Passed).Select(j => j.Item.Id));
            Console.Out.WriteLine(parsed.GetValue(CommonOptions.Json) ? report.ToJson() : report.ToString());
            return report.NewlyFailing.Count > 0 ? ExitCode.Failed : ExitCode.Done;
        }));
        return command;
    }
}
