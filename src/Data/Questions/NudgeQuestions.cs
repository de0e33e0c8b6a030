using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>An action that somebody is to be reminded of.</summary>
/// <param name="SectionLead">Who leads its section, as the plan writes it.</param>
public sealed record NudgedAction(int Id, int PlanId, string Ref, DateOnly Due, IReadOnlyList<int> Leads, string? SectionLead)
{
    /// <summary>So long before its day, and after it, the leads are reminded; and from then on, so often, who leads the section.</summary>
    public const int Week = 7;

    /// <summary>Whether its leads are reminded on one of these days.</summary>
    public bool IsForLeads(IReadOnlyList<DateOnly> days) => days.Any(day => day.DayNumber - Due.DayNumber is -Week or 0 or Week);

    /// <summary>Whether the lead of its section is.</summary>
    public bool IsForSection(IReadOnlyList<DateOnly> days) => SectionLead is not null && days.Any(day => day.DayNumber - Due.DayNumber is var late && late >= 2 * Week && late % Week == 0);
}

/// <summary>Asks the store what leads are to be reminded of.</summary>
public sealed class NudgeQuestions(PlanStores stores)
{
    /// <summary>The open actions that somebody is to be reminded of on one of these days: those of these leads and of sections led so; everybody's, where none are named.</summary>
    public async Task<IReadOnlyList<NudgedAction>> OnAsync(Viewer viewer, IReadOnlyList<DateOnly> days, IReadOnlyList<int>? leads, IReadOnlyList<string>? sectionLeads, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        List<DateOnly> due = [.. days.SelectMany(day => new[] { day.AddDays(-NudgedAction.Week), day, day.AddDays(NudgedAction.Week) }).Distinct()];
        var late = days.Max().AddDays(-2 * NudgedAction.Week);
        var open = store.Actions.AsNoTracking().VisibleTo(viewer, store).Where(action => action.State != ActionState.Complete && action.Due != null);
        var found = leads is null || sectionLeads is null
            ? open.Where(action => due.Contains(action.Due!.Value) || (action.Due <= late && action.Section.Lead != null))
            : open.Where(action => (due.Contains(action.Due!.Value) && action.Leads.Any(link => leads.Contains(link.LeadId)))
                || (action.Due <= late && action.Section.Lead != null && sectionLeads.Contains(action.Section.Lead)));
        var all = await found
            .OrderBy(action => action.Due).ThenBy(action => action.PlanId).ThenBy(action => action.Position)
            .Select(action => new { action.Id, action.PlanId, action.Ref, Due = action.Due!.Value, SectionLead = action.Section.Lead, Leads = action.Leads.Select(link => link.LeadId).ToList() })
            .ToListAsync(cancelled);
        return [.. all.Select(action => new NudgedAction(action.Id, action.PlanId, action.Ref, action.Due, action.Leads, action.SectionLead)).Where(action => action.IsForLeads(days) || action.IsForSection(days))];
    }
}
