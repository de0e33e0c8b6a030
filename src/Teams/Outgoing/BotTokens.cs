using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>Keeps the token that goes with every send, and renews it before it runs out.</summary>
/// <remarks>Time is counted from when a token came, so that a clock that is put right does no harm.</remarks>
public sealed partial class BotTokens(IOptions<TeamsOptions> options, TimeProvider time, ILogger<BotTokens> log)
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Spare = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Credential credential = new(options.Value, time);
    private readonly long started = time.GetTimestamp();
    private readonly Lock gate = new();
    private volatile Held? held;
    private Task<TokenAnswer>? asking;
    private TokenAnswer.Denied? denied;
    private TimeSpan askAgain;
    private TimeSpan renewAgain;

    /// <summary>Whether the settings name a proof of who the bot is.</summary>
    public bool HasCredential => credential.Setting is not null;

    private TimeSpan Now => time.GetElapsedTime(started);

    /// <summary>The token of now.</summary>
    public ValueTask<TokenAnswer> GetAsync(CancellationToken cancelled) =>
        held is { } good && Now < good.RenewAt ? new ValueTask<TokenAnswer>(good.Token) : new ValueTask<TokenAnswer>(FreshAsync(cancelled));

    /// <summary>Another token in place of one that was not accepted; the same one where that would be asking too often.</summary>
    public async Task<TokenAnswer> RenewAsync(TokenAnswer.Given refused, CancellationToken cancelled)
    {
        Task<TokenAnswer> coming;
        lock (gate)
        {
            if (held is { } other && !ReferenceEquals(other.Token, refused))
            {
                return other.Token;
            }

            if (asking is null && (Now < renewAgain || Now < askAgain))
            {
                return refused;
            }

            renewAgain = Now + Pause;
            coming = asking ??= Task.Run(AskAsync, CancellationToken.None);
        }

        return await coming.WaitAsync(cancelled);
    }

    private async Task<TokenAnswer> FreshAsync(CancellationToken cancelled)
    {
        Task<TokenAnswer> coming;
        lock (gate)
        {
            var now = Now;
            if (held is { } renewed && now < renewed.RenewAt)
            {
                return renewed.Token;
            }

            if (asking is null && now >= askAgain)
            {
                asking = Task.Run(AskAsync, CancellationToken.None);
            }

            if (held is { } old && (now < old.Until - Spare || (asking is null && now < old.Until)))
            {
                return old.Token;
            }

            if (asking is null)
            {
                return denied!;
            }

            coming = asking;
        }

        var answer = await coming.WaitAsync(cancelled);
        return answer is TokenAnswer.Denied && held is { } still && Now < still.Until ? still.Token : answer;
    }

    private async Task<TokenAnswer> AskAsync()
    {
        var answer = await credential.AskAsync(CancellationToken.None);
        lock (gate)
        {
            asking = null;
            switch (answer)
            {
                case TokenAnswer.Given token:
                    var lifetime = token.Until - DateTimeOffset.UtcNow;
                    held = new Held(token, Now + lifetime - (lifetime / 10 < Early ? lifetime / 10 : Early), Now + lifetime);
                    denied = null;
                    break;
                case TokenAnswer.Denied no:
                    denied = no;
                    askAgain = Now + (no.RetryAfter is { } asked && asked > Pause ? asked : Pause);
                    break;
            }
        }

        if (answer is TokenAnswer.Denied { Sentence: var sentence })
        {
            NoToken(log, sentence);
        }

        return answer;
    }

    private sealed record Held(TokenAnswer.Given Token, TimeSpan RenewAt, TimeSpan Until);

    [LoggerMessage(1201, LogLevel.Warning, "No token for sends: {Sentence}")]
    private static partial void NoToken(ILogger log, string sentence);
}
