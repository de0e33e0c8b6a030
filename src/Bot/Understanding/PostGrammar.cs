using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>The ways of posting; each takes a whole message, or none of it.</summary>
/// <param name="isAsked">It is asked for politely, "could you …", so that a question mark at its end is no question.</param>
internal sealed class PostGrammar(Names names, Speaker speaker, bool isAsked)
{
    private static readonly string[] Reasons = ["because of", "because", "cos of", "cos", "coz", "due to", "owing to", "since", "as of today", "as of now", "as"];

    // These belong to the reason as it is told.
    private static readonly string[] ReasonsKept = ["following", "given", "with", "now that", "thanks to"];

    // What is complete only after something else is not complete.
    private static readonly string[] ReasonsOpen = ["pending", "while", "whilst", "so that", "to allow", "awaiting"];

    private static readonly HashSet<string> Copulas =
        ["is", "are", "s", "has", "have", "been", "being", "now", "still", "currently", "back", "remains", "remain", "stays", "turned", "gone", "moved", "became", "becomes", "rated", "goes", "turns", "went", "at", "to", "its", "therefore"];

    private static readonly HashSet<string> Slips =
        ["slipped", "slips", "moved", "moves", "pushed", "delayed", "postponed", "deferred", "extended", "put", "rescheduled", "shifted", "changed", "slip", "slipping"];

    private enum Of { Nothing, Rating, Date, NewDate, Leads }

    public Understood? Read(Walk walk) =>
        walk.IsAtEnd || walk.Gap is Gap.Foreign or Gap.Asked ? null : Noted(walk) ?? AboutIts(walk) ?? Added(walk) ?? Removed(walk) ?? Undated(walk) ?? Ordered(walk) ?? Stated(walk) ?? LedNow(walk);

    // "progress on 4.3 - text", "log on 4.3: …", "note for 4.3 …", "add a note to 4.3: …"
    private Understood? Noted(Walk walk)
    {
        var begin = walk;
        walk.GoTo(walk.Start);
        var isOrder = walk.TakeOne("add", "log", "post", "make", "put", "record", "leave", "write");
        _ = isOrder && walk.TakeOne("a", "an", "this", "some");
        var isNote = walk.TakeOne("note", "notes", "comment");
        if (!isNote && !walk.TakeOne("progress", "progress update", "update", "log", "news", "entry", "record") && !(isOrder && walk.Plain is "on" or "to" or "against" or "for" && begin.Plain is not ("put" or "make")))
        {
            return null;
        }

        _ = walk.Take("update");
        if (!walk.TakeOne("on", "for", "against", "to", "about", "under") || PostObjects.Take(ref walk, names, speaker, isExpected: true) is not { } objects)
        {
            return null;
        }

        // "add 4.3 …" may be about a lead or a service; with a colon it is about words.
        if (begin.Plain == "add" && !isNote && walk.Gap != Gap.Break)
        {
            return null;
        }

        if (walk.Gap is Gap.Asked or Gap.Foreign || (!isOrder && Trim(walk.Rest).Length == 0) || (walk.Gap == Gap.Joined && !isNote && !isOrder))
        {
            return null;
        }

        if (walk.Gap == Gap.Joined && walk.TakeOne("that", "saying", "to say") && walk.IsAtEnd)
        {
            return null;
        }

        return Words(objects, walk, isPlain: walk.Gap != Gap.Break);
    }

    // "new date for 4.3: 30 June", "set the rating of 4.3 to amber", "the lead for 4.3 is now Jo Bloggs"
    private Understood? AboutIts(Walk walk)
    {
        walk.GoTo(walk.Start);
        var isOrder = walk.TakeOne("set", "change", "update", "move", "make", "put", "push", "extend", "delay", "postpone", "defer", "bring", "shift", "reschedule", "slip", "swap", "switch");
        _ = walk.TakeOne("forward", "back", "out");
        _ = walk.Take("the");
        var isNew = walk.Take("new");
        var about = Attribute(ref walk);
        if (about == Of.Nothing || !walk.TakeOne("of", "for", "on") || PostObjects.Take(ref walk, names, speaker, isExpected: true) is not { } objects)
        {
            return null;
        }

        return Value(objects, walk, about, isOrder || isNew);
    }

    // "add Sam Lee to 4.3 as lead"
    private Understood? Added(Walk walk)
    {
        walk.GoTo(walk.Start);
        var makes = walk.Take("make");
        var assigns = !makes && walk.Take("assign");
        if (!makes && !assigns && !walk.Take("add"))
        {
            return null;
        }

        var from = walk.At;
        for (var at = from + 1; at < walk.Reading.Words.Length && at <= from + 20; at++)
        {
            var ahead = walk;
            ahead.GoTo(walk.Reading.Words[at].Start);
            var isLead = ahead.TakeOne("as a lead", "as the lead", "as lead", "as a co lead", "as co lead", "as leads") || (makes && ahead.TakeOne("the lead", "a lead", "lead", "responsible"));
            if (isLead && makes == ahead.Reading.Words[at].Plain is "as")
            {
                continue;
            }

            if (!(makes && !isLead) && ahead.TakeOne("to", "on", "for", "of") && PostObjects.Take(ref ahead, names, speaker, isExpected: true) is { } objects)
            {
                _ = !isLead && ahead.TakeOne("as a lead", "as lead", "as co lead", "as a co lead", "as leads", "as another lead", "as joint lead", "as an extra lead", "as well");
                if (!Ends(ref ahead))
                {
                    return null;
                }

                if (!isLead && !makes && !assigns && Services(walk.Reading, from, at) is { Count: > 0 } services)
                {
                    return Tagged(objects, services, takesAway: false);
                }

                if (PostLeads.Of(walk.Reading, from, at, names, speaker, PlansOf(objects), out var torn) is not { Count: > 0 } leads)
                {
                    return torn;
                }

                var who = string.Join(" and ", leads);
                return !assigns ? Reassign(objects, leads, besides: !makes)
                    : new Understood(Unsure($"is {who} to lead {objects.Words} alone, or besides those who lead it now?", $"assign {objects.Words} to {who}", $"add {who} to {objects.Words} as lead"), "", ["a lead, alone or besides others"]);
            }
        }

        return null;
    }

