using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Questions;
using TeamsPlanBot.Data.Recording;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>Asks the leads of an action how it is going, and tells whoever asked when they have answered.</summary>
public sealed class UpdateRequests(PeopleMet people, UpdatesAsked asked, ActionQuestions actions, IPersonalMessages messages)
{
    private enum Outcome
    {
        Asked,
        AskedBefore,
        Unmet,
        MayNotSee,
        NotNow,
        NoWay,
        Self,
        Several,
    }

    public async Task<Answer> AskAsync(ActionLine action, Request.AskLeads request, string words, Circumstances now, CancellationToken cancelled)
    {
        var leads = request.Lead is null ? action.Leads : [.. action.Leads.Where(lead => lead == request.Lead)];
        if (leads.Count == 0)
        {
            return Refused(
                action.Leads.Count == 0
                    ? $"{action.Ref} has no lead, so there is nobody to ask. Name one: “assign {action.Ref} to Jo Bloggs”."
                    : $"{request.Lead} does not lead {action.Ref}, so nobody was asked. It is led by {string.Join(" and ", action.Leads)}.");
        }

        var told = new List<(Outcome Outcome, string Sentence)>();
        foreach (var lead in leads)
        {
            told.Add(await AskAsync(action, lead, now, cancelled));
        }

        var isAsked = told.Exists(one => one.Outcome is Outcome.Asked);
        var sentences = told.Select(one => one.Sentence).Distinct().ToList();
        if (!isAsked && !told.Exists(one => one.Outcome == Outcome.AskedBefore))
        {
            return Refused(string.Join(" ", sentences));
        }

        return new OnRecord(isAsked ? [.. sentences, "What they answer goes on the record, and I tell you."] : sentences, MayUndo: false)
        {
            Intent = "action",
            Understood = words,
            Headline = isAsked ? $"Asked for an update on {action.Ref}" : $"An update on {action.Ref} was asked for already",
            Actions = [Wording.Listed(action, now.Today)],
        };
    }

    /// <summary>Tells whoever asked that the answer is on the record, as far as they may see it now.</summary>
    public async Task TellAsync(IEnumerable<Entry.Put> answered, Circumstances now, CancellationToken cancelled)
    {
        foreach (var put in answered)
        {
            if (put.Asker is not { } question || await people.FindAsync(question.AskedBy, cancelled) is not { } asker
                || await actions.FindAsync(asker.Alone, put.Line.Ref, [put.Line.PlanId], cancelled) is not [{ Line: { } seen }])
            {
                continue;
            }

            var answer = new OnRecord(put.Progress.Text is { } text ? [RecordWords.Quote(text)] : [], MayUndo: false)
            {
                Intent = "progress",
                Headline = $"{put.Progress.By ?? "Somebody"} answered on {put.Line.Ref}{(put.Progress.Changes.Count > 0 ? $": {RecordWords.Changes(put.Progress.Changes)}" : "")}",
                Actions = [Wording.Listed(seen, now.Today)],
            };
            await messages.WriteAsync(asker, answer, now.Conversation, cancelled);
        }
    }

    private async Task<(Outcome Outcome, string Sentence)> AskAsync(ActionLine action, string lead, Circumstances now, CancellationToken cancelled)
    {
        var found = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var name in now.Names.WaysToCall(action.PlanId, lead, now.Today))
        {
            foreach (var person in await people.CalledAsync(name, cancelled))
            {
                found[person.Key] = person;
            }
        }

        if (found.Values.ToList() is not [var only])
        {
            return found.Count == 0
                ? (Outcome.Unmet, $"I have not met {lead}, so I cannot write to them: ask them to say hello to me in Teams first. If that is a role, say who holds it: “Jo Bloggs is {lead}”.")
                : (Outcome.Several, $"I have met {found.Count:N0} people who go by {lead}, so I asked none of them.");
        }

        if (only.Key == now.Message.By.Key)
        {
            return (Outcome.Self, $"That is you: post it here, such as “{action.Ref}: two agency workers started, amber”.");
        }

        if (await actions.FindAsync(only.Alone, action.Ref, [action.PlanId], cancelled) is not [var seen])
        {
            return (Outcome.MayNotSee, $"{lead} may not see {action.PlanName}, so I did not ask them.");
        }

        var question = new UpdateAsked { ActionId = action.Id, PersonKey = only.Key, AskedBy = now.Message.By.Key, AskedByName = now.Message.By.Name, At = now.Message.At };
        if (await asked.AskAsync(question, cancelled) is { } before)
        {
            var who = before.AskedBy == now.Message.By.Key ? "You" : before.AskedByName ?? "Somebody";
            return (Outcome.AskedBefore, $"{who} asked {lead} within the last day, and they have not answered yet.");
        }

        // A role is asked of its holder.
        var called = string.Equals(only.Name, lead, StringComparison.OrdinalIgnoreCase) || only.Name is null ? lead : $"{only.Name} ({lead})";
        var reached = await messages.WriteAsync(only, Invitation(seen.Line, now), now.Conversation, cancelled);
        if (reached == Reached.Written)
        {
            return (Outcome.Asked, $"I wrote to {called}.");
        }

        await asked.TakeBackAsync(question, cancelled);
        return reached == Reached.NotNow
            ? (Outcome.NotNow, $"I could not write to {called} just now. Try again in a minute.")
            : (Outcome.NoWay, $"I cannot write to {called}: they have no chat with me, or closed it.");
    }

    private static UpdateForm Invitation(ActionLine action, Circumstances now) => UpdateForm.For(action, new Request.FillIn(new ActionNamed(action.Ref, [action.PlanId], IsSaid: true)), now.Today) with
    {
        Headline = $"{now.Message.By.Name ?? "Somebody"} asks how {action.Ref} is going",
        Invitation = "Just answer in your own words, such as “two agency workers started, amber”, or fill this in. Either goes on the record in your name.",
    };

    private static Advice Refused(string sentence) => new([sentence], [])
    {
        Intent = "action",
        Headline = "Nobody was asked",
        Problem = new Problem(Problem.NotFound, sentence, []),
    };
}
