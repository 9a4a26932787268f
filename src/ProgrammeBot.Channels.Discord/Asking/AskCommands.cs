using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Discord.Commands;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Wording;

namespace ProgrammeBot.Channels.Discord.Asking;

/// <summary><c>/ask</c> with its suggestions, and the message menu's 'Answer this'.</summary>
internal sealed class AskCommands(DiscordServices services, DiscordPlaces places, Questions questions, SlowMode slow, AskSuggestions suggestions) : IInteractionHandler
{
    public async Task<bool> HandleAsync(InteractionSession session, CancellationToken cancellationToken)
    {
        switch (session.Interaction.Type, session.Data.Name)
        {
            case (InteractionType.Autocomplete, CommandNames.Ask):
                await session.RespondAsync(InteractionCallback.Suggesting(suggestions.For(session.Focused?.Value?.ToString())), cancellationToken);
                return true;
            case (InteractionType.Command, CommandNames.Ask):
                await AskAsync(session, session.Text(CommandNames.Question) ?? "", session.Text(CommandNames.Programme), null, cancellationToken);
                return true;
            case (InteractionType.Command, CommandNames.AnswerThis):
                var target = session.Target;
                var question = target is null ? "" : Addressing.Question(target, services.Self());
                await AskAsync(session, question, null, target, cancellationToken);
                return true;
            default:
                return false;
        }
    }

    private async Task AskAsync(InteractionSession session, string question, string? programme, Message? about, CancellationToken cancellationToken)
    {
        var here = await session.HereAsync(places, cancellationToken);
        if (string.IsNullOrWhiteSpace(question))
        {
            await session.TellAsync(here.Wording.Shared.NoWords, cancellationToken);
            return;
        }

        if (slow.WaitFor(here.Place, DiscordPlaces.Person(session.Invoker)) is { } wait)
        {
            await session.TellAsync(SharedWording.Filled(here.Wording.Shared.SlowDown, Parts.Number((int)Math.Ceiling(wait.TotalSeconds))), cancellationToken);
            return;
        }

        var address = new ReplyAddress
        {
            Guild = session.Interaction.GuildId,
            Channel = session.Channel,
            Message = about?.Id,
            Asker = session.Invoker,
            ShowsQuestion = true,
            Programme = programme,
            Locale = session.Interaction.Locale,
        };
        await questions.AnswerAsync(session, question, here, address, onlyPrivately: false, cancellationToken);
    }
}
