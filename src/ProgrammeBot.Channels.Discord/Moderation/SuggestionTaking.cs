using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Discord.Commands;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary><c>/suggest</c>, and the button below a reply that has no answer: a member's words on their way to the moderators, seen by nobody else.</summary>
internal sealed class SuggestionTaking(DiscordServices services, DiscordPlaces places, FaqEntryNames names, GivenReplies given, SuggestionBoard board) : IInteractionHandler
{
    /// <summary>The argument of a form that is about a reply; of one about an entry it is blank.</summary>
    private const string OfReply = "reply";

    public async Task<bool> HandleAsync(InteractionSession session, CancellationToken cancellationToken)
    {
        var id = CustomId.Read(session.Data.CustomId);
        switch (session.Interaction.Type, session.Data.Name, id.Kind)
        {
            case (InteractionType.Autocomplete, CommandNames.Suggest, _):
                await session.RespondAsync(InteractionCallback.Suggesting(await names.LiveAsync(session.Focused?.Value?.ToString() ?? "", cancellationToken)), cancellationToken);
                return true;
            case (InteractionType.Command, CommandNames.Suggest, _):
                await WhereReadAsync(session, (here, _, _) => OpenAsync(session, here, cancellationToken), cancellationToken);
                return true;
            case (InteractionType.Component, _, ComponentKind.Suggest):
                await WhereReadAsync(session, (here, _, _) => session.RespondAsync(
                    new Forms(here.Wording).Suggest(new CustomId(ComponentKind.SuggestForm, id.Subject, OfReply), AskedIn(session, id.Subject), ""), cancellationToken), cancellationToken);
                return true;
            case (InteractionType.ModalSubmit, _, ComponentKind.SuggestForm):
                await WhereReadAsync(session, (here, guild, moderators) => TakeAsync(session, id, here, guild, moderators, cancellationToken), cancellationToken);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Only where moderators read what is suggested; elsewhere says so.</summary>
    private async Task WhereReadAsync(InteractionSession session, Func<Here, Snowflake, Snowflake, Task> work, CancellationToken cancellationToken)
    {
        var here = await session.HereAsync(places, cancellationToken);
        await (services.SuggestionDesk() is not null && here.Guild is { } guild && Snowflake.TryParse(here.Settings.ModeratorChannel, out var moderators)
            ? work(here, guild, moderators)
            : session.TellAsync(here.Wording.NoModerators, cancellationToken));
    }

    private async Task OpenAsync(InteractionSession session, Here here, CancellationToken cancellationToken)
    {
        var named = session.Text(CommandNames.Entry) ?? "";
        if (named.Length == 0)
        {
            await session.RespondAsync(new Forms(here.Wording).Suggest(new CustomId(ComponentKind.SuggestForm), "", ""), cancellationToken);
        }
        else if (await LiveAsync(named, cancellationToken) is { } entry)
        {
            await session.RespondAsync(
                new Forms(here.Wording).Suggest(new CustomId(ComponentKind.SuggestForm, CustomId.SubjectOf(entry.Id.ToString())), entry.Content.Title, entry.Content.Answer), cancellationToken);
        }
        else
        {
            await session.TellAsync(here.Wording.Shared.Desk.SuggestEntryGone, cancellationToken);
        }
    }

    private async Task TakeAsync(InteractionSession session, CustomId form, Here here, Snowflake guild, Snowflake moderators, CancellationToken cancellationToken)
    {
        await session.ThinkAsync(isPrivate: true, cancellationToken);
        var fields = FormFields.Of(session.Data);
        var isOfEntry = form.Argument != OfReply && form.Subject.Length > 0;
        var entry = isOfEntry ? await LiveAsync(form.Subject, cancellationToken) : null;
        var outcome = isOfEntry && entry is null ? new SuggestionOutcome.Missing() : await services.SuggestionDesk()!.SuggestAsync( // just looked at
            new NewSuggestion(fields[FormFields.Title], fields[FormFields.Answer])
            {
                Within = DiscordPlaces.GuildPlace(guild),
                Scope = entry is null ? ScopeOf(session, form, here) : entry.Content.Scope,
                Entry = entry?.Id,
                By = new PersonReference(services.Protection.Protect(session.Invoker.ToString()), services.Protection.HashOf(DiscordPlaces.Person(session.Invoker))),
            },
            cancellationToken);
        if (outcome is SuggestionOutcome.Done done)
        {
            await board.ShowAsync(done.Suggestion, entry, guild, moderators, session.Interaction.GuildLocale, cancellationToken);
        }

        var words = SuggestionWords.ToSuggester(outcome, here.Wording.Shared);
        await session.EditAsync(outcome is SuggestionOutcome.Done ? Notices.Private(words) : FaqReport.WithWritten(words, fields[FormFields.Answer], here.Wording), cancellationToken);
    }

    /// <summary>An entry that everybody may read: of others members learn nothing, not even that they are there.</summary>
    private async Task<FaqEntry?> LiveAsync(string name, CancellationToken cancellationToken) =>
        await names.FindAsync(name, cancellationToken) is { Content.Status: FaqStatus.Live } entry ? entry : null;

    /// <summary>What was asked: as the message shows it, or as it is remembered of their own question. Of another's nothing is told: a button can be forged.</summary>
    private string AskedIn(InteractionSession session, string answer) =>
        TheirsOf(session, answer)?.Question ?? (session.Interaction.Message is { } message && message.Author?.Id == services.Self() ? ReplyWords.Of(message).Question ?? "" : "");

    private string? ScopeOf(InteractionSession session, CustomId form, Here here) =>
        (form.Argument == OfReply ? TheirsOf(session, form.Subject)?.Scope : null) ?? (here.Scope is { } scope && services.Scopes.Find(scope) is not null ? scope : null);

    private GivenReply? TheirsOf(InteractionSession session, string answer) =>
        AnswerId.TryParse(answer, out var id) && given.Find(id) is { } reply && reply.Asker == DiscordPlaces.Person(session.Invoker) ? reply : null;
}