    // "remove First Response from 4.3"
    private Understood? Removed(Walk walk)
    {
        walk.GoTo(walk.Start);
        if (!walk.TakeOne("remove", "drop", "take"))
        {
            return null;
        }

        _ = walk.Take("the");
        var from = walk.At;
        for (var at = from + 1; at < walk.Reading.Words.Length && at <= from + 20; at++)
        {
            var ahead = walk;
            ahead.GoTo(walk.Reading.Words[at].Start);
            if (ahead.TakeOne("from", "off") && PostObjects.Take(ref ahead, names, speaker, isExpected: true) is { } objects)
            {
                return !Ends(ref ahead) ? null
                    : Services(walk.Reading, from, at) is { Count: > 0 } services ? Tagged(objects, services, takesAway: true)
                    : IsLead(walk.Reading, from, at) ? Sorry(objects, "reassign", $"I changed nothing, because I cannot take one lead away by itself. Say who leads it from now on: “assign {objects.Words} to …”.")
                    : null;
            }
        }

        return null;
    }

    // "Will Turner", "Jo"
    private bool IsLead(Reading reading, int from, int to) =>
        names.Of(reading.Plain(from, to - from), marked: true, NameKind.Lead).Names.Count > 0
        || (to - from is 2 or 3 && Array.TrueForAll(reading.Words[from..to], word => word.Typed.Length > 1 && char.IsUpper(word.Typed[0]) && char.IsLower(word.Typed[1]) && word.Plain is not ("date" or "deadline" or "tag" or "service")));

    // What stands here, if it is nothing but services by their whole names.
    private List<string> Services(Reading reading, int from, int to)
    {
        var services = new List<string>();
        from += reading.Words[from].Plain is "the" && from + 1 < to ? 1 : 0;
        from += reading.Words[from].Plain is "service" or "services" or "tag" && from + 1 < to ? 1 : 0;
        while (from < to)
        {
            if (names.StartingAt(reading, from) is not { } name || names.OfKind(name, NameKind.Service) is not { } service || names.OfKind(name, NameKind.Lead) is not null)
            {
                return [];
            }

            services.Add(service.Text);
            from += name.Words.Length;
            if (from < to && reading.Words[from].Plain == "and")
            {
                from++;
            }
        }

        return services;
    }

    private static Understood Tagged(PostObjects objects, List<string> services, bool takesAway)
    {
        var rest = services.Count > 1 ? Tagged(objects, services[1..], takesAway) : null;
        return Make(objects, new Closing(null, default, rest), action => new Request.Tag(action, services[0], takesAway), said => takesAway ? $"{services[0]} off {said}" : $"{services[0]} as a service of {said}");
    }

    private static IReadOnlyList<int> PlansOf(PostObjects objects) => objects.Actions.Count > 0 ? objects.Actions[0].Plans : [];

    // "remove the due date from 4.3"
    private Understood? Undated(Walk walk)
    {
        walk.GoTo(walk.Start);
        if (!walk.TakeOne("remove", "clear", "delete", "take"))
        {
            return null;
        }

        _ = walk.Take("the");
        if (Attribute(ref walk) is not (Of.Date or Of.NewDate) || !walk.TakeOne("of", "from", "for", "on", "off") || PostObjects.Take(ref walk, names, speaker, isExpected: true) is not { } objects)
        {
            return null;
        }

        return Close(ref walk, ref objects, state: null, out var closing) ? Make(objects, closing, action => new Request.Reschedule(action, null, closing.Text), objects => $"{objects} without a due date") : null;
    }

    private Understood? Ordered(Walk walk)
    {
        walk.GoTo(walk.Start);
        var deed = walk.Take("re open") ? Deed.Reopens : PostWords.DeedOf(walk.Plain);
        if (deed == Deed.None)
        {
            return Done(walk);
        }

        var verb = walk.Plain;
        if (walk.Until == walk.Start || deed != Deed.Reopens || PostWords.DeedOf(verb) == Deed.Reopens)
        {
            walk.Step();
        }

        _ = walk.TakeOne("off", "out", "back", "forward", "over", "the date of", "the due date of");
        var marks = default(PostMarks);
        if (deed.HasFlag(Deed.Marks))
        {
            // "mark as complete 4.3"
            var ahead = walk;
            _ = ahead.TakeOne("as", "to");
            marks = Marks(ref ahead, letters: false);
            if (!marks.IsNone)
            {
                walk = ahead;
                _ = walk.TakeOne("on", "for", "of");
            }
        }

        if (PostObjects.Take(ref walk, names, speaker, isExpected: true) is not { } objects)
        {
            return null;
        }

        if (!marks.IsNone)
        {
            return Marked(objects, walk, marks);
        }

        if (deed.HasFlag(Deed.Completes) || deed.HasFlag(Deed.Reopens) || deed.HasFlag(Deed.Starts))
        {
            _ = walk.TakeOne("off", "out", "down", "up");
            _ = deed.HasFlag(Deed.Completes) && walk.TakeOne("as complete", "as completed", "as done", "as closed");
            return Marked(objects, walk, new PostMarks(null, deed.HasFlag(Deed.Completes) ? ActionState.Complete : ActionState.InProgress));
        }

        // "make 4.3 due on 30 June"
        var rest = walk;
        if (deed.HasFlag(Deed.Marks) && rest.PlainAt(1) != "date" && rest.Take("due"))
        {
            _ = rest.TakeOne("on", "by", "for", "in");
            return Dated(objects, rest);
        }

        var about = Attribute(ref rest);
        if (about != Of.Nothing)
        {
            // "change 2 leads to Jo"
            return objects.IsSure ? Value(objects, rest, about, isNew: true) : null;
        }

        return (deed.HasFlag(Deed.Marks) ? SetTo(objects, walk) : null)
            ?? (deed.HasFlag(Deed.Dates) ? MovedTo(objects, walk, isOrder: true) : null)
            ?? (deed == Deed.Leads ? GivenTo(objects, walk) : null)
            ?? (deed.HasFlag(Deed.Words) && (deed != Deed.Words || walk.Gap == Gap.Break) ? Updated(objects, walk) : null);
    }

