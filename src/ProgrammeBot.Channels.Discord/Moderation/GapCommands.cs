using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Faq;
using ProgrammeBot.Gaps;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;
using FormDraft = ProgrammeBot.Channels.Discord.Rendering.FaqDraft;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary><c>/faq gaps</c>: what was not answered in this guild, and what a moderator makes of it; everything is shown to them alone.</summary>
internal sealed class GapCommands(DiscordServices services, DiscordPlaces places, FaqReport report) : IInteractionHandler
{
    /// <summary>The list; only after it was found that they moderate here.</summary>
    public async Task ListAsync(InteractionSession session, Here here, CancellationToken cancellationToken)
    {
        if (services.GapDesk is not { } desk)
        {
            await session.TellAsync(here.Wording.Shared.Desk.GapsNone, cancellationToken);
            return;
        }

        await session.ThinkAsync(isPrivate: true, cancellationToken);
        await session.EditAsync(await PageAsync(desk, session, here, 0, "", cancellationToken), cancellationToken);
    }

    public async Task<bool> HandleAsync(InteractionSession session, CancellationToken cancellationToken)
    {
        var id = CustomId.Read(session.Data.CustomId);
        var isOurs = (session.Interaction.Type, id.Kind) is
            (InteractionType.Component, ComponentKind.Gaps or ComponentKind.GapShow or ComponentKind.GapEntry or ComponentKind.GapHasEntry or ComponentKind.GapIsEntry or ComponentKind.GapNotOurs)
            or (InteractionType.ModalSubmit, ComponentKind.GapForm);
        if (!isOurs)
        {
            return false;
        }

        var here = await session.HereAsync(places, cancellationToken);
        if (!Roles.IsModerator(session.Interaction.Member, here))
        {
            await session.TellAsync(here.Wording.NotAllowed, cancellationToken);
        }
        else if (session.Interaction.Message?.Flags?.HasFlag(MessageFlags.Ephemeral) != true || services.GapDesk is not { } desk)
        {
            // Ours stand in messages that one moderator sees; in any other the button is forged, and what it showed all would read.
            await session.TellAsync(here.Wording.ButtonTooOld, cancellationToken);
        }
        else
        {
            await DoAsync(session, id, desk, here, cancellationToken);
        }

        return true;
    }

    private async Task DoAsync(InteractionSession session, CustomId id, GapDesk desk, Here here, CancellationToken cancellationToken)
    {
        var (who, page, messages) = (Roles.ModeratorOf(session.Invoker, here), id.Number ?? 0, new GapMessages(here.Wording));
        if (id.Kind == ComponentKind.Gaps)
        {
            await UpdateAsync(await PageAsync(desk, session, here, page, "", cancellationToken));
            return;
        }

        var named = id.Kind == ComponentKind.GapShow ? session.Data.Values is [var chosen, ..] ? chosen : "" : id.Subject;
        var gap = GapId.TryParse(named, out var known) ? await desk.FindAsync(who, known, cancellationToken) : null;
        switch (id.Kind)
        {
            case ComponentKind.GapForm when gap is not null:
                await WriteAsync(session, desk, who, gap.Id, page, here, cancellationToken);
                break;
            case var _ when gap is null:
                await UpdateAsync(await PageAsync(desk, session, here, page, here.Wording.Shared.Desk.GapGone, cancellationToken));
                break;
            case ComponentKind.GapShow:
                await UpdateAsync(messages.Gap(gap, page));
                break;
            case ComponentKind.GapEntry:
                await session.RespondAsync(
                    new Forms(here.Wording).Entry(new CustomId(ComponentKind.GapForm, gap.Id.ToString(), Parts.Number(page)), here.Wording.Shared.FaqAddTitle, DraftOf(gap), services.Scopes.Scopes), cancellationToken);
                break;
            case ComponentKind.GapHasEntry:
                await UpdateAsync(messages.Entries(gap, await EntriesLike.FindAsync(services.Desk, gap, DiscordLimits.SelectOptions, cancellationToken), page));
                break;
            case ComponentKind.GapIsEntry:
                await DecideAsync(session, desk, page, here, async () => await EntryOfAsync(session, cancellationToken) is { } entry
                    ? await desk.AddToEntryAsync(who, gap.Id, entry.Id, cancellationToken)
                    : new GapOutcome.NotWritten(new FaqOutcome.Missing()), cancellationToken);
                break;
            default:
                await DecideAsync(session, desk, page, here, () => desk.NotOursAsync(who, gap.Id, cancellationToken), cancellationToken);
                break;
        }

        Task UpdateAsync(OutgoingMessage message) => session.RespondAsync(InteractionCallback.Updating(message with { Flags = null }), cancellationToken);
    }

