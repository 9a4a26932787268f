using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Discord.Commands;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Wording;

namespace ProgrammeBot.Channels.Discord.Places;

/// <summary>What everybody sets for themselves: <c>/programme</c>, <c>/forget-me</c>, <c>/privacy</c>.</summary>
internal sealed class PersonCommands(DiscordServices services, DiscordPlaces places, PersonalChoices choices, Asker asker, ReplyLedger ledger) : IInteractionHandler
{
    public async Task<bool> HandleAsync(InteractionSession session, CancellationToken cancellationToken)
    {
        if (session.Interaction.Type != InteractionType.Command || session.Data.Name is not (CommandNames.Programme or CommandNames.ForgetMe or CommandNames.Privacy))
        {
            return false;
        }

        var here = await session.HereAsync(places, cancellationToken);
        await session.TellAsync(session.Data.Name switch
        {
            CommandNames.Programme => Programme(session, here),
            CommandNames.ForgetMe => await ForgetAsync(session, here, cancellationToken),
            _ => here.Wording.Privacy,
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

    /// <summary>Everything that points at them, here and in the store; what holds no name stays.</summary>
    private async Task<string> ForgetAsync(InteractionSession session, Here here, CancellationToken cancellationToken)
    {
        var person = DiscordPlaces.Person(session.Invoker);
        asker.ForgetPerson(person);
        await ledger.ForgetPersonAsync(person, cancellationToken);
        return here.Wording.Shared.Forgotten;
    }
}
