using System.Text.Json;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;
using TeamsPlanBot.Data.Recording;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>Carries out what changes something: posts, dates, leads, figures, tags, merged names, rights, and their taking back.</summary>
public sealed class Recordings(ActionsNamed actions, IndicatorQuestions indicators, PeopleMet people, Recorder recorder, UpdateRequests updates)
{
    private static readonly Choice[] WhichPlans = [new("Which plans are there?", "Which plans are there?")];

    /// <summary>Whether it is for here to carry out.</summary>
    public static bool Handles(Request request) => request
        is Request.Post or Request.Reschedule or Request.GiveReason or Request.Reassign or Request.Undo or Request.Measure or Request.Tag or Request.Merge or Request.HandRole or Request.GiveRight or Request.BindPlan;

    /// <summary>Carries out all that a message asks for, in one go and in order: each part succeeds or fails by itself.</summary>
    /// <returns>An answer for each part; or the one that the same message got before.</returns>
    public async Task<(IReadOnlyList<Part> Parts, Answer? Before)> AnswerAsync(IReadOnlyList<Understood> parts, Circumstances now, CancellationToken cancelled)
    {
        // What is meant is found out before anything is locked.
        var answered = new List<Entry.Put>();
        var prepared = new List<(Request Request, Func<Ledger, Task<Answer>> Enter)>();
        foreach (var part in OfThePlanSaid(parts))
        {
            prepared.Add((part.Request, await PrepareAsync(part, now with { Text = parts.Count == 1 ? now.Text : null }, answered, cancelled)));
        }

        var taken = await recorder.TakeAsync(
            now.Message,
            async ledger =>
            {
                // It may be begun anew.
                answered.Clear();
                var done = new List<Part>();
                foreach (var (request, enter) in prepared)
                {
                    var answer = await enter(ledger);
                    done.Add(new Part(request, answer is OnRecord { MayUndo: true } record ? record with { Message = now.Message.Id } : answer));
                }

                return (IReadOnlyList<Part>)done;
            },
            done => JsonSerializer.Serialize(Series.Of(done), AnswerJson.Default.Answer),
            cancelled);
        await updates.TellAsync(taken.Before is null ? answered : [], now, cancelled);
        return taken.Before is { } before ? ([], JsonSerializer.Deserialize(before.Answer, AnswerJson.Default.Answer)!) : (AskedOnce(taken.Done!, now.Text), null);
    }

    // Where nothing was done because all of it may be of several plans, naming the plan once says it all again.
    private static IReadOnlyList<Part> AskedOnce(IReadOnlyList<Part> parts, string? said)
    {
        if (parts.Count < 2 || said is null || !parts.All(part => part.Answer is Advice { Problem.Code: Problem.Ambiguous } && Named(part.Request) is { Ref: not null })
            || parts.Select(part => string.Join('\n', part.Answer.Problem!.Choices)).Distinct().Count() > 1)
        {
            return parts;
        }

        var reference = Named((said.Contains('\n') ? parts[0] : parts[^1]).Request)!.Ref!;
        return [.. parts.Select(part => part with { Answer = (Advice)part.Answer with { Try = [.. part.Answer.Problem!.Choices.Select(plan => new Choice(plan, Again(part.Request, reference, plan, said)))] } })];
    }

    // The plan that one line names is meant in the others, too.
    private static IEnumerable<Understood> OfThePlanSaid(IReadOnlyList<Understood> parts)
    {
        var said = parts.Select(part => Named(part.Request)).Where(named => named is { IsSaid: true, Plans.Count: 1 }).Select(named => named!.Plans).ToList();
        var plan = said.FirstOrDefault();
        foreach (var part in parts)
        {
            var named = Named(part.Request);
            plan = named is { IsSaid: true, Plans.Count: 1 } ? named.Plans : plan;
            yield return plan is null || named is not { IsSaid: false, Ref: not null } ? part : part with { Request = With(part.Request, named with { Plans = plan }) };
        }
    }

