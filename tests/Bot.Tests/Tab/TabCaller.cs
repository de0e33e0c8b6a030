using System.Net.Http.Headers;
using System.Net.Http.Json;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests.Tab;

/// <summary>Asks a bot for views as the page does.</summary>
internal static class TabCaller
{
    private static readonly HttpClient Http = new();

    /// <summary>A view as it is drawn.</summary>
    public static async Task<string> ViewAsync(RunningBot bot, object asked, string? token = null)
    {
        using var answer = await AskAsync(bot, asked, token);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {string.Join('\n', bot.Log.Lines.Where(line => line.Line.Contains("efused", StringComparison.Ordinal)).Select(line => line.Line))}");
        return await answer.Content.ReadAsStringAsync();
    }

    public static async Task<HttpResponseMessage> AskAsync(RunningBot bot, object asked, string? token = null, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Url, "/tab/view")) { Content = JsonContent.Create(asked) };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        change?.Invoke(request);
        return await Http.SendAsync(request);
    }
}
