using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>"Send this channel a digest for First Response every Monday at 9am", "stop the digest".</summary>
internal static class DigestRules
{
    private const string SayWhen = "Say when the digest is to come, for example: change the digest to every Friday at 10am.";

    private static readonly Saying[] Digest = ["digest/digests/bulletin", "subscription/subscriptions", "reminder/reminders"];

    private static readonly Saying[] Orders = ["please? send/post/share/email/mail/message/dm/give/tell/remind/notify/ping/show/publish/put/update/list/drop", "have/get/receive", "set? up", "i want/need/like", "id like", "we want/need/like", "wed like", "subscribe", "schedule/create/start/add/make", "digest me/us"];

    private static readonly string[] Wrapped = ["summary of ", "summary on ", "report of ", "report on ", "overview of ", "update on ", "round up of ", "round-up of ", "rundown of "];

    private static readonly Saying[] ToMe = ["remind me", "digest me", "send/email/mail/message/dm/give/tell/show/notify/ping/update/subscribe me", "to me", "for me", "my digest", "i want/need/like", "id like", "i have/get/receive", "me a", "direct message", "my inbox"];

    private static readonly Saying[] NotToMe = ["this channel", "this chat", "this team", "this group", "this conversation", "the channel", "the team", "the group", "the chat", "here", "us", "our channel"];

    public static Understood? Read(Reading reading, Names names, Speaker speaker)
    {
        if (!reading.Topics.HasFlag(Topic.Digests))
        {
            return null;
        }

        var core = reading.Core;
        if (Nudges(reading, core) is { } nudges)
        {
            return nudges;
        }

        var saysDigest = Sayings.Stand(reading, Digest) || reading.Find("unsubscribe") is not null || reading.Find("subscribed") is not null;
        return (saysDigest ? OfDigests(reading, names, speaker, core) : null)
            ?? Subscribe(reading, names, speaker, core, saysDigest)
            ?? (saysDigest ? Loose(reading, names, speaker, core) : null)
            ?? Afresh(reading);
    }

    private static Understood? Afresh(Reading reading)
    {
        reading.StartAfresh();
        return null;
    }

    // What is said of digests that there are already.
    private static Understood? OfDigests(Reading reading, Names names, Speaker speaker, Core core)
    {
        reading.Kind = "digest";
        var first = core.First;
        if (!core.Denies && !core.Asks && Paused(reading, first) is { } pausing)
        {
            return Pause(reading, names, speaker, pausing);
        }

        if (Sayings.At(reading, first, "move/change/reschedule/switch/edit/amend") > 0 && Sayings.At(reading, first, "switch off") == 0 && !core.Denies && !core.Asks)
        {
            return Change(reading, names, speaker);
        }

        if (!core.Denies && !core.Asks && IsForm(reading, core))
        {
            reading.StartAfresh();
            return new Understood(new Request.ArrangeDigest(ArrangedDigest.Usual), "A form for a digest", ["a form for a digest"]);
        }

        if (core.Asks)
        {
            return Asked(reading, core);
        }

        if (core.Denies)
        {
            return Denied(reading, names, speaker, core);
        }

        if (Sayings.TakeAt(reading, first, "stop/cancel/end/delete/remove/kill/drop/halt/discontinue", "turn/switch off", "unsubscribe", "no more", "get rid of") > 0)
        {
            return Stop(reading, names, speaker);
        }

        if (Sayings.Stand(reading, "list/show digests/subscriptions", "list/show me/us? the/my/our/all? digests/subscriptions/reminders") || IsOnly(reading, core))
        {
            return ListThem(reading);
        }

        return Sayings.At(reading, first, "send/post/run/share/publish/give/show/resend/deliver/push/trigger/repeat me/us? this/the? channel/chat/team? the/my/our/this/weeks? digest") > 0 || Sayings.At(reading, first, "digest now", "the digest now", "send/post/show digest") > 0
            || (Sayings.At(reading, first, "send/post/run/share/publish/give/show/have/get/see") > 0 && Sayings.Stand(reading, "digest/digests now/immediately", "digest/digests right/straight away"))
            ? SendNow(reading, names, speaker)
            : null;
    }