    private static async Task<OutgoingMessage> PageAsync(GapDesk desk, InteractionSession session, Here here, int page, string said, CancellationToken cancellationToken) =>
        new GapMessages(here.Wording).List(await desk.ListAsync(Roles.ModeratorOf(session.Invoker, here), GapState.Open, cancellationToken), page, said);

    /// <summary>As many of its questions as a form has room for.</summary>
    private static FormDraft DraftOf(GapView gap)
    {
        var draft = GapDesk.Draft(gap);
        var room = DiscordLimits.InputValue;
        return new FormDraft { Title = draft.Title ?? "", Phrasings = [.. (draft.Phrasings ?? []).TakeWhile(p => (room -= p.Length + 1) >= 0)], Scope = draft.Scope is { Length: > 0 } scope ? scope : null };
    }

    private async Task WriteAsync(InteractionSession session, GapDesk desk, Moderator who, GapId gap, int page, Here here, CancellationToken cancellationToken)
    {
        await session.RespondAsync(InteractionCallback.UpdateLater, cancellationToken);
        var messages = new GapMessages(here.Wording);
        var read = FaqFormEntry.Of(FormFields.Of(session.Data).AsFaqForm(), null, services.Scopes, here.Wording.Shared);
        if (read.Faults.Count > 0)
        {
            await session.EditAsync(messages.WithBack(FaqReport.WithWritten(FaqReport.Faulty(read.Faults, here.Wording), read.Written, here.Wording), page), cancellationToken);
            return;
        }

        await (await desk.MakeEntryAsync(who, gap, read.Draft, cancellationToken) switch
        {
            GapOutcome.Decided { Entry: { } entry } => session.EditAsync(await PageAsync(desk, session, here, page, report.Saved(entry, here.Wording), cancellationToken), cancellationToken),
            GapOutcome.NotWritten { Why: var why } => session.EditAsync(messages.WithBack(report.Of(why, here.Wording, read.Written), page), cancellationToken),
            var other => session.EditAsync(messages.WithBack(FaqReport.WithWritten(InWords(other, here), read.Written, here.Wording), page), cancellationToken),
        });
    }

    private async Task DecideAsync(InteractionSession session, GapDesk desk, int page, Here here, Func<Task<GapOutcome>> decide, CancellationToken cancellationToken)
    {
        await session.RespondAsync(InteractionCallback.UpdateLater, cancellationToken);
        var outcome = await decide();
        var said = outcome is GapOutcome.Decided { Entry: { } entry } ? report.Saved(entry, here.Wording) : InWords(outcome, here);
        await session.EditAsync(await PageAsync(desk, session, here, page, said, cancellationToken), cancellationToken);
    }

    private async Task<FaqEntry?> EntryOfAsync(InteractionSession session, CancellationToken cancellationToken) =>
        session.Data.Values is [var chosen, ..] ? await new FaqEntryNames(services).FindAsync(chosen, cancellationToken) : null;

    private static string InWords(GapOutcome outcome, Here here)
    {
        var desk = here.Wording.Shared.Desk;
        return outcome switch
        {
            GapOutcome.Decided { Gap: { State: GapState.NotOurs } gap } => SharedWording.Filled(desk.GapIsNotOurs, gap.Id.ToString()),
            GapOutcome.Decided => desk.GapDecided,
            GapOutcome.NotYours => desk.GapNotYours,
            GapOutcome.Unchanged => desk.GapDecidedBefore,
            GapOutcome.NotWritten { Why: FaqOutcome.Refused refused } => here.Wording.Shared.Refused(refused),
            GapOutcome.NotWritten => SharedWording.Filled(here.Wording.ForModerators.FaqMissing, ""),
            _ => desk.GapGone,
        };
    }
}
