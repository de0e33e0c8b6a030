using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;
using TeamsPlanBot.Data.Recording;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>Puts on the record what is said of one action: words, ratings, dates, leads, reasons, services.</summary>
internal static class ActionRecordings
{
    public static async Task<Answer> PostAsync(Ledger ledger, ActionLine action, Audience audience, Request.Post post, string words, Circumstances now)
    {
        var entry = await ledger.PostAsync(
            action.Id,
            said => said with { Text = post.Text, Link = post.Link, Brag = post.Brag, State = post.State, DeniesStart = post.Text is { } text && DeniedStart.In(text) },
            ShownAt(action, now));
        if (entry is not Entry.Put put)
        {
            return NotDone.Refused(entry, "progress", action);
        }

        string[] milestone = post.Milestone is { } named ? [await MilestoneAsync(ledger, put.Line, named)] : [];
        return Put(put, audience, "progress", words, now, [.. WhatStays(post, put), .. milestone]);
    }

    private static async Task<string> MilestoneAsync(Ledger ledger, ActionLine action, MilestoneNamed named)
    {
        var number = 0;
        var (meant, of) = await ledger.MeetAsync(action.Id, all => (number = NumberOf(named, all)) > 0 ? all[number - 1] : null, named.IsMet);
        return meant is not null ? $"Milestone {number} of {of} ({Dates.InWords(meant.On)}: {RecordWords.Short(meant.Words)}){(meant.MetOn is { } met ? $" is met, on {Dates.InWords(met)}." : " is not met yet. Say “done” of it when it is.")}"
            : of == 0 ? $"{action.Ref} has no milestones, so only the words are recorded."
            : $"{action.Ref} has {Wording.Count(of, "milestone")}, and I cannot tell which one you mean: the words are recorded, and none is marked. Say its number, such as “{action.Ref} milestone 1: done”.";
    }

    private static int NumberOf(MilestoneNamed named, IReadOnlyList<Milestone> all)
    {
        if (named.Month is { } month)
        {
            var then = all.Index().Where(one => one.Item.On.Month == month && (named.Year is null || one.Item.On.Year == named.Year)).ToList();
            return then is [var only] ? only.Index + 1 : 0;
        }

        return named.Number is { } number ? (number == 0 ? all.Count : number <= all.Count ? number : 0) : all.Count == 1 ? 1 : 0;
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

    public static async Task<Answer> RescheduleAsync(Ledger ledger, ActionLine action, Audience audience, Request.Reschedule moved, string words, Circumstances now)
    {
        var entry = await ledger.PostAsync(action.Id, said => said with { Due = new NewDue(moved.Due, moved.Reason) }, ShownAt(action, now));
        if (entry is Entry.Same same)
        {
            return NotDone.Invalid("reschedule", $"{same.Line.Ref} {(same.Line.Due is { } due ? $"is due on {Dates.InWords(due)}" : "has no due date")} already, so nothing was changed.");
        }

        if (entry is not Entry.Put put)
        {
            return NotDone.Refused(entry, "reschedule", action);
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
        return Put(put, audience, "reschedule", words, now, sentences) with { Unexplained = moved.Reason is null && isMove ? now.Message.Id : null };
    }

    public static async Task<Answer> ReassignAsync(Ledger ledger, ActionLine action, Audience audience, Request.Reassign led, string words, Circumstances now)
    {
        if (led.Leads.FirstOrDefault(name => name.Length > Lead.LongestName || name.Contains(';') || name.Any(char.IsControl)) is not null)
        {
            return NotDone.Invalid("reassign", $"I changed nothing: a lead’s name has at most {Lead.LongestName} characters and no semicolon.");
        }

        var entry = await ledger.PostAsync(action.Id, said => said, ShownAt(action, now), led.Leads, led.Besides);
        return entry switch
        {
            Entry.Put put => Put(put, audience, "reassign", words, now, []),
            Entry.Same same => NotDone.Invalid("reassign", $"{same.Line.Ref} is led by {string.Join(" and ", same.Line.Leads)} already, so nothing was changed."),
            _ => NotDone.Refused(entry, "reassign", action),
        };
    }

    public static async Task<Answer> ExplainAsync(Ledger ledger, Request.GiveReason given, string words, Circumstances now) =>
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

    public static async Task<Answer> TagAsync(Ledger ledger, ActionLine action, Request.Tag tag, string words, Circumstances now) =>
        await ledger.TagAsync(action.Id, tag.Service, tag.TakesAway) switch
        {
            Entry.Tagged tagged => new OnRecord(tagged.IsChanged ? [Services(tagged.Line)] : ["So it was already; nothing was changed."], tagged.IsChanged)
            {
                Intent = "tag",
                Understood = words,
                Headline = tag.TakesAway ? $"{tagged.Line.Ref} is not one of {tagged.Service} {(tagged.IsChanged ? "any more" : "anyway")}" : $"{tagged.Line.Ref} is one of {tagged.Service}{(tagged.IsChanged ? " now" : "")}",
                Actions = [Wording.Listed(tagged.Line, now.Today)],
            },
            var other => NotDone.Refused(other, "tag", action),
        };

    private static OnRecord Put(Entry.Put put, Audience audience, string intent, string words, Circumstances now, IEnumerable<string> sentences) =>
        new([.. sentences, .. RecordWords.Meanwhile(put.Line, put.Meanwhile), .. audience.Hears(put, now.Names)], MayUndo: true)
        {
            Intent = intent,
            Understood = words.Contains(put.Line.PlanName, StringComparison.Ordinal) ? words : $"{words} – {put.Line.PlanName}",
            Headline = put.Progress.Changes.Count > 0 ? $"Recorded on {put.Line.Ref}: {RecordWords.Changes(put.Progress.Changes)}" : $"Recorded on {put.Line.Ref}",
            Actions = [Wording.Listed(put.Line, now.Today)],
            Changes = [.. put.Progress.Changes.Select(change => RecordWords.Listed(put.Line, change))],
        };

    private static string Services(ActionLine action) => action.Services.Count == 0 ? "It is one of no service now." : $"Its services: {string.Join("; ", action.Services)}.";

    // What the memory holds is what was shown to this person here.
    private static DateTime? ShownAt(ActionLine action, Circumstances now) =>
        now.Last is { At: { } at } last && last.Shown.Any(shown => shown.Plan == action.PlanId && string.Equals(shown.Ref, action.Ref, StringComparison.OrdinalIgnoreCase)) ? at : null;
}