    // "don't send the digest any more" stops it as clearly as "stop"; other denials order nothing.
    private static Understood? Denied(Reading reading, Names names, Speaker speaker, Core core) =>
        Sayings.TakeAt(reading, core.First, "dont/not send/post/share/give", "do not send/post/share/give", "i dont/not want", "we dont/not want", "i do not want", "we do not want") > 0 && Sayings.Take(reading, "any more", "anymore", "any longer", "again")
            ? Stop(reading, names, speaker)
            : Afresh(reading);

    private static Understood? Asked(Reading reading, Core core)
    {
        if (Sayings.Stand(reading, "how do/can/would/could/should i/we/you", "how to"))
        {
            return new Understood(new Request.Help(), "Help", ["asks how digests work"]);
        }

        // "is there a digest?", "when is the next digest?", "do we get a digest for Leeds every Monday?"; "can I have a digest every Monday" is no question of what there is.
        return Sayings.At(reading, core.First, "should/shall/would/could/can/may/might/will/why/did") > 0 ? null : ListThem(reading);
    }

    private static Understood ListThem(Reading reading)
    {
        reading.StartAfresh();
        return new Understood(new Request.ListDigests(), "The digests there are", ["digests"]);
    }

    // "new digest", "set up a digest": how often it is to come, the form asks.
    private static bool IsForm(Reading reading, Core core)
    {
        var says = false;
        for (var at = core.First; at < core.End; at++)
        {
            if (reading.At(at) is not ("new" or "set" or "up" or "arrange" or "add" or "create" or "a" or "an" or "another" or "digest" or "form" or "the" or "for" or "this" or "channel" or "here" or "chat" or "make" or "schedule" or "subscribe"))
            {
                return false;
            }

            says |= reading.At(at) is "new" or "set" or "arrange" or "add" or "create" or "form" or "another" or "make" or "schedule";
        }

        return says;
    }

    private static Pausing? Paused(Reading reading, int first) =>
        Sayings.TakeAt(reading, first, "pause/suspend/hold/mute") > 0 ? Pausing.Pause
        : Sayings.TakeAt(reading, first, "snooze/skip", "leave out") > 0 ? Pausing.Snooze
        : Sayings.TakeAt(reading, first, "resume/restart/unpause/unmute", "start") > 0 && !SpeaksOfRhythm(reading) && !Sayings.Stand(reading, "a digest") ? Pausing.Resume
        : null;

    private static Understood? Pause(Reading reading, Names names, Speaker speaker, Pausing pausing)
    {
        reading.Rules.Add("pauses a digest");
        var until = pausing == Pausing.Resume ? null : Until(reading);
        pausing = until is null ? pausing : Pausing.Snooze;
        TakeTalk(reading);
        Sayings.TakeAll(reading, "next", "once", "this time");
        var number = Number(reading);
        var about = AboutReader.Read(reading, names, speaker, pausing == Pausing.Resume ? "digest" : "digest-stop", IsOfDigest, meansTheirPlan: false);
        var words = pausing switch { Pausing.Pause => "Pause", Pausing.Resume => "Resume", _ => until is null ? "Leave out the next of" : "Snooze" };
        return about.Refused ?? (about.About is { } of ? new Understood(new Request.PauseDigest(of, pausing, number, until), $"{words} {Said(of, number)}{(until is { } day ? $" until {Dates.InWords(day)}" : "")}", reading.Rules) : Afresh(reading));
    }

    private static Understood? Change(Reading reading, Names names, Speaker speaker)
    {
        reading.Rules.Add("changes a digest");
        Sayings.Take(reading, "move/change/reschedule/switch/edit/amend");
        var number = Number(reading);
        var (read, timeOnly) = RhythmReader.ReadChange(reading);
        reading.Kind = "digest";
        TakeTalk(reading);
        Sayings.TakeAll(reading, "to come", "to", "instead", "from now on");
        var about = AboutReader.Read(reading, names, speaker, "digest", IsOfDigest, meansTheirPlan: false);
        return about.Refused
            ?? (read?.Rhythm is null ? new Understood(new Request.Impossible("digest", read?.Problem ?? SayWhen, []), "", reading.Rules)
            : about.About is { } of ? new Understood(new Request.ChangeDigest(of, read.Rhythm, timeOnly, number), $"{Wording(of, number)} is to come {(timeOnly ? $"at {RhythmWords.Time(read.Rhythm.At)}" : RhythmWords.Of(read.Rhythm))}", reading.Rules)
            : Afresh(reading));
    }

