namespace TeamsPlanBot.Bot.Understanding;

/// <summary>"What changed since Friday", "summary of Leeds", "coverage of recommendations", "when is the written statement due".</summary>
internal static class OverviewRules
{
    private const int DaysOfNews = 7;

    private static readonly Saying[] Changes = ["what/which actions/dates/ratings/things ~ changed/moved/altered", "what/which changes ~ made", "what/which changes/updates/movement", "what ~ changed/moved/happened/happening/altered", "what ~ new/different", "what ~ updated/posted/reported", "what ~ going on",
        "what ~ latest news", "what ~ latest", "has/have/did anything/something/much/actions? ~ changed/moved/happened/change/happen/altered", "anything ~ new/different/changed/happened/moved", "is/are there any changes/updates/news/movement",
        "any new? changes/change/updates/movement/news", "recent/latest/new changes/updates/news", "changes/updates/news", "catch me/us up", "bring me/us up to date", "fill me/us in", "what did i/we miss", "who changed what", "changelog", "change log", "list changes"];

    private static readonly string[] Ratings = ["red", "reds", "amber", "ambers", "green", "greens", "blue", "blues"];

    private static readonly Saying[] Summaries = ["rag/brag rating? breakdown/status/summary/position/split/ratings/overview/count/picture", "breakdown of? the? rag/brag", "breakdown by rag/brag/colour/status/rating/state", "status summary/report/overview/breakdown",
        "summary/summarise/summarize/overview/snapshot/dashboard/headlines/breakdown", "state of play", "the big picture", "plan on a page", "how ~ things/everything/all/it going/doing/looking/progressing/shaping", "how ~ things/everything in/at/with/for/on/across", "how ~ doing/going/getting/performing/looking/progressing/faring/shaping/coming/fare/look/stand",
        "where ~ up to", "where ~ at", "where ~ stand/standing", "where are/is we/they/things/it/everything", "where ~ with", "what ~ status/position/picture/progress/state", "status/position of/for/in/on", "state of", "brief me", "overall status/position/progress/picture",
        "progress summary/report/overview", "how much progress ~ made", "how far ~ along/on/got/come", "how far have/are we/they", "progress in/for/on/with/across/against"];

    private static readonly Saying[] Coverings = ["coverage of? the? recommendations/recs?", "recommendations/recs/recommendation coverage", "uncovered/unanswered recommendations/recs", "coverage"];

    private static readonly Saying[] Clocks = ["written statement of? action?", "statement of action", "statutory clock/deadline/timescale/timetable/date/timeline", "wsoa", "wsa", "report ~ received/published/arrived/came on?", "70 working days", "seventy working days", "statutory response"];

    public static Understood? Read(Reading reading, Names names, Speaker speaker) =>
        HistoryRules.Read(reading, speaker, names)
        ?? (reading.Topics.HasFlag(Topic.Clock) ? Clock(reading) : null)
        ?? (reading.Topics.HasFlag(Topic.Coverage) ? Coverage(reading, names, speaker) : null)
        ?? (reading.Topics.HasFlag(Topic.Changes) ? WhatChanged(reading, names, speaker) : null)
        ?? ((reading.Topics & (Topic.Summary | Topic.Changes)) != 0 ? Summary(reading, names, speaker) : null);

    private static Understood? WhatChanged(Reading reading, Names names, Speaker speaker)
    {
        // "updates on 4.3" is of one action; "no updates since March" asks for a list.
        if (reading.Core.Denies || References.Stand(reading) || reading.Find("no") is not null || Sayings.Stand(reading, "overdue/late/due", "red/amber/green/blue actions/ones"))
        {
            return null;
        }

        reading.Kind = "changes";
        if (!Sayings.Take(reading, Changes))
        {
            return Afresh(reading);
        }

        reading.Rules.Add("what changed");
        Sayings.Take(reading, "been made", "made", "happening", "been posted", "come in");
        reading.Kind = "since";
        var since = Days.Since(reading);
        if (since is { Problem: not null })
        {
            return new Understood(since.Asks(reading, "changes"), "", reading.Rules);
        }

        if (since is not null)
        {
            reading.Place(since.At, since.Length);
        }

        reading.Kind = "changes";
        Sayings.TakeAll(reading, "in the plan/plans", "to the plan/plans", "with the plan/plans", "changes", "updates", "new", "latest", "recent", "recently", "lately");
        var about = AboutReader.Read(reading, names, speaker, "changes");
        if (about.Refused is not null)
        {
            return about.Refused;
        }

        if (about.About is not { } of)
        {
            return Afresh(reading);
        }

        var day = since?.First ?? reading.Today.AddDays(-DaysOfNews);
        return new Understood(new Request.ListChanges(of, day), $"What changed{In(of)} since {Dates.InWords(day)}", reading.Rules);
    }

