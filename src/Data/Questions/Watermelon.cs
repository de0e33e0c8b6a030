using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>An action that is green outside and red inside.</summary>
public sealed record Watermelon(int PlanId, string Plan, string PlanName, string Ref, string Title, ActionState State, DateOnly? Due, IReadOnlyList<WatermelonReason> Reasons)
{
    /// <summary>After so many days without progress nobody knows that it is green.</summary>
    public const int DaysWithoutProgress = 60;
}

/// <summary>Why a green action is none.</summary>
public abstract record WatermelonReason
{
    private WatermelonReason()
    {
    }

    /// <summary>It was due before today.</summary>
    public sealed record Overdue(DateOnly Due) : WatermelonReason;

    /// <summary>Nothing was put on its record for long, or ever.</summary>
    public sealed record NotUpdated(DateOnly? Since) : WatermelonReason;

    /// <summary>What measures its success got worse.</summary>
    public sealed record IndicatorWorsens(IndicatorLine Indicator) : WatermelonReason;
}
