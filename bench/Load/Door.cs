using System.Diagnostics;
using System.Net.Http.Headers;

namespace TeamsPlanBot.Load;

/// <summary>What the bot answered at its own door: the status, what stood in the answer, and when it was there.</summary>
internal sealed record Answered(int Status, string Body, long At);

/// <summary>Hands activities to the bot over as many connections as are needed, so that a late answer holds up nobody else.</summary>
internal sealed class Door(Server server) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(30) };

    public async Task<Answered> HandAsync(Tenant tenant, ReadOnlyMemory<byte> activity, string contentType, CancellationToken cancelled)
    {
        using var content = new ReadOnlyMemoryContent(activity);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Url, Asker.Path)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tenant.Token);
        using var answer = await http.SendAsync(request, cancelled);
        return new Answered((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(cancelled), Stopwatch.GetTimestamp());
    }

    public void Dispose() => http.Dispose();
}
