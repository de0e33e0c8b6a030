using System.Net.Http.Headers;
using System.Text.Json;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>Sends activities over HTTP, to this computer only and without a token.</summary>
public sealed class Connector(HttpClient http) : IConnector
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public async Task<Delivery> SendAsync(ConversationReference to, OutgoingActivity activity, CancellationToken cancelled)
    {
        if (!Loopback.IsUrl(to.ServiceUrl, out _))
        {
            return new Delivery.NotSent("the service URL is not on this computer");
        }

        // Such an id would climb out of the path, whatever is done to encode it.
        if (to.ConversationId is "." or ".." || to.ReplyToId is "." or "..")
        {
            return new Delivery.NotSent("the conversation or the message has no proper id");
        }

        var addressed = activity with
        {
            From = to.BotId is null ? null : new AccountId(to.BotId),
            Conversation = new AccountId(to.ConversationId),
            ReplyToId = to.ReplyToId,
        };

        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(addressed, OutgoingJson.Default.OutgoingActivity));
        content.Headers.ContentType = Json;

        try
        {
            using var response = await http.PostAsync(Address(to), content, cancelled);
            return response.IsSuccessStatusCode
                ? new Delivery.Arrived(await IdAsync(response, cancelled))
                : new Delivery.Refused((int)response.StatusCode);
        }
        catch (HttpRequestException failure)
        {
            return new Delivery.Unknown($"{failure.HttpRequestError}");
        }
        catch (TaskCanceledException) when (!cancelled.IsCancellationRequested)
        {
            return new Delivery.Unknown("no answer in time");
        }
    }

    // Joined by hand: new Uri(base, path) would drop the last part of a service URL that ends without a slash.
    private static Uri Address(ConversationReference to)
    {
        var activities = $"{to.ServiceUrl.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(to.ConversationId)}/activities";
        return new Uri(to.ReplyToId is { Length: > 0 } id ? $"{activities}/{Uri.EscapeDataString(id)}" : activities);
    }

    // Typing is answered with an empty body, and some peers answer in HTML: an id is welcome, never needed.
    private static async Task<string?> IdAsync(HttpResponseMessage response, CancellationToken cancelled)
    {
        try
        {
            var body = await response.Content.ReadAsByteArrayAsync(cancelled);
            if (body.Length == 0)
            {
                return null;
            }

            using var answer = JsonDocument.Parse(body);
            return answer.RootElement.Text("id");
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
