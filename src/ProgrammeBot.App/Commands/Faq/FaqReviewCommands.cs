using System.CommandLine;
using System.Globalization;
using ProgrammeBot.App.Commands.Desks;
using ProgrammeBot.App.Faq;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Review;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Commands.Faq;

/// <summary><c>faq review|approve|decline|publish</c>: the life of an entry, by whoever has the machine.</summary>
internal static class FaqReviewCommands
{
    private const string Operator = "operator";

    public static Command Review() => Writing(
        "review", "Send an entry to review, with the fields named; what answers goes on answering",
        (desk, id, basedOn, draft, who, note, token) => desk.SendToReviewAsync(id, basedOn, draft, who, note, token));

    public static Command Publish() => Writing(
        "publish", "Make an entry live, with the fields named",
        (desk, id, basedOn, draft, who, note, token) => desk.PublishAsync(id, basedOn, draft, who, note, token));

    public static Command Approve() => Plain("approve", "Make live what is in review", [], (desk, parsed, id, basedOn, who, note, token) => desk.ApproveAsync(id, basedOn, who, note, token));

    public static Command Decline()
    {
        var toLive = new Option<bool>("--to-live") { Description = "Let the entry say again what it answers with; without, the change stays as a draft" };
        return Plain("decline", "Send back what is in review, with the reason (--note)", [toLive], (desk, parsed, id, basedOn, who, note, token) =>
            desk.DeclineAsync(id, basedOn, parsed.GetValue(toLive), who, note, token));
    }

    /// <summary>Who works on this machine: the operator, under the name they say.</summary>
    public static Moderator Who(FaqAuthor author) => new(author.By, Operator) { Places = null };

    /// <summary>The fields of an entry as a form has them.</summary>
    public static FaqDraft DraftOf(FaqContent content) => new()
    {
        Title = content.Title,
        Phrasings = content.Phrasings,
        Answer = content.Answer,
        Citations = content.Citations,
        Scope = content.Scope ?? "",
        Tags = content.Tags,
        OwnerRole = content.OwnerRole ?? "",
        ValidFrom = content.Valid.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        ValidUntil = content.Valid.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        FollowUps = [.. content.FollowUps.Select(f => f.ToString())],
    };

    private static Command Writing(
        string name, string description, Func<FaqReviewDesk, FaqId, int?, FaqDraft, Moderator, string, CancellationToken, Task<FaqOutcome>> write)
    {
        var fields = new FaqFields();
        var id = new Argument<string>("id") { Description = "The entry" };
        var command = new Command(name, description) { id };
        fields.AddTo(command, titleRequired: false);
        command.SetAction((parsed, cancellationToken) => WithDesk(parsed, async (store, desk) =>
        {
            var entry = FaqCommand.IdOf(parsed.GetRequiredValue(id));
            FaqEntry current;
            await using (var unit = await store.ReadAsync(cancellationToken))
            {
                current = await unit.Faq.FindAsync(entry, cancellationToken) ?? throw FaqCommand.Unknown(entry);
            }

            var author = fields.Author(parsed);
            var draft = DraftOf(fields.Apply(parsed, current.Content));
            return Tell(parsed, entry, await write(desk, entry, fields.BasedOn(parsed) ?? current.Revision, draft, Who(author), author.Note, cancellationToken));
        }, cancellationToken));
        return command;
    }

    private static Command Plain(
        string name, string description, Option[] options, Func<FaqReviewDesk, ParseResult, FaqId, int?, Moderator, string, CancellationToken, Task<FaqOutcome>> act)
    {
        var fields = new FaqFields();
        var id = new Argument<string>("id") { Description = "The entry" };
        var command = new Command(name, description) { id };
        fields.AddHistoryTo(command);
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => WithDesk(parsed, async (_, desk) =>
        {
            var (entry, author) = (FaqCommand.IdOf(parsed.GetRequiredValue(id)), fields.Author(parsed));
            return Tell(parsed, entry, await act(desk, parsed, entry, fields.BasedOn(parsed), Who(author), author.Note, cancellationToken));
        }, cancellationToken));
        return command;
    }

    private static Task<int> WithDesk(ParseResult parsed, Func<IStore, FaqReviewDesk, Task<int>> body, CancellationToken cancellationToken) =>
        FaqCommand.WithStore(parsed, start: true, store => body(store, DeskCommand.ReviewOf(FaqStore.DeskOf(store))), cancellationToken);

    private static int Tell(ParseResult parsed, FaqId id, FaqOutcome outcome)
    {
        switch (outcome)
        {
            case FaqOutcome.Saved saved:
                Console.Out.WriteLine(parsed.GetValue(CommonOptions.Json)
                    ? FaqEntryContract.Json(FaqEntryContract.Of(saved.Entry))
                    : $"{saved.Entry.Id}, revision {saved.Entry.Revision}: {FaqWords.Of(saved.Entry.Content.Status)}");
                return ExitCode.Done;
            case FaqOutcome.Unchanged same:
                Console.Out.WriteLine(parsed.GetValue(CommonOptions.Json)
                    ? FaqEntryContract.Json(FaqEntryContract.Of(same.Entry))
                    : $"{same.Entry.Id} is {FaqWords.Of(same.Entry.Content.Status)} already: nothing was changed");
                return ExitCode.Done;
            case FaqOutcome.Conflict conflict:
                throw new CommandException(
                    $"'{id}' is at revision {conflict.Current.Revision}, written by {conflict.Current.UpdatedBy}: nothing was changed. Look at it ('faq diff {id}'), then do it again on that revision.");
            case FaqOutcome.Refused refused:
                throw new CommandException($"{InWords(refused.Why)} Nothing was changed.");
            case FaqOutcome.Invalid invalid:
                throw new CommandException($"{string.Join('\n', invalid.Faults)}\nNothing was changed.") { ExitCode = ExitCode.WrongUse };
            default:
                throw FaqCommand.Unknown(id);
        }
    }

    private static string InWords(FaqRefusal why) => why switch
    {
        FaqRefusal.NeedsReview => "What goes live is looked at by a second person here (Moderation:SecondPerson): send it to review first ('faq review').",
        FaqRefusal.OwnWork => "You wrote what is in review yourself: another person approves it ('--by' says who you are).",
        FaqRefusal.NotInReview => "The entry is not in review.",
        _ => "Another role looks after the entry.",
    };
}
