using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Faq;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;
using FaqDraft = ProgrammeBot.Faq.FaqDraft;
using FormDraft = ProgrammeBot.Channels.Discord.Rendering.FaqDraft;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>What moderators do with a suggestion: take it, take it with their hand over it, or leave it. The first one counts, and the others are told.</summary>
internal sealed class SuggestionDeciding(DiscordServices services, DiscordPlaces places, SuggestionBoard board) : IInteractionHandler
{
    public async Task<bool> HandleAsync(InteractionSession session, CancellationToken cancellationToken)
    {
        var id = CustomId.Read(session.Data.CustomId);
        Func<Suggestion, Moderator, SuggestionDesk, Here, Task>? work = (session.Interaction.Type, id.Kind) switch
        {
            (InteractionType.Component, ComponentKind.SuggestionAccept) => (suggestion, who, desk, here) =>
                DecidedAsync(session, here, () => desk.AcceptAsync(who, suggestion.Id, null, cancellationToken), "", cancellationToken),
            (InteractionType.Component, ComponentKind.SuggestionEdit) => (suggestion, _, _, here) => session.RespondAsync(FormOf(suggestion, here), cancellationToken),
            (InteractionType.Component, ComponentKind.SuggestionDecline) => (suggestion, _, _, here) =>
                session.RespondAsync(new Forms(here.Wording).SuggestionDecline(suggestion.Id.ToString()), cancellationToken),
            (InteractionType.ModalSubmit, ComponentKind.SuggestionEditForm) => (suggestion, who, desk, here) => EditedAsync(session, suggestion, who, desk, here, cancellationToken),
            (InteractionType.ModalSubmit, ComponentKind.SuggestionDeclineForm) => (suggestion, who, desk, here) =>
                DecidedAsync(session, here, () => desk.DeclineAsync(who, suggestion.Id, FormFields.Of(session.Data)[FormFields.Words], cancellationToken), "", cancellationToken),
            _ => null,
        };
        if (work is null)
        {
            return false;
        }

        var here = await session.HereAsync(places, cancellationToken);
        if (!Roles.IsModerator(session.Interaction.Member, here))
        {
            await session.TellAsync(here.Wording.NotAllowed, cancellationToken);
            return true;
        }

        var who = Roles.ModeratorOf(session.Invoker, here);
        if (services.SuggestionDesk() is not { } suggestions || !SuggestionId.TryParse(id.Subject, out var named) || await suggestions.FindAsync(who, named, cancellationToken) is not { } found)
        {
            await session.TellAsync(here.Wording.Shared.Desk.SuggestionGone, cancellationToken);
        }
        else if (found.State == SuggestionState.Open)
        {
            await work(found, who, suggestions, here);
        }
        else
        {
            var written = FormFields.Of(session.Data)[FormFields.Answer];
            await session.SayAsync(FaqReport.WithWritten(InWords(new SuggestionOutcome.Decided(found), null, here), written, here.Wording), cancellationToken);
            await board.ShowEndAsync(found, cancellationToken);
        }

        return true;
    }

    /// <summary>For an entry that is there, its answer alone: whatever else it says is not the suggestion's to change.</summary>
    private InteractionCallback FormOf(Suggestion suggestion, Here here)
    {
        var forms = new Forms(here.Wording);
        var answer = suggestion.Answer.Length <= DiscordLimits.InputValue ? suggestion.Answer : "";
        return suggestion.Faq is not null
            ? forms.SuggestionAnswer(suggestion.Id.ToString(), answer)
            : forms.Entry(
                new CustomId(ComponentKind.SuggestionEditForm, suggestion.Id.ToString()),
                here.Wording.Shared.Desk.SuggestionEditTitle,
                new FormDraft { Title = suggestion.Question, Answer = answer, Scope = suggestion.Scope },
                services.Scopes.Scopes);
    }

    private async Task EditedAsync(InteractionSession session, Suggestion suggestion, Moderator who, SuggestionDesk desk, Here here, CancellationToken cancellationToken)
    {
        var fields = FormFields.Of(session.Data);
        if (suggestion.Faq is not null)
        {
            await DecidedAsync(session, here, () => desk.AcceptAsync(who, suggestion.Id, new FaqDraft { Answer = fields[FormFields.Answer] }, cancellationToken), fields[FormFields.Answer], cancellationToken);
            return;
        }

        var read = FaqFormEntry.Of(fields.AsFaqForm(), null, services.Scopes, here.Wording.Shared);
        await (read.Faults.Count > 0
            ? session.SayAsync(FaqReport.WithWritten(FaqReport.Faulty(read.Faults, here.Wording), read.Written, here.Wording), cancellationToken)
            : DecidedAsync(session, here, () => desk.AcceptAsync(who, suggestion.Id, read.Draft, cancellationToken), read.Written, cancellationToken));
    }

    private async Task DecidedAsync(InteractionSession session, Here here, Func<Task<SuggestionOutcome>> decide, string written, CancellationToken cancellationToken)
    {
        await session.ThinkAsync(isPrivate: true, cancellationToken);
        var outcome = await decide();
        switch (outcome)
        {
            case SuggestionOutcome.Done { Suggestion: var decided }:
                await board.ShowEndAsync(decided, cancellationToken);
                var entry = decided is { State: SuggestionState.Accepted, Faq: { } id } ? await services.Desk.FindAsync(id, cancellationToken) : null;
                await session.EditAsync(Notices.Private(InWords(outcome, entry, here)), cancellationToken);
                break;
            case SuggestionOutcome.NotWritten { Why: var why }:
                await session.EditAsync(new FaqReport(services).Of(why, here.Wording, written), cancellationToken);
                break;
            default:
                await session.EditAsync(FaqReport.WithWritten(InWords(outcome, null, here), written, here.Wording), cancellationToken);
                break;
        }
    }

    private static string InWords(SuggestionOutcome outcome, FaqEntry? entry, Here here) => SuggestionWords.ToModerator(outcome, entry, here.Wording.Shared, FaqReport.Who, Notices.Time);
}
