using System.Text.Json;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Digests;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;
using TeamsPlanBot.Data.Recording;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>Carries out what changes something: posts, dates, leads, figures, tags, merged names, rights, and their taking back.</summary>
public sealed class Recordings(ActionsNamed actions, IndicatorQuestions indicators, PeopleMet people, Recorder recorder, UpdateRequests updates, DigestStore digests)
{
    /// <summary>Whether it is for here to carry out.</summary>
    public static bool Handles(Request request) => request
        is Request.Post or Request.Reschedule or Request.GiveReason or Request.Reassign or Request.Undo or Request.Measure or Request.Tag or Request.Merge or Request.HandRole or Request.GiveRight or Request.BindPlan;

    /// <summary>Carries out all that a message asks for, in one go and in order: each part succeeds or fails by itself.</summary>
    /// <returns>An answer for each part; or the one that the same message got before.</returns>
    public async Task<(IReadOnlyList<Part> Parts, Answer? Before)> AnswerAsync(IReadOnlyList<Understood> parts, Circumstances now, CancellationToken cancelled)
    {
        // What is meant is found out before anything is locked.
        var audience = await AudienceAsync(parts, now, cancelled);
        var prepared = new List<(Request Request, Func<Ledger, Task<Answer>> Enter)>();
        foreach (var part in OfThePlanSaid(parts))
        {
            prepared.Add((part.Request, await PrepareAsync(part, now with { Text = parts.Count == 1 ? now.Text : null }, audience, cancelled)));
        }

        var taken = await recorder.TakeAsync(
            now.Message,
            async ledger =>
            {
                // It may be begun anew.
                audience.Forget();
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
        await updates.TellAsync(taken.Before is null ? audience.Answered : [], now, cancelled);
        return taken.Before is { } before ? ([], JsonSerializer.Deserialize(before.Answer, AnswerJson.Default.Answer)!) : (AskedOnce(taken.Done!, now.Text), null);
    }

    private async Task<Audience> AudienceAsync(IReadOnlyList<Understood> parts, Circumstances now, CancellationToken cancelled) => new(
        parts.Any(part => part.Request is Request.Post or Request.Reschedule or Request.Reassign) ? await digests.ComingAsync(now.Message.ConversationKey, cancelled) : []);

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

    private Task<Func<Ledger, Task<Answer>>> PrepareAsync(Understood part, Circumstances now, Audience audience, CancellationToken cancelled) => part.Request switch
    {
        Request.Post post => OfActionAsync(post.Action, part, now, (ledger, action) => ActionRecordings.PostAsync(ledger, action, audience, post, part.Words, now), cancelled),
        Request.Reschedule moved => OfActionAsync(moved.Action, part, now, (ledger, action) => ActionRecordings.RescheduleAsync(ledger, action, audience, moved, part.Words, now), cancelled),
        Request.Reassign led => OfActionAsync(led.Action, part, now, (ledger, action) => ActionRecordings.ReassignAsync(ledger, action, audience, led, part.Words, now), cancelled),
        Request.Tag tag => OfActionAsync(tag.Action, part, now, (ledger, action) => ActionRecordings.TagAsync(ledger, action, tag, part.Words, now), cancelled),
        Request.GiveReason reason => Only(ledger => ActionRecordings.ExplainAsync(ledger, reason, part.Words, now)),
        Request.Undo undo => Only(ledger => Undoing.UndoAsync(ledger, undo, part.Words, now)),
        Request.Merge merge => Only(ledger => NameRecordings.MergeAsync(ledger, merge, part.Words)),
        Request.HandRole handed => Only(ledger => NameRecordings.HandAsync(ledger, handed, part.Words, now)),
        Request.Measure measure => MeasuredAsync(measure, part.Words, now, cancelled),
        Request.BindPlan bind => Only(ledger => RightRecordings.BindAsync(ledger, bind, part.Words, now)),
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

    private async Task<Func<Ledger, Task<Answer>>> MeasuredAsync(Request.Measure measure, string words, Circumstances now, CancellationToken cancelled)
    {
        if (measure.Indicators is [var only])
        {
            return ledger => FigureRecordings.MeasureAsync(ledger, only, measure, words);
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
            ? _ => Task.FromResult<Answer>(NotDone.NotFound("measure", $"No plan you can see has an indicator {measure.Name}."))
            : _ => Task.FromResult<Answer>(new Advice([asked], choices)
            {
                Intent = "measure",
                Headline = "Which one?",
                Problem = new Problem(Problem.Ambiguous, asked, [.. choices.Select(choice => choice.Name)]),
            });
    }

    // A right is the person's, whatever they are called: it needs somebody the bot has met, or a sign-in name.
    private async Task<Func<Ledger, Task<Answer>>> RightAsync(Request.GiveRight given, string words, Circumstances now, CancellationToken cancelled)
    {
        if (given.About.Scope.Plans is not [var plan])
        {
            var which = "Of which plan? Say it with the right, such as: make Jo an owner of Leeds.";
            return _ => Task.FromResult<Answer>(NotDone.Invalid("rights", which));
        }

        if (given.Person.Length > Right.LongestHolder / 2)
        {
            return _ => Task.FromResult<Answer>(NotDone.Invalid("rights", "I changed nothing: that is too long for somebody’s name."));
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
            ? _ => Task.FromResult<Answer>(NotDone.NotFound(
                "rights", $"I have not met {given.Person} yet, and a right is given to a person, not to a name. Say it with their sign-in name, such as jo@council.example, or ask them to say hello to me first."))
            : ledger => RightRecordings.GiveAsync(ledger, plan, holder, found is [{ Name: { } called }] ? called : given.Person, given.Kind, words);
    }
}
