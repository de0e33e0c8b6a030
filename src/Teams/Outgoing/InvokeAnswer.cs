using System.Text.Json;
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

    /// <summary>A sentence, and the card stays as it is.</summary>
    public static InvokeAnswer Message(string sentence) => new() { Type = "application/vnd.microsoft.activity.message", Value = new InvokeWords(sentence) };

    /// <summary>A sentence that says what was wrong with the press.</summary>
    public static InvokeAnswer Error(string sentence) =>
        new() { StatusCode = 400, Type = "application/vnd.microsoft.error", Value = new InvokeError("BadRequest", sentence) };
}

/// <summary>What an invoke is answered with.</summary>
[JsonDerivedType(typeof(AdaptiveCard))]
[JsonDerivedType(typeof(InvokeError))]
[JsonDerivedType(typeof(InvokeWords))]
public abstract record InvokeValue;

/// <summary>An error as Teams shows it under a card.</summary>
public sealed record InvokeError(string Code, string Message) : InvokeValue;

/// <summary>Some words, written as a string.</summary>
[JsonConverter(typeof(InvokeWordsWriter))]
public sealed record InvokeWords(string Words) : InvokeValue;

/// <summary>Writes the words alone.</summary>
internal sealed class InvokeWordsWriter : JsonConverter<InvokeWords>
{
    public override void Write(Utf8JsonWriter writer, InvokeWords value, JsonSerializerOptions options) => writer.WriteStringValue(value.Words);

    public override InvokeWords Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Answers are only written.");
}