    // "done 4.3"
    private Understood? Done(Walk walk) =>
        walk.Take("done") && PostObjects.Take(ref walk, names, speaker, isExpected: false) is { IsSure: true, IsIt: false } objects && objects.WithPlanAfter(ref walk, names) is var all && Ends(ref walk)
            ? Post(all, null, new PostMarks(null, ActionState.Complete), null)
            : null;

    // "mark 4.3 as done", "set 4.3 to green", "change 4.3 from amber to red"
    private Understood? SetTo(PostObjects objects, Walk walk)
    {
        if (walk.Take("from") && (Marks(ref walk, letters: true).IsNone || walk.Plain != "to"))
        {
            return null;
        }

        _ = walk.TakeOne("to be", "back to", "down to", "up to", "as being", "to", "as", "at", "is");
        var says = walk;
        if (walk.TakeOne("not started", "unstarted"))
        {
            return Marked(objects, walk, new PostMarks(null, ActionState.NotStarted));
        }

        var marks = Marks(ref says, letters: true);
        return marks.IsNone ? null : Marked(objects, says, marks);
    }

    // "move 4.3 to the end of May", "4.3 slipped to 30 June because …"
    private Understood? MovedTo(PostObjects objects, Walk walk, bool isOrder)
    {
        _ = walk.TakeOne("back", "out", "forward", "on", "by");
        if (isOrder && Attribute(ref walk) is Of.Rating or Of.Leads)
        {
            return null;
        }

        var isTo = walk.TakeOne("to", "until", "till") || (isOrder && walk.Take("for")) || FromTo(ref walk);
        if ((!isTo || walk.Reading.Words[walk.At - 1].Plain == "for") && IsStretch(walk))
        {
            return Sorry(objects, "reschedule", $"I changed nothing, because the new date depends on the old one. Say the day itself, for example “{objects.Words} slipped to 30 June because …”.");
        }

        return isTo ? Dated(objects, walk) : null;
    }

    // "slipped from 31 May to 30 June"
    private static bool FromTo(ref Walk walk)
    {
        var ahead = walk;
        if (!ahead.Take("from") || ahead.IsAtEnd || Days.At(ahead.Reading, ahead.At) is not { Problem: null } day)
        {
            return false;
        }

        ahead.GoTo(ahead.Reading.Words[day.End - 1].End);
        if (!ahead.Take("to"))
        {
            return false;
        }

        walk = ahead;
        return true;
    }

    private Understood? Dated(PostObjects objects, Walk walk)
    {
        if (walk.IsAtEnd || walk.Gap is Gap.Asked or Gap.Foreign)
        {
            return null;
        }

        if (Days.At(walk.Reading, walk.At) is not { } day)
        {
            return null;
        }

        if (day.Problem is not null)
        {
            return new Understood(day.Asks(walk.Reading, "reschedule"), "", ["a new date that cannot be known"]);
        }

        // "moved to 4.4": a day, or another action?
        if (day.Length == 1 && References.EndAt(walk.Text, walk.Start, out var kind) >= 0 && kind == ReferenceKind.Dotted)
        {
            var typed = walk.Text[walk.Start..walk.Reading.Words[walk.At].End];
            var meant = Dates.InWords(day.Due);
            return new Understood(
                new Request.Impossible("reschedule", $"I changed nothing, because {typed} may be a day or another action. If it is a day, write {meant}.", [new Choice(meant, string.Concat(walk.Text.AsSpan(0, walk.Start), meant, walk.Text.AsSpan(walk.Start + typed.Length)))]),
                "", ["a new date that looks like a reference"]);
        }

        walk.GoTo(walk.Reading.Words[day.End - 1].End);
        return Close(ref walk, ref objects, state: null, out var closing)
            ? Make(objects, closing, action => new Request.Reschedule(action, day.Due, closing.Text), objects => $"{objects} now due {Dates.InWords(day.Due)}{(closing.Text is null ? "" : $", because “{closing.Text}”")}")
            : null;
    }

    // "assign 4.3 to Jo Bloggs", "hand 4.3 over to Sam"
    private Understood? GivenTo(PostObjects objects, Walk walk)
    {
        _ = walk.TakeOne("over", "on", "across");
        return walk.Take("to") ? Named(objects, walk) : GivenOn(objects, walk);
    }

