using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord;

/// <summary>Brings an interaction to whom it belongs, and sees to it that whoever did it is never left with Discord's own 'did not respond'.</summary>
internal sealed class InteractionRouter(DiscordServices services, DiscordPlaces places, IReadOnlyList<IInteractionHandler> handlers)
{
    public async Task HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var session = new InteractionSession(services.Calls, interaction);
        if (session.Invoker.IsNone || interaction.Invoker is { IsBot: true })
        {
            return;
        }

        try
        {
            foreach (var handler in handlers)
            {
                if (await handler.HandleAsync(session, cancellationToken))
                {
                    return;
                }
            }

            // Of an older or newer run, or made up.
            await (interaction.Type == InteractionType.Autocomplete
                ? session.RespondAsync(InteractionCallback.Suggesting([]), cancellationToken)
                : session.TellAsync((await session.HereAsync(places, cancellationToken)).Wording.ButtonTooOld, cancellationToken));
        }
        catch (DiscordCallException e) when (e.Code is DiscordErrors.UnknownInteraction or DiscordErrors.AlreadyAcknowledged)
        {
            services.Log.LogWarning("An interaction was acknowledged too late or twice ({Code}).", e.Code);
        }
#pragma warning disable CA1031 // Whatever failed, whoever waits is told.
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            services.Log.LogError(e is DiscordCallException or StoreException ? null : e, "An interaction failed: {Message}", e.Message);
            await ApologiseAsync(session, cancellationToken);
        }
    }

    private async Task ApologiseAsync(InteractionSession session, CancellationToken cancellationToken)
    {
        if (session.Interaction.Type == InteractionType.Autocomplete)
        {
            return;
        }

        var apology = services.Wording.For(session.Interaction.Locale, session.Interaction.GuildLocale).Shared.WentWrong;
        try
        {
            await session.TellAsync(apology, cancellationToken);
        }
        catch (DiscordCallException e)
        {
            services.Log.LogWarning("An apology could not be brought: {Message}", e.Message);
        }
    }
}
