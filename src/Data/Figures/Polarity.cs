namespace TeamsPlanBot.Data.Figures;

/// <summary>Which way of an indicator is better.</summary>
public enum Polarity
{
    /// <summary>Neither: a count that nobody may call better or worse.</summary>
    None,
    Higher,
    Lower,
}
