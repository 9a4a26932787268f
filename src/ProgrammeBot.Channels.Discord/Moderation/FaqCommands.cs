using ProgrammeBot.Channels.Discord.Commands;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Stores;
using FormDraft = ProgrammeBot.Channels.Discord.Rendering.FaqDraft;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary><c>/faq</c> and the form of an entry, for moderators; everything is said to them alone.</summary>
internal sealed class FaqCommands(DiscordServices services, DiscordPlaces places, FaqEntryNames names, FaqReport report, FaqFiles files, GapCommands gaps) : IInteractionHandler
{
    public async Task<bool> HandleAsync(InteractionSession session, CancellationToken cancellationToken)
    {
        var form = CustomId.Read(session.Data.CustomId);
        var isForm = session.Interaction.Type == InteractionType.ModalSubmit && form.Kind == ComponentKind.FaqForm;
        var isCommand = session.Interaction.Type is InteractionType.Command or InteractionType.Autocomplete && session.Data.Name == CommandNames.Faq;
        if (!isForm && !isCommand)
        {
            return false;
        }

        var here = await session.HereAsync(places, cancellationToken);
        var isModerator = Roles.IsModerator(session.Interaction.Member, here);
        if (session.Interaction.Type == InteractionType.Autocomplete)
        {
            IReadOnlyList<CommandChoice> choices = isModerator && session.Focused?.Name == CommandNames.Entry
                ? await names.SuggestAsync(session.Focused.Value?.ToString() ?? "", here.Wording, session.Subcommand == CommandNames.Retire, cancellationToken)
                : [];
            await session.RespondAsync(InteractionCallback.Suggesting(choices), cancellationToken);
        }
        else if (!isModerator)
        {
            await session.TellAsync(here.Wording.NotAllowed, cancellationToken);
        }
        else if (isForm)
        {
            await SaveAsync(session, form, here, cancellationToken);
        }
        else
        {
            await DoAsync(session, here, cancellationToken);
        }

        return true;
    }

    private async Task DoAsync(InteractionSession session, Here here, CancellationToken cancellationToken)
    {
        switch (session.Subcommand)
        {
            case CommandNames.Add:
                await session.RespondAsync(new Forms(here.Wording).Faq(new FormDraft { Scope = here.Scope }, services.Scopes.Scopes), cancellationToken);
                return;
            case CommandNames.Import:
                await files.ImportAsync(session, here, cancellationToken);
                return;
            case CommandNames.Export:
                await files.ExportAsync(session, here, cancellationToken);
                return;
            case CommandNames.Gaps:
                await gaps.ListAsync(session, here, cancellationToken);
                return;
            case CommandNames.Pages:
                await session.ThinkAsync(isPrivate: true, cancellationToken);
                await session.EditAsync(Notices.Private(await InviteAsync(session, here, cancellationToken)), cancellationToken);
                return;
        }

        var named = session.Text(CommandNames.Entry) ?? "";
        if (await names.FindAsync(named, cancellationToken) is not { } entry)
        {
            await session.TellAsync(SharedWording.Filled(here.Wording.ForModerators.FaqMissing, DiscordText.EscapeLine(named, 100)), cancellationToken);
            return;
        }

        switch (session.Subcommand)
        {
            case CommandNames.Edit when FormDraft.Of(entry.Content) is { HasRoom: true } draft:
                await session.RespondAsync(new Forms(here.Wording).Faq(draft, services.Scopes.Scopes, entry.Id, entry.Revision), cancellationToken);
                break;
            case CommandNames.Edit:
                await session.TellAsync(SharedWording.Filled(here.Wording.Shared.FaqNoRoom, entry.Id.ToString()), cancellationToken);
                break;
            case CommandNames.Show:
                await session.SayAsync(FaqViews.Entry(entry, services.Scopes, here.Wording), cancellationToken);
                break;
            case CommandNames.History:
                await session.SayAsync(FaqViews.History(entry.Id, await services.Desk.HistoryAsync(entry.Id, cancellationToken), here.Wording), cancellationToken);
                break;
            case CommandNames.Undo:
                await session.ThinkAsync(isPrivate: true, cancellationToken);
                await session.EditAsync(Notices.Private(await UndoAsync(entry, session, here, cancellationToken)), cancellationToken);
                break;
            case CommandNames.Retire:
                await session.ThinkAsync(isPrivate: true, cancellationToken);
                await session.EditAsync(Notices.Private(await RetireAsync(entry, session, here, cancellationToken)), cancellationToken);
                break;
            default:
                await session.TellAsync(here.Wording.ButtonTooOld, cancellationToken);
                break;
        }
    }

