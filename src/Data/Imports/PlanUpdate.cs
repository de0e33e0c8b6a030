using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Imports;

/// <summary>Brings one plan to what the rows of a file say.</summary>
internal sealed class PlanUpdate(Plan? known, IReadOnlyList<ActionRow> rows, List<ImportProblem> problems)
{
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

            if (!actions.TryGetValue(references[i], out var action))
            {
                action = new PlanAction { Ref = references[i], Title = rows[i].Title, Section = SectionOf(rows[i]) };
                actions.Add(action.Ref, action);
                plan.Actions.Add(action);
            }

            Update(action, rows[i], i);
        }

        Attach(actions);
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
    private List<string> References()
    {
        var references = new List<string>();
        var sections = new List<string>();
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);

        foreach (var row in rows)
        {
            if (!sections.Contains(row.Section))
            {
                sections.Add(row.Section);
            }

            var section = new Section { Label = row.Section }.Number ?? $"{sections.IndexOf(row.Section) + 1}";
            var family = row.Parent ?? section;
            var count = counts[family] = counts.GetValueOrDefault(family) + 1;
            references.Add(row.Ref ?? (row.Parent is null ? $"{section}.{count}" : $"{row.Parent}{Letters(count)}"));
        }

        return references;
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

    private void Update(PlanAction action, ActionRow row, int position)
    {
        action.Section = SectionOf(row);
        action.Position = position + 1;
        action.Title = row.Title;
        action.Timescale = row.Timescale;
        action.Due = row.Due;
        action.Outcome = row.Outcome;
        action.Measures = row.Measures;
        action.Notes = Notes.Write(row.Notes);

        // What the file leaves blank was not said, so it takes nothing back.
        if (row.State is not null || row.Brag is not null)
        {
            action.Rate(row.State, row.Brag ?? action.Brag);
        }

        Relink(action.Leads, row.Leads, link => link.Lead.Name, (name, at) => new ActionLead { Lead = LeadNamed(name), Position = at }, (link, at) => link.Position = at);
        Relink(action.Services, row.Services, link => link.Service.Name, (name, at) => new ActionService { Service = ServiceNamed(name), Position = at }, (link, at) => link.Position = at);
        Relink(action.Recommendations, row.Recommendations, link => link.Recommendation.Number, (number, at) => new ActionRecommendation { Recommendation = Numbered(number), Position = at }, (link, at) => link.Position = at);

        if (!action.Milestones.Select(m => (m.On, m.Words)).SequenceEqual(row.Milestones.Select(m => (m.On, m.Words))))
        {
            action.Milestones.Clear();
            action.Milestones.AddRange(row.Milestones);
        }

        if (row.Progress is { } words && !action.Progress.Any(p => p.Text == words && p.On == row.ProgressOn))
        {
            action.Record(new Progress { Text = words, On = row.ProgressOn });
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

    private void Attach(Dictionary<string, PlanAction> actions)
    {
        foreach (var (row, reference) in rows.Zip(References()))
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
    }

    // A name that no action bears any more would be offered as a choice and lead nowhere.
    private void DropUnused(PlanStore store)
    {
        var leads = plan.Actions.SelectMany(a => a.Leads).Select(l => l.Lead).ToHashSet();
        var services = plan.Actions.SelectMany(a => a.Services).Select(s => s.Service).ToHashSet();
        store.RemoveRange(plan.Leads.Where(lead => lead.Id > 0 && !leads.Contains(lead)));
        store.RemoveRange(plan.Services.Where(service => service.Id > 0 && !services.Contains(service)));
    }

    private static string Fingerprint(PlanAction action) => string.Join(
        '\u001F',
        [
            action.Section.Label, action.Parent?.Ref, action.Title, action.Timescale, $"{action.Due:O}", $"{action.State}", $"{action.Brag}",
            action.Outcome, action.Measures, action.Notes,
            .. action.Leads.OrderBy(l => l.Position).Select(l => l.Lead.Name), "\u001E",
            .. action.Services.OrderBy(s => s.Position).Select(s => s.Service.Name), "\u001E",
            .. action.Recommendations.OrderBy(r => r.Position).Select(r => r.Recommendation.Number), "\u001E",
            .. action.Milestones.Select(m => $"{m.On:O} {m.Words}"), "\u001E",
            .. action.Progress.Select(p => $"{p.On:O} {p.By} {p.Text}"),
        ]);
}
