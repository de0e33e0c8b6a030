using System.Diagnostics;
using System.Diagnostics.Metrics;
using TeamsPlanBot.Bot.Conversations;
using TeamsPlanBot.Data.Digests;

namespace TeamsPlanBot.Bot.Digests;

/// <summary>What operators can count of digests and nudges: outcomes and times, never who is told what or where.</summary>
internal static class DigestMeasures
{
    private static readonly Meter Meter = new(TurnMeasures.Name);
    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("teamsplanbot.deliveries", "{delivery}", "Digests and nudges, by outcome.");
    private static readonly Counter<long> PutsOff = Meter.CreateCounter<long>("teamsplanbot.deliveries.put_off", "{delivery}", "Deliveries that are to be tried again later.");
    private static readonly Histogram<double> Lateness = Meter.CreateHistogram<double>("teamsplanbot.deliveries.lateness", "s", "How long after it was due a digest arrived.");

    public static void Arrived(TimeSpan late) => Lateness.Record(late.TotalSeconds);

    public static void PutOff() => PutsOff.Add(1);

    public static void Settled(DeliveryState state, bool isNudge) =>
        Deliveries.Add(1, new TagList { { "outcome", state.ToString().ToLowerInvariant() }, { "kind", isNudge ? "nudge" : "digest" } });
}
