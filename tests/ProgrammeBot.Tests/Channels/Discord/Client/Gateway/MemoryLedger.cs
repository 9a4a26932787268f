using ProgrammeBot.Channels.Discord.Client.Gateway;

namespace ProgrammeBot.Tests.Channels.Discord.Client.Gateway;

/// <summary>A ledger that forgets with the test.</summary>
internal sealed class MemoryLedger : IIdentifyLedger
{
    public List<DateTimeOffset> Times { get; } = [];

    public Exception? Fault { get; set; }

    public Task<IReadOnlyList<DateTimeOffset>> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<DateTimeOffset>>([.. Times]);

    public Task AddAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (Fault is not null)
        {
            throw Fault;
        }

        Times.Add(at);
        return Task.CompletedTask;
    }
}
