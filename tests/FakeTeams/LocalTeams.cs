using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TeamsPlanBot.FakeTeams;

/// <summary>What the bot sent, and where to.</summary>
public sealed record Received(string Conversation, string? ReplyTo, JsonElement Activity)
{
    public string? Type => Activity.GetProperty("type").GetString();

    /// <summary>The card of a message, if it is one.</summary>
    public JsonElement? Card => Activity.TryGetProperty("attachments", out var attachments) ? attachments[0].GetProperty("content") : null;
}

/// <summary>A file that was put into somebody's store.</summary>
public sealed record UploadedFile(string Name, byte[] Content, string Range, string Authorization);

/// <summary>Teams as the bot meets it: real HTTP both ways, and as slow, throttling, failing and forgetful as the real one.</summary>
public sealed class LocalTeams : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly WebApplication app;
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly ConcurrentQueue<Func<HttpContext, Task<bool>>> moods = new();
    private readonly List<Received> received = [];
    private readonly List<string> deleted = [];
    private readonly List<UploadedFile> uploads = [];
    private readonly SemaphoreSlim arrived = new(0);

    private LocalTeams(WebApplication app) => this.app = app;

    /// <summary>Where the bot is told to answer; without a slash at its end, like the local client's.</summary>
    public string ServiceUrl => $"{app.Urls.First()}/_connector";

    /// <summary>How people sign in, by their Teams id: what the roster of a conversation tells.</summary>
    public ConcurrentDictionary<string, string> SignIns { get; } = new(StringComparer.Ordinal);

    /// <summary>Everything that arrived so far.</summary>
    public IReadOnlyList<Received> All
    {
        get
        {
            lock (received)
            {
                return [.. received];
            }
        }
    }

    /// <summary>The messages that the bot took back.</summary>
    public IReadOnlyList<string> Deleted
    {
        get
        {
            lock (received)
            {
                return [.. deleted];
            }
        }
    }

    /// <summary>The files that were put into somebody's store.</summary>
    public IReadOnlyList<UploadedFile> Uploads
    {
        get
        {
            lock (received)
            {
                return [.. uploads];
            }
        }
    }

    /// <summary>Where a file can be put; the address is the permission, as Teams' own are.</summary>
    public string UploadUrl(string name) => $"{app.Urls.First()}/upload/{name}?session=1";

    /// <param name="port">Where it listens; anywhere, if that is not said.</param>
    public static async Task<LocalTeams> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var teams = new LocalTeams(app);
        app.MapPost("/_connector/v3/conversations/{conversation}/activities", (HttpContext context, string conversation) => teams.ReceiveAsync(context, conversation, null));
        app.MapPost("/_connector/v3/conversations/{conversation}/activities/{replyTo}", teams.ReceiveAsync);
        app.MapPost("/_connector/v3/conversations", teams.OpenAsync);
        app.MapGet("/_connector/v3/conversations/{conversation}/members/{person}", (string person) => teams.SignIns.TryGetValue(Uri.UnescapeDataString(person), out var signIn)
            ? Results.Json(new { id = Uri.UnescapeDataString(person), userPrincipalName = signIn })
            : Results.NotFound());
        app.MapDelete("/_connector/v3/conversations/{conversation}/activities/{activity}", (string activity) => teams.Remember(teams.deleted, Uri.UnescapeDataString(activity)));
        app.MapPut("/upload/{name}", teams.TakeAsync);
        await app.StartAsync();
        return teams;
    }

    /// <summary>The next send is refused with this status, as often as it is said.</summary>
    public void Fail(HttpStatusCode status, int times = 1, string? code = null) => Next(times, async context =>
    {
        context.Response.StatusCode = (int)status;
        if (code is not null)
        {
            await context.Response.WriteAsJsonAsync(new { error = new { code } });
        }

        return false;
    });

    /// <summary>The next send is told to come back later.</summary>
    public void Throttle(int times = 1, int seconds = 1) => Next(times, context =>
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = $"{seconds}";
        return Task.FromResult(false);
    });

    /// <summary>The next send is taken only when the task ends.</summary>
    public void WaitFor(Task task) => Next(1, async _ =>
    {
        await task;
        return true;
    });

    /// <summary>The next send gets no answer: the line is cut.</summary>
    public void HangUp() => Next(1, context =>
    {
        context.Abort();
        return Task.FromResult(false);
    });

    /// <summary>Hands an activity to the bot, and waits for its HTTP answer.</summary>
    public async Task<HttpResponseMessage> PostAsync(Uri bot, JsonObject activity, CancellationToken cancelled = default) =>
        await http.PostAsJsonAsync(new Uri(bot, "/api/messages"), activity, cancelled);

    /// <summary>As Teams does with a slow bot: sends the same activity again when no answer came in time, and takes both answers.</summary>
    public async Task<IReadOnlyList<HttpStatusCode>> PostImpatientlyAsync(Uri bot, JsonObject activity, TimeSpan patience)
    {
        var first = PostAsync(bot, activity);
        if (await Task.WhenAny(first, Task.Delay(patience)) == first)
        {
            using var only = await first;
            return [only.StatusCode];
        }

        using var second = await PostAsync(bot, JsonNode.Parse(activity.ToJsonString())!.AsObject());
        using var late = await first;
        return [late.StatusCode, second.StatusCode];
    }

    /// <summary>Waits until so many messages arrived in a conversation, typing left out, and gives the last of them.</summary>
    public async Task<Received> MessageAsync(string conversation, int number = 1)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var messages = All.Where(r => r.Conversation == conversation && r.Type == "message").ToList();
            if (messages.Count >= number)
            {
                return messages[number - 1];
            }

            try
            {
                await arrived.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"{messages.Count} of {number} messages arrived in {conversation}; in all: {string.Join(", ", All.Select(r => $"{r.Type} in {r.Conversation}"))}.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        arrived.Dispose();
    }

    private void Remember<T>(List<T> all, T one)
    {
        lock (received)
        {
            all.Add(one);
        }
    }

    private async Task TakeAsync(HttpContext context, string name)
    {
        using var file = new MemoryStream();
        await context.Request.Body.CopyToAsync(file);
        if (moods.TryDequeue(out var mood) && !await mood(context))
        {
            return;
        }

        Remember(uploads, new UploadedFile(name, file.ToArray(), context.Request.Headers.ContentRange.ToString(), context.Request.Headers.Authorization.ToString()));
        context.Response.StatusCode = StatusCodes.Status201Created;
    }

    private void Next(int times, Func<HttpContext, Task<bool>> mood)
    {
        for (var i = 0; i < times; i++)
        {
            moods.Enqueue(mood);
        }
    }

    // A new thread in a channel; or a chat with somebody, which has one id each time it is opened.
    private async Task OpenAsync(HttpContext context)
    {
        var asked = await context.Request.ReadFromJsonAsync<JsonElement>();
        if (moods.TryDequeue(out var mood) && !await mood(context))
        {
            return;
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        if (asked.TryGetProperty("members", out var members))
        {
            await context.Response.WriteAsJsonAsync(new { id = $"a:opened-for-{members[0].GetProperty("id").GetString()}" });
            return;
        }

        var channel = asked.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString()!;
        lock (received)
        {
            received.Add(new Received(channel, null, asked.GetProperty("activity")));
        }

        arrived.Release();
        await context.Response.WriteAsJsonAsync(new { id = $"{channel};messageid={Guid.NewGuid():n}", activityId = Guid.NewGuid() });
    }

    private async Task ReceiveAsync(HttpContext context, string conversation, string? replyTo)
    {
        var activity = await context.Request.ReadFromJsonAsync<JsonElement>();
        if (moods.TryDequeue(out var mood) && !await mood(context))
        {
            return;
        }

        lock (received)
        {
            received.Add(new Received(Uri.UnescapeDataString(conversation), replyTo is null ? null : Uri.UnescapeDataString(replyTo), activity));
        }

        arrived.Release();
        context.Response.StatusCode = StatusCodes.Status201Created;
        await context.Response.WriteAsJsonAsync(new { id = Guid.NewGuid() });
    }
}
