using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace TeamsPlanBot.Load;

/// <summary>A reply that arrived: when, how large, and the line that a notification would show of it.</summary>
internal sealed record Reply(long At, int Bytes, string? Summary);

/// <summary>The connector both sides send their replies to.</summary>
internal sealed class Replies : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Reply>> awaited = new();

    private Replies(WebApplication app) => this.app = app;

    public string ServiceUrl => $"{app.Urls.First()}/emea/";

    /// <summary>While it is on, replies are read for what they say.</summary>
    public bool ReadsSummaries { get; set; }

    public static async Task<Replies> StartAsync(CancellationToken cancelled)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var replies = new Replies(app);
        app.MapPost("/emea/v3/conversations/{conversation}/activities/{message}", replies.TakeAsync);
        await app.StartAsync(cancelled);
        return replies;
    }

    /// <summary>The reply to a message, which is not yet sent.</summary>
    public Task<Reply> To(string message) =>
        awaited.GetOrAdd(message, _ => new TaskCompletionSource<Reply>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task TakeAsync(HttpContext context, string message)
    {
        using var body = new MemoryStream(16 * 1024);
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var at = Stopwatch.GetTimestamp();
        var activity = body.GetBuffer().AsMemory(0, (int)body.Length);

        // Every answer is a card; what has none is the sign of typing, or an apology.
        if (activity.Span.IndexOf("\"attachments\""u8) >= 0)
        {
            Settle(message)?.TrySetResult(new Reply(at, activity.Length, ReadsSummaries ? Summary(activity) : null));
        }
        else if (activity.Span.IndexOf("\"typing\""u8) < 0)
        {
            Settle(message)?.TrySetException(new Unmeasurable("A message was answered with something else than a card: run the bot by itself, ask the questions, and read its log."));
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync("""{"id":"1490000000001"}"""u8.ToArray(), context.RequestAborted);
    }

    private TaskCompletionSource<Reply>? Settle(string message) => awaited.TryRemove(message, out var waiting) ? waiting : null;

    private static string? Summary(ReadOnlyMemory<byte> activity)
    {
        using var read = JsonDocument.Parse(activity);
        return read.RootElement.TryGetProperty("summary", out var summary) ? summary.GetString() : null;
    }
}
