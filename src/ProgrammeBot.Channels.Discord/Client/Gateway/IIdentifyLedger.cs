namespace ProgrammeBot.Channels.Discord.Client.Gateway;

/// <summary>Remembers when sessions were begun, over restarts: a program that crashes at every start must not burn the day's 1,000, at which Discord resets the token.</summary>
/// <remarks>Used by one client at a time. A fault (<see cref="IOException"/>) means that no session is begun.</remarks>
public interface IIdentifyLedger
{
    /// <summary>The sessions begun within the last 24 hours, the oldest first.</summary>
    Task<IReadOnlyList<DateTimeOffset>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Notes one more; when this returns it is kept.</summary>
    Task AddAsync(DateTimeOffset at, CancellationToken cancellationToken);
}
