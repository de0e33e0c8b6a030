using System.Globalization;

namespace TeamsPlanBot.Data.Plans;

/// <summary>States, ratings, dates and names as files and the record write them.</summary>
public static class Spelt
{
    public static string Word(this ActionState state) => state switch
    {
        ActionState.NotStarted => "not started",
        ActionState.InProgress => "in progress",
        _ => "complete",
    };

    public static string Word(this Brag brag) => brag switch
    {
        Brag.Red => "red",
        Brag.Amber => "amber",
        Brag.Green => "green",
        _ => "blue",
    };

    public static string Word(this Field field) => field switch
    {
        Field.State => "state",
        Field.Brag => "brag",
        Field.Due => "due",
        _ => "leads",
    };

    public static string Word(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static ActionState? State(string? word) => word?.ToLowerInvariant() switch
    {
        "not started" => ActionState.NotStarted,
        "in progress" => ActionState.InProgress,
        "complete" => ActionState.Complete,
        _ => null,
    };

    public static Brag? Rating(string? word) => word?.ToLowerInvariant() switch
    {
        "red" => Brag.Red,
        "amber" => Brag.Amber,
        "green" => Brag.Green,
        "blue" => Brag.Blue,
        _ => null,
    };

    public static Field? OfField(string? word) => word?.ToLowerInvariant() switch
    {
        "state" => Field.State,
        "brag" => Field.Brag,
        "due" => Field.Due,
        "leads" => Field.Leads,
        _ => null,
    };

    public static DateOnly? Day(string? word) =>
        DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string Names(IEnumerable<string> names) => string.Join("; ", names);

    public static IReadOnlyList<string> Names(string? names) => (names ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
