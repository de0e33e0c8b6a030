using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Cards;
using TeamsPlanBot.Bot.Conversations;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Calendar;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Digests;
using TeamsPlanBot.Data.Questions;
using TeamsPlanBot.Teams.Outgoing;
using Written = TeamsPlanBot.Data.Digests.Delivery;

namespace TeamsPlanBot.Bot.Digests;

/// <summary>Reminds leads of what falls due: a week before, on the day and a week after, then weekly who leads the section. One message a person and working day, and the answer to it is the post.</summary>
public sealed class Nudges(DigestStore digests, PeopleMet people, NudgeQuestions questions, ActionQuestions actions, UpdatesAsked asked, NamesBook namesBook, TimeProvider time)
{
    private const int MostRows = 8;
    private const int MostForms = 3;
    private const int LongestTitle = 140;

    private static readonly TimeOnly At = new(9, 0);
    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(9);

    private DateOnly? done;

    /// <summary>Writes down today's nudges, once it is time for them; whoever writes one down a second time changes nothing.</summary>
    public async Task WriteDownAsync(CancellationToken cancelled)
    {
        var (today, now) = (time.Today(), time.GetUtcNow().UtcDateTime);
        var due = London.Moment(today, At);
        if (done == today || now < due || now >= due + GoodFor || WorkingDays.IsWorkingDay(today) == false)
        {
            return;
        }

        var days = DaysOf(today);
        var all = await questions.OnAsync(Viewer.Operator, days, null, null, cancelled);
        foreach (var person in all.Count == 0 ? [] : await people.NudgeableAsync(today, cancelled))
        {
            var names = await namesBook.ForAsync(person.Alone, cancelled);
            if (Theirs(all, days, person, names, today).Any())
            {
                await digests.WriteDownAsync(new Written { PersonKey = person.Key, ConversationKey = person.Chat!, DueAt = due, GoodUntil = due + GoodFor }, cancelled);
            }
        }

        done = today;
    }

    /// <summary>The nudge for somebody as it is now; null where nothing is left to remind of, or they want none.</summary>
    public async Task<OutgoingActivity?> ComposeAsync(string key, CancellationToken cancelled)
    {
        var today = time.Today();
        if ((await people.NudgeableAsync(today, cancelled, key)).SingleOrDefault() is not { } person)
        {
            return null;
        }

        var days = DaysOf(today);
        var names = await namesBook.ForAsync(person.Alone, cancelled);
        var leads = names.LeadsOf(new Speaker(person.Name, person.SignIn, null), today);
        var found = Theirs(await questions.OnAsync(person.Alone, days, leads, SectionNames(person, names, leads), cancelled), days, person, names, today).ToList();
        var listed = new List<ListedAction>();
        foreach (var action in found.Take(MostRows))
        {
            if (await actions.FindAsync(person.Alone, action.Ref, [action.PlanId], cancelled) is [var one])
            {
                listed.Add(Wording.Listed(one.Line, today));
            }
        }

        if (listed.Count == 0)
        {
            return null;
        }

        // The answer is taken as the post: of one action as it is, of several by its number.
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var action in listed)
        {
            await asked.AskAsync(new UpdateAsked { ActionId = action.Action.Id, PersonKey = key, AskedBy = UpdateAsked.ByNobody, At = now }, cancelled);
        }

        var answer = Said(listed, found.Count, found.Exists(action => !action.Leads.Intersect(leads).Any()), today);
        return OutgoingActivity.Message(CardFace.Draw(answer), answer.Headline);
    }

    private static Overview Said(List<ListedAction> listed, int all, bool leadsSection, DateOnly today)
    {
        var late = listed.Count(action => action.Action.Due < today);
        var first = listed[0].Action;
        var points = string.Join(", ", new[]
        {
            late > 0 ? $"{late:N0} overdue" : null,
            listed.Count(action => action.Action.Due == today) is > 0 and var now ? $"{now:N0} due today" : null,
            listed.Count(action => action.Action.Due > today) is > 0 and var soon ? $"{soon:N0} due in a week" : null,
        }.OfType<string>());
        return new Overview(
        [
            new Passage.Rows("", [.. listed.Select(action => action.Row(namesPlan: true) with { Title = Wording.Cut(action.Action.Title, LongestTitle) })]),
            new Passage.Lines("",
            [
                .. all > listed.Count ? [$"And {all - listed.Count:N0} more: ask “my overdue actions”."] : Array.Empty<string>(),
                listed.Count == 1
                    ? "How is it going? Just answer in your own words, such as “two agency workers started, amber”."
                    : $"How are they going? Answer with the number in front, such as “{first.Ref}: two agency workers started, amber”, a line each.",
                .. leadsSection ? ["Some of these are late in a section you lead; their own leads were reminded before."] : Array.Empty<string>(),
            ]),
        ])
        {
            Intent = "actions",
            Headline = listed.Count == 1 && !leadsSection ? $"Your action {first.Ref}: {points}" : $"{Wording.Count(all, "action")} of yours: {points}",
            Total = all,
            Actions = listed,
            Further =
            [
                .. listed.Take(MostForms).Select(action => new Button($"Update {action.Action.Ref}", Asks: new Request.FillIn(action.Named))),
                new Button("No nudges for a week", Says: "snooze nudges for a week"),
                new Button("No more nudges", Says: "stop nudges"),
            ],
        };
    }

    private static IEnumerable<NudgedAction> Theirs(IReadOnlyList<NudgedAction> all, IReadOnlyList<DateOnly> days, Person person, Names names, DateOnly today)
    {
        var leads = names.LeadsOf(new Speaker(person.Name, person.SignIn, null), today).ToHashSet();
        var sections = SectionNames(person, names, [.. leads]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return all.Where(action => (action.IsForLeads(days) && action.Leads.Any(leads.Contains)) || (action.IsForSection(days) && sections.Contains(action.SectionLead!)));
    }

    // A section is led by somebody, or by whoever holds a role.
    private static IReadOnlyList<string> SectionNames(Person person, Names names, IReadOnlyList<int> leads) =>
        [.. names.Things.Where(thing => thing.Kind == NameKind.Lead && leads.Contains(thing.Id)).Select(thing => thing.Name).Concat(person.Name is { } name ? [name] : Array.Empty<string>()).Distinct()];

    // What fell on days on which nobody works is told on the next one.
    private static List<DateOnly> DaysOf(DateOnly today)
    {
        List<DateOnly> days = [today];
        for (var day = today.AddDays(-1); WorkingDays.IsWorkingDay(day) == false; day = day.AddDays(-1))
        {
            days.Add(day);
        }

        return days;
    }
}
