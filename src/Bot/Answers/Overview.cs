using TeamsPlanBot.Data.Figures;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>An answer in several passages, with the actions, figures and changes it speaks of.</summary>
public sealed record Overview(IReadOnlyList<Passage> Passages) : Answer
{
    public int Total { get; init; }

    public IReadOnlyList<ListedAction> Actions { get; init; } = [];

    public IReadOnlyList<ListedFigure> Figures { get; init; } = [];

    public IReadOnlyList<ListedChange> Changes { get; init; } = [];
}

/// <summary>A few lines under a title; an empty title is none.</summary>
public sealed record Passage(string Title, IReadOnlyList<string> Lines);

/// <summary>One figure of an indicator.</summary>
public sealed record ListedFigure(
    string Plan, string Indicator, string Period, decimal? Value, decimal? Numerator, decimal? Denominator, decimal? Target, TargetStatus Status, DirectionOfTravel? Direction);

/// <summary>That one field changed.</summary>
public sealed record ListedChange(string Plan, string Ref, string Field, string? From, string? To);
