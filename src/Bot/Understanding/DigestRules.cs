using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>"Send this channel a digest for First Response every Monday at 9am", "stop the digest".</summary>
internal static class DigestRules
{
    private const string HowToStop = "A digest cannot be paused. Stop it, and ask for it again when you want it back.";

    private static readonly Saying[] Digest = ["digest/digests/bulletin", "subscription/subscriptions", "reminder/reminders"];

    private static readonly Saying[] Orders = ["please? send/post/share/email/mail/message/dm/give/tell/remind/notify/ping/show/publish/put/update/list/drop", "have/get/receive", "set? up", "i want/need/like", "id like", "we want/need/like", "wed like", "subscribe", "schedule/create/start/add/make", "digest me/us"];

    private static readonly Saying[] ToMe = ["remind me", "digest me", "send/email/mail/message/dm/give/tell/show/notify/ping/update/subscribe me", "to me", "for me", "my digest", "i want/need/like", "id like", "i have/get/receive", "me a", "direct message", "my inbox"];

    private static readonly Saying[] NotToMe = ["this channel", "this chat", "this team", "this group", "this conversation", "the channel", "the team", "the group", "the chat", "here", "us", "our channel"];

    public static Understood? Read(Reading reading, Names names, Speaker speaker)
    {
        if (!reading.Topics.HasFlag(Topic.Digests))
        {
            return null;
        }

        var core = reading.Core;
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
        if (Sayings.At(reading, first, "pause/suspend/resume/restart/unpause/snooze/hold/mute") > 0 && !core.Denies)
        {
            return new Understood(new Request.Impossible("digest-stop", HowToStop, [new Choice("Stop the digest", "stop the digest")]), "", reading.Rules);
        }

        if (Sayings.At(reading, first, "move/change/reschedule/switch/edit/amend") > 0 && Sayings.At(reading, first, "switch off") == 0 && !core.Denies)
        {
            return new Understood(new Request.Impossible("digest", "A digest keeps its time. Stop it, and ask for one at the new time.", [new Choice("Stop the digest", "stop the digest")]), "", reading.Rules);
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

        return Sayings.At(reading, first, "send/post/run/share/publish/give/show/resend/deliver/push/trigger/repeat me/us? this/the? channel/chat/team? the/my/our/this/weeks? digest") > 0 || Sayings.At(reading, first, "digest now", "the digest now") > 0
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
        TakeTalk(reading);
        var about = AboutReader.Read(reading, names, speaker, "digest-stop", IsOfDigest, meansTheirPlan: false);
        return about.Refused ?? (about.About is { } of ? new Understood(new Request.StopDigest(of), of.Name.Length > 0 ? $"Stop the digest for {of.Name}" : "Stop the digest", reading.Rules) : null);
    }

    private static Understood? SendNow(Reading reading, Names names, Speaker speaker)
    {
        if (SpeaksOfRhythm(reading))
        {
            return null;
        }

        reading.Rules.Add("sends a digest now");
        TakeTalk(reading);
        var about = AboutReader.Read(reading, names, speaker, "digest-now", IsOfDigest, meansTheirPlan: false);
        return about.Refused ?? (about.About is { } of ? new Understood(new Request.SendDigest(of), of.Name.Length > 0 ? $"Send the digest for {of.Name} now" : "Send the digest now", reading.Rules) : Afresh(reading));
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
