using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Timescales;

namespace TeamsPlanBot.Data.Imports;

/// <summary>Brings one plan to what the rows of a file say.</summary>
internal sealed class PlanUpdate(Plan? known, IReadOnlyList<ActionRow> rows, List<ImportProblem> problems)
{
    private static readonly Posting Said = new() { Origin = Origin.Plan, At = DateTime.UtcNow, On = null };

    private readonly Plan plan = known ?? new Plan { Key = rows[0].Plan, Name = rows[0].PlanName ?? rows[0].Plan };

    public ImportedPlan Apply(PlanStore store)
    {
        plan.Name = rows.Select(row => row.PlanName).FirstOrDefault(name => name is not null) ?? plan.Name;
        plan.BaseDate = rows.Select(row => row.BaseDate).FirstOrDefault(date => date is not null) ?? plan.BaseDate;
        if (known is null)
        {
            store.Plans.Add(plan);
        }

        var before = plan.Actions.ToDictionary(action => action.Ref, Fingerprint, StringComparer.OrdinalIgnoreCase);
        var actions = plan.Actions.ToDictionary(action => action.Ref, StringComparer.OrdinalIgnoreCase);
        var here = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var references = References();

        for (var i = 0; i < rows.Count; i++)
        {
            if (!here.Add(references[i]))
            {
                problems.Add(new ImportProblem(rows[i].Row, ActionColumns.Ref, $"The reference {references[i]} stands twice in the plan {plan.Key}; give each action its own."));
                continue;
            }

            var isNew = !actions.TryGetValue(references[i], out var action);
            if (action is null)
            {
                action = new PlanAction { Ref = references[i], Title = rows[i].Title, Section = SectionOf(rows[i]) };
                actions.Add(action.Ref, action);
                plan.Actions.Add(action);
            }

            Update(action, rows[i], i, isNew);
        }

        Attach(actions, references);
        DropUnused(store);

        return new ImportedPlan(
            plan.Key,
            plan.Name,
            known is null,
            here.Count(reference => !before.ContainsKey(reference)),
            here.Count(reference => before.TryGetValue(reference, out var old) && old != Fingerprint(actions[reference])),
            here.Count(reference => before.TryGetValue(reference, out var old) && old == Fingerprint(actions[reference])),
            [.. plan.Actions.Where(action => !here.Contains(action.Ref)).OrderBy(action => action.Position).Select(action => action.Ref)]);
    }

