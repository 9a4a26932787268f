using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Faq;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>The buttons of an entry that waits: looked at, made live, approved, sent back; everything is said to moderators alone.</summary>
internal sealed class FaqReviews(DiscordServices services, DiscordPlaces places, FaqEntryNames names, FaqReport report) : IInteractionHandler
{
    public async Task<bool> HandleAsync(InteractionSession session, CancellationToken cancellationToken)
    {
        var id = CustomId.Read(session.Data.CustomId);
        if (id.Kind is not (ComponentKind.FaqShow or ComponentKind.FaqPublish or ComponentKind.FaqLive or ComponentKind.FaqSendBack or ComponentKind.SendBackForm))
        {
            return false;
        }

        var here = await session.HereAsync(places, cancellationToken);
        if (!Roles.IsModerator(session.Interaction.Member, here))
        {
            await session.TellAsync(here.Wording.NotAllowed, cancellationToken);
        }
        else if (await names.FindAsync(id.Subject, cancellationToken) is not { } entry)
        {
            await session.TellAsync(here.Wording.ForModerators.FaqChangedMeanwhile, cancellationToken);
        }
        else
        {
            await DoAsync(session, id, entry, here, cancellationToken);
        }

        return true;
    }

    private async Task DoAsync(InteractionSession session, CustomId id, FaqEntry entry, Here here, CancellationToken cancellationToken)
    {
        var by = Roles.ModeratorOf(session.Invoker, here);
        switch (id.Kind)
        {
            case ComponentKind.FaqShow:
                await session.SayAsync(FaqViews.Entry(entry, services.Scopes, here.Wording), cancellationToken);
                break;
            case ComponentKind.FaqSendBack when session.Interaction.Type == InteractionType.Component:
                await session.RespondAsync(new Forms(here.Wording).SendBack(entry.Id, entry.Revision), cancellationToken);
                break;
            case ComponentKind.SendBackForm when session.Interaction.Type == InteractionType.ModalSubmit:
                await session.ThinkAsync(isPrivate: true, cancellationToken);
                var words = StoredText.Clean(FormFields.Of(session.Data)[FormFields.Words]);
                var declined = await services.Review.DeclineAsync(entry.Id, id.Number ?? 0, toLive: false, by, words, cancellationToken);
                await session.EditAsync(
                    declined is FaqOutcome.Saved ? Notices.Private(Wording.SharedWording.Filled(here.Wording.Shared.FaqSentBack, entry.Id.ToString())) : report.Of(declined, here.Wording, words), cancellationToken);
                break;
            case ComponentKind.FaqPublish:
                await session.ThinkAsync(isPrivate: true, cancellationToken);
                await session.EditAsync(report.Of(await services.Edits.PublishAsync(entry.Id, id.Number ?? 0, by, null, cancellationToken), here.Wording), cancellationToken);
                break;
            case ComponentKind.FaqLive:
                await session.ThinkAsync(isPrivate: true, cancellationToken);
                await session.EditAsync(report.Of(await services.Edits.MakeLiveAsync(entry.Id, id.Number ?? 0, by, cancellationToken), here.Wording), cancellationToken);
                break;
            default:
                await session.TellAsync(here.Wording.ButtonTooOld, cancellationToken);
                break;
        }
    }
}
