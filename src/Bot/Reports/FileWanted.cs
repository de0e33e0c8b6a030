using System.Text.Json;
using System.Text.Json.Serialization;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Reports;

/// <summary>A file that somebody asked for, as it is kept until they take it; a closed family. What may be in it is decided when it is made.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "file")]
[JsonDerivedType(typeof(Report), "report")]
[JsonDerivedType(typeof(Page), "page")]
[JsonDerivedType(typeof(Plans), "plans")]
[JsonDerivedType(typeof(Actions), "actions")]
public abstract record FileWanted
{
    private const int Longest = 32_000;

    private FileWanted()
    {
    }

    /// <summary>The board report of a plan for a period.</summary>
    public sealed record Report(int Plan, DateOnly From, DateOnly To) : FileWanted;

    /// <summary>A plan on one page.</summary>
    public sealed record Page(int Plan) : FileWanted;

    /// <summary>All actions of plans; of every plan, where none is named.</summary>
    public sealed record Plans(IReadOnlyList<int> Among, bool AsCsv) : FileWanted;

    /// <summary>The actions that fit a question, in the order of their list.</summary>
    public sealed record Actions(ActionQuestion Question, string Title, int? Most) : FileWanted;

    /// <summary>How it is written down.</summary>
    public string Written() => JsonSerializer.Serialize(this, FileWantedJson.Default.FileWanted);

    /// <summary>What was written down; null where it is nothing of that kind.</summary>
    public static FileWanted? Read(string? written)
    {
        if (written is null or { Length: > Longest })
        {
            return null;
        }

        try
        {
            var wanted = JsonSerializer.Deserialize(written, FileWantedJson.Default.FileWanted);
            return wanted is Report { From: var from, To: var to } && to < from ? null : wanted;
        }
        catch (Exception odd) when (odd is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}

// What is missing in what comes back is found here, and not later as a null: so nulls are written out.
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(FileWanted))]
internal sealed partial class FileWantedJson : JsonSerializerContext;