    private static string Wording(About of, int? number) => Said(of, number) is var said ? char.ToUpperInvariant(said[0]) + said[1..] : "";

    private static string Said(About of, int? number) => number is { } told ? $"digest {told}" : of.Name.Length > 0 ? $"the digest for {of.Name}" : "the digest";

    // "digest 3", "digest number 3"
    private static int? Number(Reading reading)
    {
        for (var at = 0; at < reading.Words.Length; at++)
        {
            var number = at + (reading.At(at + 1) is "number" or "no" ? 2 : 1);
            if (reading.At(at) is "digest" && int.TryParse(reading.At(number), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var told))
            {
                reading.Place(at, number - at + 1);
                return told;
            }
        }

        return null;
    }

    private static Understood? Nudges(Reading reading, Core core)
    {
        if (core.Asks || !Sayings.Stand(reading, "nudge/nudges/nudging"))
        {
            return null;
        }

        if (core.Denies ? Sayings.Stand(reading, "dont/not nudge") : Sayings.At(reading, core.First, "stop/cancel/end", "turn/switch off", "no more", "no nudges") > 0)
        {
            return new Understood(new Request.SetNudges(false), "No more nudges for you", ["stops nudges"]);
        }

        if (core.Denies)
        {
            return null;
        }

        if (Sayings.At(reading, core.First, "snooze/pause/hold/suspend") > 0)
        {
            return new Understood(new Request.SetNudges(true, Until(reading) ?? reading.Today.AddDays(7)), "No nudges for you for a while", ["snoozes nudges"]);
        }

        return Sayings.At(reading, core.First, "start/resume/restart", "turn/switch on", "nudge me", "send me nudges") > 0 ? new Understood(new Request.SetNudges(true), "Nudges for you", ["starts nudges"]) : null;
    }

    // "for 2 weeks", "for a fortnight", "until Monday", "until 3 January"
    private static DateOnly? Until(Reading reading)
    {
        for (var at = 0; at < reading.Words.Length; at++)
        {
            var (word, next) = (reading.At(at), reading.At(at + 1));
            if ((word is "a" or "one" ? 1 : word is "next" && reading.At(at - 1) is "the" ? 1 : Dates.Number(word)) is { } number && next is "day" or "days" or "week" or "weeks" or "month" or "months" or "fortnight")
            {
                var first = reading.At(at - 1) is "for" ? at - 1 : at;
                reading.Place(first, at + 2 - first);
                return next[0] switch { 'd' => reading.Today.AddDays(number), 'w' => reading.Today.AddDays(7 * number), 'f' => reading.Today.AddDays(14 * number), _ => reading.Today.AddMonths(number) };
            }

            if (word is "until" or "till" or "til" && DayAt(reading, at + 1) is var (day, words))
            {
                reading.Place(at, 1 + words);
                return day;
            }
        }

        return null;
    }

    private static (DateOnly Day, int Words)? DayAt(Reading reading, int at)
    {
        var word = reading.At(at);
        if (TimeWords.Of(word) is { Kind: TimeKind.Weekday } weekday)
        {
            return (reading.Today.AddDays((weekday.Value - (int)reading.Today.DayOfWeek + 6) % 7 + 1), 1);
        }

        if (Dates.DayOfMonth(word) is { } of && Dates.Month(reading.At(at + 1)) is { } month)
        {
            var said = Dates.Year(reading.At(at + 2));
            var year = said ?? (month < reading.Today.Month || (month == reading.Today.Month && of <= reading.Today.Day) ? reading.Today.Year + 1 : reading.Today.Year);
            return (new DateOnly(year, month, Math.Min(of, DateTime.DaysInMonth(year, month))), said is null ? 2 : 3);
        }

        if (Dates.Month(word) is { } whole)
        {
            return (new DateOnly(whole <= reading.Today.Month ? reading.Today.Year + 1 : reading.Today.Year, whole, 1), 1);
        }

        return word switch
        {
            "tomorrow" => (reading.Today.AddDays(1), 1),
            "next" when reading.At(at + 1) is "week" => (reading.Today.AddDays((1 - (int)reading.Today.DayOfWeek + 6) % 7 + 1), 2),
            "next" when reading.At(at + 1) is "month" => (new DateOnly(reading.Today.Year, reading.Today.Month, 1).AddMonths(1), 2),
            _ => null,
        };
    }