    private static Understood? Summary(Reading reading, Names names, Speaker speaker)
    {
        if (reading.Core.Denies || References.Stand(reading) || reading.Find("in progress") is not null || reading.Find("no") is not null || Sayings.Stand(reading, "actions/action/tasks/anything/everything about/mentioning"))
        {
            return null;
        }

        reading.Kind = "summary";
        var isMine = Sayings.Stand(reading, "my", "am i", "mine", "do i", "have i") && !Sayings.Stand(reading, "my team/service/section/plan/area");
        var isHow = false;
        if (!TakeColours(reading) && !Sayings.Take(reading, Summaries) && !(isHow = TakeHow(reading)))
        {
            return Afresh(reading);
        }

        reading.Rules.Add("where things stand");
        Sayings.TakeAll(reading, "summary", "overview", "overall", "progress", "performing", "doing", "on", "with", "up", "going", "rag", "brag", "status", "breakdown", "so far", "made", "against", "along", "through", "getting", "coming", "moment", "present", "headline", "exec", "executive", "for my/our/the director/boss/manager/head/board/supervision/meeting/committee");
        if (OfIndicator(reading, names))
        {
            return Afresh(reading);
        }

        var about = AboutReader.Read(reading, names, speaker, "summary", word => word is "quick" or "short" or "brief" or "current" or "overall" or "each" or "every" or "rated" or "rating" or "ratings" or "per" or "things" or "today" or "point" or "time", isMarked: isHow, isMine: isMine);
        if (about.Refused is not null)
        {
            return about.Refused;
        }

        return about.About is { } of ? new Understood(new Request.Summarise(of), of.Name.Length > 0 ? $"Summary of {of.Name}" : "Summary", reading.Rules) : Afresh(reading);
    }

    // "how is Somerset doing", "how are the fostering actions coming along"
    private static bool TakeHow(Reading reading)
    {
        var first = reading.Core.First;
        return Sayings.At(reading, first, "how ~ is/are/has/have", "how") > 0
            && Sayings.Take(reading, "getting on", "coming along", "shaping up", "doing/going/performing/looking/progressing/faring")
            && Sayings.TakeAt(reading, first, "how is/are/has/have", "how") > 0;
    }

    // "how many red, amber and green in Leeds": three of the colours ask for a breakdown, two for a list.
    private static bool TakeColours(Reading reading)
    {
        var colours = 0;
        for (var i = 0; i < Ratings.Length; i += 2)
        {
            colours += reading.Find(Ratings[i]) is not null || reading.Find(Ratings[i + 1]) is not null ? 1 : 0;
        }

        if (colours < 3 || reading.Find("or") is not null)
        {
            return false;
        }

        foreach (var rating in Ratings)
        {
            reading.Take(rating);
        }

        reading.Take("how many");
        return true;
    }

    // "how are we doing on re-referrals" is of an indicator, unless a plan, service, lead or section bears the name.
    private static bool OfIndicator(Reading reading, Names names)
    {
        foreach (var (start, count) in reading.FreeRuns())
        {
            if (names.StartingAt(reading, start) is { } exact && exact.Words.Length >= count)
            {
                return false;
            }

            if (names.IndicatorAt(reading, start) is { } indicator && indicator.Words.Length >= count)
            {
                return true;
            }

            var phrase = reading.Plain(start, count);
            if (names.Indicators(phrase).Names.Count > 0 && names.Of(phrase).Names.Count == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static Understood? Coverage(Reading reading, Names names, Speaker speaker)
    {
        reading.Kind = "coverage";
        var speaksOfThem = Sayings.Stand(reading, "recommendations/recs");
        if (!Sayings.Take(reading, Coverings) && !speaksOfThem)
        {
            return Afresh(reading);
        }

        // "recommendations 4 and 5" and "actions for recommendations 4" are lists.
        foreach (var word in reading.Words)
        {
            if (char.IsAsciiDigit(word.Plain[0]))
            {
                return Afresh(reading);
            }
        }

        if (Sayings.Stand(reading, "overdue/late/due/red/amber/green/blue/slipped/behind/stale", "actions for/answering/against"))
        {
            return Afresh(reading);
        }

        reading.Rules.Add("recommendations and the actions that answer them");
        Sayings.TakeAll(reading, "recommendations/recs/recommendation", "coverage", "covered/cover/covers/covering/addressed/answered/addressing/met/uncovered/unanswered/unaddressed/actioned/implemented/progressed/started", "not", "without/no/any/an/have/has actions/action/progress/movement/updates/update/lead",
            "actions/action against/behind/attached/linked", "actions/action", "ofsted/inspection/review/report/inspectors", "progress", "against them", "linked to/with", "gaps", "outstanding", "yet", "each", "made", "nothing", "being", "being done", "done", "nobody", "without", "no", "against", "by", "dont", "havent", "anything", "still", "open", "complete/completed");
        var about = AboutReader.Read(reading, names, speaker, "coverage");
        if (about.Refused is not null)
        {
            return about.Refused;
        }

        return about.About is { } of ? new Understood(new Request.ShowCoverage(of), $"Coverage of recommendations{In(of)}", reading.Rules) : Afresh(reading);
    }

    private static Understood? Clock(Reading reading)
    {
        reading.Kind = "clock";
        // A plan may be called so: "written statement of action overdue" is a list.
        if (Sayings.Stand(reading, "overdue/late/open/red/amber/green/actions/outstanding", "due this/next/today/tomorrow/in/by/soon") || !Sayings.Take(reading, Clocks) || reading.Find("about") is not null)
        {
            return Afresh(reading);
        }

        reading.Rules.Add("statutory clock");
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (Days.At(reading, at, Toward.Past) is not { } day || reading.At(at) is "the" or "a" or "week" or "day" or "month" or "year")
            {
                continue;
            }

            return day.Problem is not null ? new Understood(day.Asks(reading, "clock"), "", reading.Rules)
                : day.IsOneDay ? new Understood(new Request.ShowClock(day.First), $"The written statement on a report received on {Dates.InWords(day.First)}", reading.Rules)
                : new Understood(new Request.Impossible("clock", "On which day was the report received? Say it, such as: 12 March 2018.", []), "", reading.Rules);
        }

        return new Understood(new Request.ShowClock(null), "When the written statement is due", reading.Rules);
    }

    private static string In(About about) => about.Name.Length > 0 ? $" in {about.Name}" : "";

    private static Understood? Afresh(Reading reading)
    {
        reading.StartAfresh();
        return null;
    }
}