    private async Task SaveAsync(InteractionSession session, CustomId form, Here here, CancellationToken cancellationToken)
    {
        await session.ThinkAsync(isPrivate: true, cancellationToken);
        var entry = form.Subject.Length == 0 ? null : await names.FindAsync(form.Subject, cancellationToken);
        var read = FaqFormEntry.Of(FormFields.Of(session.Data).AsFaqForm(), entry?.Content, services.Scopes, here.Wording.Shared);
        if (read.Faults.Count > 0)
        {
            await session.EditAsync(FaqReport.WithWritten(FaqReport.Faulty(read.Faults, here.Wording), read.Written, here.Wording), cancellationToken);
            return;
        }

        var by = Roles.ModeratorOf(session.Invoker, here);
        var edit = form.Subject.Length == 0 ? await services.Edits.AddAsync(read.Draft, by, "", null, cancellationToken)
            : entry is null ? new GatedEdit(new FaqOutcome.Missing(), null)
            : await services.Edits.EditAsync(entry.Id, form.Number ?? 0, read.Draft, by, "", null, cancellationToken);
        await session.EditAsync(report.Of(edit, here.Wording, read.Written), cancellationToken);
    }

    private async Task<string> UndoAsync(FaqEntry entry, InteractionSession session, Here here, CancellationToken cancellationToken)
    {
        var by = Roles.ModeratorOf(session.Invoker, here);
        if (entry.Revision == 1 && entry.Content.Status != FaqStatus.Retired)
        {
            // Before its first revision there was no entry: taken back, it answers nobody.
            return Said(await services.Review.RetireAsync(entry.Id, entry.Revision, by, "", cancellationToken), here, here.Wording.Shared.FaqAddUndone);
        }

        return Said(await services.Review.UndoAsync(entry.Id, entry.Revision, null, by, "", cancellationToken), here, here.Wording.Shared.FaqUndone);
    }

    private async Task<string> RetireAsync(FaqEntry entry, InteractionSession session, Here here, CancellationToken cancellationToken) =>
        await services.Review.RetireAsync(entry.Id, entry.Revision, Roles.ModeratorOf(session.Invoker, here), "", cancellationToken) switch
        {
            FaqOutcome.Unchanged => SharedWording.Filled(here.Wording.Shared.FaqRetiredBefore, entry.Id.ToString()),
            FaqOutcome.Saved saved => $"{Said(saved, here, here.Wording.Shared.FaqRetired)}\n{FaqReport.UndoHint(entry.Id, here.Wording)}",
            var other => Said(other, here, ""),
        };

    private static string Said(FaqOutcome outcome, Here here, string done) => outcome switch
    {
        FaqOutcome.Saved { Entry: var saved } => SharedWording.Filled(done, saved.Id.ToString(), Parts.Number(saved.Revision)),
        FaqOutcome.Refused refused => here.Wording.Shared.Refused(refused),
        _ => here.Wording.ForModerators.FaqChangedMeanwhile,
    };

    private async Task<string> InviteAsync(InteractionSession session, Here here, CancellationToken cancellationToken) =>
        await services.Invite(Roles.ModeratorOf(session.Invoker, here), cancellationToken) is { } link
            ? SharedWording.Filled(here.Wording.Shared.PagesLink, $"<{link.AbsoluteUri}>")
            : here.Wording.Shared.PagesNotHere;
}
