using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using TeamsPlanBot.Data;
using TeamsPlanBot.Teams;
using TeamsPlanBot.Teams.Incoming;
using TeamsPlanBot.Teams.Incoming.Tokens;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary><c>POST /api/messages</c>: where Teams hands over its activities.</summary>
internal sealed partial class MessagesEndpoint(TurnHandler turns, IOptions<TeamsOptions> teams, Refusals refusals, NamesBook names, ILogger<MessagesEndpoint> log)
{
    private static readonly TimeSpan TurnBudget = TimeSpan.FromSeconds(60);

    private readonly string gate = teams.Value.DangerouslyAllowUnauthenticatedLoopback ? LoopbackGate.SchemeName : TokenGate.SchemeName;

    /// <summary>Takes one message through before the first caller does: a slow first reading would let later messages pass it.</summary>
    public async Task WarmUpAsync(CancellationToken cancelled)
    {
        var message = """{"type":"message","id":"1","channelId":"msteams","serviceUrl":"https://localhost/","from":{"id":"29:1"},"conversation":{"id":"a:1"},"text":"help"}"""u8.ToArray();
        var http = new DefaultHttpContext();
        http.Request.ContentType = "application/json";
        http.Request.Body = new MemoryStream(message);
        await ActivityReader.ReadAsync(http.Request, cancelled);
        await names.ForAsync(Viewer.Operator, cancelled);
    }

    public async Task HandleAsync(HttpContext http)
    {
        if ((await http.AuthenticateAsync(gate)).Principal is not CallerPrincipal { Caller: var caller })
        {
            await http.ChallengeAsync(gate);
            return;
        }

        var read = await ActivityReader.ReadAsync(http.Request, http.RequestAborted);
        if (read.Activity is not { } activity)
        {
            refusals.Caller(read.Reason!);
            http.Response.StatusCode = read.Status;
            return;
        }

        if (ActivityRules.Refusal(caller, activity, teams.Value) is { } refusal)
        {
            refusals.Caller(refusal);
            http.Response.StatusCode = caller is Caller.OnThisComputer ? StatusCodes.Status400BadRequest : StatusCodes.Status401Unauthorized;
            return;
        }

        // A caller that hangs up does not stop the turn: what it asked for may be half done.
        using var budget = new CancellationTokenSource(TurnBudget);
        var turned = await TurnAsync(activity, budget.Token);

        http.Response.StatusCode = turned.Status;
        var body = turned.Body is { } card ? JsonSerializer.SerializeToUtf8Bytes(card, OutgoingJson.Default.InvokeAnswer)
            : turned.Dialog is { } dialog ? JsonSerializer.SerializeToUtf8Bytes(dialog, OutgoingJson.Default.DialogAnswer)
            : turned.Found is { } found ? JsonSerializer.SerializeToUtf8Bytes(found, OutgoingJson.Default.SearchAnswer) : null;
        if (body is not null)
        {
            http.Response.ContentType = "application/json";
            await http.Response.Body.WriteAsync(body, budget.Token);
        }
    }

    private async Task<Turned> TurnAsync(Activity activity, CancellationToken budget)
    {
        try
        {
            return await turns.HandleAsync(activity, everything: false, budget);
        }
        catch (OperationCanceledException)
        {
            TookTooLong(log, activity.Id);
            return new Turned(StatusCodes.Status503ServiceUnavailable);
        }
    }

    [LoggerMessage(2202, LogLevel.Error, "The turn for activity {ActivityId} was given up: it took too long.")]
    private static partial void TookTooLong(ILogger log, string? activityId);
}
