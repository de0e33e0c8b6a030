using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Imports;

/// <summary>Brings the details of plans to what the rows of a file say; what the file does not say stays.</summary>
internal sealed class DetailsImport(PlanStore store, CsvTable file, PlansOfFile plans)
{
    /// <summary>Says whether anything is to be saved.</summary>
    public async Task<bool> ApplyAsync(ImportDefaults defaults, CancellationToken cancelled)
    {
        var loaded = new Dictionary<PlanOfFile, PlanDetails>();
        foreach (var row in DetailsCsvReader.Rows(file, defaults))
        {
            if (await plans.OfAsync(row.Plan, row.Row, cancelled) is not { } plan)
            {
                continue;
            }

            if (!loaded.TryGetValue(plan, out var details))
            {
                loaded[plan] = details = new PlanDetails(await LoadAsync(plan.Id, cancelled), file);
            }

            plan.Count(details.Put(row));
        }

        foreach (var details in loaded.Values)
        {
            details.CheckAtTheEnd();
        }

        return file.Problems.Count == 0 && store.ChangeTracker.HasChanges();
    }

    // A tag says its action, so the actions are needed, but not their words.
    private async Task<Plan> LoadAsync(int id, CancellationToken cancelled) =>
        await store.Plans
            .Include(p => p.Boards).ThenInclude(b => b.Meetings)
            .Include(p => p.Recommendations)
            .Include(p => p.Issues)
            .Include(p => p.Services).ThenInclude(s => s.Aliases)
            .Include(p => p.Leads).ThenInclude(l => l.Aliases)
            .Include(p => p.Leads).ThenInclude(l => l.Holders)
            .Include(p => p.Actions).ThenInclude(a => a.Services)
            .AsSplitQuery()
            .SingleAsync(p => p.Id == id, cancelled);
}

