using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsPlanBot.Data.Plans;

/// <summary>Keeps what a plan says under headings that nobody here knows, as JSON with its characters left readable for a search.</summary>
public static class Notes
{
    private static readonly NotesJson Json = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string? Write(IReadOnlyDictionary<string, string> notes) =>
        notes.Count == 0 ? null : JsonSerializer.Serialize(new SortedDictionary<string, string>(notes.ToDictionary(), StringComparer.Ordinal), Json.IReadOnlyDictionaryStringString);

    /// <summary>Words as they stand inside what <see cref="Write"/> writes, to be searched for.</summary>
    public static string Inside(string words) => JsonEncodedText.Encode(words, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();

    public static IReadOnlyDictionary<string, string> Read(string? notes) =>
        notes is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize(notes, Json.IReadOnlyDictionaryStringString)!;
}

[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class NotesJson : JsonSerializerContext;
