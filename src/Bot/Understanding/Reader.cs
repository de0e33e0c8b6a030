using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Who speaks, as far as the words need to know: their names, for "my", and the plan this conversation is about.</summary>
public sealed record Speaker(string? Name, string? SignIn, int? Plan);

/// <summary>Turns what somebody said into one request. Words, names and a date go in; no store, no clock.</summary>
public static class Reader
{
    private const int StaleDays = 28;

    private static readonly HashSet<string> Greetings = ["hi", "hello", "hey", "hiya", "morning", "afternoon", "evening", "good", "there", "bot", "all"];

    private static readonly HashSet<string> HelpWords = ["help", "what", "can", "you", "do", "i", "ask", "how", "does", "this", "work", "me", "please", "commands", "examples", "show"];

    private static readonly HashSet<string> PlanWords = ["what", "which", "plans", "are", "there", "list", "show", "me", "all", "the", "my", "our", "do", "you", "have", "know", "we", "please", "us"];

    private static readonly HashSet<string> MoreWords = ["more", "show", "me", "the", "rest", "next", "page", "please", "continue", "and", "see"];

    private static readonly HashSet<string> ShowWords =
        ["show", "me", "action", "the", "whats", "what", "is", "happening", "with", "on", "how", "hows", "about", "tell", "open", "details", "of", "for",
         "status", "latest", "where", "are", "we", "please", "going", "who", "leads", "in", "plan", "give", "full", "overdue", "complete", "due", "when", "lead"];

    // They carry no meaning of their own in a question about actions.
    private static readonly HashSet<string> LittleWords =
        ["what", "whats", "which", "who", "is", "are", "was", "were", "be", "been", "the", "a", "an", "for", "in", "of", "on", "to", "at", "by", "with", "and", "or", "that", "this",
         "show", "me", "list", "give", "tell", "find", "get", "see", "us", "we", "our", "you", "i", "have", "has", "had", "do", "does", "did", "there", "theres", "any", "all", "every", "everything",
         "anything", "how", "many", "much", "number", "count", "can", "could", "would", "please", "from", "about", "it", "its", "still", "now", "currently", "moment", "left", "hi", "hello", "hey",
         "thanks", "thank", "status", "right", "just", "want", "need", "know", "like", "id", "im", "their", "they", "them", "got", "go", "going", "stuff", "work", "ones", "one", "things", "plan", "plans",
         "mention", "mentions", "mentioning", "containing", "concerning", "s"];

    private static readonly string[] ActionWords = ["actions", "action", "tasks", "task", "items", "item", "requirements", "priorities"];

    private static readonly string[] NameMarkers = ["for", "in", "about", "of", "from", "with", "on", "mention", "mentions", "mentioning", "containing", "concerning"];

    private static readonly string[] NotYours = ["show me", "tell me", "give me", "let me", "remind me", "find me", "get me", "can i", "could i", "do i", "may i", "should i", "i want", "i need"];

    public static Understood Read(string text, Names names, DateOnly today, Speaker speaker)
    {
        var reading = new Reading(text, today);
        return Phrase(reading)
            ?? Bind(reading, names)
            ?? Action(reading, names, speaker)
            ?? Actions(reading, names, speaker)
            ?? new Understood(new Request.Unclear([.. Unplaced(reading)]), "", reading.Rules);
    }

    // Whole messages that mean one thing.
    private static Understood? Phrase(Reading reading)
    {
        var said = reading.Words;
        return said.Count == 0 ? Simply(new Request.Help(), "Help", "an empty message asks for help")
            : Consists(said, HelpWords) && said.Any(word => word.Plain is "help" or "commands" or "examples" or "can" or "work") ? Simply(new Request.Help(), "Help", "help")
            : Consists(said, Greetings) && said.Count <= 4 ? Simply(new Request.Greet(), "Greeting", "greeting")
            : Consists(said, PlanWords) && said.Any(word => word.Plain == "plans") ? Simply(new Request.ListPlans(), "Plans", "plans")
            : Consists(said, MoreWords) && said.Any(word => word.Plain is "more" or "rest" or "continue") || (said.Count == 2 && said[0].Plain == "next" && said[1].Plain == "page")
                ? Simply(new Request.ShowMore(), "The rest of the last list", "more")
            : null;
    }

