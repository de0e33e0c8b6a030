using TeamsPlanBot.Data.Figures;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>"How are we doing on re-referrals", "which indicators are off target".</summary>
internal static class IndicatorRules
{
    private const string These = "indicators/kpis/measures/metrics";

    // What comes before or after the name of an indicator when it is asked about.
    private static readonly Saying[] Frames = ["are/is we/they/it meeting/hitting/missing the? target/targets for/on?", "how are/is we/it/they/things doing/performing/getting/going/looking on/with/for/against/at", "how are/is we/it doing/performing/going", "are/is/were we/they/it on/off/meeting/hitting/above/below/near/at? target/track? for/on/with?", "are/is we/it/they on/off target", "are we meeting/hitting the? target/targets? for/on?", "have we met/hit/reached/missed the? target for/on?",
        "what ~ target for/on/of?", "target for/on/of", "targets for/on/of", "trend for/in/of/on", "trends for/in/of/on", "direction of travel for/of/on?", "what ~ direction of travel for/of/on?", "history of", "latest figure/figures/value/number/numbers for/of/on", "figure/figures/numbers/value/values/data/performance for/of/on",
        "what ~ latest/current/trend/figure/figures/value for/of/on/in?", "graph/chart/plot/trendline of/for?", "tell me about", "show me/us?", "give me/us?", "what about", "how ~ doing/going/performing/looking/trending/moving", "what", "how", "where are/is we/it with/on/at", "is/are", "has/have/did", "latest", "current", "performance on/against"];

    private static readonly Saying[] Afters = ["direction of travel", "on/off target", "on/off track", "getting/got/gone/going/moving? up/better or down/worse", "getting/got/gone/going any? better/worse/up/down", "gone/going/went/moving up/down", "improving/improved/worsening/worsened/rising/risen/falling/fallen/rose/fell/increasing/decreasing/increased/decreased/changing/steady/better/worse/deteriorating/dropped/dropping", "trend/trends/trending/target/targets/figure/figures/indicator/measure/kpi/metric/data/performance/graph/chart/numbers/history/series/value",
        "over time", "doing/going/looking/performing", "at the moment", "at now", "right now", "these days", "latest", "current", "currently", "compared to last year/quarter/month", "this/last year/quarter/month", "up or down", "better or worse", "up", "down", "meeting", "its target", "their target", "against target", "by quarter/month/year", "in detail"];

    /// <summary>Words of lists and posts: a message that has one asks for no single indicator.</summary>
    public static IEnumerable<string> OfLists { get; } = "overdue actions action due late red amber green blue my mine open outstanding complete completed done started slipped tasks stale updated lead leads unassigned recommendation mark close closed reopen not dont".Split(' ');

    public static Understood? Read(Reading reading, Names names, Speaker speaker)
    {
        // "Are we on target for re-referrals" is of one; "which are off target" of many.
        if (reading.Topics.HasFlag(Topic.Indicators) && !reading.Has(Traits.ForLists) && names.MayNameIndicator(reading) && !Sayings.Stand(reading, These) && One(reading, names, speaker) is { Request: Request.ShowIndicator } one)
        {
            return one;
        }

        if (reading.Topics.HasFlag(Topic.Indicators) && Many(reading, names, speaker) is { } many)
        {
            return many;
        }

        return !reading.Has(Traits.ForLists) && (names.MayNameIndicator(reading) || (reading.Topics & (Topic.Indicators | Topic.Summary)) != 0) ? One(reading, names, speaker) : null;
    }

