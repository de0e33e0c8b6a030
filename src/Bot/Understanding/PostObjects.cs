using System.Buffers;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>The actions a post is about, as its words name them.</summary>
/// <param name="Words">"4.3", "4.3 and 4.4", "it".</param>
/// <param name="Start">Where they are named in the text.</param>
/// <param name="Trouble">Why nobody can tell which are meant.</param>
/// <param name="IsSure">All are actions wherever they stand: none is a mere number.</param>
internal sealed record PostObjects(IReadOnlyList<ActionNamed> Actions, string Words, int Start, int End, Understood? Trouble = null, bool IsSure = true, bool IsIt = false)
{
    private const int LongestPlan = 6;

    private static readonly SearchValues<char> Apart = SearchValues.Create("?!;\"“”<>\n");

    private static readonly HashSet<string> Nouns = ["action", "ref", "reference", "item", "priority", "requirement", "task", "number", "objective", "actions", "items"];

    // With one of these a mere number is an action: a priority or objective 4 may be a section.
    private static readonly HashSet<string> SureNouns = ["action", "actions", "ref", "reference"];

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

    private static readonly string[] OrdinalsInFigures = ["1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th"];

    // Words of plans' names that a sentence may hold before a number without meaning the plan.
    private static readonly HashSet<string> NotTelling =
        ["recommendation", "recommendations", "rec", "recs", "child", "children", "childrens", "young", "family", "families", "care", "social", "improvement", "protection", "safeguarding", "point", "points", "version", "review", "inspection",
         "ofsted", "response", "quality", "practice", "strategy", "strategic", "delivery", "development", "annual", "year", "phase", "final", "draft", "services", "service", "standard", "standards", "priority", "priorities", "objective", "objectives",
         "theme", "themes", "area", "areas", "youth", "early", "help", "looked", "after", "page", "table", "figure", "chapter", "appendix", "paragraph", "room", "outcome", "outcomes", "munro", "slac"];

    /// <summary>Reads what is named next: "4.3", "action A1", "Somerset 4.3", "4.3 and 4.4 in Leeds", "that one".</summary>
    /// <param name="isExpected">A reference is expected here, so that one without a dot counts too.</param>
    public static PostObjects? Take(ref Walk walk, Names names, Speaker speaker, bool isExpected)
    {
        var ahead = walk;
        if (ahead.IsAtEnd || ahead.Gap is Gap.Foreign or Gap.Asked)
        {
            return null;
        }

        var start = ahead.Start;
        if (It(ref ahead, speaker, start) is { } it)
        {
            walk = ahead;
            return it;
        }

        PlanSaid? plan = null;
        var isThe = ahead.Take("the");
        var noun = Noun(ref ahead);
        if (References.EndAt(ahead.Text, ahead.Start, out _) < 0 || PlanBefore(ahead, names, isExpected) is not null)
        {
            plan = PlanBefore(ahead, names, isExpected);
            if (plan is null)
            {
                return null;
            }

            ahead = plan.After;
            noun = Noun(ref ahead) ?? noun;
        }

        var isNamed = noun is not null && SureNouns.Contains(noun);
        var isPlural = noun is "actions" or "items";
        isExpected = noun is "priority" or "objective" ? false : isExpected || noun is not null;
        var references = new List<string>();
        var isSure = true;
        var isLettered = false;
        while (true)
        {
            var end = References.EndAt(ahead.Text, ahead.Start, out var kind);
            if (end < 0 || !(kind != ReferenceKind.Number || isExpected || (IsBeforeColon(ahead.Text, end) && noun is null) || (references.Count == 0 && (plan is not null || IsInPlan(ahead, end, names)))))
            {
                if (references.Count == 0)
                {
                    return null;
                }

                break;
            }

            // "FR 4.3" names a service before the reference.
            if (ahead.Text.AsSpan(ahead.Start, end - ahead.Start).Contains(' ') && (names.StartingAt(ahead.Reading, ahead.At) is not null || (ahead.At + 1 < ahead.Reading.Words.Length && ahead.Reading.Words[ahead.At + 1].Typed.Length == 0)))
            {
                return null;
            }

            // "The A1 is closed", "S47 enquiries done": a road, and a word of some name.
            var isTold = kind != ReferenceKind.Lettered || noun is not null || plan is not null || !(isThe || names.Hold(ahead.Text[ahead.Start..end].ToLowerInvariant()));
            isSure &= isTold && (kind != ReferenceKind.Number || isNamed || plan is not null || IsInPlan(ahead, end, names));
            isLettered |= kind != ReferenceKind.Number;
            references.Add(ahead.Text[ahead.Start..end]);
            ahead.GoTo(end);
            if (Next(ahead, isNamed) is not { } next)
            {
                break;
            }

            ahead = next;
        }

        // "Actions 5 complete" is nobody's way of naming one.
        if (isPlural && references.Count == 1 && !isLettered)
        {
            return null;
        }

        Possessive(ref ahead);
        plan ??= PlanAfter(ref ahead, names);
        if (plan is null && NoPlan(ref ahead, names) is { } unknown)
        {
            walk = ahead;
            return new PostObjects([], "", start, ahead.Until, unknown);
        }

        var named = references.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var said = string.Join(" and ", named) + (plan is null ? "" : $" in {plan.Name}");
        var plans = plan?.Plans ?? (speaker.PlanMeant is { } meant ? [meant] : []);
        var trouble = plan is { IsTorn: true } ? Torn(ahead.Reading, plan) : null;
        walk = ahead;
        return new PostObjects([.. named.Select(reference => new ActionNamed(reference, plans, plan is not null))], said, start, ahead.Until, trouble, isSure);
    }

