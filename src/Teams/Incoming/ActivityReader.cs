using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace TeamsPlanBot.Teams.Incoming;

/// <summary>An activity, or the status and the reason why there is none.</summary>
public readonly record struct ReadActivity(Activity? Activity, int Status, string? Reason);

/// <summary>Turns the body of a request into an activity; whatever is wrong with it is a value, never an exception.</summary>
public static class ActivityReader
{
    /// <summary>Teams' own messages end at 100 KB; card inputs and quoted HTML come on top.</summary>
    public const int LargestBody = 256 * 1024;

    /// <summary>How many objects and lists may stand in each other.</summary>
    public const int Deepest = 48;

    // Doubled members are refused at every level: two readers could understand them differently.
    private static readonly JsonDocumentOptions Rules = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,
        MaxDepth = Deepest,
    };

    public static async ValueTask<ReadActivity> ReadAsync(HttpRequest request, CancellationToken cancelled)
    {
        if (!request.HasJsonContentType())
        {
            return Refused(StatusCodes.Status400BadRequest, "the body is not announced as JSON");
        }

        if (request.ContentLength > LargestBody)
        {
            return Refused(StatusCodes.Status413PayloadTooLarge, "the body is too large");
        }

        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(LargestBody, request.ContentLength ?? 16 * 1024) + 1);
        try
        {
            var length = 0;
            while (true)
            {
                var read = await request.Body.ReadAsync(buffer.AsMemory(length), cancelled);
                if (read == 0)
                {
                    return Read(buffer.AsMemory(0, length));
                }

                length += read;
                if (length > LargestBody)
                {
                    return Refused(StatusCodes.Status413PayloadTooLarge, "the body is too large");
                }

                if (length == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                    buffer.CopyTo(larger, 0);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }
            }
        }
        catch (Exception broken) when (broken is IOException or BadHttpRequestException)
        {
            return Refused(StatusCodes.Status400BadRequest, "the body ended early");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads a whole body; what is returned holds copies, so the body's memory may be used again.</summary>
    public static ReadActivity Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            CheckTexts(body.Span);
            using var document = JsonDocument.Parse(body, Rules);
            if (document.RootElement.ValueKind == JsonValueKind.Null)
            {
                return Refused(StatusCodes.Status400BadRequest, "the body is null");
            }

            return ActivityJson.Activity(document.RootElement) switch
            {
                { Type: null or "" } => Refused(StatusCodes.Status400BadRequest, "the activity has no type"),
                var activity when HoldsNobody(activity.MembersAdded) || HoldsNobody(activity.MembersRemoved) => Refused(StatusCodes.Status400BadRequest, "a member is nobody"),
                var activity when HoldsControl(activity.Id) || HoldsControl(activity.Conversation?.Id) => Refused(StatusCodes.Status400BadRequest, "an id holds control characters"),
                var activity => new ReadActivity(activity, StatusCodes.Status200OK, null),
            };
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return Refused(StatusCodes.Status400BadRequest, "the body is not an activity in JSON");
        }
    }

    private static bool HoldsNobody(IReadOnlyList<Account>? members) => members?.Any(member => member is null) == true;

    // No answer could be sent to such an address.
    private static bool HoldsControl(string? id) => id is not null && id.AsSpan().IndexOfAnyInRange('\0', '\x1F') >= 0;

    // Members nobody here knows are read later, if at all; text that is no text is refused now, wherever it stands.
    private static void CheckTexts(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
        {
            throw new JsonException("The body is not UTF-8.");
        }

        if (body.IndexOf("\\u"u8) < 0)
        {
            return;
        }

        var json = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = Deepest });
        while (json.Read())
        {
            if (json.TokenType is JsonTokenType.PropertyName or JsonTokenType.String && json.ValueIsEscaped)
            {
                // Throws where an escape is half a surrogate pair.
                json.GetString();
            }
        }
    }

    private static ReadActivity Refused(int status, string reason) => new(null, status, reason);
}
