using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Bot.Cards;

/// <summary>What a button asks for, or says in words, and the list to return to from there; or the form it saves. What stands in the fields of a form comes beside it.</summary>
public sealed record CardPress(
    Request? Asks = null,
    string? Says = null,
    Request.ListActions? Back = null,
    DrawnAction? Saves = null,
    string? Text = null,
    string? Rating = null,
    string? State = null,
    string? Due = null,
    string? Reason = null,
    string? Which = null,
    bool Arranges = false,
    string? Of = null,
    string? Often = null,
    string? On = null,
    string? At = null)
{
    /// <summary>What stands in the form for a digest.</summary>
    [JsonIgnore]
    public ArrangedDigest? Arranged => Arranges ? new ArrangedDigest(Of ?? "", Often ?? ArrangedDigest.Usual.Often, On ?? "", At ?? "") : null;

    /// <summary>What stands in the fields; what a client leaves out is as it was drawn.</summary>
    [JsonIgnore]
    public Filled? Filled => Saves is null ? null : new Filled(Text ?? "", Rating ?? Saves.Rating, State ?? Saves.State, Due ?? Saves.Due, Reason ?? "", Which ?? "");

    public const string Verb = "ask";

    private const int LongestText = 4000;
    private const int LongestField = 200;
    private const int LongestData = 64_000;
    private const int MostRows = 1_000_000;

    /// <summary>Reads what came back with a press; null where it is nothing this bot draws.</summary>
    public static CardPress? Read(JsonElement? value) => value?.At("action") is { } action && action.Text("verb") == Verb ? Pressed(action.At("data")) : null;

    /// <summary>The same from a dialog, which has no verbs.</summary>
    public static CardPress? OfDialog(JsonElement? value) => Pressed(value?.At("data"));

    /// <summary>What an address asks for; null where no button leads there.</summary>
    public static Request? OfAddress(string text)
    {
        try
        {
            return text.Length <= LongestData && Base64Url.IsValid(text) && JsonSerializer.Deserialize(Base64Url.DecodeFromChars(text), CardPressJson.Default.Request) is { } asks && IsSound(asks) ? asks : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>An address that asks for this.</summary>
    public static string AddressOf(Request asks) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(asks, CardPressJson.Default.Request));

    private static CardPress? Pressed(JsonElement? pressed)
    {
        if (pressed is not { ValueKind: JsonValueKind.Object } data || data.GetRawText().Length > LongestData)
        {
            return null;
        }

        try
        {
            var press = data.Deserialize(CardPressJson.Default.CardPress);
            return press is { Asks: not null, Says: null, Saves: null, Arranges: false } or { Asks: null, Says.Length: > 0 and <= LongestText, Saves: null, Arranges: false } or { Asks: null, Says: null, Saves: not null, Arranges: false }
                or { Asks: null, Says: null, Saves: null, Arranges: true, Of: null or { Length: <= LongestField }, On: null or { Length: <= LongestField }, At: null or { Length: <= LongestField }, Often: null or { Length: <= LongestField } } && IsSound(press.Asks) && IsSound(press.Back) ? press : null;
        }
        catch (Exception altered) when (altered is JsonException or NotSupportedException)
        {
            // The serialiser says so where the kind of request is missing.
            return null;
        }
    }

    private static bool IsSound(Request? request) => request is Request.ExportActions export ? IsSound(export.List) : request is null or not Request.ListActions || request is Request.ListActions { Heading.Length: > 0 and <= LongestText, From: >= 0 and <= MostRows };
}

/// <summary>What a button sends that opens a dialog: Teams takes that from its own part.</summary>
internal sealed record DialogPress([property: JsonPropertyName("msteams")] TeamsPress MsTeams, Request Asks);

/// <summary>What Teams does with a press.</summary>
internal sealed record TeamsPress(string Type);

// What is missing in what comes back is found here, and not later as a null: so nulls are written out.
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CardPress))]
[JsonSerializable(typeof(DialogPress))]
internal sealed partial class CardPressJson : JsonSerializerContext;