    private static bool IsOnly(Reading reading, Core core)
    {
        for (var at = core.First; at < core.End; at++)
        {
            if (reading.At(at) is not ("digests" or "digest" or "subscriptions" or "subscription" or "reminders" or "my" or "our" or "the" or "all" or "list" or "show" or "me" or "us" or "current" or "any" or "of"))
            {
                return false;
            }
        }

        return true;
    }

    private static Understood? Stop(Reading reading, Names names, Speaker speaker)
    {
        reading.Rules.Add("stops a digest");
        var all = Sayings.Stand(reading, "all digests/the/my/our/of", "every digest", "digests");
        var number = Number(reading);
        TakeTalk(reading);
        var about = AboutReader.Read(reading, names, speaker, "digest-stop", IsOfDigest, meansTheirPlan: false);
        return about.Refused ?? (about.About is { } of ? new Understood(new Request.StopDigest(of, number, all), $"Stop {Said(of, number)}", reading.Rules) : null);
    }

    private static Understood? SendNow(Reading reading, Names names, Speaker speaker)
    {
        if (SpeaksOfRhythm(reading))
        {
            return null;
        }

        reading.Rules.Add("sends a digest now");
        var number = Number(reading);
        TakeTalk(reading);
        var about = AboutReader.Read(reading, names, speaker, "digest-now", IsOfDigest, meansTheirPlan: false);
        return about.Refused ?? (about.About is { } of ? new Understood(new Request.SendDigest(of, number), $"Send {Said(of, number)} now", reading.Rules) : Afresh(reading));
    }

    private static void TakeTalk(Reading reading) => Sayings.TakeAll(reading, "now", "right away", "straight away", "immediately", "sending/send/posting/post/getting/receiving/run/share/give/show/deliver/publish", "me/us", "from the", "any more", "anymore", "again", "all");

    private static bool IsOfDigest(string word) => word is "digest" or "digests" or "weekly" or "daily" or "monthly" or "fortnightly" or "quarterly" or "subscription" or "subscriptions" or "reminder" or "reminders" or "channel" or "chat" or "my" or "here" or "bulletin"
        or "off" or "up" or "these" or "those" or "monday" or "mondays" or "every" or "sending" or "weeks" or "want" or "again" or "week" or "friday" or "fridays" or "longer" or "more" or "any" or "no" or "copy" or "latest" or "early" or "getting" or "receiving";

    private static bool SpeaksOfRhythm(Reading reading) => Sayings.Stand(reading, "every/each", "weekdays", "once a") || (Sayings.Stand(reading, "daily/weekly/monthly/fortnightly/quarterly") && Sayings.Stand(reading, "a daily/weekly/monthly/fortnightly/quarterly"));

    // A digest is spoken of, but not how often, or in no way that is known.
    private static Understood? Loose(Reading reading, Names names, Speaker speaker, Core core)
    {
        reading.StartAfresh();
        reading.Kind = "digest";
        if (core.Asks || core.Denies || Sayings.At(reading, core.First, Orders) == 0 && Sayings.At(reading, core.First, "a? digest") == 0)
        {
            return null;
        }

        Sayings.Take(reading, Orders);
        Sayings.TakeAll(reading, NotToMe);
        TakeTalk(reading);
        var about = AboutReader.Read(reading, names, speaker, "digest", IsOfDigest);
        if (about.About is null)
        {
            return about.Refused;
        }

        var said = reading.Text.Trim().TrimEnd('.', '!', '?');
        return new Understood(new Request.Impossible("digest", "How often should the digest come? Say, for example: every Monday at 9am.", [new Choice("Every Monday at 9am", $"{said} every Monday at 9am"), new Choice("Just now", "send the digest now")]), "", reading.Rules);
    }

