using System.Text.Json.Serialization;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>What the bot answers, before anybody draws it. Everything a face shows is worked out here.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ActionList), "actions")]
[JsonDerivedType(typeof(OneAction), "action")]
[JsonDerivedType(typeof(PlanList), "plans")]
[JsonDerivedType(typeof(Advice), "advice")]
[JsonDerivedType(typeof(Overview), "overview")]
[JsonDerivedType(typeof(Series), "series")]
[JsonDerivedType(typeof(OnRecord), "record")]
public abstract record Answer
{
    /// <summary>The contract's word for what was wanted.</summary>
    public required string Intent { get; init; }

    /// <summary>What was understood, as a sentence.</summary>
    public string Understood { get; init; } = "";

    /// <summary>The point, in one line.</summary>
    public required string Headline { get; init; }

    /// <summary>What kept the bot from answering, if anything did.</summary>
    public Problem? Problem { get; init; }

    /// <summary>What a next message may hold on to, after this answer; null where it leaves the memory as it is.</summary>
    public Remembered? Remembered(Request asked, Remembered? before) => this switch
    {
        ActionList list => new Remembered(
            list.Request, [.. list.Page.Select(item => new ShownAction(item.Action.PlanId, item.Action.Ref))], Only(list.Page.Select(item => item.Action.PlanId)) ?? OnlyPlan(list.Request.Question) ?? before?.Plan),
        OneAction one => new Remembered(asked, [new ShownAction(one.Action.Action.PlanId, one.Action.Action.Ref)], one.Action.Action.PlanId),
        OnRecord record => record.Remembered(before),
        Series series when series.Recorded is { Count: > 1 } => series.Remembered(before),
        Series series => series.Parts.Aggregate(before, (last, part) => part.Answer.Remembered(part.Request, last) ?? last),
        Advice { Problem.Code: Bot.Answers.Problem.Ambiguous } which => (before ?? new Remembered(null, [], null)) with { Choices = which.Try },
        _ when Problem is null && asked is Request.Summarise or Request.ListChanges or Request.ListIndicators or Request.ShowIndicator or Request.ShowCoverage => new Remembered(asked, [], About(asked) is { } about ? Only(about.Scope.Plans) ?? before?.Plan : before?.Plan),
        _ => null,
    };

    private static About? About(Request asked) => asked switch
    {
        Request.Summarise summary => summary.About,
        Request.ListChanges changes => changes.About,
        Request.ListIndicators indicators => indicators.About,
        Request.ShowCoverage coverage => coverage.About,
        _ => null,
    };

    private static int? OnlyPlan(ActionQuestion question) => Only(question.Plans);

    private static int? Only(IEnumerable<int> plans) => plans.Distinct().Take(2).ToList() is [var only] ? only : null;
}

/// <summary>The answers to several requests of one message, in order.</summary>
public sealed record Series(IReadOnlyList<Part> Parts) : Answer
{
    /// <summary>What several requests of one message came to; of one, its answer alone.</summary>
    public static Answer Of(IReadOnlyList<Part> parts) => parts is [var only] ? only.Answer : new Series(parts)
    {
        Intent = parts[^1].Request.Intent,
        Understood = string.Join("; ", parts.Select(part => part.Answer.Understood).Where(words => words.Length > 0)),
        Headline = parts[0].Answer.Headline,
        Problem = parts.All(part => part.Answer.Problem is not null) ? parts[^1].Answer.Problem : null,
    };

    /// <summary>Those that tell of something that was changed.</summary>
    internal IReadOnlyList<OnRecord> Recorded => [.. Parts.Select(part => part.Answer).OfType<OnRecord>()];

    // After several posts "it" may be any of them.
    internal Remembered Remembered(Remembered? before)
    {
        var shown = Recorded.SelectMany(record => record.Actions).Select(action => new ShownAction(action.Action.PlanId, action.Action.Ref)).Distinct().ToList();
        return new Remembered(before?.Asked, shown, shown.Select(one => (int?)one.Plan).Distinct().ToList() is [var only] ? only : before?.Plan, Unexplained: Recorded.Select(record => record.Unexplained).FirstOrDefault(message => message is not null));
    }
}

/// <summary>One of several requests of a message, and its answer; of a receipt, the answer alone.</summary>
public sealed record Part([property: JsonIgnore] Request Request, Answer Answer);

/// <summary>A list of actions: of <paramref name="Total"/>, those from <paramref name="From"/> on.</summary>
public sealed record ActionList(
    Request.ListActions Request,
    int Total,
    int From,
    IReadOnlyList<ListedAction> Page,
    IReadOnlyList<ListedAction> All,
    string? OnePlan,
    string? Note) : Answer
{
    public const int PageSize = 8;

    /// <summary>How many follow after this page.</summary>
    public int Rest => Wanted - From - Page.Count;

    private int Wanted => Math.Min(Total, Request.Most ?? Total);

    /// <summary>What was understood, and the plan where all that is shown is of one.</summary>
    public string Basis => OnePlan is null ? $"{Understood}." : $"{Understood}. From {OnePlan}.";

    /// <summary>Who leads an action, and its plan where the list is of several.</summary>
    public string Whose(ListedAction item) => OnePlan is null ? $"{item.Leads} · {item.Action.PlanName}" : item.Leads;

    /// <summary>Which part of the list this is; null where it is all of it.</summary>
    public string? Shown => Wanted <= Page.Count ? null
        : Page.Count == 0 ? $"That was all of the {Wanted:N0}."
        : $"Shown: {From + 1:N0} to {From + Page.Count:N0} of {Wanted:N0}.{(Rest > 0 ? " Say “more” for the next ones." : "")}";
}

/// <summary>An action in a list, with what is to be said of it.</summary>
/// <param name="Urgency">How late it is, or how it stands with its date.</param>
/// <param name="Rating">The rating's word, or that there is none.</param>
/// <param name="When">Its date, and the plan's own words about it.</param>
public sealed record ListedAction(ActionLine Action, string Urgency, bool IsLate, string Rating, string State, string When, string Leads);

/// <summary>An action in full.</summary>
public sealed record OneAction(ListedAction Action, IReadOnlyList<Fact> Facts, IReadOnlyList<string> Milestones, IReadOnlyList<string> Progress) : Answer;

/// <summary>A thing to be said under a short name.</summary>
public sealed record Fact(string Name, string Text);

/// <summary>The plans one may see.</summary>
public sealed record PlanList(IReadOnlyList<ListedPlan> Plans) : Answer;

/// <summary>A plan in a list.</summary>
public sealed record ListedPlan(string Key, string Name, string Standing);

/// <summary>A few sentences, and things to try.</summary>
public sealed record Advice(IReadOnlyList<string> Sentences, IReadOnlyList<Choice> Try) : Answer;

/// <summary>What a person can do something about, with the sentence that says what.</summary>
public sealed record Problem(string Code, string Message, IReadOnlyList<string> Choices)
{
    public const string NotUnderstood = "not-understood";
    public const string NotFound = "not-found";
    public const string Ambiguous = "ambiguous";
    public const string Invalid = "invalid";
    public const string NotAllowed = "not-allowed";
    public const string Conflict = "conflict";
}
