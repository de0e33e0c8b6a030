using System.Text.Json;

namespace TeamsPlanBot.Teams.Incoming;

/// <summary>Reads members of JSON whose shape nobody promised.</summary>
public static class LooseJson
{
    /// <summary>The text at this path, or null where anything on the way is missing or something else.</summary>
    public static string? Text(this JsonElement json, params ReadOnlySpan<string> path) =>
        json.At(path) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;

    /// <summary>What stands at this path, or null where anything on the way is missing.</summary>
    public static JsonElement? At(this JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
            {
                return null;
            }
        }

        return json;
    }
}
