using TeamsPlanBot.Bot.Digests;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;
using TeamsPlanBot.Data.Recording;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>What the answerer has to know besides the request.</summary>
/// <param name="Names">The names the viewer may use.</param>
/// <param name="Everything">All matches are wanted, not only those on the page.</param>
/// <param name="Last">What was last spoken of with this person here.</param>
/// <param name="Message">Who says it, where and when: what is put on the record is signed with it.</param>
/// <param name="Text">What was said, where it asks for one thing.</param>
/// <param name="Stranger">Who somebody is whom the bot has not met; null where a name alone tells nothing.</param>
public sealed record Circumstances(
    Viewer Viewer,
    DateOnly Today,
    Names Names,
    bool Everything,
    Remembered? Last,
    Conversation Conversation,
    Message Message,
    string? Text,
    Func<string, string>? Stranger = null);

/// <summary>Carries requests out against the store. It knows nothing of cards or Teams.</summary>
public sealed class Answerer(
    ActionQuestions actions,
    PlanQuestions plans,
    Summaries summaries,
    ChangeAnswers changes,
    IndicatorAnswers figures,
    Coverages coverages,
    Recordings recordings,
    RightQuestions rights,
    FileAnswers files,
    UpdateRequests updates,
    ActionsNamed named,
    DigestAnswers digests,
    DigestContent content)
{
    private const int MostOfAll = 100_000;
    private const int LongestText = 1200;
    private const int LongestWords = 600;

    private static readonly Choice[] Examples = [Example("What's overdue?"), Example("What's due next month?"), Example("Which plans are there?")];

    public async Task<Answer> AnswerAsync(Understood understood, Circumstances now, CancellationToken cancelled) => understood.Request switch
    {
        Request.ListActions list => await ListAsync(list, understood.Words, now, cancelled),
        Request.ShowMore => await MoreAsync(now, cancelled),
        Request.ShowAction one => await OneAsync(one.Action, "action", now, found => Task.FromResult<Answer>(One(found, understood.Words, now.Today)), cancelled),
        Request.FillIn form => await OneAsync(form.Action, "action", now, found => Task.FromResult<Answer>(UpdateForm.For(found.Line, form, now.Today)), cancelled),
        Request.LogMessage log => new UpdateForm(null, log.Drawn, log.Filled, log.Faults ?? new Dictionary<string, string>())
        {
            Intent = "action",
            Understood = "A form to log a message as progress",
            Headline = log.Faults is { Count: > 0 } ? "Not saved yet" : "Log as progress",
        },
        Request.AskLeads asked => await OneAsync(asked.Action, "action", now, found => updates.AskAsync(found.Line, asked, understood.Words, now, cancelled), cancelled),
        Request.Summarise summary => await summaries.OfAsync(summary, understood.Words, now.Viewer, now.Today, cancelled),
        Request.ListChanges since => await changes.SinceAsync(since, understood.Words, now.Viewer, now.Everything, cancelled),
        Request.ShowHistory history => await OneAsync(history.Action, "history", now, one => changes.HistoryAsync(one, understood.Words, now.Viewer, now.Today, cancelled), cancelled),
        Request.ListIndicators indicators => await figures.ListAsync(indicators, understood.Words, now.Viewer, now.Today, cancelled),
        Request.ShowIndicator indicator => await figures.OneAsync(indicator, understood.Words, now.Viewer, now.Today, cancelled) ?? NotFound(new Request.NoSuchName(indicator.Name, [], indicator.Intent)),
        Request.ShowCoverage coverage => await coverages.OfAsync(coverage, understood.Words, now.Viewer, now.Today, cancelled),
        Request.ShowClock { Received: { } received } => ClockAnswers.Of(received, understood.Words),
        Request.ShowClock => Impossible(new Request.Impossible("clock", "Say the day the report was received: “written statement for a report received on 12 March 2018”.", [])),
        Request.ListPlans => await PlansAsync(now, cancelled),
        Request.ListRights asked => await RightsAsync(asked, understood.Words, now, cancelled),
        Request.Help => Help(now.Names.Things),
        Request.Greet => Greeting(),
        Request.Several several => await SeveralAsync(several, now, cancelled),
        Request.Torn torn => await SameAsync(torn, now, cancelled) ?? Torn(torn),
        Request.NoSuchName unknown => NotFound(unknown),
        Request.Impossible impossible => Impossible(impossible),
        Request.Unclear unclear => Unclear(unclear),
        _ when FileAnswers.Handles(understood.Request) => await files.OfAsync(understood.Request, understood.Words, now.Viewer, now.Today, cancelled),
        Request.SendDigest send => await SendDigestAsync(send, now, cancelled),
        _ when DigestAnswers.Handles(understood.Request) => await digests.AnswerAsync(understood, now, cancelled),
        _ when Recordings.Handles(understood.Request) => await RecordAsync(understood, now, cancelled),
        Request.ImportPlan => HowToImport(),
        var other => NotYet(other, understood.Words),
    };

    /// <summary>What a digest tells to whom these circumstances describe, and whether it has nothing to say.</summary>
    public async Task<(Answer Told, bool IsQuiet)> TellAsync(ToldDigest digest, Circumstances now, CancellationToken cancelled)
    {
        if (digest.Question.Length == 0)
        {
            var (told, isQuiet) = await content.OfAsync(digest.About, now.Viewer, digest.Since, now.Today, cancelled);
            return (ToldAnswer.Of(told, digest), isQuiet);
        }

        var understood = Reader.Read(digest.Question, now.Names, now.Today, new Speaker(digest.Name, digest.SignIn, digest.Plan));
        var answer = understood.Request.MayChange
            ? Unclear(new Request.Unclear([digest.Question]))
            : await AnswerAsync(understood, now with { Last = null, Text = null }, cancelled);
        return (ToldAnswer.Of(answer, digest), ToldAnswer.IsQuiet(answer));
    }

    private async Task<Answer> SendDigestAsync(Request.SendDigest send, Circumstances now, CancellationToken cancelled)
    {
        var (told, refused) = await digests.NowAsync(send, now, cancelled);
        return told is null ? refused! : (await TellAsync(told with { Name = told.Name ?? now.Viewer.Name }, now, cancelled)).Told;
    }

    /// <summary>What is said where the bot was just installed.</summary>
    public static Answer Welcome() => new Advice(
        ["I keep your improvement plans where the work is: ask me what is overdue, due or stuck, by team, lead or plan, and I answer from the plan itself."],
        Examples)
    {
        Intent = "help",
        Headline = "Hello, I am TeamsPlanBot",
    };

    private async Task<Answer> ListAsync(Request.ListActions list, string words, Circumstances now, CancellationToken cancelled)
    {
        var skip = now.Everything ? 0 : list.From;
        var most = now.Everything ? MostOfAll : ActionList.PageSize;
        var found = await actions.ListAsync(now.Viewer, list.Question, skip, list.Most is { } wanted ? Math.Clamp(wanted - skip, 0, most) : most, cancelled);
        if (found.Total == 0 && list.Subject is { } subject && await NobodySpeaksOfAsync(list.Question, now.Viewer, cancelled))
        {
            return NotFound(subject);
        }

        var items = found.Items.Select(item => Wording.Listed(item, now.Today)).ToList();
        var page = now.Everything ? items.Skip(list.From).Take(ActionList.PageSize).ToList() : items;
        var onePlan = page.Select(item => item.Action.PlanName).Distinct().ToList() is [var only] ? only : null;
        return new ActionList(list, found.Total, list.From, page, items, onePlan, Note(list, found.Total, now), list.AsOf == now.Today ? null : Renewal.On(list, now.Today, now.Names))
        {
            Intent = "actions",
            Understood = words,
            Headline = list.Most is { } top && top < found.Total ? $"The first {top:N0} of {Headline(list.Heading, found.Total)}" : Headline(list.Heading, found.Total),
        };
    }

    // Which of two Sarahs is meant is asked only where their answers differ.
    private async Task<Answer?> SameAsync(Request.Torn torn, Circumstances now, CancellationToken cancelled)
    {
        if (torn.Lists?.Value is not { Count: > 1 and <= 8 } lists)
        {
            return null;
        }

        List<int>? first = null;
        foreach (var list in lists)
        {
            var found = (await actions.ListAsync(now.Viewer, list.Question, 0, MostOfAll, cancelled)).Items.Select(item => item.Id).ToList();
            if (first is not null && !first.SequenceEqual(found))
            {
                return null;
            }

            first = found;
        }

        var any = string.Join(" or ", torn.Choices.Select(choice => choice.Name));
        var heading = lists[0].Heading.Replace(torn.Choices[0].Name, any, StringComparison.Ordinal);
        return await ListAsync(lists[0] with { Heading = heading }, $"{heading}, as of {Dates.InWords(now.Today)}", now, cancelled);
    }

    private async Task<bool> NobodySpeaksOfAsync(ActionQuestion question, Viewer viewer, CancellationToken cancelled)
    {
        var anywhere = await actions.ListAsync(viewer, new ActionQuestion { Words = question.Words }, 0, 1, cancelled);
        return anywhere.Total == 0;
    }

    private static string Headline(string heading, int total)
    {
        var rest = char.ToLowerInvariant(heading[0]) + heading[1..];
        return total switch
        {
            0 => $"No {rest}",
            1 => $"1 {Singular(rest)}",
            _ => $"{total:N0} {rest}",
        };
    }

    private static string Singular(string heading)
    {
        var at = heading.IndexOf("actions", StringComparison.Ordinal);
        return at < 0 ? heading : heading.Remove(at + "action".Length, 1).Replace(" that mention ", " that mentions ", StringComparison.Ordinal);
    }

    private static string? Note(Request.ListActions list, int total, Circumstances now) =>
        now.Viewer.IsGuest ? "Guests see no plans until somebody gives them the right to."
        : total == 0 && list.Question.Leads is { Count: 0 } ? "No plan names you as a lead. Names are compared as the plan writes them."
        : list.AsOf != now.Today ? $"This list was asked for on {Dates.InWords(list.AsOf)}, and goes by that day."
        : null;

    private async Task<Answer> RecordAsync(Understood understood, Circumstances now, CancellationToken cancelled)
    {
        var (parts, before) = await recordings.AnswerAsync([understood], now, cancelled);
        return before ?? parts[0].Answer;
    }

    // All that changes something is carried out together, where the first of it stands; a question after it sees what it did.
    private async Task<Answer> SeveralAsync(Request.Several several, Circumstances now, CancellationToken cancelled)
    {
        var all = Flat(several).ToList();
        var changes = all.Where(part => Recordings.Handles(part.Request)).ToList();
        var rest = now with { Text = null };
        Queue<Part>? done = null;
        var parts = new List<Part>();
        foreach (var part in all)
        {
            if (!Recordings.Handles(part.Request))
            {
                // What a digest is arranged with has a receipt of its own.
                var own = DigestAnswers.Handles(part.Request) ? rest with { Message = now.Message with { Id = $"{now.Message.Id}/{parts.Count}", Imprint = null } } : rest;
                parts.Add(new Part(part.Request, await AnswerAsync(part, own, cancelled)));
                continue;
            }

            if (done is null)
            {
                var (carriedOut, before) = await recordings.AnswerAsync(changes, now, cancelled);
                if (before is not null)
                {
                    return before;
                }

                done = new Queue<Part>(carriedOut);
            }

            parts.Add(done.Dequeue());
        }

        return Series.Of(parts);
    }

    private static IEnumerable<Understood> Flat(Request.Several several) =>
        several.Parts.SelectMany(part => part.Request is Request.Several inner ? Flat(inner) : [part]);

    private async Task<Answer> MoreAsync(Circumstances now, CancellationToken cancelled)
    {
        if (now.Last?.Asked is not Request.ListActions last)
        {
            return Refusal("actions", Problem.NotUnderstood, "I have no list to go on with. Ask for one first.", Examples) with { Headline = "Nothing more to show" };
        }

        var next = last with { From = last.From + ActionList.PageSize };
        return await ListAsync(next, $"{next.Heading}, as of {Dates.InWords(next.AsOf)}, from number {next.From + 1} on", now, cancelled);
    }

    private async Task<Answer> OneAsync(ActionNamed action, string intent, Circumstances now, Func<ActionInFull, Task<Answer>> answer, CancellationToken cancelled)
    {
        var (found, refused) = await named.FindAsync(action, intent, now, (reference, plan) => $"{(intent == "history" ? "history of " : "")}{reference} in {plan}", cancelled);
        return found is null ? refused! : await answer(found);
    }

    internal static OneAction One(ActionInFull action, string words, DateOnly today) => new(
        Wording.Listed(action.Line, today),
        [
            new Passage.Facts("", [.. Facts(action)]),
            new Passage.Lines("Dates on the way", [.. action.Milestones.Select((m, at) => $"{(action.Milestones.Count > 1 ? $"{at + 1}. " : "")}{Dates.InWords(m.On)}: {Wording.Cut(m.Words, LongestWords)}{(m.MetOn is { } met ? $" (met on {Dates.InWords(met)})" : m.On < today && action.Line.State != ActionState.Complete ? " (this date has passed)" : "")}")]),
            new Passage.Lines("Date moved", Wording.Slipped(action.Slips)),
            new Passage.Lines(action.Progress.Count == 0 ? "" : "Progress", action.Progress.Count == 0
                ? ["No progress is on its record yet."]
                : [.. action.Progress.Select(p => $"{(p.On is { } on ? Dates.InWords(on) : "No date")}, {p.By ?? "from the plan"}: {Wording.Cut(p.Text, LongestWords)}{(p.Link is null ? "" : " (from a message)")}")]),
        ],
        HasMore: action.Progress.Count == ActionQuestions.LatestProgress || action.Slips.Moves.Count > 0,
        Message: action.Progress.FirstOrDefault(p => p.Link is not null)?.Link)
    {
        Intent = "action",
        Understood = $"{words} of {action.Line.PlanName}",
        Headline = $"{action.Line.Ref} {Wording.Cut(action.Line.Title, LongestText)}",
    };

    private static IEnumerable<Fact> Facts(ActionInFull action)
    {
        yield return new Fact("Section", action.SectionLead is { } lead ? $"{action.Section} (lead: {lead})" : action.Section);
        yield return new Fact(action.Line.Leads.Count > 1 ? "Leads" : "Lead", action.Line.Leads.Count == 0 ? "none" : string.Join("; ", action.Line.Leads));
        if (action.Line.Services.Count > 0)
        {
            yield return new Fact(action.Line.Services.Count > 1 ? "Teams" : "Team", string.Join("; ", action.Line.Services));
        }

        if (action.Recommendations.Count > 0)
        {
            yield return new Fact("Answers", $"{(action.Recommendations.Count > 1 ? "recommendations" : "recommendation")} {string.Join(", ", action.Recommendations)}");
        }

        if (action.Outcome is { } outcome)
        {
            yield return new Fact("Outcome", Wording.Cut(outcome, LongestText));
        }

        if (action.Measures is { } measures)
        {
            yield return new Fact("Measured by", Wording.Cut(measures, LongestText));
        }

        if (action.Parent is { } parent)
        {
            yield return new Fact("Part of", parent);
        }

        if (action.SubActions.Count > 0)
        {
            yield return new Fact("Parts", string.Join(", ", action.SubActions));
        }
    }

    private async Task<Answer> PlansAsync(Circumstances now, CancellationToken cancelled)
    {
        var all = await plans.ListAsync(now.Viewer, now.Today, cancelled);
        var led = now.Names.Things.Where(thing => thing.Kind == NameKind.Lead && now.Message.By.Leads.Contains(thing.Id)).Select(thing => thing.PlanId).ToHashSet();
        return new Overview([new Passage.Rows("", [.. all.OrderByDescending(plan => led.Contains(plan.Id)).Select(plan => new Row(
            "",
            plan.Name,
            [new Phrase($"{plan.Overdue:N0} overdue", plan.Overdue > 0 ? Tone.Strong : Tone.Plain), new Phrase($" of {Wording.Count(plan.Actions, "action")}, {plan.Complete:N0} complete")],
            [plan.Key, .. led.Contains(plan.Id) ? ["You lead in this plan."] : Array.Empty<string>()],
            new Button($"Show where {plan.Key} stands", Asks: new Request.Summarise(new About(new Scope { Plans = [plan.Id] }, plan.Name)))))])])
        {
            Intent = "plans",
            Understood = $"Plans, as of {Dates.InWords(now.Today)}",
            Headline = all.Count == 0 ? "You can see no plans yet" : Wording.Count(all.Count, "plan"),
            Total = all.Count,
        };
    }

    private async Task<Answer> RightsAsync(Request.ListRights asked, string words, Circumstances now, CancellationToken cancelled)
    {
        var all = await rights.OfAsync(now.Viewer, asked.About.Scope.Plans, cancelled);
        return new Overview([.. all.Select(plan => new Passage.Lines(plan.PlanName, [.. RightWords.Of(plan)]))])
        {
            Intent = "rights",
            Understood = words,
            Headline = all.Count == 1 ? $"Who may do what with {all[0].PlanName}" : all.Count == 0 ? "You can see no plans yet" : $"Who may do what with {Wording.Count(all.Count, "plan")}",
            Total = all.Sum(plan => plan.Rights.Count),
        };
    }

    // The examples bear the names of the plans one can see, so that each of them works.
    private static Advice Help(IReadOnlyList<NamedThing> names)
    {
        var team = names.FirstOrDefault(name => name.Kind == NameKind.Service)?.Name;
        var plan = names.Where(name => name.Kind == NameKind.Plan).Select(name => name.Name).MinBy(name => name.Length);
        return new Advice(
            [
                "Ask in your own words: I answer from the plan itself, and say what I understood. Press a line to try it.",
                "Put progress on the record by its number: “4.3: two workers started, amber”, “mark 4.3 complete”, “4.3 slipped to 30 June because …”. “Undo” takes back what your last message changed. “Chase 4.3” asks its leads for an update.",
                "The number of an action, such as 4.3, shows it in full. In a channel, “this channel is about …” with the name of a plan sets what questions there are about.",
            ],
            [
                Example(team is null ? "What's overdue?" : $"What's overdue for {team}?"),
                Example(plan is null ? "What's due next month?" : $"What's due next month in {Wording.Sentence(plan)}?"),
                Example("Which actions are red or amber?"),
                Example("What has not been updated in 6 weeks?"),
                Example("My open actions"),
                Example("Actions without a lead"),
                Example("Which plans are there?"),
            ])
        {
            Intent = "help",
            Understood = "Help",
            Headline = "What you can ask",
        };
    }

    private static Advice Greeting() => new(["Ask me about your improvement plans."], Examples)
    {
        Intent = "greeting",
        Understood = "Greeting",
        Headline = "Hello",
    };

    private static Advice Torn(Request.Torn torn) => Refusal(torn.Wanted, Problem.Ambiguous, torn.Sentence ?? $"“{Short(torn.Name)}” could be several things here. Which one do you mean?", torn.Choices);

    private static Advice NotFound(Request.NoSuchName unknown) => Refusal(
        unknown.Wanted,
        Problem.NotFound,
        unknown.Nearest.Count > 0
            ? $"I know nothing called “{Short(unknown.Name)}”, and no action mentions it. Did you mean one of these?"
            : $"I know nothing called “{Short(unknown.Name)}”, and no action mentions it. Check the spelling, or ask which plans there are.",
        unknown.Nearest);

    private static Advice Impossible(Request.Impossible impossible) => Refusal(impossible.Wanted, impossible.Wanted == "unknown" ? Problem.NotUnderstood : Problem.Invalid, impossible.Sentence, impossible.Choices);

    private static Advice HowToImport() => new(
        [
            "Send me the plan as a file in our personal chat: Word (.docx), Excel (.xlsx) or text (.csv, .tsv, .txt), in its own layout. I show what it would bring, and store nothing until you say so.",
            "Whoever brings a new plan owns it; another version of a plan is for its owners.",
        ],
        [])
    {
        Intent = "import",
        Understood = "How to bring in a plan",
        Headline = "Send me the file",
    };

    private static Advice NotYet(Request request, string words) => Refusal(
        request.Intent,
        Problem.NotAllowed,
        request.MayChange ? $"{words}: I understand that, but cannot do it yet, so nothing was changed." : $"{words}: I understand that, but cannot answer it yet.",
        Examples) with
    {
        Headline = "Not yet",
        Understood = words,
    };

    /// <summary>What is said where the store does not take a change.</summary>
    public static Answer NotRecorded(Request request)
    {
        const string Sentence = "The store of the plans is busy or cannot be written to, so nothing was recorded. Please send it again in a minute; if it happens again, tell whoever looks after me.";
        return new Advice([Sentence], [])
        {
            Intent = request.Intent,
            Headline = "Nothing was recorded",
            Problem = new Problem(Problem.Conflict, Sentence, []),
        };
    }

    private static Advice Unclear(Request.Unclear unclear) => Refusal(
        "unknown",
        Problem.NotUnderstood,
        unclear.Unplaced.Count > 0
            ? $"I could not place {string.Join(" and ", unclear.Unplaced.Take(3).Select(words => $"“{Short(words)}”"))}. Here are three things to try."
            : "I could not tell what to look for. Here are three things to try.",
        Examples);

    private static string Short(string words) => words.Length <= 60 ? words : $"{words[..60]}…";

    private static Advice Refusal(string intent, string code, string message, IReadOnlyList<Choice> choices) => new([message], choices)
    {
        Intent = intent,
        Headline = code switch
        {
            Problem.Ambiguous => "Which one?",
            Problem.NotFound => "Not found",
            Problem.Invalid when message.StartsWith("I changed nothing", StringComparison.Ordinal) => "Nothing was changed",
            Problem.Invalid => "Please say that another way",
            _ => "I did not understand that",
        },
        Problem = new Problem(code, message, [.. choices.Select(choice => choice.Name)]),
    };

    private static Choice Example(string ask) => new(ask, ask);
}
