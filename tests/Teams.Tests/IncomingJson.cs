using System.Text.Json.Serialization;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Teams.Tests;

/// <summary>How the other side writes activities, unknown members with them; the bot itself only reads them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    MaxDepth = ActivityReader.Deepest)]
[JsonSerializable(typeof(Activity))]
internal sealed partial class IncomingJson : JsonSerializerContext;
