using System.CommandLine;
using ProgrammeBot.App.Hosting;

namespace ProgrammeBot.App.Commands;

/// <summary><c>doctor</c>: checks settings, sources, index and store, and says what to mend.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Check settings, sources, index and store, and say what to mend");
        command.SetAction((parsed, cancellationToken) => CommandLine.Guard(async () =>
        {
            var report = await Doctor.ExamineAsync(CommonOptions.Paths(parsed), cancellationToken);
            Console.Out.WriteLine(parsed.GetValue(CommonOptions.Json) ? report.ToJson() : report.ToString());
            return report.Healthy ? ExitCode.Done : ExitCode.Failed;
        }));
        return command;
    }
}
