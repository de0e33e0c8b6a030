using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Teams.Tests;

/// <summary>An endpoint that reads an activity, looks at all of it, and answers with what it read.</summary>
internal static class Door
{
    public static Task<LocalServer> OpenAsync() => LocalServer.StartAsync(app => app.MapPost("/", AnswerAsync));

    /// <summary>Reads whatever a turn might read of an activity, and writes it again.</summary>
    public static byte[] LookAtAll(Activity activity)
    {
        _ = (activity.TenantId, activity.TeamId, activity.ChannelEvent, activity.Said(), activity.MentionsBot());
        _ = (activity.MembersAdded ?? []).Concat(activity.MembersRemoved ?? []).Count(member => member.Id == activity.Recipient?.Id);
        return JsonSerializer.SerializeToUtf8Bytes(activity, IncomingJson.Default.Activity);
    }

    private static async Task AnswerAsync(HttpContext http)
    {
        var read = await ActivityReader.ReadAsync(http.Request, http.RequestAborted);
        var seen = read.Activity is { } activity ? LookAtAll(activity) : [];
        http.Response.StatusCode = read.Status;
        await http.Response.Body.WriteAsync(seen, http.RequestAborted);
    }
}
