using System.Text;
using Microsoft.AspNetCore.Http;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Teams.Tests;

public sealed class MutatedBodiesTests
{
    private const int Bodies = 5_000;

    private static readonly byte[][] Fragments =
    [
        .. new[]
        {
            "\"", "\\", "{", "}", "[", "]", ":", ",", "null", "true", "-1e400", "\\ud800", "\\udc00", "\\u0000", "/*", "[null]", "{}", "\"\"",
            "\"type\":\"message\",", "\"from\":null,", "\"entities\":[null],", "\"membersAdded\":[null],", "<at", "</at>", "&#x", "\ufeff", "\u2028", "😀",
        }.Select(Encoding.UTF8.GetBytes),
        [.. Enumerable.Repeat((byte)'[', 60)],
        [0xFF],
        [0xC0, 0x80],
        [0xED, 0xA0, 0x80],
        [0],
    ];

    [Fact]
    public async Task However_a_body_is_spoilt_it_is_an_activity_or_a_bad_request()
    {
        var random = new Random(20261120);
        var shapes = Shapes.Names.Select(name => Encoding.UTF8.GetBytes(Shapes.Json(name))).ToList();
        var activities = 0;

        for (var i = 0; i < Bodies; i++)
        {
            var body = Spoil(shapes[i % shapes.Count], random);
            try
            {
                var read = await ReadAsync(body);
                Assert.Equal(read.Activity is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK, read.Status);
                Assert.Equal(read.Activity is null, read.Reason is { Length: > 0 });
                if (read.Activity is { } activity)
                {
                    activities++;
                    var again = await ReadAsync(Door.LookAtAll(activity));
                    Assert.Equal(StatusCodes.Status200OK, again.Status);
                }
            }
            catch (Exception escaped)
            {
                Assert.Fail($"Body {i} was no value but an exception: {escaped}\n{Encoding.UTF8.GetString(body)}");
            }
        }

        // Were all of them refused, or none, the spoiling would test nothing.
        Assert.InRange(activities, Bodies / 100, Bodies - (Bodies / 100));
    }

    private static async Task<ReadActivity> ReadAsync(byte[] body)
    {
        var http = new DefaultHttpContext();
        http.Request.ContentType = "application/json";
        http.Request.Body = new MemoryStream(body);
        return await ActivityReader.ReadAsync(http.Request, CancellationToken.None);
    }

    private static byte[] Spoil(byte[] body, Random random)
    {
        var spoilt = body.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(spoilt.Count + 1);
            var length = Math.Min(random.Next(1, 40), spoilt.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    spoilt.RemoveRange(at, length);
                    break;
                case 1:
                    spoilt.InsertRange(at, spoilt.GetRange(at, length));
                    break;
                case 2:
                    spoilt.RemoveRange(at, spoilt.Count - at);
                    break;
                case 3 when length > 0:
                    spoilt[at] ^= (byte)(1 << random.Next(8));
                    break;
                default:
                    spoilt.InsertRange(at, Fragments[random.Next(Fragments.Length)]);
                    break;
            }
        }

        return [.. spoilt];
    }
}