    // "hand over 4.3 from May to Will": from whoever leads it, or from that month on?
    private Understood? GivenOn(PostObjects objects, Walk walk)
    {
        const int LongestName = 3;
        if (!walk.Take("from"))
        {
            return null;
        }

        var from = walk.At;
        while (walk.At - from < LongestName && !walk.IsAtEnd && walk.Gap == Gap.Joined && walk.Plain != "to")
        {
            walk.Step();
        }

        var to = walk.At;
        if (to == from || !walk.Take("to"))
        {
            return null;
        }

        if (names.Of(walk.Reading.Plain(from, to - from), marked: true, NameKind.Lead).Names.Count > 0)
        {
            return Named(objects, walk);
        }

        return Named(objects, walk) is { Request: Request.Reassign { Leads: var leads } }
            ? new Understood(Unsure($"I know no lead called {walk.Reading.Typed(from, to - from)}, and a new lead takes over at once.", $"assign {Typed(objects, walk)} to {string.Join(" and ", leads)}"), "", ["a lead handed over from somebody unknown"])
            : null;
    }

    private Understood? Named(PostObjects objects, Walk walk)
    {
        var to = walk.Reading.Words.Length;
        while (to > walk.At && PostWords.IsFarewell(walk.Reading.Words[to - 1].Plain) && walk.Reading.Words[to - 1].Plain is not ("me" or "bot"))
        {
            to--;
        }

        if (to > walk.At + 3 && walk.Reading.Words[to - 1].Plain is "lead" && walk.Reading.Words[to - 2].Plain is "as" or "the" or "a")
        {
            to -= walk.Reading.Words[to - 2].Plain == "as" ? 2 : 3;
        }

        if (to <= walk.At)
        {
            return null;
        }

        var end = walk;
        end.GoTo(walk.Reading.Words[to - 1].End);
        if (!Ends(ref end))
        {
            return null;
        }

        return PostLeads.Of(walk.Reading, walk.At, to, names, speaker, PlansOf(objects), out var torn) is { Count: > 0 } leads
            ? objects.IsSure || leads.All(lead => char.IsUpper(lead[0])) ? Reassign(objects, leads, besides: false) : null
            : torn;
    }

    // "update 4.3 two workers started"
    private Understood? Updated(PostObjects objects, Walk walk)
    {
        if (walk.Gap == Gap.Break)
        {
            return Words(objects, walk, isPlain: false);
        }

        if (walk.Gap != Gap.Joined || OnlyFarewells(walk))
        {
            return walk.Gap == Gap.Foreign ? null : Sorry(objects, "progress", $"What shall I put on the record? Write “{objects.Words}: …” with your words after the colon.");
        }

        if (!objects.IsIt && objects.Actions.Any(action => action.Ref is { } reference && reference.All(char.IsAsciiDigit)))
        {
            return null;
        }

        if (walk.TakeOne("to say that", "to say", "saying that", "saying", "with"))
        {
            return walk.IsAtEnd ? null : Words(objects, walk, isPlain: true);
        }

        return walk.Plain is "to" or "as" or "and" or "or" or "for" or "in" or "on" or "at" or "from" or "of" or "every" or "again" or "weekly" or "yesterday" or "last" or "asap" or "please" or "now" || PostWords.Withdraws(walk.Plain) && walk.Plain is not "not" || Days.At(walk.Reading, walk.At) is not null
            ? null
            : Words(objects, walk, isPlain: true);
    }

    private Understood? Stated(Walk walk) =>
        PostObjects.Take(ref walk, names, speaker, isExpected: false) is { } objects ? Said(objects, walk) : null;

    private Understood? Said(PostObjects objects, Walk walk)
    {
        var between = walk.Text.AsSpan(walk.Until).TrimStart(" *_)]\u00A0");
        if (between.StartsWith(":"))
        {
            return Words(objects, walk, isPlain: false);
        }

        if (!objects.IsSure)
        {
            return null;
        }

        // "1.1" and, on a line of its own, "in Somerset"
        var only = walk;
        only.GoTo(only.IsAtEnd ? only.Until : only.Start);
        if (between.Length > 0 && between[0] is '\n' or '\r' && objects.WithPlanAfter(ref only, names) is { } && only.IsAtEnd)
        {
            return null;
        }

        if (walk.Gap == Gap.Break && !objects.IsIt)
        {
            return between.Length > 0 && between[0] is '-' or '–' or '—' or '\n' or '\r'
                ? Words(objects, walk, isPlain: true)
                : between.Length > 0 && between[0] is ',' or '.' && !walk.Text.Contains('?') && PostClauses.Of(walk.Rest) is { SaysMore: false, Marks.IsNone: false } ? Words(objects, walk, isPlain: true) : null;
        }

        if (walk.Gap != Gap.Joined || walk.IsAtEnd)
        {
            return null;
        }

        // "4.3 update: draft sent"
        var ahead = walk;
        if (ahead.TakeOne("status update", "progress update", "update", "progress", "note") && ahead.Gap == Gap.Break && !objects.IsIt && !IsQuestion(ahead.Rest))
        {
            return Words(objects, ahead, isPlain: true);
        }

        ahead = walk;
        var isNew = ahead.Take("new");
        var about = Attribute(ref ahead);
        return about != Of.Nothing ? Value(objects, ahead, about, isNew) : DueNow(objects, walk) ?? Late(objects, walk) ?? Slipped(objects, walk) ?? LedBy(objects, walk) ?? Wished(objects, walk) ?? Is(objects, walk);
    }

