namespace ProgrammeBot.Channels.Teams.Pressing;

/// <summary>Answers presses of one kind.</summary>
internal interface IPressHandler
{
    /// <summary>Answers it if it is its own; null where it is not.</summary>
    /// <remarks>Whoever may do what is asked of the press itself, every time. Should be done within the invoke's budget: what takes longer arrives later as a message.</remarks>
    /// <exception cref="TeamsCallException">Teams could not be asked.</exception>
    Task<PressResult?> HandleAsync(Press press, CancellationToken cancellationToken);
}
