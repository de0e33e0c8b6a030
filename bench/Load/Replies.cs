using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace TeamsPlanBot.Load;

/// <summary>A reply that arrived: when, how large, and the line that a notification would show of it.</summary>
internal sealed record Reply(long At, int Bytes, string? Summary, byte[]? Body = null);

/// <summary>The connector both sides send their replies to.</summary>
internal sealed class Replies : IAsyncDisposable
{
    private static readonly byte[] Taken = """{"id":"1490000000001"}"""u8.ToArray();

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<long, Awaited> awaited = new();
    private long surplus;

    private Replies(WebApplication app) => this.app = app;

    public string Url => app.Urls.First();

    /// <summary>While it is on, replies are read for what they say, and kept.</summary>
    public bool ReadsSummaries { get; set; }

    /// <summary>How long it takes until a send is answered.</summary>
    public TimeSpan Takes { get; set; }

    /// <summary>Sees every send: where it went and what was sent.</summary>
    public Action<string, byte[]>? Watch { get; set; }

    /// <summary>Cards that nobody waited for: second answers to one message.</summary>
    public long Surplus => Interlocked.Read(ref surplus);

    public static async Task<Replies> StartAsync(CancellationToken cancelled)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var replies = new Replies(app);

        // No routes: every message has an id of its own, and that is the last part of the path.
        app.Run(replies.TakeAsync);
        await app.StartAsync(cancelled);
        return replies;
    }

    /// <summary>The reply to a message, which is not yet sent, and the token that reply has to carry.</summary>
    public Task<Reply> To(long message, string? token)
    {
        var reply = new TaskCompletionSource<Reply>(TaskCreationOptions.RunContinuationsAsynchronously);
        awaited[message] = new Awaited(reply, token is null ? null : $"Bearer {token}");
        return reply.Task;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var body = await WholeAsync(context);
        Watch?.Invoke(context.Request.Path.Value!, body.ToArray());
        var isWelcome = Take(context.Request, body, Stopwatch.GetTimestamp());
        context.Request.BodyReader.AdvanceTo(body.End);
        if (Takes > TimeSpan.Zero)
        {
            await Task.Delay(Takes, context.RequestAborted);
        }

        if (!isWelcome)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Taken.Length;
        await context.Response.BodyWriter.WriteAsync(Taken, context.RequestAborted);
    }

    private bool Take(HttpRequest request, in ReadOnlySequence<byte> body, long at)
    {
        var path = request.Path.Value!;
        if (!long.TryParse(path.AsSpan(path.LastIndexOf('/') + 1), out var message) || !awaited.TryGetValue(message, out var waiting))
        {
            // Nobody waits for it: typing that came late, or something that the run does not ask for.
            if (Holds(body, "\"attachments\""u8))
            {
                Interlocked.Increment(ref surplus);
            }

            return true;
        }

        if (waiting.Authorization is not null && request.Headers.Authorization != waiting.Authorization)
        {
            Settle(message)?.TrySetException(new Unmeasurable("A reply came without the token that the bot was given."));
            return false;
        }

        // Every answer is a card; what has none is the sign of typing, or an apology.
        if (Holds(body, "\"attachments\""u8))
        {
            Settle(message)?.TrySetResult(ReadsSummaries ? new Reply(at, (int)body.Length, Summary(body), body.ToArray()) : new Reply(at, (int)body.Length, null));
        }
        else if (!Holds(body, "\"typing\""u8))
        {
            Settle(message)?.TrySetException(new Unmeasurable("A message was answered with something else than a card: run the bot by itself, ask the questions, and read its log."));
        }

        return true;
    }

    // The reader keeps the body until the request has ended.
    private static async ValueTask<ReadOnlySequence<byte>> WholeAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        var read = await reader.ReadAsync(context.RequestAborted);
        while (!read.IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync(context.RequestAborted);
        }

        return read.Buffer;
    }

    private static bool Holds(in ReadOnlySequence<byte> body, ReadOnlySpan<byte> text) =>
        (body.IsSingleSegment ? body.FirstSpan : body.ToArray()).IndexOf(text) >= 0;

    private static string? Summary(in ReadOnlySequence<byte> activity)
    {
        using var read = JsonDocument.Parse(activity);
        return read.RootElement.TryGetProperty("summary", out var summary) ? summary.GetString() : null;
    }

    private TaskCompletionSource<Reply>? Settle(long message) => awaited.TryRemove(message, out var waiting) ? waiting.Reply : null;

    private sealed record Awaited(TaskCompletionSource<Reply> Reply, string? Authorization);
}
