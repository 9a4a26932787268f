namespace ProgrammeBot.Channels.Discord;

/// <summary>Answers interactions of one kind.</summary>
internal interface IInteractionHandler
{
    /// <summary>Answers it if it is its own. Whether it was.</summary>
    /// <remarks>Must give the one first answer within 3 seconds; whoever may do what is asked of the interaction itself, every time.</remarks>
    Task<bool> HandleAsync(InteractionSession session, CancellationToken cancellationToken);
}
