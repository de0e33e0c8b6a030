using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TeamsPlanBot.FakeTeams;

/// <summary>A body as it goes over the wire, and how it is announced.</summary>
public sealed record SpoiltBody(byte[] Bytes, string ContentType);

/// <summary>Spoils activities in every way that a broken or hostile peer might: members, values, texts, bytes, and how the body is announced.</summary>
public sealed class Spoiling(Random random)
{
    private const int LargestBody = 256 * 1024;
    private const string Mark = "MARKED-PLACE";

    private static readonly string[] Announced =
    [
        "application/json; charset=utf-8", "application/json; charset=utf-16", "application/json;charset=iso-8859-1", "application/json; charset=\"", "text/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml", "",
    ];

    private static readonly string[] Odd =
    [
        "", " ", "\0", "\u0001\u001b[31m", "..", "../../etc/passwd", "a/b/c", "%2F..%2f%00", "a%zz", "?x=y#z", "https://evil.example/", "javascript:alert(1)", "<b onload=x>&amp;&#0;</script>", "'; DROP TABLE Actions;--", "\" OR 1=1",
        "{\"type\":\"AdaptiveCard\"}", "${x}{{DATE(2017)}}", "**bold**[x](y)", "\u202Eright to left\u200D\u200B\uFEFF", "Z̷a̸l̵g̶o̷", "🧑‍🧑‍🧒", "\uFFFE\uFFFF", "İıſK", "٣", "ﷺ", "\ud83d\ude00", "null", "true", "NaN", "-0", "1e400",
        "9999-12-31T23:59:59.9999999Z", "0000-00-00", "-0001-01-01T00:00:00Z", "2017-02-30T25:61:61+99:99", "29:\u0000", "19:x@unq.gbl.spaces", ";messageid=", "19:a;messageid=;messageid=1", "x-klingon", "en-GB-u-nu-thai", "Mars/Olympus",
        "adaptiveCard/action", "task/submit", "task/fetch", "composeExtension/query", "fileConsent/invoke", "message", "invoke", "ask", "personal", "channel", "undo", "4.3 in leicestershire: signed off, green", "what's overdue",
    ];

    private static readonly string[] Numbers = ["0", "-1", "1", "2147483648", "-9223372036854775809", "1e308", "-1e400", "1E-400", "0.1e1", "123456789012345678901234567890"];

    private static readonly string[] Owned = ["value", "attachments", "entities", "channelData"];

    private static readonly byte[][] Fragments =
    [
        .. new[]
        {
            "\"", "\\", "{", "}", "[", "]", ":", ",", "null", "true", "-1e400", "\\ud800", "\\udc00", "\\u0000", "/*", "[null]", "\"\"", "\"type\":\"message\",", "\"from\":null,",
            "\"membersAdded\":[null],", "<at", "\u2028", "😀",
        }.Select(Encoding.UTF8.GetBytes),
        [.. Enumerable.Repeat((byte)'[', 100)],
        [0xFF],
        [0xC0, 0x80],
        [0xED, 0xA0, 0x80],
        [0],
    ];

    /// <summary>Some stay whole, most are changed in one place or several, and a few are broken below the level of JSON.</summary>
    /// <param name="other">Another activity, of which members may be taken.</param>
    public SpoiltBody Spoil(JsonObject activity, JsonObject other)
    {
        for (var times = random.Next(5); times > 0; times--)
        {
            Change(activity, other);
        }

        var text = random.Next(14) switch
        {
            0 => WithDoubledMember(activity),
            1 => WithRawValue(activity),
            _ => Write(activity),
        };
        var body = Encoded(text);
        if (random.Next(12) == 0)
        {
            body = SpoilBytes(body);
        }

        return new SpoiltBody(body, random.Next(25) == 0 ? Announced[random.Next(Announced.Length)] : "application/json");
    }

    private static string Write(JsonNode node) => node.ToJsonString(new JsonSerializerOptions { MaxDepth = 10_000 });

    private void Change(JsonObject activity, JsonObject other)
    {
        // Where every kind has something else is more to find than in what all have, and what is wrong there is refused before anything looks further.
        var place = random.Next(4) > 0 && Own(activity) is { } own ? Somewhere(own) : Somewhere(activity);
        var names = place.Select(member => member.Key).ToList();
        if (names.Count == 0)
        {
            return;
        }

        var (name, second) = (names[random.Next(names.Count)], names[random.Next(names.Count)]);
        switch (random.Next(9))
        {
            case 0:
                place.Remove(name);
                break;
            case 1:
                (place[name], place[second]) = (place[second]?.DeepClone(), place[name]?.DeepClone());
                break;
            case 2:
                place[$"{name}{(char)random.Next(0x20, 0x3000)}"] = place[name]?.DeepClone();
                break;
            case 3:
                // The same name in other letters, or of another place.
                var renamed = place[name]?.DeepClone();
                place.Remove(name);
                place[random.Next(2) == 0 ? name.ToUpperInvariant() : second] = renamed;
                break;
            case 4:
                place[name] = Somewhere(other).Select(member => member.Value).FirstOrDefault()?.DeepClone();
                break;
            case 5:
                activity["value"] = other["value"]?.DeepClone();
                break;
            case 6 when place[name] is JsonArray list && list.Count > 0:
                list.Add(random.Next(2) == 0 ? list[0]?.DeepClone() : OddValue());
                break;
            default:
                place[name] = OddValue();
                break;
        }
    }

