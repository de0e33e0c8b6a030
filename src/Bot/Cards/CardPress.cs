using System.Text.Json;
using System.Text.Json.Serialization;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Bot.Cards;

/// <summary>What a button asks for: a place in a list, or a question in words.</summary>
public sealed record CardPress(Request.ListActions? List = null, string? Text = null)
{
    public const string Verb = "ask";

    private const int LongestText = 4000;
    private const int MostRows = 1_000_000;

    /// <summary>Reads what came back with a press; null where it is nothing this bot draws.</summary>
    public static CardPress? Read(JsonElement? value)
    {
        if (value?.At("action") is not { } action || action.Text("verb") != Verb || action.At("data") is not { ValueKind: JsonValueKind.Object } data)
        {
            return null;
        }

        try
        {
            var press = data.Deserialize(CardPressJson.Default.CardPress);
            return press is { List: { Heading.Length: > 0 and <= LongestText, From: >= 0 and <= MostRows } } or { Text.Length: > 0 and <= LongestText } ? press : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CardPress))]
internal sealed partial class CardPressJson : JsonSerializerContext;
