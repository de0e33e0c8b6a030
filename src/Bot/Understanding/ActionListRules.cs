using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Questions that a list of actions answers.</summary>
internal static class ActionListRules
{
    // Nobody names a thing in more, and stores refuse to search for it.
    private const int LongestSubject = 200;

    // In so few words, what is left besides the question is what it is about.
    private const int ShortQuestion = 4;

    private static readonly string[] ActionWords = ["actions", "action", "tasks", "task", "items", "item", "requirements", "priorities", "deadlines", "deadline"];

    private static readonly string[] NameMarkers = ["for", "in", "about", "of", "from", "with", "on", "mention", "mentions", "mentioning", "containing", "concerning"];

    private static readonly string[] Mentions = ["mention", "mentions", "mentioning", "containing", "contains", "concerning"];

    private static readonly Phrases NotYours = new(Traits.NotYours, "show me", "tell me", "give me", "send me", "email me", "let me", "find me", "get me",
        "can i", "could i", "may i", "i would like", "id like", "i want", "i need to see", "i need to know", "i need the", "i need a", "i need all");

    private static readonly Phrases NoLead = new(Traits.LacksLead, "no lead", "no leads", "dont have a lead", "dont have leads", "dont have any lead", "dont have an owner", "doesnt have a lead", "do not have a lead", "do not have an owner", "not have a lead", "unassigned", "without a lead", "without lead", "nobody leading", "nobody leads", "nobody owns", "no one owns", "noone owns", "no owner", "no owners", "without an owner", "missing a lead",
        "not got a lead", "not got an owner", "not assigned", "not allocated", "unallocated", "no named lead");

    private static readonly Phrases NoDate = new(Traits.LacksDate, "no date", "no due date", "dont have a date", "dont have a due date", "dont have dates", "dont have due dates", "doesnt have a date", "doesnt have a due date", "do not have a date", "do not have a due date", "dont have a deadline", "no dates", "no due dates", "undated", "without a date", "without a due date", "without dates", "without due dates", "missing a due date", "missing a date", "not got a date",
        "not got a due date", "not dated", "no deadline", "without a deadline", "no timescale");

    private static readonly Phrases SaysLead = new(Traits.Leads, "responsible", "leading", "leads", "is lead", "allocated");

    /// <summary>The words that give away what a list is to hold.</summary>
    public static (Traits Traits, IEnumerable<string> Words)[] Telling { get; } =
    [
        (Traits.Mentions, Mentions), (Traits.Purpose, ["1", "meeting", "supervision", "one", "121", "review", "catchup", "catch", "briefing"]), (Traits.NotYours, NotYours.Telling), (Traits.LacksLead, NoLead.Telling), (Traits.LacksDate, NoDate.Telling),
        (Traits.Mine, ["my", "mine", "me", "i", "im"]), (Traits.Actions, ActionWords), (Traits.Seeks, ["anything", "everything", "about", "find", "search", "look", "looking"]), (Traits.Leads, SaysLead.Telling),
    ];

    public static Understood? Read(Reading reading, Names names, Speaker speaker) => Read(reading, names, speaker, before: null, narrows: false);

    /// <summary>The last list again, with what the message says instead of it, or besides.</summary>
    /// <param name="narrows">What is said comes on top of the last question: "only First Response".</param>
    /// <param name="isPlain">It says nothing but what it asks for, and may be a question of its own.</param>
    public static Understood? GoOn(Reading reading, Names names, Speaker speaker, Request.ListActions before, bool narrows, bool isPlain) => Read(reading, names, speaker, before, narrows, isPlain: isPlain);

