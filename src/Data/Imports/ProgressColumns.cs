namespace TeamsPlanBot.Data.Imports;

/// <summary>The headings of the canonical progress file, in the order they are written.</summary>
public static class ProgressColumns
{
    public const string Plan = ActionColumns.Plan;
    public const string Ref = ActionColumns.Ref;
    public const string On = "on";
    public const string By = "by";
    public const string Text = "text";
    public const string Field = "field";
    public const string From = "from";
    public const string To = "to";

    /// <summary>Why a date was moved; written where something is in it.</summary>
    public const string Reason = "reason";

    public static IReadOnlyList<string> Always { get; } = [Plan, Ref, On, By, Text, Field, From, To];

    public static IReadOnlyList<string> All { get; } = [.. Always, Reason];
}