    private static Understood? Many(Reading reading, Names names, Speaker speaker)
    {
        reading.Kind = "indicators";
        var direction = Direction(reading);
        var offTarget = Sayings.Stand(reading, "off target", "not on/meeting/hitting/at target/targets?", "missing/missed/below/behind/outside target/targets", "missing/missed the/their/our target/targets", "not meeting/hitting/met/hit the/their/our target/targets", "failing target/targets");
        var onTarget = !offTarget && Sayings.Stand(reading, "on target", "meeting/hitting/met/hit target/targets", "meeting/hitting/met/hit the/their/our target/targets");
        var without = !offTarget && !onTarget && Sayings.Stand(reading, "no/without/missing a? target/targets", "not have a? target/targets", "dont have a? target/targets");
        var isOfIndicators = Sayings.Take(reading, These, "performance data/figures/indicators/measures", "data dashboard", "scorecard", "key performance", "success measures", "performance");
        if (!isOfIndicators && !(offTarget || onTarget) || Named(reading, names) || References.Stand(reading) || Sayings.Stand(reading, "action/actions/tasks"))
        {
            return Afresh(reading);
        }

        // "which indicators are not improving" is of several directions; nobody guesses at the sum.
        if (direction is not null && reading.Core.Denies)
        {
            return Afresh(reading);
        }

        reading.Rules.Add("indicators");
        TargetStatus? status = offTarget ? TargetStatus.OffTarget : onTarget ? TargetStatus.OnTarget : without ? TargetStatus.NoTarget : null;
        Sayings.TakeAll(reading, These, "performance", "data", "figures", "scorecard", "indicator/kpi/measure/metric", "not", "dont", "without", "on/off target/targets", "target/targets", "meeting/hitting/met/hit/missing/missed/below/behind/outside/failing", "getting/got/gone/going", "wrong/right direction/way",
            "worsening/worse/worsened/deteriorating/declining/improving/improved/better/rising/falling/steady/stable/flat/static/unchanged/up/down", "success", "key", "no", "off", "latest", "current", "dashboard", "moving", "heading", "against", "direction of travel", "summary of");
        var about = AboutReader.Read(reading, names, speaker, "indicators");
        if (about.Refused is not null)
        {
            return about.Refused;
        }

        return about.About is { } of ? new Understood(new Request.ListIndicators(of, status, direction), Words(of, status, direction), reading.Rules) : Afresh(reading);
    }

    private static DirectionOfTravel? Direction(Reading reading) =>
        Sayings.Stand(reading, "worsening/worse/worsened/deteriorating/declining", "wrong direction/way") ? DirectionOfTravel.Worsening
        : Sayings.Stand(reading, "improving/improved/better", "right direction/way") ? DirectionOfTravel.Improving
        : Sayings.Stand(reading, "steady/stable/flat/static/unchanged") ? DirectionOfTravel.Steady
        : Sayings.Stand(reading, "rising", "going/gone up") ? DirectionOfTravel.Rising
        : Sayings.Stand(reading, "falling", "going/gone down") ? DirectionOfTravel.Falling
        : null;

    internal static string Words(About about, TargetStatus? status, DirectionOfTravel? direction) => string.Join(' ', [
        "Indicators",
        .. status switch { TargetStatus.OffTarget => new[] { "off target" }, TargetStatus.OnTarget => ["on target"], TargetStatus.NoTarget => ["without a target"], _ => [] },
        .. direction is { } moved ? new[] { $"that are {moved.ToString().ToLowerInvariant()}" } : [],
        .. about.Name.Length > 0 ? new[] { $"of {about.Name}" } : []]);

    // "are we on target for X" names one.
    private static bool Named(Reading reading, Names names)
    {
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (names.IndicatorAt(reading, at) is { } name && name.Words is not ["performance", "indicators"])
            {
                return true;
            }
        }

        return false;
    }

    private static Understood? One(Reading reading, Names names, Speaker speaker)
    {
        if (IsForLists(reading, names))
        {
            return null;
        }

        reading.Kind = "indicator";
        var core = reading.Core;
        var from = core.First;
        var isFramed = false;
        while (Sayings.TakeAt(reading, from, Frames) is > 0 and var end)
        {
            isFramed = true;
            from = end;
            while (reading.At(from) is "the" or "our" or "a")
            {
                from++;
            }
        }

        var isClear = isFramed && reading.Topics.HasFlag(Topic.Indicators);
        Sayings.TakeAll(reading, Afters);
        if (IndicatorReader.Read(reading, names, speaker, core, from, isClear) is not { } found)
        {
            return Afresh(reading);
        }

        if (found.Name is { } name)
        {
            reading.Rules.Add($"indicator: {name}");
            return new Understood(new Request.ShowIndicator(found.Ids, name), $"{name}, with its trend", reading.Rules);
        }

        // Only words that speak of targets, trends and figures make a name that nothing bears one of an indicator.
        if (found.Refused is { } refused && (isClear || refused.Request is Request.Torn))
        {
            return refused;
        }

        return Afresh(reading);
    }

    // Words of lists and posts, told before any name is looked for.
    private static bool IsForLists(Reading reading, Names names)
    {
        if (reading.Has(Traits.ForLists))
        {
            return true;
        }

        // S47 stands in the name of an indicator.
        return References.First(reading) is { } at && !names.IsOfIndicator(reading.Words[at].Plain);
    }

    private static Understood? Afresh(Reading reading)
    {
        reading.StartAfresh();
        return null;
    }
}
