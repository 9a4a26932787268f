using ProgrammeBot.Channels.Teams.Values;

namespace ProgrammeBot.Channels.Teams;

/// <summary>What the channel asks of Teams; carried by our own client, or by another of the same platform.</summary>
/// <remarks>
/// A call keeps the platform's limits and waits for them, keeps the order of what is sent to one conversation, and retries what may be retried.
/// Only hosts of the cloud in use are called. It throws <see cref="TeamsCallException"/> when Teams refuses or cannot be reached, and
/// <see cref="OperationCanceledException"/>.
/// </remarks>
public interface ITeamsCalls
{
    /// <summary>Sends a message, or replies to one.</summary>
    /// <param name="to">The conversation; a thread's id keeps it in the thread.</param>
    /// <param name="activity">What is sent.</param>
    /// <param name="replyTo">The message that is replied to; null for none.</param>
    /// <param name="isAwaited">Whether somebody waits for it: then it is sent once more where it is not known whether it arrived, and may then be there twice.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The message's id; null where the platform names none.</returns>
    Task<string?> SendAsync(ConversationAddress to, OutgoingActivity activity, string? replyTo, bool isAwaited, CancellationToken cancellationToken);

    /// <summary>Shows 'is typing'. What fails is of no account, and never delays a message.</summary>
    Task TypingAsync(ConversationAddress to, CancellationToken cancellationToken);

    /// <summary>Puts this in the place of a message of ours.</summary>
    Task UpdateAsync(MessageAddress message, OutgoingActivity activity, CancellationToken cancellationToken);

    Task DeleteAsync(MessageAddress message, CancellationToken cancellationToken);

    /// <summary>The personal chat with somebody, made where there is none; refused where the app is not installed for them.</summary>
    Task<ConversationAddress> OpenPersonalAsync(PersonAddress person, CancellationToken cancellationToken);

    /// <summary>Begins a thread in a channel.</summary>
    /// <param name="team">Any conversation of its team: says by which service.</param>
    /// <param name="channel">The channel's id.</param>
    /// <param name="activity">The thread's first message.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The message; its conversation is the thread.</returns>
    Task<MessageAddress> StartThreadAsync(ConversationAddress team, string channel, OutgoingActivity activity, CancellationToken cancellationToken);

    /// <summary>Somebody in a conversation or team, by their id for this bot or by their object id; null where they are not in it.</summary>
    Task<Member?> FindMemberAsync(ConversationAddress conversation, string user, CancellationToken cancellationToken);

    /// <summary>The channels of a team.</summary>
    Task<IReadOnlyList<TeamChannel>> ListChannelsAsync(ConversationAddress team, string teamId, CancellationToken cancellationToken);
}
