using ProgrammeBot.Channels.Discord.Asking;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>The question that a message replies to: another's words, or, below a reply of ours, what that one answered.</summary>
internal sealed class QuestionBehind(DiscordServices services, AskedBefore before)
{
    /// <summary>Null where it replies to nothing, or to what we may not read.</summary>
    public async Task<string?> FindAsync(Message message, Here here, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.MessageReference?.MessageId is not { } id || await ReadAsync(message, id, here, cancellationToken) is not { } replied)
        {
            return null;
        }

        var self = services.Self();
        var question = replied.Author?.Id == self ? (await OursAsync(replied, here, cancellationToken)).Question : Addressing.Question(replied, self);
        return string.IsNullOrWhiteSpace(question) ? null : question;
    }

    /// <summary>What a message of ours answered, and how.</summary>
    public async Task<Asked> OursAsync(Message message, Here here, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return await before.FindAsync(await AnswerOfAsync(message, here, cancellationToken) ?? default, message, here, cancellationToken);
    }

    /// <summary>Which reply a message of ours is; null where that is not known (any more).</summary>
    public async Task<AnswerId?> AnswerOfAsync(Message message, Here here, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        await using var unit = await services.Store.ReadAsync(cancellationToken);
        var name = DiscordPlaces.MessageName(here.Channel, message.Id);
        return (await unit.ReplyReferences.FindAsync(services.Protection.HashOf(name), cancellationToken))?.Answer;
    }

    private async Task<Message?> ReadAsync(Message message, Snowflake replied, Here here, CancellationToken cancellationToken)
    {
        if (message.ReferencedMessage is { } brought)
        {
            return brought;
        }

        try
        {
            return await services.Calls.GetMessageAsync(message.MessageReference?.ChannelId ?? here.Channel, replied, cancellationToken);
        }
        catch (DiscordCallException)
        {
            return null;
        }
    }
}
