using System.Text.Json.Serialization;
using TeamsPlanBot.Teams.Cards;

namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>How activities and cards are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OutgoingActivity))]
[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(RichTextBlock))]
[JsonSerializable(typeof(Container))]
[JsonSerializable(typeof(ExecuteAction))]
[JsonSerializable(typeof(InvokeAnswer))]
[JsonSerializable(typeof(NewConversation))]
public sealed partial class OutgoingJson : JsonSerializerContext;