    // "4.3 now due 30/6 due to sickness"
    private Understood? DueNow(PostObjects objects, Walk walk)
    {
        _ = walk.TakeOne("is", "s", "are");
        if (walk.Take("due"))
        {
            // That it is due then may be all that is meant.
            _ = walk.TakeOne("on", "by", "for", "in");
            return walk.Text.Contains('?') || walk.IsAtEnd || Days.At(walk.Reading, walk.At) is not { Problem: null } day || day.End != walk.Reading.Words.Length ? null
                : new Understood(Unsure($"“{objects.Words} now due {walk.Text[walk.Start..]}” gives it that date.", $"{objects.Words} now due {walk.Text[walk.Start..]}"), "", ["a due date, but not that it is new"]);
        }

        if (!walk.Take("now due"))
        {
            return null;
        }

        _ = walk.TakeOne("on", "by", "for", "in");
        return Dated(objects, walk);
    }

    private Understood? Slipped(PostObjects objects, Walk walk)
    {
        _ = walk.TakeOne("has now been", "has been", "has now", "has", "have been", "have", "is now", "is being", "is going to", "is", "s going to", "s", "now", "had to be", "will now", "will");
        _ = walk.TakeOne("been", "again");
        if (!Slips.Contains(walk.Plain) || walk.Gap != Gap.Joined)
        {
            return null;
        }

        var verb = walk.Plain;
        walk.Step();
        _ = walk.Take("again");
        if (walk.IsAtEnd && verb is "slipped" or "slips" or "slipping" or "delayed" or "postponed" or "deferred" && walk.Gap is Gap.Joined or Gap.Break)
        {
            return Sorry(objects, "reschedule", $"To which day? Say, for example, “{objects.Words} slipped to 30 June because …”.");
        }

        return MovedTo(objects, walk, isOrder: false);
    }

    // "4.3 needs more time, new date 1 March", "4.3 will be late, now end of March"
    private Understood? Late(PostObjects objects, Walk walk)
    {
        if (!walk.TakeOne("needs more time", "needs longer", "will take longer", "will be late", "is running late", "is late", "will be delayed", "is delayed", "is going to be late", "is behind", "will not make it", "will slip", "is slipping")
            || walk.IsAtEnd || walk.Gap != Gap.Break)
        {
            return null;
        }

        walk.GoTo(walk.Start);
        if (walk.TakeOne("new date", "new due date", "new deadline", "revised date", "new target date"))
        {
            _ = walk.TakeOne("is", "of");
            walk.GoTo(walk.Start);
        }
        else if (!walk.TakeOne("now due on", "now due by", "now due", "now expected by", "now"))
        {
            return null;
        }

        return Dated(objects, walk);
    }

    // "4.3 should go to Jo Bloggs" is a wish, and no order yet.
    private Understood? Wished(PostObjects objects, Walk walk) =>
        walk.TakeOne("should go to", "should be led by", "should be with", "should sit with", "should be assigned to", "needs to go to", "ought to go to") && Named(objects, walk) is { Request: Request.Reassign { Leads: var leads } }
            ? new Understood(
                new Request.Impossible("unknown", $"I changed nothing, because I am not sure that you want {objects.Words} handed over now.", [new Choice($"Assign {Typed(objects, walk)} to {string.Join(" and ", leads)}", $"assign {Typed(objects, walk)} to {string.Join(" and ", leads)}")]),
                "", ["who should lead an action"])
            : null;

    private static string Typed(PostObjects objects, Walk walk) => walk.Text[objects.Start..objects.End].Trim();

    private Understood? LedBy(PostObjects objects, Walk walk)
    {
        if (!walk.TakeOne("is now led by", "now led by", "s now led by", "to be led by", "is now owned by", "now with", "is now with", "reassigned to", "is reassigned to", "now sits with", "is now assigned to", "now assigned to"))
        {
            return null;
        }

        return Named(objects, walk);
    }

    // "4.3 is amber because …", "4.3 done", "4.3 to green"
    private Understood? Is(PostObjects objects, Walk walk)
    {
        string? last = null;
        var isOver = false;
        for (var count = 0; count < 4 && !walk.IsAtEnd && walk.Gap == Gap.Joined && Copulas.Contains(walk.Plain); count++)
        {
            last = walk.Plain;
            isOver |= last == "been";
            walk.Step();
        }

        // "4.3 A" may be a reference; "4.3 to complete" is still to be done, and "has been red" is over.
        var said = walk.Plain;
        var marks = Marks(ref walk, letters: last is not null);
        var end = walk;
        if (marks.State == ActionState.Complete && end.TakeOne("yesterday", "this morning", "this afternoon", "last night") && Ends(ref end))
        {
            return Post(objects, Trim(walk.Text[objects.End..]), marks, null);
        }

        return marks.IsNone || (last == "to" && said is "complete" or "close" or "finish") || (isOver && marks.Brag is not null) ? null : Marked(objects, walk, marks);
    }

    // "Jo Bloggs now leads 4.3", "Jo Bloggs is now the lead for 4.3"
    private Understood? LedNow(Walk walk)
    {
        walk.GoTo(walk.Start);
        var from = walk.At;
        for (var at = from + 1; at < walk.Reading.Words.Length && at <= from + 20; at++)
        {
            if (walk.Reading.Words[at].Plain is not ("now" or "is" or "are" or "will" or "to"))
            {
                continue;
            }

            var ahead = walk;
            ahead.GoTo(walk.Reading.Words[at].Start);
            if (ahead.TakeOne("now leads on", "now leads", "now lead on", "now lead", "is now leading on", "is now leading", "are now leading on", "are now leading", "is now the lead for", "is now the lead on", "is now lead for", "is now lead on", "will now lead on", "will now lead", "now owns", "to lead on", "to lead")
                && PostObjects.Take(ref ahead, names, speaker, isExpected: false) is { } objects)
            {
                return !Ends(ref ahead) ? null : PostLeads.Of(walk.Reading, from, at, names, speaker, PlansOf(objects), out var torn) is { Count: > 0 } leads ? Reassign(objects, leads, besides: false) : torn;
            }
        }

        return null;
    }

