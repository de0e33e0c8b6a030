namespace TeamsPlanBot.Data.Imports;

/// <summary>The headings of the details file, in the order they are written.</summary>
public static class DetailColumns
{
    public const string Plan = ActionColumns.Plan;
    public const string About = "about";
    public const string Name = "name";
    public const string Fact = "fact";
    public const string Value = "value";

    public static IReadOnlyList<string> All { get; } = [Plan, About, Name, Fact, Value];
}
