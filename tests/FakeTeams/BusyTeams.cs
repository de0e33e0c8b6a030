using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TeamsPlanBot.FakeTeams;

/// <summary>How often out of a hundred sends something goes wrong.</summary>
/// <param name="Fails">Answered with 503.</param>
/// <param name="Cuts">The line is cut; every second time the message was taken all the same.</param>
/// <param name="Silences">No answer comes in time; every second time the message was taken all the same.</param>
/// <param name="Most">How many sends a second it takes of a tenant.</param>
public sealed record Troubles(double Fails = 0, double Cuts = 0, double Silences = 0, int Most = 50);

/// <summary>Teams as many conversations meet it: it takes what a tenant may send, throttles the rest, fails now and then, and counts what it took for each conversation.</summary>
public sealed class BusyTeams : IAsyncDisposable
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    private readonly WebApplication app;
    private readonly Troubles troubles;
    private readonly Random dice = new(20170420);
    private readonly Lock gate = new();
    private readonly Queue<long> lastSecond = new();
    private int inDoubt;
    private int doubtfullyTaken;
    private int throttled;
    private int failed;

    private BusyTeams(WebApplication app, Troubles troubles) => (this.app, this.troubles) = (app, troubles);

    public string ServiceUrl => $"{app.Urls.First()}/_connector";

    /// <summary>How many messages were taken in each conversation.</summary>
    public ConcurrentDictionary<string, int> Taken { get; } = new(StringComparer.Ordinal);

    /// <summary>Sends whose sender was left in doubt.</summary>
    public int InDoubt => inDoubt;

    /// <summary>Those of them that were taken all the same.</summary>
    public int DoubtfullyTaken => doubtfullyTaken;

    public int Throttled => throttled;

    public int Failed => failed;

    public static async Task<BusyTeams> StartAsync(Troubles troubles)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var teams = new BusyTeams(app, troubles);
        app.MapPost("/_connector/v3/conversations/{conversation}/activities", (HttpContext context, string conversation) => teams.TakeAsync(context, Uri.UnescapeDataString(conversation)));
        app.MapPost("/_connector/v3/conversations", async (HttpContext context) =>
        {
            using var asked = await JsonDocument.ParseAsync(context.Request.Body);
            await teams.TakeAsync(context, asked.RootElement.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString()!);
        });
        await app.StartAsync();
        return teams;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context, string conversation)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        if (!IsWithinLimits())
        {
            Interlocked.Increment(ref throttled);
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = "1";
            return;
        }

        await Task.Delay(Latency);
        var thrown = Throw();
        if (thrown < troubles.Fails)
        {
            Interlocked.Increment(ref failed);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        if (thrown < troubles.Fails + troubles.Cuts + troubles.Silences)
        {
            if (Interlocked.Increment(ref inDoubt) % 2 == 0)
            {
                Interlocked.Increment(ref doubtfullyTaken);
                Count(conversation);
            }

            if (thrown >= troubles.Fails + troubles.Cuts)
            {
                await Task.Delay(Silence);
            }

            context.Abort();
            return;
        }

        Count(conversation);
        context.Response.StatusCode = StatusCodes.Status201Created;
        await context.Response.WriteAsJsonAsync(new { id = Guid.NewGuid() });
    }

    private void Count(string conversation) => Taken.AddOrUpdate(conversation, 1, (_, before) => before + 1);

    private double Throw()
    {
        lock (gate)
        {
            return dice.NextDouble() * 100;
        }
    }

    private bool IsWithinLimits()
    {
        lock (gate)
        {
            var now = Environment.TickCount64;
            while (lastSecond.TryPeek(out var first) && now - first >= 1000)
            {
                lastSecond.Dequeue();
            }

            if (lastSecond.Count >= troubles.Most)
            {
                return false;
            }

            lastSecond.Enqueue(now);
            return true;
        }
    }
}
