using System.Text.Json.Serialization;

namespace TeamsPlanBot.Teams.Incoming;

/// <summary>How activities are written, unknown members with them. What comes in is read by <see cref="ActivityReader"/>, which is faster and stricter.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    MaxDepth = ActivityReader.Deepest)]
[JsonSerializable(typeof(Activity))]
public sealed partial class IncomingJson : JsonSerializerContext;
