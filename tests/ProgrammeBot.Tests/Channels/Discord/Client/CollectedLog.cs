using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Discord.Client;

namespace ProgrammeBot.Tests.Channels.Discord.Client;

/// <summary>Keeps what is logged, exceptions too.</summary>
internal sealed class CollectedLog : ILogger<DiscordClient>
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public string Text => string.Join('\n', Lines);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
}