    private static ActionNamed? Named(Request request) => request switch
    {
        Request.Post post => post.Action,
        Request.Reschedule moved => moved.Action,
        Request.Reassign led => led.Action,
        Request.Tag tag => tag.Action,
        _ => null,
    };

    private static Request With(Request request, ActionNamed named) => request switch
    {
        Request.Post post => post with { Action = named },
        Request.Reschedule moved => moved with { Action = named },
        Request.Reassign led => led with { Action = named },
        Request.Tag tag => tag with { Action = named },
        _ => request,
    };

    private Task<Func<Ledger, Task<Answer>>> PrepareAsync(Understood part, Circumstances now, List<Entry.Put> answered, CancellationToken cancelled) => part.Request switch
    {
        Request.Post post => OfActionAsync(post.Action, part, now, (ledger, action) => PostAsync(ledger, action, answered, post, part.Words, now), cancelled),
        Request.Reschedule moved => OfActionAsync(moved.Action, part, now, (ledger, action) => RescheduleAsync(ledger, action, answered, moved, part.Words, now), cancelled),
        Request.Reassign led => OfActionAsync(led.Action, part, now, (ledger, action) => ReassignAsync(ledger, action, answered, led, part.Words, now), cancelled),
        Request.Tag tag => OfActionAsync(tag.Action, part, now, (ledger, action) => TagAsync(ledger, action, tag, part.Words, now), cancelled),
        Request.GiveReason reason => Only(ledger => ExplainAsync(ledger, reason, part.Words, now)),
        Request.Undo undo => Only(ledger => UndoAsync(ledger, undo, part.Words, now)),
        Request.Merge merge => Only(ledger => MergeAsync(ledger, merge, part.Words)),
        Request.HandRole handed => Only(ledger => HandAsync(ledger, handed, part.Words, now)),
        Request.Measure measure => MeasuredAsync(measure, part.Words, now, cancelled),
        Request.BindPlan bind => Only(ledger => BindAsync(ledger, bind, part.Words, now)),
        Request.GiveRight given => RightAsync(given, part.Words, now, cancelled),
        var other => throw new InvalidOperationException($"{other.GetType().Name} changes nothing here."),
    };

    private static Task<Func<Ledger, Task<Answer>>> Only(Func<Ledger, Task<Answer>> enter) => Task.FromResult(enter);

    private async Task<Func<Ledger, Task<Answer>>> OfActionAsync(ActionNamed named, Understood part, Circumstances now, Func<Ledger, ActionLine, Task<Answer>> enter, CancellationToken cancelled)
    {
        var found = await actions.FindAsync(named, part.Request.Intent, now, (reference, plan) => Again(part.Request, reference, plan, now.Text), cancelled);
        return found.Action is { } action ? ledger => enter(ledger, action.Line) : _ => Task.FromResult(found.Refused!);
    }

