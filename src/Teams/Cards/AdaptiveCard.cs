using System.Text.Json.Serialization;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Teams.Cards;

/// <summary>An Adaptive Card.</summary>
public sealed record AdaptiveCard : InvokeValue
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    [JsonPropertyOrder(-1)]
    public string Type => "AdaptiveCard";

    [JsonPropertyName("$schema")]
    public string Schema => "http://adaptivecards.io/schemas/adaptive-card.json";

    public string Version => "1.5";

    /// <summary>Shown where cards cannot be drawn.</summary>
    public required string FallbackText { get; init; }

    /// <summary>Teams gives it the whole width of the conversation.</summary>
    [JsonPropertyName("msteams")]
    public TeamsWidth MsTeams => TeamsWidth.Full;

    public required IReadOnlyList<CardElement> Body { get; init; }

    public IReadOnlyList<CardAction>? Actions { get; init; }

    /// <summary>How the card brings itself up to date.</summary>
    public CardRefresh? Refresh { get; init; }
}

/// <summary>What is asked for when the card is shown again, to these people at once and to all others by a press.</summary>
public sealed record CardRefresh(CardAction Action, IReadOnlyList<string> UserIds);

/// <summary>How wide Teams draws a card.</summary>
public sealed record TeamsWidth(string Width)
{
    public static TeamsWidth Full { get; } = new("Full");
}
