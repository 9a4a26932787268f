using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Discord.Asking;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>What was asked and answered: as it is remembered, else as far as it can still be read in Discord.</summary>
/// <remarks>No store holds questions beside answers (see design, 'Policy'): after a restart only Discord itself can say what was asked.</remarks>
internal sealed class AskedBefore(DiscordServices services, GivenReplies given)
{
    /// <param name="answer">The reply.</param>
    /// <param name="message">The message that shows it.</param>
    /// <param name="here">Where it stands.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The question is null where nobody can say any more.</returns>
    public async Task<Asked> FindAsync(AnswerId answer, Message? message, Here here, CancellationToken cancellationToken)
    {
        if (given.Find(answer) is { } remembered)
        {
            return new Asked(remembered.Question, remembered.Reply.Text, remembered.Scope);
        }

        if (message is null)
        {
            return new Asked(null, "", ScopeOf(here));
        }

        var words = ReplyWords.Of(message);
        var question = words.Question ?? await BeforeAsync(message, here, cancellationToken);
        return new Asked(question is null ? null : Addressing.Question(new Message { Content = question }, services.Self()), words.Answer, ScopeOf(here));
    }

    /// <summary>A scope that is set but no longer known would hide an entry from everybody.</summary>
    private string? ScopeOf(Here here) => here.Scope is { } scope && services.Scopes.Find(scope) is not null ? scope : null;

    /// <summary>The words of the message that was replied to, or from which the thread was begun; blank ones we may not read.</summary>
    private async Task<string?> BeforeAsync(Message message, Here here, CancellationToken cancellationToken)
    {
        var (channel, asked) = message.MessageReference?.MessageId is { } replied ? (here.Channel, replied)
            : here.Known is { IsThread: true, Parent: { } parent } ? (here.Settings.IsForum == true ? here.Channel : parent, here.Channel)
            : default;
        if (asked.IsNone)
        {
            return null;
        }

        try
        {
            var found = await services.Calls.GetMessageAsync(channel, asked, cancellationToken);
            return string.IsNullOrWhiteSpace(found.Content) ? null : found.Content;
        }
        catch (DiscordCallException)
        {
            return null;
        }
    }
}

/// <param name="Question">Null where it is not known any more.</param>
/// <param name="Answer">The words of the reply; may be blank.</param>
/// <param name="Scope">The scope it was asked within; null is none.</param>
internal sealed record Asked(string? Question, string Answer, string? Scope);