    private static Understood? Subscribe(Reading reading, Names names, Speaker speaker, Core core, bool saysDigest)
    {
        reading.StartAfresh();
        reading.Kind = "digest";
        var isOrdered = Sayings.At(reading, core.First, Orders) > 0 || saysDigest;
        var startsWithRhythm = !isOrdered && Sayings.At(reading, core.First, "every/each", "daily/weekly/monthly/fortnightly/quarterly", "on? weekdays", "once a", "first/last", "the first/last", "mondays/tuesdays/wednesdays/thursdays/fridays") > 0;
        var isCourteous = core.Asks && Sayings.At(reading, core.First, "tell/show/give/send me/us/everyone? what/which/who/how/when") > 0;
        if ((core.Asks && !isCourteous && !startsWithRhythm) || core.Denies || (!isOrdered && !startsWithRhythm) || References.First(reading) is { } reference && PostsTo(reading, core, reference))
        {
            return null;
        }

        var mine = Sayings.Stand(reading, ToMe) && !Sayings.Stand(reading, "to? this channel/chat/team/group/conversation", "here", "to us");
        if (RhythmReader.Read(reading) is not { } read)
        {
            return null;
        }

        reading.Rules.Add("how often");
        reading.Kind = "digest";
        TakeWrapping(reading, core, saysDigest);
        var asked = Wanted(reading);
        if (asked.Length > 0 && !(saysDigest && IsAboutOnly(reading, names)))
        {
            var question = Question(asked, names, reading.Today, speaker with { Last = null });
            if (question is null || !IsTold(question.Request))
            {
                // "a summary of the overdue actions" is those actions.
                asked = Wrapped.FirstOrDefault(wrap => asked.StartsWith(wrap, StringComparison.OrdinalIgnoreCase)) is { } wrapping ? asked[wrapping.Length..] : asked;
                question = Question(asked, names, reading.Today, speaker with { Last = null }) is { } inner && IsTold(inner.Request) ? inner : question;
            }

            if (question is null || !IsTold(question.Request))
            {
                return saysDigest ? Untold(reading, names, speaker, asked, question) : null;
            }

            return read.Problem is { } problem ? new Understood(new Request.Impossible("digest", problem, []), "", reading.Rules) : Subscribed(reading, OfQuestion(question.Request), asked, read.Rhythm!, mine);
        }

        var about = AboutReader.Read(reading, names, speaker, "digest", IsOfDigest);
        if (about.Refused is not null)
        {
            return about.Refused;
        }

        if (about.About is not { } of || (!saysDigest && asked.Length == 0 && !isOrdered))
        {
            return null;
        }

        return read.Problem is { } wrong ? new Understood(new Request.Impossible("digest", wrong, []), "", reading.Rules)
            : saysDigest ? Subscribed(reading, of, "", read.Rhythm!, mine)
            : null;
    }

    // Only what tells something can come regularly.
    private static Understood? Question(string asked, Names names, DateOnly today, Speaker speaker)
    {
        var reading = new Reading(asked, names, today);
        return OverviewRules.Read(reading, names, speaker)
            ?? IndicatorRules.Read(reading, names, speaker)
            ?? OneActionRules.Read(reading, names, speaker)
            ?? ActionListRules.Read(reading, names, speaker);
    }

    // What was asked for is no question, but may be a name that is wrong: then that is what to say.
    private static Understood? Untold(Reading reading, Names names, Speaker speaker, string asked, Understood? question)
    {
        return question?.Request switch
        {
            Request.Torn torn => question! with { Request = torn with { Wanted = "digest", Choices = reading.Choices(torn.Name, torn.Choices.Select(choice => choice.Name)) } },
            Request.NoSuchName unknown => question! with { Request = unknown with { Wanted = "digest", Nearest = reading.Choices(unknown.Name, unknown.Nearest.Select(choice => choice.Name)) } },
            _ => AboutReader.Read(reading, names, speaker, "digest", IsOfDigest).Refused
                ?? new Understood(new Request.NoSuchName(asked, reading.Choices(asked, names.Of(asked.ToLowerInvariant().Split(' ')).Nearest), "digest"), "", reading.Rules),
        };
    }

