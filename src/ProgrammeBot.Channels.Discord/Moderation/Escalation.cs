using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>Questions for moderators: from the button below a reply, through the moderators' channel, back to the asker.</summary>
internal sealed class Escalation(TicketOpening opening, TicketEnding ending) : IInteractionHandler
{
    public async Task<bool> HandleAsync(InteractionSession session, CancellationToken cancellationToken)
    {
        var id = CustomId.Read(session.Data.CustomId);
        switch (session.Interaction.Type, id.Kind)
        {
            case (InteractionType.Component, ComponentKind.AskModerator):
                await opening.AskAsync(session, id.Subject, cancellationToken);
                return true;
            case (InteractionType.Component, ComponentKind.TicketAnswer or ComponentKind.TicketAnswerAndAdd):
                await ending.OpenFormAsync(session, id.Subject, id.Kind == ComponentKind.TicketAnswerAndAdd, cancellationToken);
                return true;
            case (InteractionType.Component, ComponentKind.TicketClose):
                await ending.CloseAsync(session, id.Subject, cancellationToken);
                return true;
            case (InteractionType.Component, ComponentKind.TicketShow):
                await ending.ShowAsync(session, id.Subject, cancellationToken);
                return true;
            case (InteractionType.ModalSubmit, ComponentKind.TicketForm):
                await ending.AnswerAsync(session, id, cancellationToken);
                return true;
            default:
                return false;
        }
    }
}