    // The message again, with the plan said: what a choice among several plans asks for.
    private static string Again(Request request, string reference, string plan, string? said)
    {
        if (said is not null && said.IndexOf(reference, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            return $"{said[..at]}{reference} in {plan}{said[(at + reference.Length)..]}";
        }

        return request is Request.Post { Text: { } text } ? $"{reference} in {plan}: {text}" : $"{reference} in {plan}";
    }

    private static async Task<Answer> PostAsync(Ledger ledger, ActionLine action, List<Entry.Put> answered, Request.Post post, string words, Circumstances now)
    {
        var entry = await ledger.PostAsync(
            action.Id,
            said => said with { Text = post.Text, Link = post.Link, Brag = post.Brag, State = post.State, DeniesStart = post.Text is { } text && DeniedStart.In(text) },
            ShownAt(action, now));
        return entry is not Entry.Put put ? Refused(entry, "progress", action) : Put(put, answered, "progress", words, now, WhatStays(post, put));
    }

    // Who rates amber what is amber already is told so, and that it is on the record all the same.
    private static IEnumerable<string> WhatStays(Request.Post post, Entry.Put put)
    {
        if (post.Text is { } text)
        {
            yield return RecordWords.Quote(text);
        }

        if (post.Brag is { } brag && !put.Progress.Changes.Exists(change => change.Field == Field.Brag))
        {
            yield return $"It was rated {brag.Word()} already.";
        }

        if (put.AsksEvidence)
        {
            yield return $"This plan asks for evidence: what shows that it is done? Say it in a sentence, such as “{put.Line.Ref}: audit of 20 cases found all signed off”.";
        }

        if (post.State is { } state && !put.Progress.Changes.Exists(change => change.Field == Field.State))
        {
            yield return $"It was {state.Word()} already.";
        }
    }

    private static async Task<Answer> RescheduleAsync(Ledger ledger, ActionLine action, List<Entry.Put> answered, Request.Reschedule moved, string words, Circumstances now)
    {
        var entry = await ledger.PostAsync(action.Id, said => said with { Due = new NewDue(moved.Due, moved.Reason) }, ShownAt(action, now));
        if (entry is Entry.Same same)
        {
            return Invalid("reschedule", $"{same.Line.Ref} {(same.Line.Due is { } due ? $"is due on {Dates.InWords(due)}" : "has no due date")} already, so nothing was changed.");
        }

        if (entry is not Entry.Put put)
        {
            return Refused(entry, "reschedule", action);
        }

        // A first date needs no reason.
        var isMove = put.Progress.Changes.Exists(change => change is { Field: Field.Due, From: not null });
        var sentences = new List<string>();
        if (put.Slips is { } slips && moved.Due is not null && isMove && RecordWords.Slipped(slips) is { } slipped)
        {
            sentences.Add(slipped);
        }

        sentences.AddRange(moved.Reason is { } reason ? [$"Reason: {RecordWords.Quote(reason)}"]
            : isMove ? ["No reason given. Why was the date changed? Answer “because …” and I put the reason beside it."]
            : Array.Empty<string>());
        return Put(put, answered, "reschedule", words, now, sentences) with { Unexplained = moved.Reason is null && isMove ? now.Message.Id : null };
    }

    private static async Task<Answer> ReassignAsync(Ledger ledger, ActionLine action, List<Entry.Put> answered, Request.Reassign led, string words, Circumstances now)
    {
        if (led.Leads.FirstOrDefault(name => name.Length > Lead.LongestName || name.Contains(';') || name.Any(char.IsControl)) is not null)
        {
            return Invalid("reassign", $"I changed nothing: a lead’s name has at most {Lead.LongestName} characters and no semicolon.");
        }

        var entry = await ledger.PostAsync(action.Id, said => said, ShownAt(action, now), led.Leads, led.Besides);
        return entry switch
        {
            Entry.Put put => Put(put, answered, "reassign", words, now, []),
            Entry.Same same => Invalid("reassign", $"{same.Line.Ref} is led by {string.Join(" and ", same.Line.Leads)} already, so nothing was changed."),
            _ => Refused(entry, "reassign", action),
        };
    }

    private static async Task<Answer> ExplainAsync(Ledger ledger, Request.GiveReason given, string words, Circumstances now) =>
        await ledger.ExplainAsync(now.Last!.Unexplained!, given.Reason) is Entry.Explained { Lines: var lines }
            ? new OnRecord([RecordWords.Quote(given.Reason)], MayUndo: true)
            {
                Intent = "reschedule",
                Understood = words,
                Headline = $"Recorded as the reason for the new date of {string.Join(" and ", lines.Select(line => line.Ref))}",
                Actions = [.. lines.Select(line => Wording.Listed(line, now.Today))],
            }
            : new Advice(["The date you moved was moved again or taken back since, so there is nothing to give a reason for."], [])
            {
                Intent = "reschedule",
                Headline = "Nothing was changed",
                Problem = new Problem(Problem.NotFound, "The date you moved was moved again or taken back since, so there is nothing to give a reason for.", []),
            };

    private static async Task<Answer> TagAsync(Ledger ledger, ActionLine action, Request.Tag tag, string words, Circumstances now) =>
        await ledger.TagAsync(action.Id, tag.Service, tag.TakesAway) switch
        {
            Entry.Tagged tagged => new OnRecord(tagged.IsChanged ? [Services(tagged.Line)] : ["So it was already; nothing was changed."], tagged.IsChanged)
            {
                Intent = "tag",
                Understood = words,
                Headline = tag.TakesAway ? $"{tagged.Line.Ref} is not one of {tagged.Service} {(tagged.IsChanged ? "any more" : "anyway")}" : $"{tagged.Line.Ref} is one of {tagged.Service}{(tagged.IsChanged ? " now" : "")}",
                Actions = [Wording.Listed(tagged.Line, now.Today)],
            },
            var other => Refused(other, "tag", action),
        };

    private static async Task<Answer> MergeAsync(Ledger ledger, Request.Merge merge, string words) =>
        await ledger.MergeAsync(merge.Kept, merge.Gone) switch
        {
            Entry.Merged merged => new OnRecord(
                [
                    .. merged.Plans.Select(plan => $"{plan.Plan}: {Wording.Count(plan.Actions, "action")} moved from {merged.Gone} to {merged.Kept}."),
                    $"“{merged.Gone}” is understood as another spelling from now on. What the record says stays as it was said.",
                ],
                MayUndo: true)
            {
                Intent = "merge",
                Understood = words,
                Headline = $"{merged.Gone} is {merged.Kept} from now on",
            },
            Entry.Forbidden forbidden => NotAllowed("merge", $"Merging names of {forbidden.Plan} is for {Owners(forbidden)} to do."),
            _ => NotFound("merge", $"No plan has both {merge.Gone} and {merge.Kept}, so there is nothing to merge."),
        };

    private static async Task<Answer> HandAsync(Ledger ledger, Request.HandRole asked, string words, Circumstances now) =>
        await ledger.HandAsync(asked.Role, asked.Holder, asked.From) switch
        {
            Entry.Handed handed => new OnRecord(
                [
                    .. handed.Plans.Select(plan => $"{plan.Plan}: {(plan.Before is { } before && before != handed.Holder ? $"{before} held it until then" : "nobody was named before")}."),
                    $"Its actions are {handed.Holder}’s {(asked.From > now.Today ? "from that day on" : "from now on")}: they come with “my actions”.",
                ],
                MayUndo: true)
            {
                Intent = "reassign",
                Understood = words,
                Headline = $"{handed.Holder} is {handed.Role} from {Dates.InWords(asked.From)}",
            },
            Entry.Forbidden forbidden => NotAllowed("reassign", $"Saying who holds a role in {forbidden.Plan} is for {Owners(forbidden)} to do."),
            _ => NotFound("reassign", $"No plan you can see has a lead {asked.Role}."),
        };

    private async Task<Func<Ledger, Task<Answer>>> MeasuredAsync(Request.Measure measure, string words, Circumstances now, CancellationToken cancelled)
    {
        if (measure.Indicators is [var only])
        {
            return ledger => MeasureAsync(ledger, only, measure, words);
        }

        var choices = new List<Choice>();
        foreach (var id in measure.Indicators)
        {
            if (await indicators.FindAsync(now.Viewer, id, now.Today, cancelled) is { Line: var line })
            {
                choices.Add(new Choice(line.Plan, now.Text is { } said ? $"{said.TrimEnd('.', '!', ' ')} in {line.Plan}" : $"{line.Name} in {line.Plan}"));
            }
        }

        var asked = $"{Wording.Count(choices.Count, "plan")} have an indicator {measure.Name}. Which one do you mean?";
        return choices.Count == 0
            ? _ => Task.FromResult<Answer>(NotFound("measure", $"No plan you can see has an indicator {measure.Name}."))
            : _ => Task.FromResult<Answer>(new Advice([asked], choices)
            {
                Intent = "measure",
                Headline = "Which one?",
                Problem = new Problem(Problem.Ambiguous, asked, [.. choices.Select(choice => choice.Name)]),
            });
    }

    private static async Task<Answer> MeasureAsync(Ledger ledger, int id, Request.Measure measure, string words)
    {
        switch (await ledger.MeasureAsync(id, measure.Period, measure.Value, measure.Numerator, measure.Denominator))
        {
            case Entry.Measured { Line: var line, Now: var figure, Before: var before }:
                var sentences = new List<string>();
                if (figure is { Numerator: { } numerator, Denominator: { } denominator })
                {
                    sentences.Add($"{RecordWords.Number(numerator)} of {RecordWords.Number(denominator)}.");
                }

                if (figure.Computed is { } computed)
                {
                    sentences.Add($"Please check: the two numbers make {RecordWords.Number(computed, line.Unit)}, not {RecordWords.Number(figure.Value, line.Unit)}. It is recorded as you said it.");
                }

                if (before is not null && before.Value != figure.Value)
                {
                    sentences.Add($"It was {RecordWords.Number(before.Value, line.Unit)}{(before.By is { } by ? $", recorded by {by}" : "")}; that stays in the history.");
                }

                return new OnRecord([.. sentences, line.PlanName], MayUndo: true)
                {
                    Intent = "measure",
                    Understood = words,
                    Headline = $"Recorded: {line.Name}, {figure.Period.Words}: {(before is null || before.Value == figure.Value ? "" : $"{RecordWords.Number(before.Value, line.Unit)} → ")}{RecordWords.Number(figure.Value, line.Unit)}",
                    Figures = [IndicatorAnswers.Listed(line.Plan, line.Name, figure)],
                    Changes = before?.Value == figure.Value ? [] : [new ListedChange(line.Plan, line.Name, "value", RecordWords.Plain(before?.Value), RecordWords.Plain(figure.Value))],
                    Plan = line.PlanId,
                };
            case Entry.NoValue { Line: var line }:
                return Invalid("measure", $"{line.Name} is measured in {line.Unit}, which two numbers do not make. Say the value itself, such as: {line.Name} {measure.Period.Words} is 12.");
            case Entry.Forbidden forbidden:
                return NotAllowed("measure", $"Figures of {forbidden.Plan} are not for guests to record, unless they are named in the plan. Ask {Owners(forbidden)}.");
            default:
                return NotFound("measure", $"No plan you can see has an indicator {measure.Name}.");
        }
    }

    // A right is the person's, whatever they are called: it needs somebody the bot has met, or a sign-in name.
    private async Task<Func<Ledger, Task<Answer>>> RightAsync(Request.GiveRight given, string words, Circumstances now, CancellationToken cancelled)
    {
        if (given.About.Scope.Plans is not [var plan])
        {
            var which = "Of which plan? Say it with the right, such as: make Jo an owner of Leeds.";
            return _ => Task.FromResult<Answer>(Invalid("rights", which));
        }

        if (given.Person.Length > Right.LongestHolder / 2)
        {
            return _ => Task.FromResult<Answer>(Invalid("rights", "I changed nothing: that is too long for somebody’s name."));
        }

        var found = string.Equals(given.Person, now.Message.By.Name, StringComparison.OrdinalIgnoreCase)
            ? [new Person { Key = now.Message.By.Key, Name = now.Message.By.Name }]
            : await people.CalledAsync(given.Person, cancelled);
        if (found.Count > 1)
        {
            var choices = found.Where(person => person.SignIn is not null).Select(person => new Choice(person.SignIn!, now.Text?.Replace(given.Person, person.SignIn!, StringComparison.Ordinal) ?? person.SignIn!)).ToList();
            var sentence = $"I have met {found.Count:N0} people called {given.Person}. Say whom you mean by their sign-in name, such as jo@council.example.";
            return _ => Task.FromResult<Answer>(new Advice([sentence], choices)
            {
                Intent = "rights",
                Headline = "Which one?",
                Problem = new Problem(Problem.Ambiguous, sentence, [.. choices.Select(choice => choice.Name)]),
            });
        }

        var holder = found is [var only] ? only.Key
            : given.Person.Contains('@') ? PeopleMet.HolderBySignIn(given.Person)
            : now.Stranger?.Invoke(given.Person);
        return holder is null
            ? _ => Task.FromResult<Answer>(NotFound(
                "rights", $"I have not met {given.Person} yet, and a right is given to a person, not to a name. Say it with their sign-in name, such as jo@council.example, or ask them to say hello to me first."))
            : ledger => GiveAsync(ledger, plan, holder, found is [{ Name: { } called }] ? called : given.Person, given.Kind, words);
    }

    private static async Task<Answer> GiveAsync(Ledger ledger, int plan, string holder, string name, RightKind? kind, string words) =>
        await ledger.GiveAsync(plan, holder, name, kind) switch
        {
            Entry.Given given => new OnRecord(
                given.Before == given.Now ? ["So it was already; nothing was changed."] : [RightWords.Allows(kind)],
                MayUndo: given.Before != given.Now)
            {
                Intent = "rights",
                Understood = words,
                Headline = kind is { } now ? $"{given.Name} is {RightWords.Kind(now)} of {given.Plan}" : $"{given.Name} has no right of their own to {given.Plan}",
                Plan = plan,
            },
            Entry.Forbidden forbidden => NotAllowed(
                "rights",
                forbidden.Owners.Count > 0
                    ? $"Rights to {forbidden.Plan} are for {Owners(forbidden)} to give."
                    : $"{forbidden.Plan} has no owner yet. The first one is appointed by an administrator, whom the setting Rights__Administrators names."),
            _ => NotFound("rights", "There is no such plan that you can see. Ask which plans there are."),
        };

    private static async Task<Answer> BindAsync(Ledger ledger, Request.BindPlan bind, string words, Circumstances now) =>
        await ledger.BindAsync(now.Conversation, bind.Plan) is Entry.Bound
            ? new Advice(
                [$"Questions here that name no plan, team, lead or section are about {bind.Name} from now on. Say “this channel is about …” to change it."],
                [new Choice("What's overdue?", "What's overdue?")])
            {
                Intent = "bind",
                Understood = words,
                Headline = $"This conversation is about {bind.Name}",
            }
            : NotFound("bind", "There is no such plan that you can see. Ask which plans there are.");

    private static async Task<Answer> UndoAsync(Ledger ledger, Request.Undo undo, string words, Circumstances now)
    {
        switch (await ledger.UndoAsync(undo.Anyway, undo.Of))
        {
            case Entry.Undone undone:
                return Undone(undone, words, now.Today);
            case Entry.BuiltUpon upon:
                var message = $"{string.Join(" ", upon.Actions.Select(BuiltUpon).Concat(upon.Figures.Select(figure => $"A later figure stands for {figure}.")))} Undo would take back only the rest. Say “undo anyway” for that.";
                return new Advice([message], undo.Of is null ? [new Choice("Undo anyway", "undo anyway")] : [])
                {
                    Offer = undo.Of is null ? null : new Button("Undo anyway", Asks: undo with { Anyway = true }),
                    Intent = "undo",
                    Understood = words,
                    Headline = "Others have built upon it",
                    Problem = new Problem(Problem.Conflict, message, ["Undo anyway"]),
                };
            default:
                return NotFound("undo", undo.Of is null ? "There is nothing of yours to take back in this conversation." : "That was taken back already, or somebody else said it: everyone takes back their own.") with { Headline = "Nothing to undo" };
        }
    }

    private static string BuiltUpon(TakenBack back)
    {
        var who = back.By.Count > 0 ? string.Join(" and ", back.By) : "You, or somebody else,";
        var what = back.Undoing.NotTakenBack.Count > 0 ? $"changed the {string.Join(" and the ", back.Undoing.NotTakenBack.Select(change => Name(change.Field)).Distinct())} of" : "posted on";
        return $"{who} {what} {back.Line.Ref} since.";
    }

    private static OnRecord Undone(Entry.Undone undone, string words, DateOnly today)
    {
        // The last is taken back first; it is told in the order it was said.
        var actions = undone.Actions.Reverse().ToList();
        var now = undone.Actions.Select(back => back.Line).Concat(undone.Deeds.Select(LineOf).OfType<ActionLine>()).GroupBy(line => line.Id).ToDictionary(same => same.Key, same => same.Last());
        var said = actions.Select(back => back.Undoing.Progress.Changes.Count > 0 ? $"{back.Line.Ref} {RecordWords.Changes(back.Undoing.Progress.Changes)}" : $"what was said on {back.Line.Ref}")
            .Concat(undone.Deeds.Select(Headline)).ToList();
        var sentences = actions.SelectMany(Sentences).Concat(undone.Deeds.SelectMany(Sentences));
        return new OnRecord([.. sentences], MayUndo: false)
        {
            Intent = "undo",
            Understood = words,
            Headline = $"Taken back: {string.Join("; ", said)}",
            Actions = [.. actions.Select(back => back.Line.Id).Concat(undone.Deeds.Select(LineOf).OfType<ActionLine>().Select(line => line.Id)).Distinct().Select(id => Wording.Listed(now[id], today))],
            Changes = [
                .. actions.SelectMany(back => back.Undoing.Progress.Changes.Select(change => RecordWords.Listed(back.Line, change))),
                .. undone.Deeds.OfType<DeedUndone.Figure>().Where(figure => figure.IsBack)
                    .Select(figure => new ListedChange(figure.Plan, figure.Indicator, "value", RecordWords.Plain(figure.From), RecordWords.Plain(figure.To))),
            ],
        };
    }

    private static IEnumerable<string> Sentences(TakenBack back)
    {
        if (back.Progress.Text is { } text)
        {
            yield return $"Words taken off the record of {back.Line.Ref}, kept in its history: {RecordWords.Quote(text)}";
        }

        foreach (var stays in back.Undoing.NotTakenBack)
        {
            yield return $"The {Name(stays.Field)} of {back.Line.Ref} stays as it is now, because it was changed since{(back.By.Count > 0 ? $" by {string.Join(" and ", back.By)}" : "")}.";
        }
    }

    private static string Headline(DeedUndone deed) => deed switch
    {
        DeedUndone.Reason reason => $"the reason for the new date of {reason.Line.Ref}",
        DeedUndone.Figure { IsBack: true } figure => $"{figure.Indicator}, {figure.Period.Words}: {RecordWords.Number(figure.From, figure.Unit)} → {RecordWords.Number(figure.To, figure.Unit)}",
        DeedUndone.Figure figure => $"nothing of {figure.Indicator}, {figure.Period.Words}",
        DeedUndone.Tag { WasAdded: true } tag => $"{tag.Line.Ref} is not one of {tag.Service} any more",
        DeedUndone.Tag tag => $"{tag.Line.Ref} is one of {tag.Service} again",
        DeedUndone.Merge merge => $"{merge.Gone} and {merge.Kept} are two again",
        DeedUndone.Binding { Plan: { } plan } => $"this conversation is about {plan} again",
        DeedUndone.Binding => "this conversation is about no plan in particular any more",
        DeedUndone.Role role => role.Now is { } now ? $"{role.Name} is {now} again" : $"{role.Holder} is not {role.Name} any more",
        DeedUndone.Right { Now: null } right => $"{right.Name} has no right of their own to {right.Plan} any more",
        DeedUndone.Right right => $"{right.Name} is {RightWords.Kind(right.Now!.Value)} of {right.Plan} again",
        _ => throw new InvalidOperationException($"No words are written for {deed.GetType().Name}."),
    };

    private static IEnumerable<string> Sentences(DeedUndone deed) => deed switch
    {
        DeedUndone.Figure { IsBack: false } figure => [$"A later figure stands for {figure.Indicator}, {figure.Period.Words}: {RecordWords.Number(figure.To, figure.Unit)}."],
        DeedUndone.Figure { To: null } figure => [$"No figure stands for {figure.Indicator}, {figure.Period.Words} now."],
        DeedUndone.Reason => ["“No reason given” is said of it until there is one."],
        _ => [],
    };

    private static ActionLine? LineOf(DeedUndone deed) => deed switch
    {
        DeedUndone.Reason reason => reason.Line,
        DeedUndone.Tag tag => tag.Line,
        _ => null,
    };

    private static OnRecord Put(Entry.Put put, List<Entry.Put> answered, string intent, string words, Circumstances now, IEnumerable<string> sentences)
    {
        answered.Add(put);
        IEnumerable<string> asker = put.Asker is { } asked ? [$"{asked.AskedByName ?? "Whoever"}{(asked.AskedByName is null ? "" : ", who")} asked, is told."] : [];
        return new([.. sentences, .. RecordWords.Meanwhile(put.Line, put.Meanwhile), .. asker], MayUndo: true)
        {
            Intent = intent,
            Understood = words.Contains(put.Line.PlanName, StringComparison.Ordinal) ? words : $"{words} – {put.Line.PlanName}",
            Headline = put.Progress.Changes.Count > 0 ? $"Recorded on {put.Line.Ref}: {RecordWords.Changes(put.Progress.Changes)}" : $"Recorded on {put.Line.Ref}",
            Actions = [Wording.Listed(put.Line, now.Today)],
            Changes = [.. put.Progress.Changes.Select(change => RecordWords.Listed(put.Line, change))],
        };
    }

    private static string Services(ActionLine action) => action.Services.Count == 0 ? "It is one of no service now." : $"Its services: {string.Join("; ", action.Services)}.";

    private static string Name(Field field) => field switch
    {
        Field.State => "state",
        Field.Brag => "rating",
        Field.Due => "due date",
        _ => "lead",
    };

    // What the memory holds is what was shown to this person here.
    private static DateTime? ShownAt(ActionLine action, Circumstances now) =>
        now.Last is { At: { } at } last && last.Shown.Any(shown => shown.Plan == action.PlanId && string.Equals(shown.Ref, action.Ref, StringComparison.OrdinalIgnoreCase)) ? at : null;

    private static Advice Refused(Entry entry, string intent, ActionLine action) => entry switch
    {
        Entry.Forbidden forbidden when intent is "reschedule" or "reassign" =>
            NotAllowed(intent, $"Dates and leads of {forbidden.Plan} are for {Owners(forbidden)} to change, and for the leads of the action. You may post progress: “{action.Ref}: …”."),
        Entry.Forbidden forbidden => NotAllowed(intent, $"Guests may post only to plans that name them. Ask {Owners(forbidden)} to be named in {forbidden.Plan}."),
        _ => NotFound(intent, $"No plan you can see has an action {action.Ref}. Ask which plans there are, or for the actions of a team."),
    };

    private static string Owners(Entry.Forbidden forbidden) => forbidden.Owners.Count > 0 ? $"its owners ({string.Join(", ", forbidden.Owners)})" : "whoever administers the bot";

    private static Advice NotAllowed(string intent, string sentence) => new([sentence], [])
    {
        Intent = intent,
        Headline = "That is not for you to change",
        Problem = new Problem(Problem.NotAllowed, sentence, []),
    };

    private static Advice Invalid(string intent, string sentence) => new([sentence], [])
    {
        Intent = intent,
        Headline = "Nothing was changed",
        Problem = new Problem(Problem.Invalid, sentence, []),
    };

    private static Advice NotFound(string intent, string sentence) => new([sentence], WhichPlans)
    {
        Intent = intent,
        Headline = "Not found",
        Problem = new Problem(Problem.NotFound, sentence, []),
    };
}