    private static bool Consists(IReadOnlyList<Word> said, HashSet<string> of) => said.All(word => of.Contains(word.Plain));

    private static Understood Simply(Request request, string words, string rule) => new(request, words, [rule]);

    // "this channel is about Leeds"
    private static Understood? Bind(Reading reading, Names names)
    {
        if (!reading.Take("this channel is about", "this chat is about", "this conversation is about", "this group is about", "this channel is for the", "this team is about"))
        {
            return null;
        }

        reading.Rules.Add("binds the conversation to a plan");
        var phrase = reading.FreeRuns(word => word is "the" or "plan").Select(run => reading.Words.Skip(run.Start).Take(run.Count).ToList()).FirstOrDefault() ?? [];
        var typed = string.Join(' ', phrase.Select(word => word.Typed));
        var meaning = names.PlanOf([.. phrase.Select(word => word.Plain)]);
        return meaning.Names.SelectMany(name => name.Ids).Distinct().ToList() switch
        {
            _ when phrase.Count == 0 => new Understood(new Request.Unclear([]), "", reading.Rules),
            [var plan] => new Understood(new Request.BindPlan(plan, meaning.Names[0].Text), $"This conversation is about {meaning.Names[0].Text}", reading.Rules),
            [] => new Understood(new Request.NoSuchName(typed, Choices(reading, typed, meaning.Nearest)), "", reading.Rules),
            _ => new Understood(new Request.Torn(typed, Choices(reading, typed, meaning.Names.Select(name => name.Text))), "", reading.Rules),
        };
    }

    // "4.3", "what's happening with 4.3 in Somerset"
    private static Understood? Action(Reading reading, Names names, Speaker speaker)
    {
        var at = reading.Words.ToList().FindIndex(word => IsReference(word.Plain));
        if (at < 0)
        {
            return null;
        }

        var reference = reading.Words[at].Typed;
        reading.Place(at);
        reading.Rules.Add($"reference {reference}");
        if (at > 0 && reading.At(at - 1) is "recommendation" or "rec" or "section")
        {
            return null;
        }

        IReadOnlyList<int> plans = speaker.Plan is { } about ? [about] : [];
        foreach (var (start, count) in reading.FreeRuns(ShowWords.Contains))
        {
            var phrase = reading.Words.Skip(start).Take(count).Select(word => word.Plain).Where(word => word != "plan").ToList();
            var named = names.PlanOf(phrase);
            if (named.Names.Count == 0)
            {
                return new Understood(new Request.WouldChange(reference), "", reading.Rules);
            }

            plans = [.. named.Names.SelectMany(name => name.Ids).Distinct()];
            reading.Rules.Add($"plan: {string.Join(", ", named.Names.Select(name => name.Text))}");
        }

        return new Understood(new Request.ShowAction(reference, plans), $"Action {reference}", reading.Rules);
    }

    private static bool IsReference(string word) =>
        word.Length <= PlanAction.LongestRef && word.Contains('.') && char.IsAsciiDigit(word[0]) && word.Split('.').All(part => part.Length is > 0 and <= 6);

