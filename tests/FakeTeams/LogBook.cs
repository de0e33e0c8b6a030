using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TeamsPlanBot.FakeTeams;

/// <summary>Keeps everything that was logged, at any level.</summary>
public sealed class LogBook : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Line)> lines = new();

    public IReadOnlyCollection<(LogLevel Level, string Line)> Lines => lines;

    public ILogger CreateLogger(string categoryName) => new Book(lines);

    public void Dispose()
    {
    }

    private sealed class Book(ConcurrentQueue<(LogLevel Level, string Line)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));
    }
}
