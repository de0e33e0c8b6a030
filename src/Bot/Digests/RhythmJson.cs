using System.Text.Json;
using System.Text.Json.Serialization;
using TeamsPlanBot.Bot.Understanding;

namespace TeamsPlanBot.Bot.Digests;

/// <summary>How a digest's rhythm, and the part of the plans it is about, are kept.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Rhythm))]
[JsonSerializable(typeof(About))]
public sealed partial class RhythmJson : JsonSerializerContext
{
    public static string Write(Rhythm rhythm) => JsonSerializer.Serialize(rhythm, Default.Rhythm);

    public static Rhythm ReadRhythm(string written) => JsonSerializer.Deserialize(written, Default.Rhythm)!;

    public static string Write(About about) => JsonSerializer.Serialize(about, Default.About);

    public static About ReadAbout(string? written) => written is null ? Understanding.About.Everything : JsonSerializer.Deserialize(written, Default.About)!;
}
