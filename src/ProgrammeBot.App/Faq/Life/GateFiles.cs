using ProgrammeBot.App.Commands;
using ProgrammeBot.App.Evaluation;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Scopes;

namespace ProgrammeBot.App.Faq.Life;

/// <summary>The questions of files as <c>eval</c> reads them, for the gate: read anew each time, since moderators edit them.</summary>
internal static class GateFiles
{
    public static GateTests Read(IReadOnlyList<string> files, ScopeCatalog scopes)
    {
        var (questions, faults) = (new List<GateQuestion>(), new List<string>());
        foreach (var file in files)
        {
            try
            {
                questions.AddRange(EvaluationFile.Read(file).Select(item => new GateQuestion(GateOrigin.Test, $"{Path.GetFileName(file)} {item.Id}", item.Question)
                {
                    Scope = ScopeOf(item.Programme, scopes),
                    EarlierTurns = item.Turns,
                    Documents = item.Documents,
                    Judge = reply => EvaluationJudge.Judge(item, reply) is { Passed: false, Why: var why } ? why : null,
                }));
            }
            catch (CommandException e)
            {
                faults.Add(e.Message);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                faults.Add($"{file}: cannot be read ({e.Message})");
            }
        }

        return new GateTests(questions, faults);
    }

    private static string? ScopeOf(string? programme, ScopeCatalog scopes) => programme is null ? null
        : (scopes.Find(programme) ?? scopes.Scopes.FirstOrDefault(s => s.Aliases.Prepend(s.Name).Contains(programme, StringComparer.OrdinalIgnoreCase)))?.Id;
}
