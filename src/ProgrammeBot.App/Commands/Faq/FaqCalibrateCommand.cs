using System.CommandLine;
using System.Globalization;
using ProgrammeBot.App.Faq;
using ProgrammeBot.Intents;
using ProgrammeBot.Semantics.UseLite;

namespace ProgrammeBot.App.Commands.Faq;

/// <summary><c>faq calibrate</c>: chooses the one threshold on texts whose entry is known, and keeps it.</summary>
internal static class FaqCalibrateCommand
{
    /// <summary>Stands for the intent of a text that asks for no entry.</summary>
    private const string OutOfScope = "__oos__";

    public static Command Create()
    {
        var input = new Option<string>("--in") { Description = "Texts and what they ask for: {text, intent} a line, '__oos__' for nothing that is there", Required = true, HelpName = "V.jsonl" };
        var command = new Command("calibrate", "Choose the threshold on texts whose entry is known") { input };
        command.SetAction((parsed, cancellationToken) => FaqCommand.WithStore(parsed, start: true, async store =>
        {
            var texts = JsonLines.Read(parsed.GetRequiredValue(input)).Select(line => (Text: line.Text("text"), Intent: line.Text("intent"))).ToList();
            var book = await LiveFaq.LearnAsync(store, CommonOptions.Paths(parsed), CommonOptions.UsesEncoder(parsed) ? UseLiteEncoder.BuiltIn : null, cancellationToken);
            var judged = texts.AsParallel().AsOrdered().WithCancellation(cancellationToken)
                .Select(t => (t.Intent, Best: FaqMatchCommand.Best(book, t.Text)))
                .Select(t => new JudgedMatch(t.Best?.Score ?? 0, t.Intent != OutOfScope, t.Best?.Entry == t.Intent)).ToList();
            if (!judged.Any(j => j.InScope))
            {
                throw new CommandException($"{parsed.GetValue(input)}: holds no text of an entry that is there, so no threshold can be chosen on it");
            }

            var chosen = ThresholdChoice.Of(judged);
            await using var unit = await store.WriteAsync(cancellationToken);
            await unit.FaqTuning.SetThresholdAsync(chosen.Threshold, cancellationToken);
            await unit.CommitAsync(cancellationToken);
            Console.Out.WriteLine(parsed.GetValue(CommonOptions.Json)
                ? FaqEntryContract.Json(new { threshold = chosen.Threshold, in_scope_accuracy = chosen.InScopeAccuracy, out_of_scope_recall = chosen.OutOfScopeRecall, texts = judged.Count })
                : string.Create(CultureInfo.InvariantCulture, $"threshold {chosen.Threshold:0.0000}: {chosen.InScopeAccuracy:0.0%} of the texts of entries are right, {chosen.OutOfScopeRecall:0.0%} of the others match nothing"));
            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }
}