    private static Understood? Read(Reading reading, Names names, Speaker speaker, Request.ListActions? before, bool narrows, bool isChoice = false, bool isPlain = false)
    {
        var mentioned = TakeMentioned(reading);
        TakePurpose(reading);
        reading.Kind = "name";
        var named = NamesSaid.Take(reading, names);
        foreach (var name in named)
        {
            reading.Rules.Add($"{name.KindInWords}: {name.Text}");
        }

        var recommendation = StateRules.TakeRecommendation(reading);
        if (recommendation is not null)
        {
            reading.Rules.Add($"recommendation {recommendation}");
        }

        reading.Kind = "other";
        var stale = StaleRules.Read(reading) ?? (before?.Terms.Stale is null ? null : StaleRules.Further(reading));
        var noLead = NoLead.Take(reading);
        var noDate = NoDate.Take(reading);
        var most = StateRules.TakeMost(reading);
        reading.Kind = "left out";
        var leftOut = DenialRules.TakeNotBrags(reading, goesOn: before is not null);
        reading.Kind = "due";
        var due = DueRules.Read(reading);
        reading.Kind = "state";
        var state = StateRules.TakeState(reading);
        reading.Kind = "rating";
        var brags = StateRules.TakeBrags(reading);
        reading.Kind = "other";
        NotYours.Take(reading);
        if (reading.Has(Traits.Mine) && reading.Find("my team") is not null)
        {
            // Nobody here knows whose team is which.
            return null;
        }

        var mine = reading.Has(Traits.Mine) && (reading.Take("my", "mine", "me", "i") || reading.Take("im leading"));
        var saysActions = reading.Has(Traits.Actions) && reading.Take(ActionWords);
        var seeks = reading.Has(Traits.Seeks) && Seeks(reading);
        var saysLead = SaysLead.Stand(reading);

        // "Overdue except transport", "green and not stale": better no list than one of what was not asked for.
        if (SaysTwoThings(reading, state, due, stale) || DenialRules.Remain(reading) || (leftOut.Brags.Count > 0 && brags.Brags.Any(leftOut.Brags.Contains)))
        {
            return null;
        }

        if (before is not null)
        {
            reading.Take("same again for", "same for", "again", "same");
        }

        // "Not red" by itself may be said of anything.
        var isFragment = before is null && reading.KindAt(reading.Core.First) == "left out" && !DenialRules.IsUnrated(leftOut.Brags);
        var asks = state != StateAsked.Any || brags.Brags.Count > 0 || (leftOut.Brags.Count > 0 && !isFragment) || stale is not null || due is not null || noLead || noDate || mine || recommendation is not null || most is not null;
        var subject = mentioned is null ? null : new Request.NoSuchName(mentioned, []);
        foreach (var (start, count) in reading.FreeRuns())
        {
            var typed = reading.Typed(start, count);
            var phrase = reading.Plain(start, count);
            var said = reading.Words.AsSpan(start, count);
            var isOrdinary = IsOrdinary(said);
            var marked = IsMarked(reading, start) || before is not null || (start + count < reading.Words.Length && reading.Words[start + count].Is(Traits.Actions)) || (seeks && !asks) || saysLead
                || (asks && !isOrdinary && (IsCalled(reading.Words[start].Typed) || (reading.Words.Length <= ShortQuestion && AreTelling(said))));

            // "What is due first" names nothing; in "overdue leedz" nothing is left but a name.
            if (!marked && isOrdinary)
            {
                return null;
            }

            var meaning = names.Of(phrase, marked || due is not null || stale is not null || brags.Brags.Count > 0 || leftOut.Brags.Count > 0);
            if (meaning.Names.Count > 1)
            {
                return new Understood(Torn(typed, meaning, reading, names, speaker, before, narrows, isChoice), "", reading.Rules);
            }

            if (meaning.Names.Count == 0 && Each(phrase, names) is { } several)
            {
                named.AddRange(several);
                reading.Rules.AddRange(several.Select(name => $"{name.KindInWords}: {name.Text}"));
            }
            else if (meaning.Names.Count == 1)
            {
                named.Add(meaning.Names[0]);
                reading.Rules.Add($"{meaning.Names[0].KindInWords}, nearly: {meaning.Names[0].Text}");
            }
            else if ((asks || saysActions || seeks || before is not null) && marked && !(isPlain && !asks && !seeks && !saysActions && !IsMarked(reading, start)) && subject is null && typed.Length <= LongestSubject)
            {
                typed = typed.EndsWith("'s", StringComparison.Ordinal) || typed.EndsWith("’s", StringComparison.Ordinal) ? typed[..^2] : typed;
                typed = typed.EndsWith(" team", StringComparison.OrdinalIgnoreCase) || typed.EndsWith(" service", StringComparison.OrdinalIgnoreCase) ? typed[..typed.LastIndexOf(' ')] : typed;
                subject = new Request.NoSuchName(typed, reading.Choices(typed, meaning.Nearest));
                reading.Rules.Add($"words of an action: {typed}");
            }
            else
            {
                return null;
            }

            reading.Place(start, count);
        }

        // What says both what is wanted and of whom goes on from nothing: "overdue for First Response", "top 5 red".
        var conditions = (state != StateAsked.Any ? 1 : 0) + (brags.Brags.Count > 0 ? 1 : 0) + (stale is not null ? 1 : 0) + (due is null ? 0 : due.Words.Contains(" or ", StringComparison.Ordinal) ? 2 : 1) + (noLead ? 1 : 0) + (noDate ? 1 : 0);
        if (isPlain && (conditions > 1 || (conditions + (recommendation is null ? 0 : 1) > 0 && (named.Count > 0 || mine || subject is not null || most is not null || (recommendation is not null && conditions > 0)))))
        {
            return null;
        }

        var speaks = asks || named.Count > 0 || subject is not null;
        if ((!speaks && (before is null ? !saysActions : reading.Find("how many") is null && reading.Find("count") is null)) || (mine && named.Exists(name => name.Kind == NameKind.Lead)))
        {
            return null;
        }

        named = names.Nearer(named, speaker);

        var question = new ActionQuestion
        {
            Recommendation = recommendation,
            State = state == StateAsked.Any && (due is not null || stale is not null) ? StateAsked.Open : state,
            Brags = brags.Brags,
            NotBrags = leftOut.Brags,
            DueFrom = due?.From,
            DueTo = due?.To,
            NoDate = noDate,
            NoLead = noLead,
            NoProgressSince = stale?.Since,
            Leads = mine ? names.LeadsOf(speaker, reading.Today) : null,
            Words = subject?.Name,
        };
        question = named.Count == 0 ? question : With(question, named);

        var terms = new Terms(due?.Words, brags.Words, stale?.Words, named.ConvertAll(name => name.Text), mine, leftOut.Words);
        if (before is not null)
        {
            reading.Rules.Add("goes on from the last list");
            (question, terms, subject) = GoingOn.Merge(before, question, terms, subject, names, narrows || (isPlain && mine && named.Count == 0));
        }
        else if (named.Count == 0 && SaysThere(reading) && speaker.PlanMeant is { } there)
        {
            question = question with { Plans = [there] };
            reading.Rules.Add("the plan last spoken of");
        }
        else if (named.Count == 0 && !mine && speaker.Plan is { } about && !SaysEverywhere(reading))
        {
            // A conversation that is about one plan means that plan, unless the words name what they are about.
            question = question with { Plans = [about] };
            reading.Rules.Add("the plan this conversation is about");
        }

        if ((due?.Asks ?? stale?.Asks) is { } day)
        {
            return new Understood(day.Asks(reading, "actions"), "", reading.Rules);
        }

        var heading = Headings.Of(question, terms, subject);
        return new Understood(
            new Request.ListActions(question, heading, reading.Today, terms, subject, Most: most ?? (narrows ? before?.Most : null)),
            $"{heading}, as of {Dates.InWords(reading.Today)}",
            reading.Rules);
    }