    // A reference that the plan does not print is section.row in document order; its sub-actions are a, b, c…
    // An action that has one keeps it, whatever stands before it now.
    private List<string> References()
    {
        var kept = Kept();
        var references = rows.Select(row => row.Ref ?? kept.GetValueOrDefault(row)).ToList();
        var taken = kept.Values.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var sections = rows.Select(row => row.Section).Distinct().ToList();
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);

        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var section = new Section { Label = row.Section }.Number ?? $"{sections.IndexOf(row.Section) + 1}";
            var family = row.Parent ?? section;
            var count = counts[family] = counts.GetValueOrDefault(family) + 1;
            for (; references[i] is null; count++)
            {
                var next = row.Parent is null ? $"{section}.{count}" : $"{row.Parent}{Letters(count)}";
                references[i] = taken.Add(next) ? next : null;
            }
        }

        return references!;
    }

    // The references of rows that print none, where one row and one known action say the same.
    private Dictionary<ActionRow, string> Kept()
    {
        var printed = rows.Select(row => row.Ref).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var known = plan.Actions.Where(action => !printed.Contains(action.Ref)).ToLookup(action => (action.Section.Label, action.Parent?.Ref.ToUpperInvariant(), action.Title));
        return rows.Where(row => row.Ref is null)
            .GroupBy(row => (row.Section, row.Parent?.ToUpperInvariant(), row.Title))
            .Where(same => same.Count() == 1 && known[same.Key].Count() == 1)
            .ToDictionary(same => same.Single(), same => known[same.Key].Single().Ref);
    }

    private static string Letters(int number) =>
        number <= 26 ? $"{(char)('a' + number - 1)}" : $"{Letters((number - 1) / 26)}{Letters((number - 1) % 26 + 1)}";

    private Section SectionOf(ActionRow row)
    {
        var section = plan.Sections.Find(s => s.Label == row.Section);
        if (section is null)
        {
            section = new Section { Label = row.Section, Position = plan.Sections.Count + 1 };
            plan.Sections.Add(section);
        }

        section.Lead = row.SectionLead ?? section.Lead;
        section.Outcomes = row.SectionOutcomes ?? section.Outcomes;
        return section;
    }

    private void Update(PlanAction action, ActionRow row, int position, bool isNew)
    {
        action.Section = SectionOf(row);
        action.Position = position + 1;
        action.Title = row.Title;
        action.Timescale = row.Timescale;
        var read = Timescale.Read(row.Timescale, row.BaseDate ?? plan.BaseDate);
        var due = row.Due ?? read.Due;
        action.Outcome = row.Outcome;
        action.Measures = row.Measures;
        action.Notes = Notes.Write(row.Notes);

        // What the file leaves blank was not said, so it takes nothing back.
        ActionState? state = row.State ?? (read.IsComplete ? ActionState.Complete : null);
        IReadOnlyList<Lead> leads = [.. row.Leads.Select(LeadNamed)];
        if (isNew)
        {
            action.Begin(state, row.Brag, due, leads);
        }
        else if ((state is not null && state != action.State) || (row.Brag is not null && row.Brag != action.Brag) || due != action.Due || !leads.SequenceEqual(action.InOrder()))
        {
            action.Put(Said with { State = state, Brag = row.Brag, Due = new NewDue(due), Leads = leads });
        }

        Relink(action.Services, row.Services, link => link.Service.Name, (name, at) => new ActionService { Service = ServiceNamed(name), Position = at }, (link, at) => link.Position = at);
        Relink(action.Recommendations, row.Recommendations, link => link.Recommendation.Number, (number, at) => new ActionRecommendation { Recommendation = Numbered(number), Position = at }, (link, at) => link.Position = at);

        var milestones = row.Milestones ?? [.. read.Milestones.Select(m => new Milestone { On = m.On, Words = m.Words })];
        if (!action.Milestones.OrderBy(m => m.Id).Select(m => (m.On, m.Words)).SequenceEqual(milestones.Select(m => (m.On, m.Words))))
        {
            action.Milestones.Clear();
            action.Milestones.AddRange(milestones);
        }

        if (row.Progress is { } words && !action.Progress.Any(p => p.Text == words && p.On == row.ProgressOn))
        {
            action.Put(Said with { Text = words, On = row.ProgressOn });
        }
    }

    private static void Relink<TLink>(List<TLink> links, IReadOnlyList<string> names, Func<TLink, string> nameOf, Func<string, int, TLink> add, Action<TLink, int> move)
    {
        links.RemoveAll(link => !names.Contains(nameOf(link)));
        for (var at = 0; at < names.Count; at++)
        {
            if (links.Find(link => nameOf(link) == names[at]) is { } link)
            {
                move(link, at + 1);
            }
            else
            {
                links.Add(add(names[at], at + 1));
            }
        }
    }

    private Lead LeadNamed(string name) => FindOrAdd(plan.Leads, lead => lead.Name == name, () => new Lead { Name = name });

    private Service ServiceNamed(string name) => FindOrAdd(plan.Services, service => service.Name == name, () => new Service { Name = name });

    private Recommendation Numbered(string number) => FindOrAdd(plan.Recommendations, r => r.Number == number, () => new Recommendation { Number = number });

    private static T FindOrAdd<T>(List<T> all, Predicate<T> isIt, Func<T> make)
        where T : class
    {
        if (all.Find(isIt) is { } found)
        {
            return found;
        }

        var made = make();
        all.Add(made);
        return made;
    }

    private void Attach(Dictionary<string, PlanAction> actions, List<string> references)
    {
        foreach (var (row, reference) in rows.Zip(references))
        {
            var action = actions[reference];
            if (row.Parent is null)
            {
                action.Parent = null;
            }
            else if (actions.TryGetValue(row.Parent, out var parent) && parent != action)
            {
                action.Parent = parent;
            }
            else
            {
                problems.Add(new ImportProblem(row.Row, ActionColumns.Parent, $"The plan {plan.Key} has no action {row.Parent}; name the action that this one belongs to."));
            }
        }

        foreach (var (row, reference) in rows.Zip(references))
        {
            if (IsItsOwnAncestor(actions[reference]))
            {
                problems.Add(new ImportProblem(row.Row, ActionColumns.Parent, $"The action {reference} belongs to itself by way of {row.Parent}; name the action that this one belongs to."));
            }
        }
    }

    private static bool IsItsOwnAncestor(PlanAction action)
    {
        var seen = new HashSet<PlanAction>();
        var ancestor = action.Parent;
        while (ancestor is not null && ancestor != action && seen.Add(ancestor))
        {
            ancestor = ancestor.Parent;
        }

        return ancestor == action;
    }

    // A name that no action bears any more would be offered as a choice and lead nowhere.
    private void DropUnused(PlanStore store)
    {
        var leads = plan.Actions.SelectMany(a => a.Leads).Select(l => l.Lead).ToHashSet();
        var services = plan.Actions.SelectMany(a => a.Services).Select(s => s.Service).ToHashSet();
        store.RemoveRange(plan.Leads.Where(lead => lead.Id > 0 && !leads.Contains(lead)));
        store.RemoveRange(plan.Services.Where(service => service.Id > 0 && !services.Contains(service)));
        var sections = plan.Actions.Select(a => a.Section).ToHashSet();
        store.RemoveRange(plan.Sections.Where(section => section.Id > 0 && !sections.Contains(section)));
    }

    private static string Fingerprint(PlanAction action) => string.Join(
        '\u001F',
        [
            action.Section.Label, action.Parent?.Ref, action.Title, action.Timescale, $"{action.Due:O}", $"{action.State}", $"{action.Brag}",
            action.Outcome, action.Measures, action.Notes,
            .. action.Leads.OrderBy(l => l.Position).Select(l => l.Lead.Name), "\u001E",
            .. action.Services.OrderBy(s => s.Position).Select(s => s.Service.Name), "\u001E",
            .. action.Recommendations.OrderBy(r => r.Position).Select(r => r.Recommendation.Number), "\u001E",
            .. action.Milestones.OrderBy(m => m.Id).Select(m => $"{m.On:O} {m.Words}"), "\u001E",
            .. action.Progress.OrderBy(p => p.Id).Select(p => $"{p.On:O} {p.By} {p.Text}"),
        ]);
}
