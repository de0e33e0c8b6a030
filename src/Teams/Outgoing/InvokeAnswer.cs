using System.Text.Json.Serialization;
using TeamsPlanBot.Teams.Cards;

namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>The answer to a card's button, as the body of the HTTP response.</summary>
public sealed record InvokeAnswer
{
    public int StatusCode { get; private init; } = 200;

    public required string Type { get; init; }

    public required InvokeValue Value { get; init; }

    /// <summary>The card takes the place of the one whose button was pressed.</summary>
    public static InvokeAnswer Card(AdaptiveCard card) => new() { Type = AdaptiveCard.ContentType, Value = card };

    /// <summary>A sentence that says what was wrong with the press.</summary>
    public static InvokeAnswer Error(string sentence) =>
        new() { StatusCode = 400, Type = "application/vnd.microsoft.error", Value = new InvokeError("BadRequest", sentence) };
}

/// <summary>What an invoke is answered with.</summary>
[JsonDerivedType(typeof(AdaptiveCard))]
[JsonDerivedType(typeof(InvokeError))]
public abstract record InvokeValue;

/// <summary>An error as Teams shows it under a card.</summary>
public sealed record InvokeError(string Code, string Message) : InvokeValue;