/// <summary>One plan while the facts of a file are put into it.</summary>
internal sealed class PlanDetails(Plan plan, CsvTable file)
{
    private readonly Dictionary<string, PlanAction> actions = plan.Actions.ToDictionary(action => action.RefKey);
    private readonly Dictionary<string, Lead> leads = plan.Leads.ToDictionary(lead => lead.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, Service> services = plan.Services.ToDictionary(service => service.Name, StringComparer.Ordinal);
    private readonly List<DetailRow> aliases = [];
    private readonly List<DetailRow> answered = [];

    public Effect Put(DetailRow row) => row.About switch
    {
        "plan" => OfPlan(row),
        "brag" => Spelt.Rating(row.Name) is { } brag ? Set(plan.Meaning(brag), row.Value, meaning => plan.Reword(brag, meaning)) : Effect.None,
        "board" => OfBoard(row),
        "recommendation" => OfRecommendation(row),
        "issue" => OfIssue(row),
        "service" => OfService(row),
        _ => OfLead(row),
    };

    // What is named may come further down in the file.
    public void CheckAtTheEnd()
    {
        foreach (var row in answered.Where(row => !plan.Recommendations.Exists(r => r.Number == row.Value)))
        {
            file.Wrong(row.Row, DetailColumns.Value, $"The plan {plan.Key} has no recommendation {row.Value}; check its number.");
        }

        foreach (var row in aliases)
        {
            var (owner, others) = row.About == "lead"
                ? (NameOf(row), plan.Leads.Where(lead => lead.Name == row.Value || lead.Aliases.Exists(alias => alias.Name == row.Value)).Select(lead => lead.Name))
                : (NameOf(row), plan.Services.Where(service => service.Name == row.Value || service.Aliases.Exists(alias => alias.Name == row.Value)).Select(service => service.Name));
            if (row.Value == owner)
            {
                file.Wrong(row.Row, DetailColumns.Value, $"{row.Value} is the name itself; write another name of it, or leave out the row.");
            }
            else if (others.FirstOrDefault(name => name != owner) is { } other)
            {
                file.Wrong(row.Row, DetailColumns.Value, other == row.Value
                    ? $"{row.Value} is a {row.About} of its own in the plan {plan.Key}; it cannot be another name of {owner}."
                    : $"{row.Value} is another name of {other} already; leave it to one of the two.");
            }
        }
    }

    private Effect OfPlan(DetailRow row) => row.Fact switch
    {
        "organisation" => Set(plan.Organisation, row.Value, text => plan.Organisation = text),
        "from" => Set(plan.From?.Word(), row.Value, text => plan.From = Spelt.Day(text)),
        "to" => Set(plan.To?.Word(), row.Value, text => plan.To = Spelt.Day(text)),
        "seen by" => Set(plan.Visibility == Visibility.Named ? "those named" : "everyone", row.Value, text => plan.Visibility = DetailsCsvReader.SeenBy(text)!.Value),
        "evidence" => Set(plan.AsksEvidence ? "yes" : "no", row.Value, text => plan.AsksEvidence = DetailsCsvReader.Answer(text)!.Value),
        _ => Set(plan.Version, row.Value, text => plan.Version = text),
    };

    private Effect OfBoard(DetailRow row)
    {
        var (board, isNew) = FindOrAdd(plan.Boards, b => b.Name == row.Name, () => new Board { Name = row.Name, Position = Next(plan.Boards.Select(b => b.Position)) });
        return row.Fact switch
        {
            "rhythm" => Set(board.Rhythm, row.Value, text => board.Rhythm = text),
            "date" when Spelt.Day(row.Value) is { } day => AddTo(board.Meetings, meeting => meeting.On == day, () => new Meeting { On = day }),
            _ => isNew,
        };
    }

    private Effect OfRecommendation(DetailRow row)
    {
        var (recommendation, isNew) = FindOrAdd(plan.Recommendations, r => r.Number == row.Name, () => new Recommendation { Number = row.Name });
        return row.Fact switch
        {
            "text" => Set(recommendation.Text, row.Value, text => recommendation.Text = text),
            "source" => Set(recommendation.Source, row.Value, text => recommendation.Source = text),
            "priority" => Set(recommendation.Priority, row.Value, text => recommendation.Priority = text),
            _ => isNew,
        };
    }

    private Effect OfIssue(DetailRow row)
    {
        var (issue, isNew) = FindOrAdd(plan.Issues, i => i.Number == row.Name, () => new Issue { Number = row.Name, Position = Next(plan.Issues.Select(i => i.Position)) });
        switch (row.Fact)
        {
            case "title": return Set(issue.Title, row.Value, text => issue.Title = text);
            case "found": return Set(issue.Found, row.Value, text => issue.Found = text);
            case "planned": return Set(issue.Planned, row.Value, text => issue.Planned = text);
            case "progress": return Set(issue.Progress, row.Value, text => issue.Progress = text);
            case "recommendation":
                answered.Add(row);
                if (issue.Recommendations.Contains(row.Value))
                {
                    return Effect.None;
                }

                // A list is compared as one value, so it is made anew.
                issue.Recommendations = [.. issue.Recommendations, row.Value];
                return Effect.Added;
            default: return isNew;
        }
    }

    private Effect OfService(DetailRow row)
    {
        var isNew = Effect.None;
        if (!services.TryGetValue(NameOf(row), out var service))
        {
            service = new Service { Name = row.Name };
            services.Add(service.Name, service);
            plan.Services.Add(service);
            isNew = Effect.Added;
        }

        switch (row.Fact)
        {
            case "alias":
                aliases.Add(row);
                return AddTo(service.Aliases, alias => alias.Name == row.Value, () => new ServiceAlias { Name = row.Value });
            case "tagged by words":
                return Tag(service, row);
            default:
                return isNew;
        }
    }

    private Effect Tag(Service service, DetailRow row)
    {
        if (!actions.TryGetValue(row.Value.ToLowerInvariant(), out var action))
        {
            file.Wrong(row.Row, DetailColumns.Value, $"The plan {plan.Key} has no action {CsvRow.InShort(row.Value)}; write the reference of the action whose words name the service.");
            return Effect.None;
        }

        var tag = action.Services.Find(link => link.Service == service);
        if (tag is null)
        {
            action.Services.Add(new ActionService { Service = service, Position = Next(action.Services.Select(link => link.Position)), ByWords = true });
            return Effect.Added;
        }

        if (tag.ByWords)
        {
            return Effect.None;
        }

        tag.ByWords = true;
        return Effect.Changed;
    }

    private Effect OfLead(DetailRow row)
    {
        var isNew = Effect.None;
        if (!leads.TryGetValue(NameOf(row), out var lead))
        {
            lead = new Lead { Name = row.Name };
            leads.Add(lead.Name, lead);
            plan.Leads.Add(lead);
            isNew = Effect.Added;
        }

        switch (row.Fact)
        {
            case "kind":
                return Set(lead.Kind == LeadKind.Unknown ? null : lead.Kind.ToString().ToLowerInvariant(), row.Value.ToLowerInvariant(), text => lead.Kind = DetailsCsvReader.KindOf(text) ?? lead.Kind);
            case "sign-in":
                return Set(lead.SignIn, row.Value, text => lead.SignIn = text);
            case "alias":
                aliases.Add(row);
                return AddTo(lead.Aliases, alias => alias.Name == row.Value, () => new LeadAlias { Name = row.Value });
            case "holder":
                return DetailsCsvReader.HolderOf(row.Value) is { } holder ? Hold(lead, holder) : Effect.None;
            default:
                return isNew;
        }
    }

    private static Effect Hold(Lead lead, Holder said)
    {
        if (lead.Holders.Find(holder => holder.Name == said.Name && holder.From == said.From) is not { } known)
        {
            lead.Holders.Add(said);
            return Effect.Added;
        }

        if ((said.To is null || said.To == known.To) && (said.SignIn is null || said.SignIn == known.SignIn))
        {
            return Effect.None;
        }

        lead.Holders.Remove(known);
        lead.Holders.Add(new Holder { Name = said.Name, SignIn = said.SignIn ?? known.SignIn, From = said.From, To = said.To ?? known.To });
        return Effect.Changed;
    }

    // The file may call a thing by another name that is known of it.
    private string NameOf(DetailRow row) => row.About == "lead"
        ? leads.ContainsKey(row.Name) ? row.Name : plan.Leads.Find(lead => lead.Aliases.Exists(alias => alias.Name == row.Name))?.Name ?? row.Name
        : services.ContainsKey(row.Name) ? row.Name : plan.Services.Find(service => service.Aliases.Exists(alias => alias.Name == row.Name))?.Name ?? row.Name;

    private static Effect Set(string? before, string after, Action<string> set)
    {
        if (before == after)
        {
            return Effect.None;
        }

        set(after);
        return before is null ? Effect.Added : Effect.Changed;
    }

    private static (T Found, Effect IsNew) FindOrAdd<T>(List<T> all, Predicate<T> isIt, Func<T> make)
        where T : class
    {
        if (all.Find(isIt) is { } found)
        {
            return (found, Effect.None);
        }

        all.Add(make());
        return (all[^1], Effect.Added);
    }

    private static Effect AddTo<T>(List<T> all, Predicate<T> isIt, Func<T> make)
        where T : class => FindOrAdd(all, isIt, make).IsNew;

    private static int Next(IEnumerable<int> positions) => positions.DefaultIfEmpty().Max() + 1;
}
