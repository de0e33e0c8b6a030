namespace TeamsPlanBot.Data.Figures;

/// <summary>A target as the plan states it: for one period, as a step by a day, or for all time.</summary>
public sealed record StatedTarget(TargetWords Target, Period? Period = null, DateOnly? By = null);
