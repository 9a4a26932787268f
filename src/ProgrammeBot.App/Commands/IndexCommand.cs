using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using ProgrammeBot.App.Indexing;
using ProgrammeBot.Documents;
using ProgrammeBot.Documents.Review;
using ProgrammeBot.Searching;

namespace ProgrammeBot.App.Commands;

/// <summary><c>index</c>: brings the index in step with the sources, and on request keeps it so.</summary>
/// <remarks>A file that cannot be read is a warning: what fails the command is to end with nothing to search in.</remarks>
internal static class IndexCommand
{
    private static readonly JsonSerializerOptions Wire = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="open">Makes the indexer for the paths the caller gave.</param>
    /// <param name="json">Whether the report is printed as JSON.</param>
    /// <param name="time">The clock.</param>
    public static Command Create(Func<ParseResult, Indexer> open, Option<bool> json, TimeProvider time)
    {
        var watch = new Option<bool>("--watch") { Description = "Go on indexing whatever changes, until stopped" };
        var command = new Command("index", "Build the index, or bring it up to date; a line for each file that failed, with the reason") { watch };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                using var indexer = open(parsed);
                var report = await IndexProgressDisplay.ShowAsync(
                    error, time, progress => indexer.UpdateAsync(progress: progress, cancellationToken: cancellationToken));
                Print(report, report.Problems);
                PrintReview(indexer.Current);
                if (parsed.GetValue(watch))
                {
                    using var watcher = new SourceWatcher(indexer, new SourceWatcherOptions(), time, NullLogger<SourceWatcher>.Instance);
                    watcher.Updated += change => Print(change, change.NewProblems);
                    await watcher.RunAsync(cancellationToken);
                }

                return indexer.Current.Documents.Count > 0 ? 0 : 1;
            }
            catch (CommandException e)
            {
                await error.WriteLineAsync(e.Message);
                return e.ExitCode;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return 1;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                await error.WriteLineAsync($"The index cannot be written: {e.Message}");
                return 1;
            }

            // What a moderator should mend; not in JSON, which tells of the update.
            void PrintReview(ICorpus corpus)
            {
                var documents = corpus.Documents.Count <= SourceReview.MostDocuments && !parsed.GetValue(json)
                    ? corpus.Documents.Select(d => corpus.Find(d.Id)).OfType<SourceDocument>().ToList()
                    : [];
                foreach (var finding in SourceReview.Of(documents))
                {
                    output.WriteLine();
                    output.WriteLine(finding);
                }
            }

            void Print(IndexReport report, IReadOnlyList<string> problems)
            {
                foreach (var problem in problems)
                {
                    error.WriteLine(problem);
                }

                if (parsed.GetValue(json))
                {
                    output.WriteLine(JsonSerializer.Serialize(report, Wire));
                    return;
                }

                foreach (var line in report.Summary())
                {
                    output.WriteLine(line);
                }
            }
        });
        return command;
    }
}
