using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Channels.Discord;

/// <summary>What the channel asks of Discord; carried by our own client, or by another of the same platform.</summary>
/// <remarks>
/// A call keeps Discord's limits and waits for them, retries what may be retried, and never sends a message twice.
/// It throws <see cref="DiscordCallException"/> when Discord refuses or cannot be reached, and <see cref="OperationCanceledException"/>.
/// </remarks>
public interface IDiscordCalls
{
    /// <summary>The first answer to an interaction. Must arrive within 3 seconds of it; one that is late is refused (10062), a second one too (40060).</summary>
    Task RespondAsync(Interaction interaction, InteractionCallback callback, CancellationToken cancellationToken);

    /// <summary>Edits the first answer, within 15 minutes of the interaction.</summary>
    Task<Message> EditResponseAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>The first answer as it stands.</summary>
    Task<Message> GetResponseAsync(Interaction interaction, CancellationToken cancellationToken);

    /// <summary>A further answer, within 15 minutes of the interaction.</summary>
    Task<Message> FollowUpAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>A further answer that brings a file, within 15 minutes of the interaction.</summary>
    Task<Message> FollowUpAsync(Interaction interaction, OutgoingMessage message, OutgoingFile file, CancellationToken cancellationToken);

    Task DeleteResponseAsync(Interaction interaction, CancellationToken cancellationToken);

    /// <summary>Sends a message; with a nonce it is sent once however often it is tried.</summary>
    Task<Message> SendAsync(Snowflake channel, OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Edits a message of ours.</summary>
    Task<Message> EditAsync(Snowflake channel, Snowflake message, OutgoingMessage change, CancellationToken cancellationToken);

    Task DeleteAsync(Snowflake channel, Snowflake message, CancellationToken cancellationToken);

    /// <summary>A message; its content may be blank for want of the Message Content intent.</summary>
    Task<Message> GetMessageAsync(Snowflake channel, Snowflake message, CancellationToken cancellationToken);

    /// <summary>The newest messages of a channel, the newest first.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="limit">1 to 100.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<IReadOnlyList<Message>> GetMessagesAsync(Snowflake channel, int limit, CancellationToken cancellationToken);

    /// <summary>Shows 'is typing' for 10 seconds.</summary>
    Task TypingAsync(Snowflake channel, CancellationToken cancellationToken);

    /// <summary>Starts a thread from a message; the thread's id is the message's.</summary>
    Task<Channel> StartThreadAsync(Snowflake channel, Snowflake message, NewThread thread, CancellationToken cancellationToken);

    Task<Channel> GetChannelAsync(Snowflake channel, CancellationToken cancellationToken);

    Task<Channel> ChangeChannelAsync(Snowflake channel, ChannelChange change, CancellationToken cancellationToken);

    /// <summary>The channel of direct messages with a user, made where there is none. Only after something the user did.</summary>
    Task<Channel> OpenDirectMessagesAsync(Snowflake user, CancellationToken cancellationToken);

    /// <summary>Replaces all commands, of everywhere or of one guild.</summary>
    Task OverwriteCommandsAsync(Snowflake application, Snowflake? guild, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken);
}
