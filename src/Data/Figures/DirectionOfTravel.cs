namespace TeamsPlanBot.Data.Figures;

/// <summary>How a figure moved since the reported period before it. Rising and falling are neither good nor bad.</summary>
public enum DirectionOfTravel { Improving, Worsening, Steady, Rising, Falling }
