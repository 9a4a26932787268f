using System.Diagnostics;
using ProgrammeBot.App.Contract;
using ProgrammeBot.App.Evaluation;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Channels;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Evaluation;

/// <summary>How well it answers, against floors; and whether our judge and the scorer beside the questions agree on every one.</summary>
[Trait("Needs", "shared")]
public sealed class GoldQuestionsTests
{
    private const int MostAnsweredWrongly = 2;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("seeds", .88)]
    [InlineData("originals", .88)]
    public async Task Enough_is_answered_rightly_and_our_judge_agrees_with_the_scorer(string sources, double floor)
    {
        var questions = SharedFolder.Path("gold", "questions.jsonl");
        using var folder = new TemporaryFolder();
        var paths = BotPaths.Resolve(sources == "seeds" ? null : SharedFolder.Path("sources"), folder["index"], folder["data"], folder.FullPath, AppContext.BaseDirectory);
        await using var bot = Bot.Assemble(paths, TimeProvider.System);
        await bot.UpdateAsync(Token);

        var judged = new List<(EvaluationItem Item, Judgement Judgement)>();
        await using (var replies = File.CreateText(folder["replies.jsonl"]))
        {
            foreach (var item in EvaluationFile.Read(questions))
            {
                var answered = bot.Answerer.Answer(new Question(item.Question) { EarlierTurns = item.Turns }, Token);
                judged.Add((item, EvaluationJudge.Judge(item, answered.Reply)));
                await replies.WriteLineAsync(ReplyContract.From(item.Id, answered, bot.Links).ToConsoleLine());
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(EvaluationReport.Of(judged, new HashSet<string>()).ToString());
        var failed = judged.Where(j => !j.Judgement.Passed).ToList();
        Assert.Equal(await MissesAsync(questions, folder["replies.jsonl"]), failed.Select(j => j.Item.Id));
        Assert.True(judged.Count - failed.Count >= floor * judged.Count, $"only {judged.Count - failed.Count} of {judged.Count} passed");
        Assert.InRange(failed.Count(j => j.Item.Kind is "unanswerable" or "offtopic"), 0, MostAnsweredWrongly);
    }

    /// <summary>The ids that the scorer calls missed, in the order of the questions.</summary>
    private static async Task<IReadOnlyList<string>> MissesAsync(string questions, string replies)
    {
        using var python = Python(SharedFolder.Path("gold", "score.py"), questions, replies, "--misses");
        var (output, error) = (python.StandardOutput.ReadToEndAsync(Token), python.StandardError.ReadToEndAsync(Token));
        await python.WaitForExitAsync(Token);
        Assert.True(python.ExitCode == 0, await error);
        return [.. (await output).Split('\n').Where(l => l.StartsWith("MISS ", StringComparison.Ordinal)).Select(l => l.Split(' ')[1])];
    }

    private static Process Python(params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("python3 is not on the PATH, and the scorer is written in it.");
            throw;
        }
    }
}
