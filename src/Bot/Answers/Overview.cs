using System.Text.Json.Serialization;
using TeamsPlanBot.Data.Figures;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>An answer in several passages, with the actions, figures and changes it speaks of.</summary>
public sealed record Overview(IReadOnlyList<Passage> Passages) : Answer
{
    public int Total { get; init; }

    public IReadOnlyList<ListedAction> Actions { get; init; } = [];

    public IReadOnlyList<ListedFigure> Figures { get; init; } = [];

    public IReadOnlyList<ListedChange> Changes { get; init; } = [];

    /// <summary>Where one may go on from here.</summary>
    public IReadOnlyList<Button> Further { get; init; } = [];

    [JsonIgnore]
    public override string Basis => Understood.Length == 0 ? "" : $"{Understood}.";

    [JsonIgnore]
    public override IReadOnlyList<Passage> Body => Passages;

    [JsonIgnore]
    public override IReadOnlyList<Button> Buttons => Further;
}

/// <summary>One figure of an indicator.</summary>
public sealed record ListedFigure(
    string Plan, string Indicator, string Period, decimal? Value, decimal? Numerator, decimal? Denominator, decimal? Target, TargetStatus Status, DirectionOfTravel? Direction);

/// <summary>That one field changed.</summary>
public sealed record ListedChange(string Plan, string Ref, string Field, string? From, string? To);
