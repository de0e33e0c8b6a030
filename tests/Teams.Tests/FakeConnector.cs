using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Teams.Tests;

/// <summary>What a connector was sent.</summary>
internal sealed record Received(string Method, string Target, string? ContentType, IReadOnlyCollection<string> Headers, string? Authorization, JsonNode Body);

/// <summary>The other side of the wire: keeps what it is sent and answers as it is told.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly LocalServer server;
    private readonly ConcurrentQueue<Received> received;

    private FakeConnector(LocalServer server, ConcurrentQueue<Received> received)
    {
        this.server = server;
        this.received = received;
    }

    /// <summary>Ends without a slash.</summary>
    public string Url => server.Url.GetLeftPart(UriPartial.Authority);

    public IReadOnlyCollection<Received> Received => received;

    public static async Task<FakeConnector> StartAsync(Func<HttpContext, Task> answer)
    {
        var received = new ConcurrentQueue<Received>();
        var server = await LocalServer.StartAsync(app => app.Run(async http =>
        {
            var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            var body = http.Request.ContentLength > 0 ? await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted) : null;
            received.Enqueue(new Received(http.Request.Method, target, http.Request.ContentType, [.. http.Request.Headers.Keys], http.Request.Headers.Authorization, body!));
            await answer(http);
        }));
        return new FakeConnector(server, received);
    }

    public static Task<FakeConnector> StartAsync(int status, string body = "", string contentType = "application/json") => StartAsync(async http =>
    {
        http.Response.StatusCode = status;
        if (body.Length > 0)
        {
            http.Response.ContentType = contentType;
            await http.Response.WriteAsync(body);
        }
    });

    public async Task<Delivery> SendAsync(OutgoingActivity? activity = null)
    {
        using var way = new WayOut();
        return await way.Connector.SendAsync(new ConversationReference(Url, "a:1"), activity ?? OutgoingActivity.Plain("hello"), CancellationToken.None);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
