using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>How the actions of a plan cover its recommendations, in the order of their numbers.</summary>
public sealed record Coverage(int PlanId, string Plan, string PlanName, IReadOnlyList<CoveredRecommendation> Recommendations)
{
    public IEnumerable<CoveredRecommendation> WithoutAction => Recommendations.Where(recommendation => !recommendation.HasAction);

    /// <summary>Those that actions answer, none of which has got anywhere yet.</summary>
    public IEnumerable<CoveredRecommendation> WithoutProgress => Recommendations.Where(recommendation => recommendation is { HasAction: true, HasProgress: false });
}

/// <summary>A recommendation with the actions that answer it.</summary>
public sealed record CoveredRecommendation(string Number, string? Text, string? Priority, string? Source, IReadOnlyList<CoveringAction> Actions)
{
    /// <summary>An action that the plan has since left out answers nothing.</summary>
    public bool HasAction => Actions.Any(action => !action.IsRetired);

    public bool HasProgress => Actions.Any(action => action is { IsRetired: false, HasProgress: true });
}

/// <summary>An action that answers a recommendation.</summary>
/// <param name="HasProgress">It is complete, or something is on its record.</param>
/// <param name="IsRetired">A new version of the plan left it out.</param>
public sealed record CoveringAction(string Ref, string Title, ActionState State, Brag? Brag, DateOnly? Due, bool HasProgress, bool IsRetired);
