using ProgrammeBot.App.Indexing;
using Spectre.Console;

namespace ProgrammeBot.App.Commands;

/// <summary>Shows how far an update has come: a bar where people look, a line now and then where a log is kept.</summary>
internal static class IndexProgressDisplay
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    public static Task<IndexReport> ShowAsync(TextWriter error, TimeProvider time, Func<IProgress<IndexProgress>, Task<IndexReport>> update) =>
        ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected ? ShowBarAsync(error, update) : update(new Lines(error, time));

    private static Task<IndexReport> ShowBarAsync(TextWriter error, Func<IProgress<IndexProgress>, Task<IndexReport>> update)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(context => update(new Bar(context.AddTask("Looking for changes"))));
    }

    private static string Describe(IndexProgress at) => $"{at.FilesDone} of {at.FilesTotal} files, {at.Documents} documents, {at.Passages} passages";

    private sealed class Bar(ProgressTask task) : IProgress<IndexProgress>
    {
        public void Report(IndexProgress value)
        {
            task.MaxValue = Math.Max(1, value.FilesTotal);
            task.Value = value.FilesDone;
            task.Description = Describe(value);
        }
    }

    private sealed class Lines(TextWriter error, TimeProvider time) : IProgress<IndexProgress>
    {
        private long _last = time.GetTimestamp();

        public void Report(IndexProgress value)
        {
            if (time.GetElapsedTime(_last) >= BetweenLines)
            {
                _last = time.GetTimestamp();
                error.WriteLine(Describe(value));
            }
        }
    }
}
