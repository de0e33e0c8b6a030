using System.Collections.Concurrent;

namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>Carries a call to the other side: to allowed hosts only, with a token, in its turn, and again where that is safe.</summary>
internal sealed class Courier(HttpMessageInvoker http, TeamsOptions teams, BotTokens tokens, SendLimits limits, TimeProvider time)
{
    private const int MostServices = 1000;

    private readonly ConcurrentDictionary<string, string?> services = new(StringComparer.Ordinal);

    public async Task<Delivery> CarryAsync(Call call, TimeSpan patience, CancellationToken cancelled)
    {
        if (Base(call.Where.ServiceUrl) is not { } service)
        {
            return new Delivery.NotSent(teams.DangerouslyAllowUnauthenticatedLoopback ? "the service URL is not on this computer" : "the host of the service URL is not among Teams__ServiceHosts");
        }

        if (call.Body is { } body && OutgoingBody.IsTooLarge(body))
        {
            return new Delivery.NotSent("the message is larger than the 100 KB that Teams takes");
        }

        var address = new Uri(service + call.Path);
        var began = time.GetTimestamp();
        using var budget = new CancellationTokenSource(patience, time);
        using var link = cancelled.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), budget);
        TokenAnswer.Given? token = null;
        var renewed = false;

        // What the other side last said; a later try that does not get as far as it tells nothing better.
        Delivery? answered = null;
        for (var tries = 1; ; tries++)
        {
            if (!teams.DangerouslyAllowUnauthenticatedLoopback)
            {
                switch (token ?? await TokenAsync(budget.Token, cancelled))
                {
                    case TokenAnswer.Denied denied:
                        return new Delivery.NotSent(denied.Sentence.TrimEnd('.'), MayPass: tokens.HasCredential);
                    case TokenAnswer.Given given:
                        token = given;
                        break;
                }
            }

            if (await TurnAsync(call, patience - time.GetElapsedTime(began), tries > 1, budget.Token, cancelled) is { } tooMany)
            {
                return tooMany;
            }

            var attempt = await AttemptAsync(call, address, token, budget.Token, cancelled);
            if (attempt.Status == 401 && token is not null && !renewed)
            {
                renewed = true;
                if (await OtherTokenAsync(token, budget.Token, cancelled) is { } other)
                {
                    Measures.Retries.Add(1, new KeyValuePair<string, object?>("cause", "401"));
                    token = other;
                    continue;
                }
            }

            if (!attempt.IsWorthAnother(call))
            {
                return attempt.Outcome(call);
            }

            var pause = Retrying.Wait(tries, attempt.RetryAfter, Random.Shared.NextDouble());
            var holdsBack = attempt.Status == 429 && call.Thread is not null;
            if (holdsBack)
            {
                limits.HoldBack(call.Thread!, pause);
            }

            if (pause >= patience - time.GetElapsedTime(began))
            {
                return attempt.Status == 429 ? new Delivery.TooMany(pause, OtherSideAsked: true) : attempt is { Failure: not null, Left: false } && answered is not null ? answered : attempt.Outcome(call);
            }

            answered = attempt.Status == 429 ? new Delivery.TooMany(pause, OtherSideAsked: true) : attempt.Failure is null ? attempt.Outcome(call) : answered;
            Measures.Retries.Add(1, new KeyValuePair<string, object?>("cause", attempt.Cause));
            if (!holdsBack)
            {
                await Task.Delay(pause, time, cancelled);
            }
        }
    }

    // Where calls to a service go, or null where nothing is sent to it. There are few services, and looking each of them over takes long.
    private string? Base(string serviceUrl)
    {
        if (services.TryGetValue(serviceUrl, out var known))
        {
            return known;
        }

        // Joined by hand: new Uri(base, path) would drop the last part of a service URL that ends without a slash.
        var found = teams.MaySendTo(serviceUrl) ? $"{serviceUrl.TrimEnd('/')}/v3/conversations" : null;
        if (services.Count < MostServices)
        {
            services[serviceUrl] = found;
        }

        return found;
    }

    private async ValueTask<TokenAnswer> TokenAsync(CancellationToken budget, CancellationToken cancelled)
    {
        try
        {
            return await tokens.GetAsync(budget);
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            return new TokenAnswer.Denied("No token came in time.");
        }
    }

    private async Task<TokenAnswer.Given?> OtherTokenAsync(TokenAnswer.Given refused, CancellationToken budget, CancellationToken cancelled)
    {
        try
        {
            return await tokens.RenewAsync(refused, budget) is TokenAnswer.Given other && !ReferenceEquals(other, refused) ? other : null;
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            return null;
        }
    }

    private async ValueTask<Delivery?> TurnAsync(Call call, TimeSpan left, bool again, CancellationToken budget, CancellationToken cancelled)
    {
        try
        {
            var wait = await limits.EnterAsync(call.Thread, call.Where.TenantId, left, again, budget);
            return wait > TimeSpan.Zero ? TooMany(call, wait) : null;
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            return TooMany(call, left);
        }
    }

    private async Task<Attempt> AttemptAsync(Call call, Uri address, TokenAnswer.Given? token, CancellationToken budget, CancellationToken cancelled)
    {
        var body = call.Body is null ? null : new OutgoingBody(call.Body);
        using var request = new HttpRequestMessage(call.Method, address) { Content = body };
        request.Headers.Authorization = token?.Header;
        try
        {
            using var response = await http.SendAsync(request, budget);
            var status = (int)response.StatusCode;
            try
            {
                return Attempt.Answered(status, await AnswerBody.ReadAsync(response, budget), Retrying.Asked(response.Headers, time));
            }
            catch (Exception cut) when (!response.IsSuccessStatusCode && cut is HttpRequestException or IOException)
            {
                // A refusal is one, whatever it goes on to say.
                return Attempt.Answered(status, [], Retrying.Asked(response.Headers, time));
            }
        }
        catch (HttpRequestException failure)
        {
            return Attempt.Failed(WireProblem.InWords(failure.HttpRequestError), HasLeft(call, body));
        }
        catch (IOException)
        {
            return Attempt.Failed("the answer was cut off", HasLeft(call, body));
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            return Attempt.Failed("no answer in time", HasLeft(call, body));
        }
    }

    private Delivery.TooMany TooMany(Call call, TimeSpan wait) => new(wait, OtherSideAsked: call.Thread is { } thread && limits.IsHeldBack(thread));

    private static bool HasLeft(Call call, OutgoingBody? body) => body?.Left ?? call.Body is null;
}
