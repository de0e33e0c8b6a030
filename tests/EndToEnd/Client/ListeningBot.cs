using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;

namespace EndToEnd.Client;

/// <summary>A bot that hears everything and answers nothing, for trying the Playground without one.</summary>
internal sealed class ListeningBot : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly HttpListener _listener = new();
    private readonly BlockingCollection<JsonElement> _heard = [];

    public ListeningBot()
    {
        var root = $"http://localhost:{FreePort.Find()}/";
        Endpoint = new(root + "api/messages");
        _listener.Prefixes.Add(root);
        _listener.Start();
        _ = Listen();
    }

    public Uri Endpoint { get; }

    public JsonElement NextMessage()
    {
        while (_heard.TryTake(out var activity, Patience))
        {
            if (activity.GetProperty("type").GetString() == "message")
            {
                return activity;
            }
        }

        throw new TimeoutException("No message reached the bot.");
    }

    public void Dispose() => _listener.Close();

    private async Task Listen()
    {
        while (_listener.IsListening)
        {
            try
            {
                var call = await _listener.GetContextAsync();
                if (call.Request.HttpMethod == "POST")
                {
                    using var body = await JsonDocument.ParseAsync(call.Request.InputStream);
                    _heard.Add(body.RootElement.Clone());
                }
                else
                {
                    call.Response.StatusCode = (int)HttpStatusCode.MethodNotAllowed;
                }

                call.Response.ContentLength64 = 0;
                call.Response.Close();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
