using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>Teaching by reply: a moderator replies to somebody's question, mentions us, and says what the FAQ shall answer.</summary>
internal sealed class Teaching(DiscordServices services)
{
    /// <summary>Takes the message as an entry if it is one. Whether it was.</summary>
    /// <param name="message">The message, which mentions us.</param>
    /// <param name="words">Its words without our name.</param>
    /// <param name="here">Where.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<bool> TaughtAsync(Message message, string words, Here here, CancellationToken cancellationToken)
    {
        _ = (services, message, words, here, cancellationToken);
        return Task.FromResult(false);
    }
}
