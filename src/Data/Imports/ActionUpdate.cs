using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Timescales;

namespace TeamsPlanBot.Data.Imports;

/// <summary>Brings actions to what the rows of a file say. What people put on the record since the plan last spoke of it stands.</summary>
/// <param name="columns">A column that the file does not have changes nothing.</param>
/// <param name="said">How the plan speaks on the record today.</param>
internal sealed class ActionUpdate(CsvTable columns, Posting said)
{
    /// <summary>Gives a new action what its row says.</summary>
    public PlanAction Begin(ActionRow row, string reference, PlanNames names, bool byWords)
    {
        var action = new PlanAction { PlanId = names.Plan.Id, Ref = reference, Title = row.Title, Section = names.Sections.Named(row.Section) };
        Apply(action, row, names, baseDateMoved: false, byWords, isNew: true);
        return action;
    }

    public void Update(PlanAction action, ActionRow row, PlanNames names, bool baseDateMoved, bool byWords)
    {
        action.Title = row.Title;
        if (columns.Has(ActionColumns.Section))
        {
            action.Section = names.Sections.Named(row.Section);
        }

        Apply(action, row, names, baseDateMoved, byWords, isNew: false);
    }

    private void Apply(PlanAction action, ActionRow row, PlanNames names, bool baseDateMoved, bool byWords, bool isNew)
    {
        var timescale = columns.Has(ActionColumns.Timescale) ? row.Timescale : action.Timescale;
        var retold = isNew || baseDateMoved || timescale != action.Timescale;
        var read = Timescale.Read(timescale, row.BaseDate ?? names.Plan.BaseDate);
        action.Timescale = timescale;
        action.Outcome = columns.Has(ActionColumns.Outcome) ? row.Outcome : action.Outcome;
        action.Measures = columns.Has(ActionColumns.Measures) ? row.Measures : action.Measures;
        action.Notes = Notes.Write(Notes.Read(action.Notes).Where(note => !columns.Has(note.Key)).Concat(row.Notes).ToDictionary());

        var state = row.State ?? (row.Brag == Brag.Blue || (retold && read.IsComplete) ? ActionState.Complete : null);
        var brag = state == ActionState.Complete ? Brag.Blue : row.Brag == Brag.Blue ? null : row.Brag;
        var due = row.Due ?? read.Due;
        string[] leads = [.. row.Leads.Select(name => names.Leads.Find(name)?.Name ?? name).Distinct()];
        if (isNew)
        {
            action.Begin(state, brag, due, [.. leads.Select(names.Leads.Named)]);
        }
        else
        {
            var what = new Told(state, brag, columns.Has(ActionColumns.Due) || retold ? new NewDue(due) : null, columns.Has(ActionColumns.Leads) ? leads : null);
            Put(action, action.RetiredOn is null ? what : ComeBack(action, what), names);
        }

        if (columns.Has(ActionColumns.Milestones) || retold)
        {
            Replan(action, row.Milestones ?? [.. read.Milestones.Select(m => new Milestone { On = m.On, Words = m.Words })]);
        }

        if (columns.Has(ActionColumns.Recommendations))
        {
            Relink(action.Recommendations, [.. row.Recommendations.Select(names.Recommendations.Named)], link => link.Recommendation, (r, at) => new ActionRecommendation { Recommendation = r, Position = at }, (link, at) => link.Position = at);
        }

        if (row.Progress is { } words && !action.Progress.Exists(p => !p.IsUndone && p.On == row.ProgressOn && p.Text?.Trim() == words))
        {
            action.Put(said with { Text = words, On = row.ProgressOn });
        }

        if (byWords)
        {
            TagByWords(action, names.Services);
        }
        else if (columns.Has(ActionColumns.Services))
        {
            Relink(action.Services, [.. row.Services.Select(names.Services.Named).Distinct()], link => link.Service, (service, at) => new ActionService { Service = service, Position = at }, (link, at) => link.Position = at);
        }
    }