    private static Request.Torn Torn(string typed, Meaning meaning, Reading reading, Names names, Speaker speaker, Request.ListActions? before, bool narrows, bool isChoice)
    {
        var choices = reading.Choices(typed, meaning);
        return new Request.Torn(typed, choices, Lists: isChoice ? null : new(() => Lists(choices, names, speaker, reading.Today, before, narrows)));
    }

    // The question with each of the names in turn; null where one of them would be another question.
    private static List<Request.ListActions>? Lists(Choice[] choices, Names names, Speaker speaker, DateOnly today, Request.ListActions? before, bool narrows)
    {
        var lists = choices.Select(choice => Read(new Reading(choice.Ask, names, today), names, speaker, before, narrows, isChoice: true)?.Request).OfType<Request.ListActions>().ToList();
        return lists.Count == choices.Length ? lists : null;
    }

    private static bool IsOrdinary(ReadOnlySpan<Word> words)
    {
        foreach (ref readonly var word in words)
        {
            if (!word.Is(Traits.Ordinary) || word.Is(Traits.Generic))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreTelling(ReadOnlySpan<Word> words)
    {
        foreach (ref readonly var word in words)
        {
            if (word.Is(Traits.Ordinary) || word.Plain.AsSpan().ContainsAnyInRange('0', '9'))
            {
                return false;
            }
        }

        return true;
    }

    // "Hepzibah", "priya's"
    private static bool IsCalled(string typed) => typed.Length > 2 && ((char.IsUpper(typed[0]) && char.IsLower(typed[1])) || typed[^2] is '\'' or '’');

    // "anything about supervision", "find backlog"
    private static bool Seeks(Reading reading) =>
        reading.Find("anything") is not null || reading.Find("everything") is not null || reading.Find("doing about") is not null || (reading.At(0) is "find" or "search" && reading.Take("find", "search for", "search")) || reading.Take("look for", "looking for", "look up");

    // "Mark and Grace", each of whom is somebody.
    private static List<Name>? Each(string[] phrase, Names names)
    {
        var found = new List<Name>();
        var from = 0;
        for (var at = 0; at <= phrase.Length; at++)
        {
            if (at < phrase.Length && phrase[at] is not ("and" or "or"))
            {
                continue;
            }

            if (at == from || (at == phrase.Length && found.Count == 0) || names.Of(phrase[from..at]).Names is not [var only] || (found.Count > 0 && found[0].Kind != only.Kind))
            {
                return null;
            }

            found.Add(only);
            from = at + 1;
        }

        return found;
    }

    private static bool SaysEverywhere(Reading reading) => reading.Find("all plans") is not null || reading.Find("all the plans") is not null || reading.Find("every plan") is not null || reading.Find("any plan") is not null || reading.Find("across plans") is not null;

    // "What's overdue there?"
    private static bool SaysThere(Reading reading) => reading.Words[^1].Plain == "there" && reading.Words.Length > 1 && reading.Words[^2].Plain is not ("is" or "are");

    // What follows is looked for in the actions' words, whatever bears that name.
    private static string? TakeMentioned(Reading reading)
    {
        foreach (var marker in reading.Has(Traits.Mentions) ? Mentions : [])
        {
            if (reading.Find(marker) is { } at && at + 1 < reading.Words.Length)
            {
                var last = reading.Words.Length - 1;
                while (last > at + 1 && reading.At(last) is "please" or "pls" or "thanks")
                {
                    last--;
                }

                var typed = reading.Typed(at + 1, last - at);
                reading.Kind = "other";
                reading.Place(at, last - at + 1);
                reading.Rules.Add($"words of an action: {typed}");
                return typed;
            }
        }

        return null;
    }

    // "before my 1:1", "for my supervision": what the answer is wanted for.
    private static void TakePurpose(Reading reading)
    {
        for (var at = reading.Has(Traits.Purpose) ? 0 : reading.Words.Length; at + 1 < reading.Words.Length; at++)
        {
            if (reading.At(at) is "before" or "for" or "ahead" or "in" && reading.At(at + 1) is "my" or "our" or "the" or "tomorrows" or "todays"
                && reading.At(at + 2) is "1" or "meeting" or "supervision" or "one" or "121" or "review" or "catchup" or "catch" or "briefing" && !(reading.At(at + 1) == "the" && reading.At(at) == "in"))
            {
                // "For supervision: my overdue actions" begins with it.
                reading.Kind = "other";
                reading.Place(at, at == 0 ? 3 : reading.Words.Length - at);
            }
        }
    }

    // "for X", "for the X", "for our X"
    private static bool IsMarked(Reading reading, int start)
    {
        var before = start - 1;
        while (before > 0 && reading.Words[before].Plain is "the" or "our" or "all" or "a")
        {
            before--;
        }

        return before >= 0 && NameMarkers.Contains(reading.Words[before].Plain);
    }

    // One list answers one condition: what asks for either of two, or for what excludes itself, is not guessed at.
    private static bool SaysTwoThings(Reading reading, StateAsked state, DueSpan? due, StaleSpan? stale)
    {
        var isDue = due is not null && Array.Exists(reading.Words, word => word.Plain == "due") && due.Words.StartsWith("due", StringComparison.Ordinal);
        if (state == StateAsked.Complete && ((due is not null && !isDue) || stale is not null || reading.Find("left") is not null || reading.Find("still") is not null))
        {
            return true;
        }

        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (reading.At(at) == "or" && !(reading.KindAt(at - 1) == reading.KindAt(at + 1) && reading.KindAt(at - 1) is "rating" or "name"))
            {
                return true;
            }
        }

        return false;
    }

    private static ActionQuestion With(ActionQuestion question, List<Name> named) => question with
    {
        Plans = Ids(named, NameKind.Plan),
        Services = Ids(named, NameKind.Service),
        Sections = Ids(named, NameKind.Section),
        Leads = named.Exists(name => name.Kind == NameKind.Lead) ? Ids(named, NameKind.Lead) : question.Leads,
    };

    private static IReadOnlyList<int> Ids(List<Name> named, NameKind kind)
    {
        IReadOnlyList<int> ids = [];
        foreach (var name in named)
        {
            ids = name.Kind != kind ? ids : ids.Count == 0 ? name.Ids : [.. ids, .. name.Ids];
        }

        return ids;
    }
}
