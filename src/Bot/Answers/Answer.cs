using System.Text.Json.Serialization;
using TeamsPlanBot.Bot.Documents;
using TeamsPlanBot.Bot.Digests;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>What the bot answers, before anybody draws it. Everything a face shows is worked out here.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ActionList), "actions")]
[JsonDerivedType(typeof(OneAction), "action")]
[JsonDerivedType(typeof(Advice), "advice")]
[JsonDerivedType(typeof(UpdateForm), "form")]
[JsonDerivedType(typeof(Overview), "overview")]
[JsonDerivedType(typeof(Series), "series")]
[JsonDerivedType(typeof(OnRecord), "record")]
[JsonDerivedType(typeof(FileInHand), "brought")]
[JsonDerivedType(typeof(FileOffer), "file")]
[JsonDerivedType(typeof(DigestForm), "digest")]
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

    /// <summary>What the answer rests on, below its point.</summary>
    [JsonIgnore]
    public virtual string Basis => "";

    /// <summary>What is said, part by part.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<Passage> Body => [];

    /// <summary>What can be pressed below it.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<Button> Buttons => [];

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
        _ when Problem is null && PlanNamed(asked) is { } plan => (before ?? new Remembered(null, [], null)) with { Plan = plan },
        _ => null,
    };

    // What is arranged, made or given for a plan speaks of that plan, though it shows nothing of it.
    private static int? PlanNamed(Request asked) => asked switch
    {
        Request.BindPlan bind => bind.Plan,
        Request.Subscribe digest => Only(digest.About.Scope.Plans),
        Request.SendDigest digest => Only(digest.About.Scope.Plans),
        Request.MakeReport report => Only(report.About.Scope.Plans),
        Request.ExportPlan export => Only(export.About.Scope.Plans),
        Request.ListRights rights => Only(rights.About.Scope.Plans),
        Request.GiveRight right => Only(right.About.Scope.Plans),
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
    [JsonIgnore]
    public override IReadOnlyList<Button> Buttons => [.. Parts.SkipLast(1).SelectMany(part => part.Answer is FileOffer offer ? offer.Buttons : []), .. Parts[^1].Answer.Buttons, .. Parts[^1].Answer is not OnRecord && Recorded.FirstOrDefault(record => record.MayUndo) is { Message: { } message } ? [Button.Undo(message)] : Array.Empty<Button>()];

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

/// <summary>A few sentences, and things to try.</summary>
public sealed record Advice(IReadOnlyList<string> Sentences, IReadOnlyList<Choice> Try) : Answer
{
    [JsonIgnore]
    public override IReadOnlyList<Passage> Body => [new Passage.Lines("", Sentences)];

    [JsonIgnore]
    public override IReadOnlyList<Button> Buttons => [.. Try.Select(choice => new Button(choice.Name, Says: choice.Ask)), .. Offer is null ? Array.Empty<Button>() : [Offer]];

    /// <summary>Something else to press, which no words say.</summary>
    public Button? Offer { get; init; }
}

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
