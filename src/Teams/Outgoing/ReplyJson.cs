using System.Text.Json;
using System.Text.Json.Serialization;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>Reads what is answered to sends, whatever it is.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MembersAnswer))]
[JsonSerializable(typeof(Member))]
internal sealed partial class ReplyJson : JsonSerializerContext
{
    /// <summary>The text at this path. Some peers answer with nothing or in HTML: an id is welcome, never needed.</summary>
    public static string? Text(ReadOnlyMemory<byte> body, params ReadOnlySpan<string> path)
    {
        if (body.Length == 0)
        {
            return null;
        }

        try
        {
            using var answer = JsonDocument.Parse(body);
            return answer.RootElement.Text(path);
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A page of one member, or null where the answer is none.</summary>
    public static Roster.Page? OneMember(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, Default.Member) is { Id: not null } member ? new Roster.Page([member], null) : null;
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A page of members, or null where the answer is none.</summary>
    public static Roster.Page? Members(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, Default.MembersAnswer) is { Members: { } members } answer
                ? new Roster.Page([.. members.OfType<Member>()], string.IsNullOrEmpty(answer.ContinuationToken) ? null : answer.ContinuationToken)
                : null;
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
