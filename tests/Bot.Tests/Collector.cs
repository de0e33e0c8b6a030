using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>An OpenTelemetry collector on this computer that keeps every byte it is sent.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Signal, byte[] Body)> received = new();

    private Collector(WebApplication app) => this.app = app;

    public string Url => app.Urls.First();

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var collector = new Collector(app);
        app.MapPost("/v1/{signal}", collector.ReceiveAsync);
        await app.StartAsync();
        return collector;
    }

    /// <summary>Whether this stands anywhere in what was sent as traces, metrics or logs; names stand in protobuf as they are.</summary>
    public bool Holds(string signal, string text) => received.Any(sent => sent.Signal == signal && sent.Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    /// <summary>Whether this stands anywhere in all that was sent.</summary>
    public bool Holds(string text) => received.Any(sent => Holds(sent.Signal, text));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context, string signal)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        received.Enqueue((signal, body.ToArray()));
        context.Response.ContentType = "application/x-protobuf";
    }
}