    // Where a newer version says what the plan said before, a person's later value stands. Where it says something else, that is put on
    // the record; even if it stands already, or the next version would be taken for news over what people say in the meantime.
    private void Put(PlanAction action, Told told, PlanNames names)
    {
        var news = new List<(Field Field, string? Says, string? Stands)>();
        Hear(Field.State, told.State is not null, told.State?.Word(), action.State.Word());
        Hear(Field.Brag, told.Brag is not null, told.Brag?.Word(), action.Brag?.Word());
        Hear(Field.Due, told.Due is not null, told.Due?.Date?.Word(), action.Due?.Word());
        Hear(Field.Leads, told.Leads is not null, Names(told.Leads), Names(action.InOrder().Select(lead => lead.Name)));
        if (news.Count == 0)
        {
            return;
        }

        // An action that is not complete any more loses its blue, so the rating that the plan still gives it returns with it.
        var reopened = Is(Field.State) && told.State != ActionState.Complete && action.Brag == Brag.Blue;
        var agreed = news.FindAll(item => item.Says == item.Stands);
        var progress = action.Put(said with
        {
            State = Is(Field.State) ? told.State : null,
            Brag = Is(Field.Brag) || reopened ? told.Brag : null,
            Due = Is(Field.Due) ? told.Due : null,
            Leads = Is(Field.Leads) ? [.. told.Leads!.Select(names.Leads.Named)] : null,
        });
        progress.Changes.AddRange(agreed.Select(item => new Change { PlanId = action.PlanId, ActionId = action.Id, On = said.On!.Value, Field = item.Field, From = item.Stands, To = item.Says }));

        bool Is(Field field) => news.Exists(item => item.Field == field);

        void Hear(Field field, bool isSaid, string? says, string? stands)
        {
            if (isSaid && says != LastSaid(action, field, stands, names))
            {
                news.Add((field, says, stands));
            }
        }
    }

    private static string? LastSaid(PlanAction action, Field field, string? stands, PlanNames names)
    {
        var changes = action.Progress
            .SelectMany(p => p.Changes, (p, change) => (p.Origin, p.Id, Change: change))
            .Where(c => c.Change.Field == field)
            .OrderBy(c => c.Change.On).ThenBy(c => c.Id).ThenBy(c => c.Change.Id)
            .ToList();
        if (changes.Count == 0)
        {
            return stands;
        }

        var last = changes.FindLast(c => c.Origin == Origin.Plan).Change;
        var value = last is not null ? last.To : changes[0].Change.From;
        return field == Field.Leads ? Names(Spelt.Names(value).Select(name => names.Leads.Find(name)?.Name ?? name).Distinct()) : value;
    }

    // Where the file is silent, it is again what it was before it was closed.
    private static Told ComeBack(PlanAction action, Told told)
    {
        var closing = action.Progress.FindAll(p => p.Origin == Origin.Plan && p.On == action.RetiredOn).SelectMany(p => p.Changes).OrderBy(change => change.Id).ToList();
        var state = closing.FindLast(change => change is { Field: Field.State, To: "complete" });
        var brag = closing.FindLast(change => change is { Field: Field.Brag, To: "blue" });
        action.Return();
        return told with
        {
            State = told.State ?? Spelt.State(state?.From),
            Brag = told.Brag ?? (told.State == ActionState.Complete ? null : Spelt.Rating(brag?.From)),
        };
    }

    private static void Replan(PlanAction action, IReadOnlyList<Milestone> milestones)
    {
        if (!action.Milestones.OrderBy(m => m.Id).Select(m => (m.On, m.Words)).SequenceEqual(milestones.Select(m => (m.On, m.Words))))
        {
            // What was reached stays so, where the plan still has it.
            var met = action.Milestones.Where(m => m.MetOn is not null).ToList();
            foreach (var milestone in milestones)
            {
                milestone.MetOn = met.Find(one => one.On == milestone.On && one.Words == milestone.Words)?.MetOn;
            }

            action.Milestones.Clear();
            action.Milestones.AddRange(milestones);
        }
    }

    private static void Relink<TLink, T>(List<TLink> links, T[] all, Func<TLink, T> of, Func<T, int, TLink> add, Action<TLink, int> move)
        where TLink : class
        where T : class
    {
        links.RemoveAll(link => !all.Contains(of(link)));
        for (var at = 0; at < all.Length; at++)
        {
            if (links.Find(link => of(link) == all[at]) is { } link)
            {
                move(link, at + 1);
            }
            else
            {
                links.Add(add(all[at], at + 1));
            }
        }
    }

    private static void TagByWords(PlanAction action, NamesOf<Service> services)
    {
        var words = ServiceWords.Line([action.Title, action.Outcome, action.Measures, .. action.Progress.Where(p => !p.IsUndone).Select(p => p.Text)]);
        var spoken = services.Known.Concat(services.Aliases).Where(name => ServiceWords.Name(name.Name, words)).Select(name => name.Thing).Distinct().ToList();
        action.Services.RemoveAll(link => link.ByWords && !spoken.Contains(link.Service));
        foreach (var service in spoken.Where(service => !action.Services.Exists(link => link.Service == service)))
        {
            var last = action.Services.Select(link => link.Position).DefaultIfEmpty().Max();
            action.Services.Add(new ActionService { Service = services.Tracked(service), Position = last + 1, ByWords = true });
        }
    }

    private static string? Names(IEnumerable<string>? names) => Spelt.Names(names ?? []) is { Length: > 0 } joined ? joined : null;

    /// <summary>What a row says of what can change on the record; null where it says nothing.</summary>
    private sealed record Told(ActionState? State, Brag? Brag, NewDue? Due, IReadOnlyList<string>? Leads);
}