    private Understood? Value(PostObjects objects, Walk walk, Of about, bool isNew)
    {
        if (walk.IsAtEnd || walk.Gap is Gap.Asked or Gap.Foreign)
        {
            return null;
        }

        var between = walk.Text.AsSpan(walk.Until, walk.Start - walk.Until).Trim();
        var isSaid = isNew || between is ":" or "-" or "–" or "—";
        if (isSaid)
        {
            walk.GoTo(walk.Start);
        }

        if (walk.TakeOne("is now", "are now", "now", "has moved to", "moved to", "has changed to", "changed to", "has been moved to", "to be", "back to", "forward to", "out to", "to", "should now be", "has slipped to", "slipped to", "until"))
        {
            isSaid = true;
        }
        else
        {
            _ = walk.TakeOne("is", "are", "as", "s");
        }

        if (walk.IsAtEnd || walk.Gap is Gap.Asked or Gap.Foreign)
        {
            return null;
        }

        walk.GoTo(walk.Start);
        switch (about)
        {
            case Of.Rating:
                var marks = Marks(ref walk, letters: true);
                return marks.IsNone ? null : Marked(objects, walk, marks);
            case Of.Leads:
                return isSaid ? Named(objects, walk) : null;
            default:
                return isSaid ? Dated(objects, walk) : null;
        }
    }

    private static Of Attribute(ref Walk walk) =>
        walk.TakeOne("brag rating", "rag rating", "brag status", "rag status", "brag", "rag", "rating", "status", "state", "colour") ? Of.Rating
        : walk.TakeOne("due date", "deadline", "date", "target date", "end date", "completion date") ? Of.Date
        : walk.TakeOne("leads", "lead", "owner", "owners", "lead officer") ? Of.Leads
        : Of.Nothing;

    private static PostMarks Marks(ref Walk walk, bool letters)
    {
        var marks = PostMarks.Take(ref walk, letters);
        while (!marks.IsNone)
        {
            var ahead = walk;
            if (!ahead.TakeOne("and now", "and", "but"))
            {
                break;
            }

            var more = PostMarks.Take(ref ahead, letters);
            if (more.IsNone)
            {
                break;
            }

            marks = marks.And(more);
            walk = ahead;
        }

        return marks;
    }

    private Understood? Marked(PostObjects objects, Walk walk, PostMarks marks)
    {
        if (!Close(ref walk, ref objects, marks.State, out var closing))
        {
            return null;
        }

        var all = marks.And(closing.Marks);
        return Post(objects, closing.Text, all, closing.Another);
    }

    // The words of a post, as they were typed.
    private Understood? Words(PostObjects objects, Walk walk, bool isPlain)
    {
        var isColon = walk.Text.AsSpan(walk.Until).TrimStart(" *_)]\u00A0").StartsWith(":");
        var text = isPlain && !isColon ? Trim(walk.Rest) : Trim(walk.Rest, onlyOne: true);
        if (text.Length == 0)
        {
            return Sorry(objects, "progress", $"There are no words to put on the record. Write “{objects.Words}: …” with your words after the colon.");
        }

        if (!isColon && (IsQuestion(text) || walk.Gap == Gap.Foreign && text[0] is not ('"' or '“' or '\'' or '‘')))
        {
            return null;
        }

        var clauses = PostClauses.Of(text);
        if (clauses.Marks.IsNone && isColon && text.Trim('.', ' ') is [var letter])
        {
            var alone = new Walk(new Reading(letter.ToString(), Names.None, default), 0, 0);
            clauses = new PostClauses(PostMarks.Take(ref alone, letters: true), SaysMore: true);
            clauses = clauses with { SaysMore = clauses.Marks.IsNone };
        }

        return Post(objects, clauses.SaysMore || clauses.Marks.IsNone ? text : null, clauses.Marks, null);
    }

    private static Understood Post(PostObjects objects, string? text, PostMarks marks, Understood? another)
    {
        if (marks.Clash)
        {
            return Sorry(objects, "progress", $"I changed nothing, because those contradict each other: a complete action is blue, and an action has one rating at a time. Which is {objects.Words}?");
        }

        return Make(objects, new Closing(text, default, another), action => new Request.Post(action, text, marks.Brag, marks.State), said => $"{(text is null ? "" : "Progress on ")}{said}: {InWords(text, marks)}");
    }

    private static string InWords(string? text, PostMarks marks)
    {
        string?[] said = [text is null ? null : $"“{text}”", marks.Brag?.ToString().ToLowerInvariant(), marks.State switch { ActionState.Complete => "complete", ActionState.InProgress => "in progress", ActionState.NotStarted => "not started", _ => null }];
        return string.Join(", ", said.Where(part => part is not null));
    }

    private static Understood Reassign(PostObjects objects, IReadOnlyList<string> leads, bool besides) =>
        Make(objects, default, action => new Request.Reassign(action, leads, besides), said => besides ? $"{string.Join(" and ", leads)} to lead {said} too" : $"{said} led by {string.Join(" and ", leads)}");