    /// <summary>A plan named after all else: "mark 4.3 complete in Somerset".</summary>
    public PostObjects WithPlanAfter(ref Walk walk, Names names)
    {
        if (IsIt || Actions.Any(action => action.IsSaid) || PlanAfter(ref walk, names) is not { } plan)
        {
            return this;
        }

        return this with
        {
            Actions = [.. Actions.Select(action => action with { Plans = plan.Plans, IsSaid = true })],
            Words = $"{Words} in {plan.Name}",
            Trouble = plan.IsTorn ? Torn(walk.Reading, plan) : Trouble,
        };
    }

    private static PostObjects? It(ref Walk walk, Speaker speaker, int start)
    {
        var shown = speaker.Last?.Shown ?? [];
        var ahead = walk;
        if (Nth(ref ahead, shown.Count) is { } nth)
        {
            walk = ahead;
            return nth < shown.Count && nth >= 0
                ? new PostObjects([new ActionNamed(shown[nth].Ref, [shown[nth].Plan])], shown[nth].Ref, start, walk.Until)
                : new PostObjects([], "", start, walk.Until, Which(walk, shown, start), IsIt: true);
        }

        ahead = walk;
        var isAction = ahead.TakeOne("the action", "this action", "that action", "the above");
        if (!isAction && !(ahead.Plain is "it" or "its" or "that" or "this" or "thats"))
        {
            return null;
        }

        if (!isAction)
        {
            ahead.Step();
            _ = ahead.TakeOne("one", "item");
        }

        // "That are red" goes on from a list.
        if (!isAction && ahead.Plain is "are" or "were")
        {
            return null;
        }

        if (isAction && References.EndAt(ahead.Text, ahead.Start, out _) >= 0)
        {
            return null;
        }

        walk = ahead;
        if (speaker.JustNamed is { } named)
        {
            return named.Ref is { } reference
                ? new PostObjects([named], reference, start, walk.Until, IsIt: true)
                : new PostObjects([], "", start, walk.Until, Which(walk, [], start), IsIt: true);
        }

        return shown is [var one]
            ? new PostObjects([new ActionNamed(null, [one.Plan])], one.Ref, start, walk.Until, IsIt: true)
            : new PostObjects([], "", start, walk.Until, Which(walk, shown, start), IsIt: true);
    }

    // "The second one", "the last one", "number 2" of those shown; "the second" where its sentence goes on about it.
    private static int? Nth(ref Walk walk, int shown)
    {
        var ahead = walk;
        var isThe = ahead.Take("the");
        if (ahead.IsAtEnd || ahead.Gap != Gap.Joined && ahead.Until != walk.Until)
        {
            return null;
        }

        if (!isThe && ahead.Plain == "number" && shown > 1 && ahead.PlainAt(1) is [>= '1' and <= '8'] figure)
        {
            ahead.Step(2);
            walk = ahead;
            return figure[0] - '1';
        }

        var nth = ahead.Plain == "last" ? shown - 1 : Math.Max(Array.IndexOf(Ordinals, ahead.Plain), Array.IndexOf(OrdinalsInFigures, ahead.Plain));
        if (nth < 0 && ahead.Plain != "last")
        {
            return null;
        }

        ahead.Step();
        if (!ahead.Take("one") && !(isThe && ahead.Plain != "last" && shown > 0 && (ahead.IsAtEnd || ahead.Gap == Gap.Break || ahead.Plain is "is" or "as" or "to" or "now" or "has" or "slipped" || PostMarks.Speaks(ahead.Reading.Words[ahead.At]))))
        {
            return null;
        }

        walk = ahead;
        return nth;
    }