    private static Understood? Actions(Reading reading, Names names, Speaker speaker)
    {
        var question = new ActionQuestion();
        var named = TakeNames(reading, names);
        foreach (var name in named)
        {
            question = With(question, name);
            reading.Rules.Add($"{name.Kind.ToString().ToLowerInvariant()}: {name.Text}");
        }

        var recommendation = TakeRecommendation(reading);
        if (recommendation is not null)
        {
            question = question with { Recommendation = recommendation };
            reading.Rules.Add($"recommendation {recommendation}");
        }

        var state = TakeState(reading);
        var brags = TakeBrags(reading);
        var stale = TakeStale(reading);
        var noLead = reading.Take("no lead", "no leads", "unassigned", "without a lead", "without lead", "nobody leading");
        var noDate = reading.Take("no date", "no due date", "no dates", "undated", "without a date", "without a due date");
        var due = DueRules.Read(reading);
        reading.Take(NotYours);
        var mine = reading.Take("my", "mine", "me", "i") || reading.Take("im leading");
        var saysActions = reading.Take(ActionWords);

        if (state == StateAsked.Any && (due is not null || stale is not null))
        {
            state = StateAsked.Open;
        }

        question = question with
        {
            State = state,
            Brags = brags.Brags,
            DueFrom = due?.From,
            DueTo = due?.To,
            NoDate = noDate,
            NoLead = noLead,
            NoProgressSince = stale is { } days ? reading.Today.AddDays(-days) : null,
            Leads = mine ? names.LeadsCalled(speaker.Name, speaker.SignIn) : question.Leads,
        };

        var asks = state != StateAsked.Any || brags.Brags.Count > 0 || noLead || noDate || mine || recommendation is not null;
        Request.NoSuchName? subject = null;
        foreach (var (start, count) in reading.FreeRuns(LittleWords.Contains).ToList())
        {
            var typed = string.Join(' ', reading.Words.Skip(start).Take(count).Select(word => word.Typed));
            var marked = start > 0 && NameMarkers.Contains(reading.Words[start - 1].Plain);
            var meaning = names.Of([.. reading.Words.Skip(start).Take(count).Select(word => word.Plain)]);
            if (meaning.Names.Count > 1)
            {
                return new Understood(new Request.Torn(typed, Choices(reading, typed, meaning.Names.Select(name => name.Text))), "", reading.Rules);
            }

            if (meaning.Names.Count == 1)
            {
                named.Add(meaning.Names[0]);
                question = With(question, meaning.Names[0]);
                reading.Rules.Add($"{meaning.Names[0].Kind.ToString().ToLowerInvariant()}, nearly: {meaning.Names[0].Text}");
            }
            else if ((asks || saysActions) && marked && subject is null)
            {
                subject = new Request.NoSuchName(typed, Choices(reading, typed, meaning.Nearest));
                question = question with { Words = typed };
                reading.Rules.Add($"words of an action: {typed}");
            }
            else
            {
                return null;
            }

            reading.Place(start, count);
        }

        if (!asks && named.Count == 0 && subject is null && !saysActions)
        {
            return null;
        }

        // A conversation that is about one plan means that plan, unless the words name what they are about.
        if (named.Count == 0 && !mine && speaker.Plan is { } about)
        {
            question = question with { Plans = [about] };
            reading.Rules.Add("the plan this conversation is about");
        }

        var heading = Heading(question, due, brags.Words, stale, named, mine, subject);
        return new Understood(
            new Request.ListActions(question, heading, reading.Today, subject),
            $"{heading}, as of {Dates.InWords(reading.Today)}",
            reading.Rules);
    }

    private static List<Name> TakeNames(Reading reading, Names names)
    {
        var found = new List<Name>();
        for (var at = 0; at < reading.Words.Count; at++)
        {
            if (reading.IsFree(at) && names.StartingAt(reading.Words, at, reading.IsFree) is var (name, length))
            {
                reading.Place(at, length);
                found.Add(OfKindSaid(reading, names, name, at, length));
                at += length - 1;
            }
        }

        return found;
    }

    // "section Fostering" and "the Fostering plan" say which of several things of one name is meant.
    private static Name OfKindSaid(Reading reading, Names names, Name name, int at, int length)
    {
        foreach (var beside in new[] { at - 1, at + length })
        {
            NameKind? said = reading.At(beside) switch
            {
                "section" => NameKind.Section,
                "plan" => NameKind.Plan,
                "service" or "team" => NameKind.Service,
                _ => null,
            };
            if (said is { } kind && names.OfKind(name, kind) is { } meant)
            {
                reading.Place(beside);
                return meant;
            }
        }

        return name;
    }

    private static ActionQuestion With(ActionQuestion question, Name name) => name.Kind switch
    {
        NameKind.Service => question with { Services = [.. question.Services, .. name.Ids] },
        NameKind.Lead => question with { Leads = [.. question.Leads ?? [], .. name.Ids] },
        NameKind.Section => question with { Sections = [.. question.Sections, .. name.Ids] },
        _ => question with { Plans = [.. question.Plans, .. name.Ids] },
    };

