using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsPlanBot.Teams.Cards;

/// <summary>A button of a card.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
public abstract record CardAction
{
    public required string Title { get; init; }
}

/// <summary>A button that comes back to the bot as an invoke.</summary>
public sealed record ExecuteAction : CardAction
{
    public required string Verb { get; init; }

    public JsonElement? Data { get; init; }
}
