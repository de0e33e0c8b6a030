using System.Data.Common;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using TeamsPlanBot.Bot.Conversations;
using TeamsPlanBot.Bot.Pages;
using TeamsPlanBot.Teams;
using TeamsPlanBot.Teams.Incoming;
using TeamsPlanBot.Teams.Incoming.Tokens;

namespace TeamsPlanBot.Bot.Tab;

/// <summary><c>/tab</c>: the page that Teams shows as a personal tab, and what it asks for. What is asked comes as a body, so that no proxy's log holds anybody's words.</summary>
internal sealed partial class TabEndpoint(TabAnswers answers, SenderLimit limit, IOptions<TeamsOptions> teams, Refusals refusals, ILogger<TabEndpoint> log)
{
    private const int LargestBody = 64 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly bool isOpen = teams.Value.DangerouslyAllowUnauthenticatedLoopback;

    public void Map(IEndpointRouteBuilder bot)
    {
        StaticPage.Embedded("Tab/tab.html", "text/html; charset=utf-8", ("open", isOpen ? "true" : "false")).Map(bot, "/tab");
        StaticPage.Embedded("Tab/tab.css", "text/css; charset=utf-8").Map(bot, "/tab/tab.css");
        StaticPage.Embedded("Tab/tab.js", "text/javascript; charset=utf-8").Map(bot, "/tab/tab.js");
        bot.MapPost("/tab/view", ViewAsync);
    }

    private async Task ViewAsync(HttpContext http)
    {
        var gate = isOpen ? LoopbackGate.SchemeName : PersonGate.SchemeName;
        if ((await http.AuthenticateAsync(gate)).Principal is not CallerPrincipal { Caller: var caller })
        {
            await http.ChallengeAsync(gate);
            return;
        }

        // A page of another site cannot send JSON without being asked first, nor hide where it is from.
        if (!http.Request.HasJsonContentType() || http.Request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site && site != "same-origin")
        {
            refusals.Caller("the call to the page is not from the page itself");
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (caller is Caller.Person person && limit.Over(Sender.KeyOf(person)) > 0)
        {
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        if (await ReadAsync(http) is not { } asked)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            var drawn = await answers.AnswerAsync(asked, caller, patience.Token);
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(drawn.ToString(), http.RequestAborted);
        }
        catch (Exception problem) when (!http.RequestAborted.IsCancellationRequested && problem is DbException or TimeoutException or OperationCanceledException)
        {
            NotAnswered(log, problem);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private static async Task<TabRequest?> ReadAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestBody;
        }

        try
        {
            return await JsonSerializer.DeserializeAsync(http.Request.Body, TabRequestJson.Default.TabRequest, http.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is JsonException or BadHttpRequestException)
        {
            return null;
        }
    }

    [LoggerMessage(2602, LogLevel.Warning, "A page could not be answered: the store is busy or cannot be read.")]
    private static partial void NotAnswered(ILogger log, Exception problem);
}
