using System.CommandLine;
using System.Globalization;
using System.Text;
using ProgrammeBot.App.Faq;
using ProgrammeBot.Intents;
using ProgrammeBot.Semantics.UseLite;

namespace ProgrammeBot.App.Commands.Faq;

/// <summary><c>faq match</c>: which entry each line asks for, or none.</summary>
internal static class FaqMatchCommand
{
    public static Command Create()
    {
        var input = new Option<string>("--in") { Description = "Texts: {id, text} a line; lines without an id are numbered", Required = true, HelpName = "T.jsonl" };
        var output = new Option<string>("--out") { Description = "Matches: {id, entry or null, score} a line", Required = true, HelpName = "M.jsonl" };
        var command = new Command("match", "Match a file of texts against the live entries") { input, output };
        command.SetAction((parsed, cancellationToken) => FaqCommand.WithStore(parsed, start: true, async store =>
        {
            // Read to the end before anything is written: a fault in the file leaves the matches of an earlier run alone.
            var texts = JsonLines.Read(parsed.GetRequiredValue(input))
                .Select(line => (Id: line.OptionalText("id") ?? line.Number.ToString(CultureInfo.InvariantCulture), Text: line.Text("text"))).ToList();
            var book = await LiveFaq.LearnAsync(store, CommonOptions.Paths(parsed), CommonOptions.UsesEncoder(parsed) ? UseLiteEncoder.BuiltIn : null, cancellationToken);
            var matches = texts.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(t => (t.Id, Best: Best(book, t.Text)));
            await using var writer = new StreamWriter(OutputFile.Create(parsed.GetRequiredValue(output)), new UTF8Encoding(false));
            var (matched, all) = (0, 0);
            foreach (var (id, best) in matches)
            {
                var sure = best is not null && best.Score >= book.Sure;
                matched += sure ? 1 : 0;
                all++;
                await writer.WriteLineAsync(FaqEntryContract.Json(new { id, entry = sure ? best!.Entry : null, score = Math.Round(best?.Score ?? 0, 4) }).AsMemory(), cancellationToken);
            }

            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{matched} of {all} matched at {book.Sure:0.0000}, {book.Items.Count} entries"));
            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }

    public static IntentMatch? Best(FaqBook book, string text) => book.MatchNamed(text, 1) is [var best, ..] ? best : null;
}
