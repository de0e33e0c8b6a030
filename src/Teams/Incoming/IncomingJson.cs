using System.Text.Json.Serialization;

namespace TeamsPlanBot.Teams.Incoming;

/// <summary>How activities are read. Doubled members are refused: two readers could understand them differently.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    MaxDepth = 48)]
[JsonSerializable(typeof(Activity))]
public sealed partial class IncomingJson : JsonSerializerContext;
