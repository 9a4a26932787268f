using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ProgrammeBot.Tests.Support;

/// <summary>Keeps what is logged, exceptions too.</summary>
/// <typeparam name="T">Whose log it is.</typeparam>
internal sealed class CollectedLog<T> : ILoggerProvider, ILogger<T>
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public string Text => string.Join('\n', Lines);

    /// <summary>What is less than this is not kept.</summary>
    public LogLevel Least { get; init; } = LogLevel.Trace;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= Least;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}".TrimEnd());
        }
    }

    public void Dispose()
    {
    }
}
