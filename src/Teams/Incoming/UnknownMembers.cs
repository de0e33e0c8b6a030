using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace TeamsPlanBot.Teams.Incoming;

/// <summary>Collects the members of an object that nobody here knows, as one object in JSON: hardly anything reads them, so they are copied now and taken apart when asked for.</summary>
internal ref struct UnknownMembers(JsonElement all)
{
    // A member takes no more room here than it took where it stood, braces and commas included.
    private readonly int largest = JsonMarshal.GetRawUtf8Value(all).Length;

    // When a later member is refused nobody takes this back to the pool; the collector does.
    private byte[]? buffer;
    private int length;

    public static Dictionary<string, JsonElement>? Read(byte[]? json) =>
        json is null ? null : JsonElement.Parse(json).EnumerateObject().ToDictionary(member => member.Name, member => member.Value);

    public void Add(JsonProperty member)
    {
        buffer ??= ArrayPool<byte>.Shared.Rent(largest);
        Append(length == 0 ? "{\""u8 : ",\""u8);
        Append(JsonMarshal.GetRawUtf8PropertyName(member));
        Append("\":"u8);
        Append(JsonMarshal.GetRawUtf8Value(member.Value));
    }

    /// <summary>The members as JSON, or null when there were none.</summary>
    public byte[]? Take()
    {
        if (buffer is null)
        {
            return null;
        }

        Append("}"u8);
        var json = buffer[..length];
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = null;
        return json;
    }

    private void Append(ReadOnlySpan<byte> json)
    {
        json.CopyTo(buffer.AsSpan(length));
        length += json.Length;
    }
}
