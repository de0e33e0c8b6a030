using System.Text.Json.Serialization;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>A list of actions: of <paramref name="Total"/>, those from <paramref name="From"/> on.</summary>
/// <param name="OnePlan">The plan, where all that is shown is of one.</param>
/// <param name="Note">What has to be said about the list as a whole.</param>
/// <param name="Current">The same list as of today, where this one is of an earlier day.</param>
public sealed record ActionList(
    Request.ListActions Request,
    int Total,
    int From,
    IReadOnlyList<ListedAction> Page,
    IReadOnlyList<ListedAction> All,
    string? OnePlan,
    string? Note,
    Request.ListActions? Current = null) : Answer
{
    public const int PageSize = 8;

    [JsonIgnore]
    public override string Basis => OnePlan is null || Understood.Contains(OnePlan, StringComparison.Ordinal) ? $"{Understood}." : $"{Understood}. From {OnePlan}.";

    [JsonIgnore]
    public override IReadOnlyList<Passage> Body =>
    [
        new Passage.Lines("", Note is null ? [] : [Note]),
        new Passage.Rows("", [.. Page.Select(item => item.Row(OnePlan is null, Request))]),
        new Passage.Lines("", Shown is { } shown ? [shown] : []),
    ];

    [JsonIgnore]
    public override IReadOnlyList<Button> Buttons =>
    [
        .. From > 0 ? [new Button($"Show the {PageSize} before", Asks: Request with { From = Math.Max(0, From - PageSize) })] : Array.Empty<Button>(),
        .. Rest > 0 ? [new Button($"Show {Math.Min(Rest, PageSize)} more", Asks: Request with { From = From + PageSize })] : Array.Empty<Button>(),
        .. Total > 0 ? [new Button("Export", Asks: new Request.ExportActions(Request with { From = 0 }))] : Array.Empty<Button>(),
        .. Current is not null ? [new Button("Show it as of today", Asks: Current)] : Array.Empty<Button>(),
    ];

    // How many follow after this page.
    private int Rest => Wanted - From - Page.Count;

    private int Wanted => Math.Min(Total, Request.Most ?? Total);

    // Which part of the list this is, unless it is all of it.
    private string? Shown => Wanted <= Page.Count ? null
        : Page.Count == 0 ? $"That was all of the {Wanted:N0}."
        : $"Shown: {From + 1:N0} to {From + Page.Count:N0} of {Wanted:N0}.{(Rest > 0 ? " Say “more” for the next ones." : "")}";
}

/// <summary>An action in a list, with what is to be said of it.</summary>
/// <param name="Standing">Its rating and what the rating rests on, and how far it is.</param>
/// <param name="When">Its date, and the plan's own words about it.</param>
/// <param name="Whose">Who leads it, and for which team.</param>
public sealed record ListedAction(ActionLine Action, IReadOnlyList<Phrase> Standing, string State, string When, string Whose)
{
    private const int LongestTitle = 240;

    /// <summary>As a row of a list.</summary>
    /// <param name="namesPlan">The rows around it are of several plans.</param>
    /// <param name="list">The list it stands in.</param>
    public Row Row(bool namesPlan, Request.ListActions? list = null) => new(
        Action.Ref,
        Wording.Cut(Action.Title, LongestTitle),
        Standing,
        [When, namesPlan ? $"{Whose} · {Action.PlanName}" : Whose],
        Opens(list));

    private Button Opens(Request.ListActions? list) => new($"Show {Action.Ref} in full", Asks: new Request.ShowAction(Named), Back: list);

    /// <summary>This very action, whatever else bears its reference.</summary>
    public ActionNamed Named => new(Action.Ref, [Action.PlanId], IsSaid: true);
}