    private static Understood Make(PostObjects objects, Closing closing, Func<ActionNamed, Request> request, Func<string, string> words)
    {
        if (objects.Trouble is { } trouble)
        {
            return trouble;
        }

        var parts = new List<Understood>();
        foreach (var action in objects.Actions)
        {
            var said = objects.Actions.Count == 1 ? objects.Words : action.Ref!;
            var made = request(action);
            parts.Add(new Understood(made, words(said), [$"{made.Intent} of {said}"]));
            if (made is Request.Reschedule && !closing.Marks.IsNone)
            {
                parts.Add(new Understood(new Request.Post(action, null, closing.Marks.Brag, closing.Marks.State), $"{said}: {InWords(null, closing.Marks)}", [$"progress of {said}"]));
            }
        }

        if (closing.Another is { } another)
        {
            parts.AddRange(another.Request is Request.Several several ? several.Parts : [another]);
        }

        if (parts.Count == 1)
        {
            return parts[0];
        }

        return Contradict(parts)
            ? Sorry(objects, "progress", $"I changed nothing, because those instructions contradict each other. Say only the one that you mean for {objects.Words}.")
            : new Understood(new Request.Several(parts), string.Join("; ", parts.Select(part => part.Words)), [.. parts.SelectMany(part => part.Rules)]);
    }

