using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Inbound;

/// <summary>Keeps what is logged, exceptions too.</summary>
internal sealed class CollectedLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}".TrimEnd());

    public void Dispose()
    {
    }
}