    private static Understood Which(Walk walk, IReadOnlyList<ShownAction> shown, int start) => new(
        new Request.Impossible("progress", "Which action do you mean? Say its reference, for example “4.3: draft sent”.",
            [.. shown.Take(5).Select(action => new Choice(action.Ref, walk.Text[..start] + action.Ref + walk.Text[walk.Until..]))]),
        "", ["an instruction about “it”, but not one action was shown"]);

    public static bool IsNoun(string word) => Nouns.Contains(word);

    /// <summary>Whether a word may name one of those that were shown: "the second".</summary>
    public static bool Counts(string word) => word is "first" or "second" or "third" or "fourth" or "fifth" or "sixth" or "seventh" or "eighth" or "last";

    private static string? Noun(ref Walk walk)
    {
        var ahead = walk;
        if (!Nouns.Contains(ahead.Plain) || ahead.Gap == Gap.Foreign)
        {
            return null;
        }

        var noun = ahead.Plain;
        ahead.Step();
        _ = ahead.TakeOne("number", "no");
        if (References.EndAt(ahead.Text, ahead.Start, out _) < 0)
        {
            return null;
        }

        walk = ahead;
        return noun;
    }

    // "4.3 and 4.4", "A1, A2 & A3", "actions 7 and 8": of other numbers only one.
    private static Walk? Next(Walk walk, bool isNamed)
    {
        var ahead = walk;
        if (ahead.IsAtEnd || (ahead.Gap == Gap.Break && ahead.Text.AsSpan(ahead.Until, ahead.Start - ahead.Until).Trim() is not ",") || ahead.Gap is Gap.Asked or Gap.Foreign)
        {
            return null;
        }

        if (ahead.Plain == "and")
        {
            ahead.Step();
        }
        else if (ahead.Gap != Gap.Break)
        {
            return null;
        }

        return ahead.Gap != Gap.Foreign && References.EndAt(ahead.Text, ahead.Start, out var kind) is >= 0 and var end && (kind != ReferenceKind.Number || isNamed) && !IsSubject(ahead.Text, end) ? ahead : null;
    }

    // "4.3 done, 4.4: draft sent": what has a colon of its own begins another post, unless the first has none.
    private static bool IsSubject(string text, int end) => end < text.Length && text[end] == ':' && text.AsSpan(0, end).Contains(": ", StringComparison.Ordinal);

    private static bool IsBeforeColon(string text, int end) => end < text.Length && text[end] == ':';

    private static void Possessive(ref Walk walk)
    {
        var rest = walk.Text.AsSpan(walk.Until);
        if (rest.Length > 1 && rest[0] is '\'' or '’' && rest[1] is 's' or 'S' && (rest.Length == 2 || !char.IsLetterOrDigit(rest[2])))
        {
            walk.GoTo(walk.Until + 2);
        }
    }

    // "Somerset 4.3", "the Leeds plan's 4.3"
    private static PlanSaid? PlanBefore(Walk walk, Names names, bool isExpected)
    {
        var ahead = walk;
        _ = ahead.TakeOne("in the", "for the", "in", "for", "on", "the");
        var from = ahead.At;
        for (var count = 1; count <= LongestPlan && from + count < ahead.Reading.Words.Length; count++)
        {
            var at = from + count;
            var start = ahead.Reading.Words[at].Start;
            var isReference = References.EndAt(ahead.Text, start, out var kind) is >= 0 and var end && (kind != ReferenceKind.Number || IsBeforeColon(ahead.Text, end) || ((isExpected || IsOne(ahead.Reading, at + 1)) && PlanOf(ahead.Reading, from, count + 1, names, isTold: true) is null));
            if (!isReference && !(Nouns.Contains(ahead.Reading.Words[at].Plain) && count > 0 && at + 1 < ahead.Reading.Words.Length && References.EndAt(ahead.Text, ahead.Reading.Words[at + 1].Start, out _) >= 0))
            {
                continue;
            }

            if (ahead.Text.AsSpan(ahead.Start, start - ahead.Start).ContainsAny(Apart))
            {
                return null;
            }

            return PlanOf(ahead.Reading, from, count, names, isTold: true) is { } plan ? plan with { After = Past(ahead, start) } : null;
        }

        return null;
    }

    // "40 in Somerset: …", "40 in Somerset is complete"
    private static bool IsInPlan(Walk walk, int end, Names names)
    {
        walk.GoTo(end);
        return walk.Plain is "in" or "of" or "from" && PlanAfter(ref walk, names) is not null && (walk.Text.AsSpan(walk.Until).StartsWith(":") || (walk.Gap == Gap.Joined && IsOne(walk.Reading, walk.At)));
    }

    // What goes on so speaks of one thing: "40 complete" may be forty of them.
    private static bool IsOne(Reading reading, int at) => at < reading.Words.Length && reading.Words[at].Plain is "is" or "has" or "slipped";

