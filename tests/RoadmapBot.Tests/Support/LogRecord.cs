using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace RoadmapBot.Tests.Support;

/// <summary>Everything that the bot wrote to its log, with scopes and the values of messages, which loggers for machines keep apart from the text.</summary>
internal sealed class LogRecord : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ConcurrentQueue<(LogLevel Level, string Text)> Lines { get; } = new();

    public IReadOnlyList<string> Errors => [.. Lines.Where(line => line.Level >= LogLevel.Error).Select(line => line.Text)];

    public string All => string.Join('\n', Lines.Select(line => $"{line.Level}: {line.Text}"));

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Writer(LogRecord record, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => record._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var scopes = new List<string>();
            record._scopes.ForEachScope((scope, all) => all.Add($"{scope}"), scopes);
            var values = (state as IEnumerable<KeyValuePair<string, object?>> ?? []).Select(value => $"{value.Key}={value.Value}");
            record.Lines.Enqueue((logLevel, $"{category} [{string.Join("; ", scopes)}] {formatter(state, exception)} {exception} {{{string.Join("; ", values)}}}"));
        }
    }
}