    private static string? TakeRecommendation(Reading reading)
    {
        foreach (var word in new[] { "recommendation", "rec" })
        {
            if (reading.Find(word) is { } at && reading.At(at + 1) is { } number && char.IsAsciiDigit(number[0]))
            {
                reading.Place(at, 2);
                return number;
            }
        }

        return null;
    }

    private static StateAsked TakeState(Reading reading) =>
        reading.Take("not complete", "not completed", "not done", "not finished", "not closed", "incomplete", "unfinished", "open", "outstanding") ? StateAsked.Open
        : reading.Take("not started", "not begun", "unstarted") ? StateAsked.NotStarted
        : reading.Take("in progress", "under way", "underway") ? StateAsked.InProgress
        : reading.Take("complete", "completed", "done", "closed", "finished") ? StateAsked.Complete
        : StateAsked.Any;

    private static (IReadOnlyList<Brag> Brags, string Words) TakeBrags(Reading reading)
    {
        if (reading.Take("at risk"))
        {
            return ([Brag.Red, Brag.Amber], "at risk (red or amber)");
        }

        if (reading.Take("off track"))
        {
            return ([Brag.Red], "off track (red)");
        }

        var brags = new List<Brag>();
        foreach (var brag in Enum.GetValues<Brag>())
        {
            var word = brag.ToString().ToLowerInvariant();
            if (reading.Take(word, $"{word}s"))
            {
                brags.Add(brag);
            }
        }

        return (brags, string.Join(" or ", brags).ToLowerInvariant());
    }

    private static int? TakeStale(Reading reading)
    {
        if (!reading.Take("stale", "no update", "no updates", "no progress", "not updated", "not been updated", "without an update", "without update", "without updates", "havent been updated", "hasnt been updated"))
        {
            return null;
        }

        for (var at = 0; at < reading.Words.Count; at++)
        {
            if (Dates.Number(reading.At(at)) is { } number && reading.At(at + 1)?.TrimEnd('s') is { } unit && unit is "day" or "week" or "month")
            {
                reading.Place(at, 2);
                return number * (unit == "day" ? 1 : unit == "week" ? 7 : 30);
            }
        }

        return StaleDays;
    }

    private static string Heading(ActionQuestion question, DueSpan? due, string brags, int? stale, List<Name> named, bool mine, Request.NoSuchName? subject)
    {
        var overdue = due is { Words: "Overdue" };
        var first = new List<string>();
        if (overdue)
        {
            first.Add("overdue");
        }

        if (brags.Length > 0)
        {
            first.Add(brags);
        }

        first.Add(question.State switch
        {
            StateAsked.Open when due is null && stale is null => "open",
            StateAsked.Complete => "complete",
            StateAsked.NotStarted => "not started",
            StateAsked.InProgress => "in progress",
            _ => "",
        });

        var sentence = string.Join(' ', [
            .. first.Where(word => word.Length > 0),
            "actions",
            .. due is not null && !overdue ? new[] { due.Words } : [],
            .. question.NoLead ? new[] { "without a lead" } : [],
            .. question.NoDate ? new[] { "without a due date" } : [],
            .. stale is { } days ? new[] { $"not updated for {days} days" } : [],
            .. question.Recommendation is { } number ? new[] { $"that answer recommendation {number}" } : [],
            .. mine ? new[] { "of yours" } : [],
            .. named.Count > 0 ? new[] { $"for {string.Join(" and ", named.Select(name => name.Text))}" } : [],
            .. subject is null ? [] : new[] { $"that mention “{subject.Name}”" },
        ]);
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }

    // The message again, with the name that was meant in the place of the one that was typed.
    private static Choice[] Choices(Reading reading, string typed, IEnumerable<string> names) =>
        [.. names.Select(name => new Choice(name, reading.Text.Contains(typed, StringComparison.Ordinal) ? reading.Text.Replace(typed, name, StringComparison.Ordinal) : name))];

    private static IEnumerable<string> Unplaced(Reading reading) =>
        reading.FreeRuns(LittleWords.Contains).Select(run => string.Join(' ', reading.Words.Skip(run.Start).Take(run.Count).Select(word => word.Typed)));
}
