using System.Text.Json;

namespace TeamsPlanBot.Teams.Incoming;

/// <summary>What a person answered when they were offered a file.</summary>
/// <param name="Context">What was sent with the offer and came back.</param>
/// <param name="Upload">Where the file is to be put; null where they declined.</param>
public sealed record FileAnswer(bool IsAccepted, JsonElement? Context, UploadPlace? Upload)
{
    /// <summary>The answer; null where it is none.</summary>
    public static FileAnswer? Read(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } answer || answer.Text("action") is not ("accept" or "decline") || answer.Text("type") != "fileUpload")
        {
            return null;
        }

        var isAccepted = answer.Text("action") == "accept";
        var place = answer.At("uploadInfo") is { ValueKind: JsonValueKind.Object } info && info.Text("uploadUrl") is { } upload && info.Text("contentUrl") is { } content
            ? new UploadPlace(upload, content, info.Text("name"), info.Text("uniqueId"), info.Text("fileType"))
            : null;
        return isAccepted && place is null ? null : new FileAnswer(isAccepted, answer.At("context"), isAccepted ? place : null);
    }
}

/// <summary>Where a file is to be put, and where it will be found.</summary>
public sealed record UploadPlace(string UploadUrl, string ContentUrl, string? Name, string? UniqueId, string? FileType);
