using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Teams.Tests;

/// <summary>A connector as the bot makes its own.</summary>
internal sealed class WayOut : IDisposable
{
    private readonly HttpMessageInvoker http;

    /// <param name="teams">The settings; those of the loopback mode if none are given.</param>
    public WayOut(TeamsOptions? teams = null, TimeProvider? time = null, ILogger<BotTokens>? log = null, HttpMessageHandler? wire = null)
    {
        var options = Options.Create(teams ?? new TeamsOptions { DangerouslyAllowUnauthenticatedLoopback = true });
        var clock = time ?? TimeProvider.System;
        http = new HttpMessageInvoker(wire ?? Wire.Handler());
        Tokens = new BotTokens(options, clock, log ?? NullLogger<BotTokens>.Instance);
        Limits = options.Value.DangerouslyAllowUnauthenticatedLoopback ? SendLimits.None(clock) : new SendLimits(clock);
        Connector = new Connector(http, options, Tokens, Limits, clock);
    }

    public BotTokens Tokens { get; }

    public SendLimits Limits { get; }

    public Connector Connector { get; }

    public void Dispose() => http.Dispose();
}
