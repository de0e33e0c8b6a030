using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TeamsPlanBot.Teams;

/// <summary>What operators can count and trace of the traffic with Teams. Costs nothing while nobody listens.</summary>
public static class Measures
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "TeamsPlanBot.Teams";

    private static readonly Meter Meter = new(Name);

    /// <summary>Traces of what goes out.</summary>
    public static ActivitySource Traces { get; } = new(Name);

    /// <summary>Calls that were not let in, by reason.</summary>
    public static Counter<long> Refusals { get; } = Meter.CreateCounter<long>("teamsplanbot.calls.refused", "{call}", "Calls that were not let in, by reason.");

    /// <summary>Sends, by what was sent and how it ended.</summary>
    public static Counter<long> Sends { get; } = Meter.CreateCounter<long>("teamsplanbot.sends", "{send}", "Sends to Teams, by kind of call and outcome.");

    /// <summary>Sends that were tried again, by the status that made it so.</summary>
    public static Counter<long> Retries { get; } = Meter.CreateCounter<long>("teamsplanbot.sends.retried", "{try}", "Sends that were tried again, by cause.");

    /// <summary>How long a send took, its waits and retries included.</summary>
    public static Histogram<double> SendTime { get; } = Meter.CreateHistogram<double>("teamsplanbot.sends.duration", "s", "How long a send took, waits and retries included.");
}
