using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Discord.Commands;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Privacy;

namespace ProgrammeBot.Channels.Discord.Places;

/// <summary>What everybody sets for themselves: <c>/programme</c>, <c>/my-data</c>, <c>/forget-me</c>, <c>/privacy</c>.</summary>
internal sealed class PersonCommands(DiscordServices services, DiscordPlaces places, PersonalChoices choices, PrivacyDesk privacy) : IInteractionHandler
{
    public async Task<bool> HandleAsync(InteractionSession session, CancellationToken cancellationToken)
    {
        if (session.Interaction.Type != InteractionType.Command || session.Data.Name is not (CommandNames.Programme or CommandNames.MyData or CommandNames.ForgetMe or CommandNames.Privacy))
        {
            return false;
        }

        var here = await session.HereAsync(places, cancellationToken);
        if (session.Data.Name == CommandNames.MyData)
        {
            await ShowAsync(session, here, cancellationToken);
            return true;
        }

        await session.TellAsync(session.Data.Name switch
        {
            CommandNames.Programme => Programme(session, here),
            CommandNames.ForgetMe => await ForgetAsync(session, here, cancellationToken),
            _ => services.Keeps.InWords(here.Wording.Privacy),
        }, cancellationToken);
        return true;
    }

    private string Programme(InteractionSession session, Here here)
    {
        var chosen = session.Text(CommandNames.Programme);
        if (chosen == CommandNames.None)
        {
            choices.Forget(DiscordPlaces.Person(session.Invoker));
            return here.Wording.Shared.ProgrammeCleared;
        }

        if (chosen is not null && services.Scopes.Find(chosen) is null)
        {
            return here.Wording.ButtonTooOld;
        }

        if (chosen is not null)
        {
            choices.Choose(DiscordPlaces.Person(session.Invoker), chosen);
        }

        return (chosen ?? choices.ScopeOf(DiscordPlaces.Person(session.Invoker)) ?? here.Scope) is { } scope && services.Scopes.Find(scope) is { } found
            ? SharedWording.Filled(here.Wording.ProgrammeSet, DiscordText.EscapeLine(found.Name))
            : here.Wording.Shared.ProgrammeCleared;
    }

    /// <summary>For their eyes only: in few words, and all of it as a file.</summary>
    private async Task ShowAsync(InteractionSession session, Here here, CancellationToken cancellationToken)
    {
        await session.ThinkAsync(isPrivate: true, cancellationToken);
        var data = await privacy.ShowAsync(DiscordPlaces.Person(session.Invoker), cancellationToken);
        var text = PersonalDataText.Of(data, here.Wording.Shared, DiscordText.EscapeLine, scope => DiscordText.EscapeLine(services.Scopes.Find(scope)?.Name ?? scope));
        await session.EditAsync(Notices.Private(text), cancellationToken);
        if (!data.IsNothing)
        {
            var file = new OutgoingFile(PersonalDataJson.FileName(data), PersonalDataJson.Write(data));
            await services.Calls.FollowUpAsync(session.Interaction, new OutgoingMessage { Flags = MessageFlags.Ephemeral }, file, cancellationToken);
        }
    }

    /// <summary>Everything that points at them, here and in the store; what holds no name stays.</summary>
    private async Task<string> ForgetAsync(InteractionSession session, Here here, CancellationToken cancellationToken)
    {
        await privacy.ForgetAsync(DiscordPlaces.Person(session.Invoker), cancellationToken);
        return here.Wording.Shared.Forgotten;
    }
}
