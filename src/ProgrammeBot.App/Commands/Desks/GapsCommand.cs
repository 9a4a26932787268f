using System.CommandLine;
using ProgrammeBot.Faq;
using ProgrammeBot.Gaps;
using ProgrammeBot.Passages;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Commands.Desks;

/// <summary><c>gaps</c>: what was not answered, or not well, and what becomes of it.</summary>
internal static class GapsCommand
{
    private static readonly (string Word, GapState State)[] States =
        [("open", GapState.Open), ("answered", GapState.Answered), ("in-the-documents", GapState.InTheDocuments), ("not-ours", GapState.NotOurs)];

    public static Command Create() => new("gaps", "Questions that were not answered, or not well: list, show, and decide") { List(), Show(), Answer(), NotOurs(), Reopen() };

    private static Command List()
    {
        var state = new Option<string>("--state") { Description = "Only these: open, answered, in-the-documents or not-ours", HelpName = "STATE", DefaultValueFactory = _ => "open" };
        var command = new Command("list", "List the gaps, what hurts most first") { state };
        command.SetAction((parsed, cancellationToken) => DeskCommand.WithGapsAsync(parsed, async desk =>
        {
            var word = parsed.GetValue(state);
            var only = States.Where(s => s.Word == word).ToList() is [var known] ? known.State
                : throw new CommandException($"--state: '{word}' is no state. Permitted are {string.Join(", ", States.Select(s => s.Word))}.") { ExitCode = ExitCode.WrongUse };
            var list = await desk.ListAsync(DeskCommand.Operator, only, cancellationToken);
            if (parsed.GetValue(CommonOptions.Json))
            {
                DeskCommand.Json(new { gaps = list.Gaps.Select(g => Contract(g, withQuestions: false)), hidden_groups = list.HiddenGroups, hidden_questions = list.HiddenQuestions });
                return ExitCode.Done;
            }

            foreach (var gap in list.Gaps)
            {
                DeskCommand.Row(gap.Id, gap.Count, string.Join(' ', gap.PerWeek), gap.Gap.Scope ?? "general", gap.Title);
            }

            await Console.Error.WriteLineAsync($"{list.Gaps.Count} gaps (id, questions, questions a week with this week last, scope, first question)");
            if (list.HiddenQuestions > 0)
            {
                await Console.Error.WriteLineAsync($"{list.HiddenQuestions} questions in {list.HiddenGroups} smaller gaps are not shown: Gaps:SmallestGroup is {desk.Options.SmallestGroup}");
            }

            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }

    private static Command Show()
    {
        var id = Id();
        var look = new Option<bool>("--passages") { Description = "Also the passages nearest to it, for 'gaps answer --passage'" };
        var command = new Command("show", "Show a gap with its questions") { id, look };
        command.SetAction((parsed, cancellationToken) =>
        {
            return parsed.GetValue(look) ? DeskCommand.WithAnswersAsync(parsed, ShowAsync, cancellationToken) : DeskCommand.WithGapsAsync(parsed, ShowAsync, cancellationToken);

            async Task<int> ShowAsync(GapDesk desk)
            {
                var gap = await desk.FindAsync(DeskCommand.Operator, IdOf(parsed.GetRequiredValue(id)), cancellationToken) ?? throw Missing();
                var passages = parsed.GetValue(look) ? desk.Look(gap.Title, 5, cancellationToken) : [];
                if (parsed.GetValue(CommonOptions.Json))
                {
                    DeskCommand.Json(new { gap = Contract(gap, withQuestions: true), passages = passages.Select(p => new { id = p.Id.ToString(), headings = p.HeadingPath, text = p.Text }) });
                    return ExitCode.Done;
                }

                foreach (var question in gap.Questions)
                {
                    DeskCommand.Row(DeskCommand.Time(question.At), question.Reason, question.Scope ?? "general", question.Text);
                }

                foreach (var passage in passages)
                {
                    DeskCommand.Row(passage.Id, string.Join(" > ", passage.HeadingPath), passage.Text);
                }

                await Console.Error.WriteLineAsync($"{gap.Count} questions; {StateOf(gap.Gap)}");
                return ExitCode.Done;
            }
        });
        return command;
    }

    private static Command Answer()
    {
        var id = Id();
        var answer = new Option<string?>("--answer") { Description = "What a new entry answers; '-' reads it from standard input", HelpName = "TEXT" };
        var title = new Option<string?>("--title") { Description = "The new entry's title; the question asked most often without it", HelpName = "TEXT" };
        var entry = new Option<string?>("--entry") { Description = "The entry that answers it already: its questions become phrasings of that", HelpName = "ID" };
        var passage = new Option<string?>("--passage") { Description = "The passage that answers it, as 'gaps show --passages' names it: an entry quotes that", HelpName = "DOCUMENT#N" };
        var command = new Command("answer", "Close a gap by an entry: a new one, one there is, or one that quotes a passage") { id, answer, title, entry, passage };
        command.SetAction((parsed, cancellationToken) =>
        {
            var (words, known, place) = (parsed.GetValue(answer), parsed.GetValue(entry), parsed.GetValue(passage));
            return place is null ? DeskCommand.WithGapsAsync(parsed, DecideAsync, cancellationToken) : DeskCommand.WithAnswersAsync(parsed, DecideAsync, cancellationToken);

            async Task<int> DecideAsync(GapDesk desk)
            {
                if (new[] { words, known, place }.Count(w => w is not null) != 1)
                {
                    throw new CommandException("Say one of --answer, --entry and --passage.") { ExitCode = ExitCode.WrongUse };
                }

                var gap = await desk.FindAsync(DeskCommand.Operator, IdOf(parsed.GetRequiredValue(id)), cancellationToken) ?? throw Missing();
                return Tell(parsed, known is not null ? await desk.AddToEntryAsync(DeskCommand.Operator, gap.Id, Faq.FaqCommand.IdOf(known), cancellationToken)
                    : place is not null ? await desk.PointAtAsync(DeskCommand.Operator, gap.Id, PassageOf(place), cancellationToken)
                    : await desk.MakeEntryAsync(DeskCommand.Operator, gap.Id, DraftOf(gap, parsed.GetValue(title), words == "-" ? await Console.In.ReadToEndAsync(cancellationToken) : words), cancellationToken));
            }
        });
        return command;
    }

    private static Command NotOurs()
    {
        var id = Id();
        var command = new Command("not-ours", "Decline a gap: whatever answers its questions must not do so any more") { id };
        command.SetAction((parsed, cancellationToken) => DeskCommand.WithAnswersAsync(
            parsed, async desk => Tell(parsed, await desk.NotOursAsync(DeskCommand.Operator, IdOf(parsed.GetRequiredValue(id)), cancellationToken)), cancellationToken));
        return command;
    }

    private static Command Reopen()
    {
        var id = Id();
        var command = new Command("reopen", "Take a decision back") { id };
        command.SetAction((parsed, cancellationToken) => DeskCommand.WithGapsAsync(
            parsed, async desk => Tell(parsed, await desk.ReopenAsync(DeskCommand.Operator, IdOf(parsed.GetRequiredValue(id)), cancellationToken)), cancellationToken));
        return command;
    }

    private static Argument<string> Id() => new("id") { Description = "The gap, as 'gaps list' names it" };

    private static GapId IdOf(string text) => GapId.TryParse(text, out var id) ? id : throw DeskCommand.NoId(text, "gaps list");

    private static PassageId PassageOf(string text) =>
        text.LastIndexOf('#') is > 0 and var at && int.TryParse(text[(at + 1)..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var ordinal)
            ? new PassageId(text[..at], ordinal)
            : throw new CommandException($"--passage: '{text}' is no passage. 'gaps show --passages' names some, as DOCUMENT#N.") { ExitCode = ExitCode.WrongUse };

    private static FaqDraft DraftOf(GapView gap, string? title, string? answer)
    {
        var draft = GapDesk.Draft(gap);
        return draft with { Title = title ?? draft.Title, Phrasings = title is null ? draft.Phrasings : gap.Phrasings, Answer = answer };
    }

    private static CommandException Missing() => new("There is no such gap, or it is too small to be shown. 'gaps list' names those there are.");

    private static int Tell(ParseResult parsed, GapOutcome outcome)
    {
        switch (outcome)
        {
            case GapOutcome.Decided decided:
                if (parsed.GetValue(CommonOptions.Json))
                {
                    DeskCommand.Json(new { id = decided.Gap.Id.ToString(), state = StateOf(decided.Gap), entry = decided.Entry?.Id.ToString() });
                }
                else
                {
                    DeskCommand.Row(decided.Gap.Id, StateOf(decided.Gap), decided.Entry?.Id);
                }

                return ExitCode.Done;
            case GapOutcome.NotWritten notWritten:
                throw DeskCommand.NotWritten(notWritten.Why);
            case GapOutcome.Unchanged unchanged:
                throw new CommandException($"Nothing was changed: it is {StateOf(unchanged.Gap)} already.");
            case GapOutcome.NoPassage:
                throw new CommandException("Nothing was changed: no document holds that passage. 'gaps show --passages' names some.");
            default:
                throw Missing();
        }
    }

    private static string StateOf(Gap gap) => States.First(s => s.State == gap.State).Word;

    private static object Contract(GapView gap, bool withQuestions) => new
    {
        id = gap.Id.ToString(),
        title = gap.Title,
        state = StateOf(gap.Gap),
        entry = gap.Gap.Faq?.ToString(),
        scope = gap.Gap.Scope,
        count = gap.Count,
        per_week = gap.PerWeek,
        per_scope = gap.PerScope.Select(s => new { scope = s.Key.Length == 0 ? null : s.Key, count = s.Value }),
        per_reason = gap.PerReason.ToDictionary(r => r.Key.ToString().ToLowerInvariant(), r => r.Value),
        latest = gap.Latest,
        decided_by = gap.Gap.Decided?.By,
        questions = withQuestions ? gap.Questions.Select(q => new { at = q.At, reason = q.Reason.ToString().ToLowerInvariant(), scope = q.Scope, text = q.Text }) : null,
    };
}
