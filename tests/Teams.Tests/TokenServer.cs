using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace TeamsPlanBot.Teams.Tests;

/// <summary>What the token server was asked.</summary>
internal sealed record Asked(string Method, string Path, IReadOnlyDictionary<string, string> Form, IReadOnlyDictionary<string, string> Headers)
{
    public string this[string name] => Form.GetValueOrDefault(name, "");
}

/// <summary>Gives out tokens (<c>token-1</c>, <c>token-2</c>…) at whatever path it is asked, or answers as it is told.</summary>
internal sealed class TokenServer : IAsyncDisposable
{
    private readonly LocalServer server;
    private readonly Talk talk;

    private TokenServer(LocalServer server, Talk talk)
    {
        this.server = server;
        this.talk = talk;
    }

    public string Url => server.Url.GetLeftPart(UriPartial.Authority);

    public IReadOnlyCollection<Asked> Asked => talk.Asked;

    /// <summary>How long tokens are good.</summary>
    public int Seconds { set => talk.Seconds = value; }

    /// <summary>What is answered instead of a token, until it is null again.</summary>
    public (int Status, string Body)? Instead { set => talk.Instead = value; }

    /// <summary>How long to wait, as it is said with what is answered instead.</summary>
    public string? RetryAfter { set => talk.RetryAfter = value; }

    /// <summary>What every answer waits for.</summary>
    public Task Until { set => talk.Until = value; }

    public static async Task<TokenServer> StartAsync()
    {
        var talk = new Talk();
        return new TokenServer(await LocalServer.StartAsync(app => app.Run(talk.AnswerAsync)), talk);
    }

    /// <summary>An answer as Entra refuses.</summary>
    public static (int Status, string Body) Refusal(string code, string error = "invalid_client") =>
        (error == "invalid_client" ? 401 : 400, $$"""{"error":"{{error}}","error_description":"AADSTS{{code}}: Something is wrong. Trace ID: 1","error_codes":[{{code}}]}""");

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private sealed class Talk
    {
        private int given;

        public ConcurrentQueue<Asked> Asked { get; } = new();

        public int Seconds { get; set; } = 3600;

        public (int Status, string Body)? Instead { get; set; }

        public string? RetryAfter { get; set; }

        public Task Until { get; set; } = Task.CompletedTask;

        public async Task AnswerAsync(HttpContext http)
        {
            var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync() : null;
            var said = (form ?? Enumerable.Empty<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>>()).Concat(http.Request.Query);
            Asked.Enqueue(new Asked(
                http.Request.Method,
                http.Request.Path,
                said.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()),
                http.Request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
            await Until;

            http.Response.ContentType = "application/json";
            if (Instead is { } other)
            {
                http.Response.StatusCode = other.Status;
                http.Response.Headers.RetryAfter = RetryAfter;
                await http.Response.WriteAsync(other.Body);
                return;
            }

            var token = $"token-{Interlocked.Increment(ref given)}";
            await http.Response.WriteAsync(http.Request.Method == "GET"
                ? JsonSerializer.Serialize(new { access_token = token, token_type = "Bearer", resource = "-", expires_on = DateTimeOffset.UtcNow.AddSeconds(Seconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) })
                : JsonSerializer.Serialize(new { access_token = token, token_type = "Bearer", expires_in = Seconds }));
        }
    }
}
