using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsPlanBot.Teams.Cards;

/// <summary>A button of a card.</summary>
[JsonConverter(typeof(CardActionWriter))]
public abstract record CardAction
{
    [JsonPropertyOrder(-1)]
    public abstract string Type { get; }

    public required string Title { get; init; }
}

/// <summary>A button that comes back to the bot as an invoke.</summary>
public sealed record ExecuteAction : CardAction
{
    public override string Type => "Action.Execute";

    public required string Verb { get; init; }

    public JsonElement? Data { get; init; }
}

/// <summary>A button that comes back to the bot as a message, or from a dialog as its end; or that opens one, where its data say so.</summary>
public sealed record SubmitAction : CardAction
{
    public override string Type => "Action.Submit";

    public JsonElement? Data { get; init; }
}

/// <summary>A button that leads to another place.</summary>
public sealed record OpenUrlAction : CardAction
{
    public override string Type => "Action.OpenUrl";

    public required string Url { get; init; }
}
