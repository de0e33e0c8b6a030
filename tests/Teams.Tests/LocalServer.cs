using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TeamsPlanBot.Teams.Tests;

/// <summary>A real web server on this computer, on a port of its own.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Exception> escaped = new();

    private LocalServer(WebApplication app) => this.app = app;

    public Uri Url => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>What no endpoint caught; a caller that hung up is no failure.</summary>
    public IReadOnlyCollection<Exception> Escaped => escaped;

    public static async Task<LocalServer> StartAsync(Action<WebApplication> routes, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        services?.Invoke(builder.Services);

        var server = new LocalServer(builder.Build());
        server.app.Use(server.WatchAsync);
        routes(server.app);
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task WatchAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !http.RequestAborted.IsCancellationRequested)
        {
            escaped.Enqueue(exception);
            throw;
        }
    }
}