    /// <summary>Whether these words tell a plan, and not merely share a word with its name.</summary>
    public static bool NamesPlan(Reading reading, int at, int count, Names names) => count is > 0 and <= LongestPlan && PlanOf(reading, at, count, names, isTold: true) is not null;

    private static Walk Past(Walk walk, int start)
    {
        walk.GoTo(start);
        return walk;
    }

    // "4.3 in Somerset", "4.3 (leicestershire)", "4.3 of the Leeds plan"
    private static PlanSaid? PlanAfter(ref Walk walk, Names names)
    {
        var ahead = walk;
        var opens = ahead.Text.AsSpan(ahead.Until).TrimStart().StartsWith("(");
        if (opens)
        {
            ahead.GoTo(ahead.Text.IndexOf('(', ahead.Until) + 1);
        }

        var isTold = !ahead.TakeOne("in the", "for the", "of the", "on the", "from the", "in", "for", "of", "on", "from") && !opens;

        if (ahead.IsAtEnd || ahead.Gap != Gap.Joined || ahead.Plain == "progress")
        {
            return null;
        }

        // Most words after a reference are no plan's: those are looked up only after a word that says so.
        for (var count = isTold ? Math.Min(2, Joined(ahead)) : Joined(ahead); count > 0; count--)
        {
            if ((!isTold || Array.Exists(ahead.Reading.Plain(ahead.At, count), word => word.Length > 2 && names.Hold(word))) && PlanOf(ahead.Reading, ahead.At, count, names, isTold) is { } plan)
            {
                ahead.Step(count);
                if (opens)
                {
                    if (!ahead.Text.AsSpan(ahead.Until).StartsWith(")"))
                    {
                        continue;
                    }

                    ahead.GoTo(ahead.Until + 1);
                }

                walk = ahead;
                return plan;
            }
        }

        return null;
    }

    // "4.3 in Devon: draft sent", where no plan is of Devon.
    private static Understood? NoPlan(ref Walk walk, Names names)
    {
        var ahead = walk;
        if (!ahead.TakeOne("in the", "in") || ahead.IsAtEnd || ahead.Plain == "progress")
        {
            return null;
        }

        var (at, count) = (ahead.At, Joined(ahead));
        var (first, last) = (ahead.Reading.Words[at], ahead.Reading.Words[at + count - 1]);
        if (count > 4 || !ahead.Text.AsSpan(last.End).TrimStart().StartsWith(":"))
        {
            return null;
        }

        ahead.Step(count);
        walk = ahead;
        var typed = ahead.Text[first.Start..last.End];
        return new Understood(new Request.NoSuchName(typed, ahead.Reading.Choices(typed, names.PlanOf(ahead.Reading.Plain(at, count)).Nearest), "progress"), "", ["a post that names a plan"]);
    }

    // How many words stand together from here.
    private static int Joined(Walk walk)
    {
        var count = 0;
        while (count < LongestPlan && !walk.IsAtEnd && walk.Gap == Gap.Joined)
        {
            walk.Step();
            count++;
        }

        return Math.Max(1, count);
    }

    /// <param name="isTold">A telling word of its name, or the whole of it, has to stand there: no "for" or "in" says that a plan follows.</param>
    private static PlanSaid? PlanOf(Reading reading, int at, int count, Names names, bool isTold = false)
    {
        var last = at + count - 1;
        while (count > 0 && reading.Words[last].Plain is "s" or "plan" or "plans")
        {
            last--;
            count--;
        }

        // "Somerset to" is Somerset, and the "to" belongs to what follows.
        if (count <= 0 || (count > 1 && LittleWords.All.Contains(reading.Words[last].Plain)))
        {
            return null;
        }

        var words = reading.Plain(at, count);
        var found = names.PlanOf(words).Names;
        if (found.Count == 0 || (isTold && !Array.Exists(words, IsTelling) && !found.Any(name => words.SequenceEqual(name.Words))))
        {
            return null;
        }

        List<int> plans = [.. found.SelectMany(name => name.Ids).Distinct()];
        return new PlanSaid(plans, found[0].Text, plans.Count > 1, [.. found.Select(name => name.Text).Distinct()], reading.Text[reading.Words[at].Start..reading.Words[last].End]);
    }

    private static bool IsTelling(string word) => !NotTelling.Contains(word) && !OrdinaryWords.Hold(word) && !word.AsSpan().ContainsAnyInRange('0', '9');

    private static Understood Torn(Reading reading, PlanSaid plan) =>
        new(new Request.Torn(plan.Typed, reading.Choices(plan.Typed, plan.Names), "progress"), "", ["a post that names several plans"]);

    private sealed record PlanSaid(IReadOnlyList<int> Plans, string Name, bool IsTorn, IReadOnlyList<string> Names, string Typed, Walk After = default);
}
