namespace TeamsPlanBot.Data.Figures;

/// <summary>How a figure stands against the target in force.</summary>
public enum TargetStatus { NoTarget, OnTarget, OffTarget }