    private JsonObject? Own(JsonObject activity)
    {
        var inner = Owned.Select(name => activity[name]).SelectMany(member => member is JsonArray list ? list.OfType<JsonObject>() : member is JsonObject one ? [one] : []).ToList();
        return inner.Count == 0 ? null : inner[random.Next(inner.Count)];
    }

    private JsonObject Somewhere(JsonObject activity)
    {
        var place = activity;
        while (random.Next(3) > 0 && Inner(place) is { Count: > 0 } inner)
        {
            place = inner[random.Next(inner.Count)];
        }

        return place;
    }

    private static List<JsonObject> Inner(JsonObject place) =>
        [.. place.Select(member => member.Value).OfType<JsonObject>(), .. place.Select(member => member.Value).OfType<JsonArray>().SelectMany(list => list.OfType<JsonObject>())];

    private JsonNode? OddValue() => random.Next(16) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(),
        3 => JsonNode.Parse(Numbers[random.Next(Numbers.Length)]),
        4 => new string('x', random.Next(5_000)),
        5 => new string((char)random.Next(0xA0, 0xD7FF), random.Next(450)),
        6 => new JsonArray(),
        7 => new JsonArray(null, 1, "x", new JsonObject()),
        8 => new JsonObject(),
        9 => Nested(random.Next(60)),
        10 => new JsonObject { ["id"] = random.Next(), ["name"] = null },
        11 when random.Next(20) == 0 => new string('y', LargestBody - random.Next(4_000)),
        _ => Odd[random.Next(Odd.Length)],
    };

    private static JsonNode Nested(int depth)
    {
        JsonNode inner = "deep";
        for (var i = 0; i < depth; i++)
        {
            inner = i % 2 == 0 ? new JsonArray(inner) : new JsonObject { ["in"] = inner };
        }

        return inner;
    }

    private string WithDoubledMember(JsonObject activity)
    {
        var place = Somewhere(activity);
        if (place.Count == 0)
        {
            return Write(activity);
        }

        var name = JsonSerializer.Serialize(place.ElementAt(random.Next(place.Count)).Key);
        var (whole, inner) = (Write(activity), Write(place));
        var at = whole.IndexOf(inner, StringComparison.Ordinal);
        return $"{whole[..at]}{{{name}:{OddValue()?.ToJsonString() ?? "null"},{inner[1..]}{whole[(at + inner.Length)..]}";
    }

    // What no serialiser would write: half a surrogate pair, numbers beyond all measure, depth without end.
    private string WithRawValue(JsonObject activity)
    {
        var place = Somewhere(activity);
        if (place.Count == 0)
        {
            return Write(activity);
        }

        place[place.ElementAt(random.Next(place.Count)).Key] = Mark;
        var raw = random.Next(7) switch
        {
            0 => "\"\\ud800\"",
            1 => "\"a\\udc00b\"",
            2 => "\"\\u0000\"",
            3 => string.Create(CultureInfo.InvariantCulture, $"{random.Next(1, 10)}{new string('0', random.Next(400))}"),
            4 => $"{new string('[', random.Next(40, 5_000))}",
            5 => string.Concat(Enumerable.Repeat("[", 47)) + string.Concat(Enumerable.Repeat("]", 47)),
            _ => Numbers[random.Next(Numbers.Length)],
        };
        return Write(activity).Replace($"\"{Mark}\"", raw, StringComparison.Ordinal);
    }

    private byte[] Encoded(string text) => random.Next(120) switch
    {
        0 => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        1 => Encoding.Unicode.GetBytes(text),
        2 => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
        3 => Encoding.Latin1.GetBytes(text.Replace('e', 'é')),
        4 => [],
        _ => Encoding.UTF8.GetBytes(text),
    };

    private byte[] SpoilBytes(byte[] body)
    {
        if (body.Length == 0)
        {
            return body;
        }

        var spoilt = body.ToList();
        var at = random.Next(spoilt.Count);
        var length = Math.Min(random.Next(1, 40), spoilt.Count - at);
        switch (random.Next(5))
        {
            case 0:
                spoilt.RemoveRange(at, length);
                break;
            case 1:
                spoilt.RemoveRange(at, spoilt.Count - at);
                break;
            case 2:
                spoilt.InsertRange(at, spoilt.GetRange(at, length));
                break;
            case 3:
                spoilt.InsertRange(at, Fragments[random.Next(Fragments.Length)]);
                break;
            default:
                spoilt[at] ^= (byte)(1 << random.Next(8));
                break;
        }

        return [.. spoilt];
    }
}