    // One action twice, the same thing of it each time.
    private static bool Contradict(List<Understood> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (parts[i].Request.GetType() == parts[j].Request.GetType() && ActionOf(parts[i].Request) is { } one && ActionOf(parts[j].Request) is { } other
                    && string.Equals(one.Ref, other.Ref, StringComparison.OrdinalIgnoreCase) && one.Plans.SequenceEqual(other.Plans))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static ActionNamed? ActionOf(Request request) => request switch
    {
        Request.Post post => post.Action,
        Request.Reschedule moved => moved.Action,
        Request.Reassign led => led.Action,
        _ => null,
    };

    private static Understood Sorry(PostObjects objects, string wanted, string sentence) =>
        objects.Trouble ?? new Understood(new Request.Impossible(wanted, sentence, []), "", [$"{wanted} of {objects.Words}, not as it was said"]);

    private static Request.Impossible Unsure(string sentence, params string[] choices) =>
        new(choices[0].Contains("due", StringComparison.Ordinal) ? "reschedule" : "reassign", $"I changed nothing, because I am not sure what you want changed: {sentence}", [.. choices.Select(choice => new Choice(choice, choice))]);

    private bool Ends(ref Walk walk)
    {
        if (!OnlyFarewells(walk))
        {
            return false;
        }

        if (!walk.IsAtEnd)
        {
            walk.GoTo(walk.Reading.Words[^1].End);
        }

        return walk.Gap is Gap.Joined or Gap.Break || (walk.Gap == Gap.Asked && isAsked);
    }

    // What may follow a whole instruction: a plan, thanks, a reason, another post.
    private bool Close(ref Walk walk, ref PostObjects objects, ActionState? state, out Closing closing)
    {
        closing = default;
        objects = objects.WithPlanAfter(ref walk, names);
        while (!walk.IsAtEnd && walk.Gap == Gap.Joined && walk.Plain is "now" or "today" or "again" or "too" or "already" or "please" or "pls" or "thanks" or "for" && (walk.Plain != "for" || walk.PlainAt(1) is "me" or "now") && !(walk.Plain == "now" && walk.PlainAt(1) == "that"))
        {
            walk.Step(walk.Plain == "for" ? 2 : 1);
        }

        if (Ends(ref walk))
        {
            return true;
        }

        if (walk.IsAtEnd || walk.Gap is Gap.Foreign or Gap.Asked)
        {
            return false;
        }

        var isBreak = walk.Gap == Gap.Break;
        var isReason = false;
        var ahead = walk;
        if (isBreak)
        {
            ahead.GoTo(ahead.Start);
        }

        if (ahead.TakeOne("and", "then", "also") | ahead.TakeOne("also", "then") || isBreak)
        {
            if (References.EndAt(ahead.Text, ahead.Start, out var kind) >= 0 && kind != ReferenceKind.Number && !ahead.IsAtEnd)
            {
                return Another(ahead, out closing);
            }

            // "mark 4.3 complete and reopen it" takes back what it says.
            if (PostWords.DeedOf(ahead.Plain) != Deed.None && IsOrder(ahead, out var isOfIt))
            {
                return !isOfIt && Another(ahead, out closing);
            }

            if (isBreak && Slips.Contains(ahead.Plain) | ahead.Plain is "now" or "due" or "new" && (Slipped(objects, ahead) ?? DueNow(objects, ahead)) is { Request.MayChange: true } moved)
            {
                closing = new Closing(null, default, moved);
                return true;
            }

            if (!isBreak)
            {
                return false;
            }
        }

        var text = "";
        ahead = walk;
        if (isBreak)
        {
            text = Unwrapped(Trim(walk.Rest));
            ahead.GoTo(ahead.Start);
        }

        if (!(ahead.Plain == "as" && ahead.PlainAt(1) is "soon" or "long" or "if" or "and" or "though" or "yet" or "well") && ahead.TakeOne(Reasons))
        {
            // "amber since March" tells of the past.
            if (!ahead.IsAtEnd && ahead.Reading.Words[ahead.At - 1].Plain == "since" && Days.At(ahead.Reading, ahead.At) is not null)
            {
                return false;
            }

            isReason = true;
            text = Trim(ahead.Rest);
        }
        else if (!isBreak && (ahead.TakeOne(ReasonsKept) || (state != ActionState.Complete && ahead.TakeOne(ReasonsOpen))))
        {
            isReason = true;
            text = Trim(walk.Rest);
        }

        text = isAsked ? text.TrimEnd('?', ' ') : text;

        // "would you set 4.3 to amber because … if you were me": nobody orders with an "if".
        if (isAsked && isReason && text.Contains(" if ", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (text.Length == 0 || !(isBreak || isReason) || IsQuestion(text) || (Withdrawn(text, isReason) && !(state == ActionState.InProgress && IsNotComplete(text))))
        {
            return text.Length == 0 && isReason && (isAsked || !walk.Text.Contains('?'));
        }

        var clauses = PostClauses.Of(text);
        closing = new Closing(clauses.SaysMore ? text : null, clauses.Marks, null);
        return true;
    }

    // "reopen 4.3, not actually done": why it is open, and no second thoughts.
    private static bool IsNotComplete(string text)
    {
        var said = Understanding.Words.Of(text);
        return said.Length is 2 or 3 && said[0].Plain == "not" && PostMarks.IsComplete(said[^1].Plain) && (said.Length == 2 || said[1].Plain is "actually" or "really" or "yet" or "quite" or "fully");
    }

    // Only what is understood to its end is carried out with the first.
    private bool Another(Walk walk, out Closing closing)
    {
        closing = new Closing(null, default, Read(walk));
        return closing.Another is { Request.MayChange: true };
    }

    private static bool IsOrder(Walk walk, out bool isOfIt)
    {
        walk.Step();
        isOfIt = walk.Plain is "it" or "that" or "this";
        return isOfIt || References.EndAt(walk.Text, walk.Start, out _) >= 0 || walk.Plain is "action" or "the";
    }

    private static bool Withdrawn(string text, bool isReason)
    {
        var said = Understanding.Words.Of(text.Length > 80 ? text[..80] : text);
        return said.Length > 0 && !isReason
            && ((PostWords.Withdraws(said[0].Plain) && !(said[0].Plain is "next" or "by" or "before" or "only" && said.Length > 4))
                || (said[0].Plain == "no" && (said.Length == 1 || PostWords.Withdraws(said[1].Plain) || text.AsSpan(said[0].End).TrimStart().StartsWith(",") || PostMarks.Speaks(said[1]) || char.IsAsciiDigit(said[1].Plain.FirstOrDefault()) || OrdinaryWords.IsTime(said[1].Plain)))
                || (said[0].Plain is "do" or "please" or "and" or "just" && said.Length > 1 && (PostWords.Withdraws(said[1].Plain)))
                || (said[0].Plain is "i" or "we" or "im" or "id" && said.Length > 1 && said[1].Plain is "think" or "not" or "hope" or "guess" or "mean" or "suppose" or "wish" or "dont" or "take" or "was" or "am" or "were" or "heard" or "believe" or "understand" or "gather" or "assume" or "reckon")
                || (said[0].Plain == "more" && said.Length > 2 && said[1].Plain == "or")
                || PostWords.Hedges(said)
                || (said.Length <= 2 && char.IsAsciiDigit(said[0].Plain[0]) && said[0].Plain != "100" && text.AsSpan(said[0].End).TrimStart().StartsWith("%")));
    }

    private static bool IsQuestion(string text)
    {
        var trimmed = text.AsSpan().TrimEnd();
        if (trimmed.EndsWith("?"))
        {
            return true;
        }

        var space = text.AsSpan().IndexOfAny(" ,\n");
        var first = (space < 0 ? text : text[..space]).ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
        return first is "what" or "whats" or "when" or "whens" or "where" or "wheres" or "who" or "whos" or "why" or "how" or "hows" or "which" or "is" or "are" or "does" or "did" or "can" or "could" or "has" or "should" or "shall" or "any" or "show" or "tell" or "list";
    }

    private bool OnlyFarewells(Walk walk)
    {
        while (!walk.IsAtEnd && walk.Gap is Gap.Joined or Gap.Break && PostWords.IsFarewell(walk.Plain))
        {
            walk.Step();
        }

        return walk.IsAtEnd && walk.Reading.Words.Length < Understanding.Words.Most && (walk.Gap is Gap.Joined or Gap.Break || (walk.Gap == Gap.Asked && (isAsked || walk.Text.Contains("please", StringComparison.OrdinalIgnoreCase))));
    }

    // "two weeks", "another month": from a day that is not known here.
    private static bool IsStretch(Walk walk)
    {
        _ = walk.Take("by");
        return Stretch.At(walk.Reading, walk.At) is not null || (walk.TakeOne("another", "a further", "a few", "a", "some") && (Stretch.At(walk.Reading, walk.At) is not null || TimeWords.UnitOf(walk.Plain) is not null));
    }

    private static string Unwrapped(string text) => text is ['(', .. var inside, ')'] && !inside.Contains('(', StringComparison.Ordinal) ? inside.Trim() : text;

    private static string Trim(string text, bool onlyOne = false)
    {
        var trimmed = text.AsSpan().Trim();
        if (onlyOne)
        {
            trimmed = trimmed.TrimStart("*_)] \u00A0");
            var mark = trimmed.Length > 0 && trimmed[0] is ':' or '-' or '–' or '—' or ',' or ';' or '.' or '!' ? 1 : 0;
            trimmed = trimmed[mark..].TrimStart("*_ \u00A0\n\r\t");
        }
        else
        {
            trimmed = trimmed.TrimStart(" ,;:.-–—!*_…\n\r\t");
        }

        foreach (var letter in trimmed)
        {
            if (letter is not (' ' or '.' or ',' or ';' or ':' or '-' or '?' or '!' or '\n' or '\r' or '*' or '_' or '…'))
            {
                return trimmed.ToString();
            }
        }

        return "";
    }

    private readonly record struct Closing(string? Text, PostMarks Marks, Understood? Another);
}
