using TeamsPlanBot.Data.Indicators;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>What part of the plans a question is about; what is left empty does not narrow it.</summary>
public sealed record Scope
{
    /// <summary>Everything there is to see.</summary>
    public static Scope Everything { get; } = new();

    public IReadOnlyList<int> Plans { get; init => field = value ?? []; } = [];

    public IReadOnlyList<int> Sections { get; init => field = value ?? []; } = [];

    public IReadOnlyList<int> Services { get; init => field = value ?? []; } = [];

    /// <summary>An empty list is nobody; null is anybody.</summary>
    public IReadOnlyList<int>? Leads { get; init; }

    /// <summary>It asks for some of a plan's actions, and not for plans as a whole.</summary>
    public bool IsOfActions => Sections.Count > 0 || Services.Count > 0 || Leads is not null;
}

/// <summary>Narrows actions, their changes and their indicators to a scope.</summary>
internal static class Scoping
{
    // Services and leads are asked for as sets of actions, so that their few actions are found first, instead of asking each action of the store.
    public static IQueryable<PlanAction> Within(this IQueryable<PlanAction> actions, Scope scope, PlanStore store)
    {
        if (scope.Plans is { Count: > 0 } plans)
        {
            actions = actions.Where(action => plans.Contains(action.PlanId));
        }

        if (scope.Sections is { Count: > 0 } sections)
        {
            actions = actions.Where(action => sections.Contains(action.SectionId));
        }

        if (scope.Services is { Count: > 0 } services)
        {
            var tagged = store.Set<ActionService>().Where(tag => services.Contains(tag.ServiceId)).Select(tag => tag.ActionId);
            actions = actions.Where(action => tagged.Contains(action.Id));
        }

        if (scope.Leads is { } leads)
        {
            var led = store.Set<ActionLead>().Where(link => leads.Contains(link.LeadId)).Select(link => link.ActionId);
            actions = actions.Where(action => led.Contains(action.Id));
        }

        return actions;
    }

    public static IQueryable<Change> Within(this IQueryable<Change> changes, Scope scope, PlanStore store)
    {
        if (scope.Plans is { Count: > 0 } plans)
        {
            changes = changes.Where(change => plans.Contains(change.PlanId));
        }

        if (scope.IsOfActions)
        {
            var actions = store.Actions.Within(scope, store).Select(action => action.Id);
            changes = changes.Where(change => actions.Contains(change.ActionId));
        }

        return changes;
    }

    /// <summary>The indicators of plans, or those that measure the success of the actions in scope.</summary>
    public static IQueryable<Indicator> Within(this IQueryable<Indicator> indicators, Scope scope, PlanStore store)
    {
        if (scope.Plans is { Count: > 0 } plans)
        {
            indicators = indicators.Where(indicator => plans.Contains(indicator.PlanId));
        }

        if (scope.IsOfActions)
        {
            var actions = store.Actions.Within(scope, store).Select(action => action.Id);
            var measured = store.Set<ActionIndicator>().Where(link => actions.Contains(link.ActionId)).Select(link => link.IndicatorId);
            indicators = indicators.Where(indicator => measured.Contains(indicator.Id));
        }

        return indicators;
    }
}
