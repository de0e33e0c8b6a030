using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TeamsPlanBot.Bot.Conversations;
using TeamsPlanBot.Data;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>How an answer came about: what understanding took, and what the store was asked. It listens to the same traces as an operator's collector.</summary>
internal sealed class Explanation : IDisposable, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly ConcurrentQueue<string> lines = new();
    private readonly ActivityListener listener;
    private readonly IDisposable listeners;
    private IDisposable? ef;

    public Explanation()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is TurnMeasures.Name or PreparedStatements.TracesName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Add,
        };
        ActivitySource.AddActivityListener(listener);
        listeners = DiagnosticListener.AllListeners.Subscribe(this);
    }

    public IEnumerable<string> Lines() => lines;

    public void StartAfresh() => lines.Clear();

    public void OnNext(DiagnosticListener value) => ef = value.Name == DbLoggerCategory.Name ? value.Subscribe(this, name => name == RelationalEventId.CommandExecuted.Name) : ef;

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData executed)
        {
            Add("query", executed.Command.CommandText, executed.Duration);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        listeners.Dispose();
        ef?.Dispose();
        listener.Dispose();
    }

    private void Add(Activity span)
    {
        if (span.GetTagItem(PreparedStatements.TextTag) is string statement)
        {
            Add("query", statement, span.Duration);
        }
        else if (span.OperationName is "understand" or "answer")
        {
            Add(span.OperationName, null, span.Duration);
        }
    }

    private void Add(string what, string? statement, TimeSpan took) =>
        lines.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{what}, {took.TotalMilliseconds:0.0} ms{(statement is null ? "" : $": {string.Join(' ', statement.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))}")}"));
}
