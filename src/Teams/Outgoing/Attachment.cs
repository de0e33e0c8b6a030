using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using TeamsPlanBot.Teams.Cards;

namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>What hangs on a message.</summary>
[JsonConverter(typeof(AttachmentWriter))]
public abstract record Attachment
{
    public abstract string ContentType { get; }
}

/// <summary>A card as an attachment.</summary>
public sealed record CardAttachment(AdaptiveCard Content) : Attachment
{
    public override string ContentType => AdaptiveCard.ContentType;
}

/// <summary>Asks a person whether a file may be put into their own store.</summary>
public sealed record FileConsentAttachment(string Name, FileConsent Content) : Attachment
{
    public override string ContentType => "application/vnd.microsoft.teams.card.file.consent";
}

/// <summary>What a person is told of the file, and what comes back with their answer.</summary>
public sealed record FileConsent(string Description, long SizeInBytes, JsonElement AcceptContext, JsonElement DeclineContext);

/// <summary>A file that was put into a person's store.</summary>
public sealed record FileInfoAttachment(string ContentUrl, string Name, FileInfoContent Content) : Attachment
{
    public override string ContentType => "application/vnd.microsoft.teams.card.file.info";
}

/// <summary>Which file it is.</summary>
public sealed record FileInfoContent(string UniqueId, string FileType);

/// <summary>Writes each attachment as what it is.</summary>
internal sealed class AttachmentWriter : JsonConverter<Attachment>
{
    public override void Write(Utf8JsonWriter writer, Attachment value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case CardAttachment card:
                JsonSerializer.Serialize(writer, card, OutgoingJson.Default.CardAttachment);
                break;
            case FileConsentAttachment consent:
                JsonSerializer.Serialize(writer, consent, OutgoingJson.Default.FileConsentAttachment);
                break;
            case FileInfoAttachment file:
                JsonSerializer.Serialize(writer, file, OutgoingJson.Default.FileInfoAttachment);
                break;
            default:
                throw new UnreachableException($"Nobody says how a {value.ContentType} is written.");
        }
    }

    public override Attachment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Attachments are only written.");
}
