using System.Globalization;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Pressing;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Channels.Teams.Work;
using ProgrammeBot.Channels.Wording;

namespace ProgrammeBot.Channels.Teams.Asking;

/// <summary>Questions that come as messages: in our own chats, by mention, and in channels where every question is answered; with them the few words that are commands.</summary>
internal sealed class MessageQuestions(TeamsServices services, TeamsPlaces places, Questions questions, ConversationQueues queues, SlowMode slow, TextCommands commands, SetupPresses setup, PressRouter presses)
{
    public async Task<Reception> TakeAsync(Activity message, Whereabouts at, CancellationToken cancellationToken)
    {
        // Bots talk to bots for ever.
        if (message.From is not { Id.Length: > 0 } from || from.Id.StartsWith("28:", StringComparison.Ordinal) || from.Role == "bot")
        {
            return Reception.Ok;
        }

        if (message.Value is { ValueKind: System.Text.Json.JsonValueKind.Object } && string.IsNullOrWhiteSpace(message.Text))
        {
            return presses.Submitted(message, at);
        }

        var here = await places.HereAsync(at, message.Locale, cancellationToken);
        if (!at.IsPersonal && !Addressing.MentionsUs(message))
        {
            setup.Reads(at.Root);
        }

        var how = Addressing.Of(message, here);
        var words = how == Addressed.No && !Addressing.MentionsUs(message) ? "" : Addressing.Words(message);
        var by = new Sender(from, Press.AddressOf(at.Address, from), Whereabouts.PersonOf(at.Address.Tenant, from), message.Id);
        if (how != Addressed.Unasked && words.Length > 0 && commands.Find(words, here) is { } command)
        {
            return Later(at, token => command(by, token));
        }

        if (how == Addressed.No)
        {
            return Reception.Ok;
        }

        if (words.Length == 0 && message.Attachments?.Any(a => a?.ContentType == ContentTypes.AdaptiveCard) == true)
        {
            // An answer of ours that they put into the chat asks nothing.
            return Reception.Ok;
        }

        if (words.Length == 0)
        {
            return Say(at, here.Wording.AskHow, message);
        }

        if (slow.WaitFor(here.Place, by.Person) is { } wait)
        {
            return how == Addressed.Unasked ? Reception.Ok : Say(at, SlowDown(here, wait), message);
        }

        return await questions.TakeAsync(
            words,
            here,
            new ReplyAddress { At = at, Asker = by.Address, Message = message.Id, IsUnasked = how == Addressed.Unasked, Locale = message.Locale },
            cancellationToken);
    }

    public static string SlowDown(Here here, TimeSpan wait) =>
        SharedWording.Filled(here.Wording.Shared.SlowDown, ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture));

    private Reception Say(Whereabouts at, string words, Activity to) =>
        Later(at, token => services.Calls.SendAsync(at.Address, OutgoingActivity.Says(words), to.Id, isAwaited: false, token));

    private Reception Later(Whereabouts at, Func<CancellationToken, Task> work) => queues.TryAdd(at.Address.Conversation, "A message", work) ? Reception.Accepted : Reception.Busy;
}

/// <summary>Who wrote a message.</summary>
/// <param name="Account">As Teams names them.</param>
/// <param name="Address">How they are written to in private.</param>
/// <param name="Person">As stores name them.</param>
/// <param name="Message">The message.</param>
internal sealed record Sender(Account Account, PersonAddress Address, string Person, string? Message);