    private static bool PostsTo(Reading reading, Core core, int reference) => reference == core.First || (reading.Text.IndexOf(':', reading.Words[reference].End) == reading.Words[reference].End);

    private static void TakeWrapping(Reading reading, Core core, bool saysDigest)
    {
        if (core.First > 0)
        {
            reading.Place(0, core.First);
        }

        if (core.End < reading.Words.Length)
        {
            reading.Place(core.End, reading.Words.Length - core.End);
        }

        Sayings.Take(reading, "can/could/may i/we have/get/receive/subscribe to?");
        Sayings.Take(reading, Orders);
        Sayings.Take(reading, "have/get/receive");
        Sayings.Take(reading, "the/a? direct message/messages to?");
        Sayings.TakeAll(reading, "to/in/into/on/for? this channel/chat/team/group/conversation", "to/in/into? the channel/chat/group", "to/for/in? here", "to/for me", "to/for us", "me about/of/to?", "us about/of/to?", "that", "to the team", "to everyone", "on teams");
        if (saysDigest)
        {
            Sayings.Take(reading, "a/an/the/my/our? digest/bulletin/reminder of/for/on/about/with/to?", "a/an/the digests/reminders of/for/on/about/with?");
            Sayings.Take(reading, "to check/look at");
        }
    }

    // The free words from the first to the last that means something, as they stand in the message.
    private static string Wanted(Reading reading)
    {
        var pieces = new List<string>();
        var first = 0;
        for (var at = 0; at <= reading.Words.Length; at++)
        {
            if (reading.IsFree(at))
            {
                continue;
            }

            if (at > first)
            {
                pieces.Add(reading.Text[reading.Words[first].Start..reading.Words[at - 1].End]);
            }

            first = at + 1;
        }

        var asked = string.Join(' ', pieces).Trim();
        foreach (var article in (ReadOnlySpan<string>)["a ", "an ", "the ", "about ", "of ", "for ", "with ", "on ", "to ", "and ", "at ", "list of "])
        {
            asked = asked.StartsWith(article, StringComparison.OrdinalIgnoreCase) ? asked[article.Length..] : asked;
        }

        return asked is "a" or "an" or "the" or "at" or "on" or "and" or "of" or "for" or "to" or "in" or "please" ? "" : asked;
    }

    private static bool IsAboutOnly(Reading reading, Names names)
    {
        foreach (var (start, count) in reading.FreeRuns(word => LittleWords.Hold(word) || IsOfDigest(word)))
        {
            if (names.StartingAt(reading, start) is { } name && name.Words.Length >= count)
            {
                continue;
            }

            if (names.Of(reading.Plain(start, count)).Names.Count == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsTold(Request request) =>
        request is Request.ListActions { Subject: null } or Request.Summarise or Request.ListChanges or Request.ListIndicators or Request.ShowIndicator or Request.ShowCoverage or Request.ShowAction { Action.Ref: not null } or Request.ShowHistory { Action.Ref: not null };

    private static About OfQuestion(Request request) => request switch
    {
        Request.ListActions { Question: var asked } => new About(new Scope { Plans = asked.Plans, Sections = asked.Sections, Services = asked.Services, Leads = asked.Leads }, ""),
        Request.Summarise told => told.About,
        Request.ListChanges told => told.About,
        Request.ListIndicators told => told.About,
        Request.ShowCoverage told => told.About,
        Request.ShowAction told => new About(new Scope { Plans = told.Action.Plans }, ""),
        _ => About.Everything,
    };

    private static Understood Subscribed(Reading reading, About about, string question, Rhythm rhythm, bool mine) => new(
        new Request.Subscribe(about, question, rhythm, mine),
        $"A digest {(question.Length > 0 ? $"of “{question}”" : about.Name.Length > 0 ? $"for {about.Name}" : "of everything")}, {RhythmWords.Of(rhythm)}, {(mine ? "to you" : "here")}",
        reading.Rules);
}
