using System.CommandLine;
using ProgrammeBot.App.Commands.Faq;
using ProgrammeBot.App.Faq;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Commands.Desks;

/// <summary><c>suggestions</c>: entries and answers that members suggest.</summary>
internal static class SuggestionsCommand
{
    public static Command Create() => new("suggestions", "Entries and answers that members suggest: list, accept, decline") { List(), Accept(), Decline() };

    private static Command List()
    {
        var all = new Option<bool>("--all") { Description = "Also those that are decided" };
        var command = new Command("list", "List the suggestions, the oldest first") { all };
        command.SetAction((parsed, cancellationToken) => WithDeskAsync(parsed, async desk =>
        {
            var shown = await desk.ListAsync(DeskCommand.Operator, parsed.GetValue(all) ? null : SuggestionState.Open, cancellationToken);
            if (parsed.GetValue(CommonOptions.Json))
            {
                DeskCommand.Json(shown.Select(Contract));
                return ExitCode.Done;
            }

            foreach (var one in shown)
            {
                DeskCommand.Row(one.Id, one.State.ToString().ToLowerInvariant(), DeskCommand.Time(one.MadeAt), one.Faq?.ToString() ?? "new", one.Question, one.Answer);
            }

            await Console.Error.WriteLineAsync($"{shown.Count} suggestions");
            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }

    private static Command Accept()
    {
        var id = Id();
        var command = new Command("accept", "Make an entry of a suggestion, or put its answer into the entry it is for") { id };
        command.SetAction((parsed, cancellationToken) => WithDeskAsync(
            parsed, async desk => Tell(parsed, await desk.AcceptAsync(DeskCommand.Operator, IdOf(parsed.GetRequiredValue(id)), null, cancellationToken)), cancellationToken));
        return command;
    }

    private static Command Decline()
    {
        var id = Id();
        var note = new Option<string>("--note") { Description = "What the suggester is told with it", HelpName = "TEXT", DefaultValueFactory = _ => "" };
        var command = new Command("decline", "Leave a suggestion") { id, note };
        command.SetAction((parsed, cancellationToken) => WithDeskAsync(
            parsed, async desk => Tell(parsed, await desk.DeclineAsync(DeskCommand.Operator, IdOf(parsed.GetRequiredValue(id)), parsed.GetValue(note) ?? "", cancellationToken)), cancellationToken));
        return command;
    }

    private static Argument<string> Id() => new("id") { Description = "The suggestion, as 'suggestions list' names it" };

    private static SuggestionId IdOf(string text) => SuggestionId.TryParse(text, out var id) ? id : throw DeskCommand.NoId(text, "suggestions list");

    /// <summary>Nobody is told from here: no platform is connected.</summary>
    private static Task<int> WithDeskAsync(ParseResult parsed, Func<SuggestionDesk, Task<int>> body, CancellationToken cancellationToken) =>
        FaqCommand.WithStore(parsed, start: false, store => body(new SuggestionDesk(store, DeskCommand.EditsOf(FaqStore.DeskOf(store)), [], DeskCommand.Ids())), cancellationToken);

    private static int Tell(ParseResult parsed, SuggestionOutcome outcome)
    {
        switch (outcome)
        {
            case SuggestionOutcome.Done done:
                if (parsed.GetValue(CommonOptions.Json))
                {
                    DeskCommand.Json(Contract(done.Suggestion));
                }
                else
                {
                    DeskCommand.Row(done.Suggestion.Id, done.Suggestion.State.ToString().ToLowerInvariant(), done.Suggestion.Faq);
                }

                return ExitCode.Done;
            case SuggestionOutcome.Decided decided:
                throw new CommandException($"Nothing was changed: {decided.Suggestion.Decided?.By} has {decided.Suggestion.State.ToString().ToLowerInvariant()} it already.");
            case SuggestionOutcome.Invalid invalid:
                throw new CommandException($"Nothing was changed: {string.Join("; ", invalid.Faults)}.");
            case SuggestionOutcome.NotWritten notWritten:
                throw DeskCommand.NotWritten(notWritten.Why);
            default:
                throw new CommandException("There is no such suggestion. 'suggestions list' names those there are.");
        }
    }

    private static object Contract(Suggestion suggestion) => new
    {
        id = suggestion.Id.ToString(),
        state = suggestion.State.ToString().ToLowerInvariant(),
        made_at = suggestion.MadeAt,
        entry = suggestion.Faq?.ToString(),
        scope = suggestion.Scope,
        question = suggestion.Question,
        answer = suggestion.Answer,
        decided_by = suggestion.Decided?.By,
        note = suggestion.Note,
    };
}
