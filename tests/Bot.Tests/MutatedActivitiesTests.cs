using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>Whatever an authenticated peer makes of an activity, the bot answers it or refuses it.</summary>
public sealed class MutatedActivitiesTests
{
    private const int Senders = 8;
    private const int TenantsOfASender = 100;

    // All of them where CI has the time, the first of them everywhere else.
    private static readonly int Activities = Environment.GetEnvironmentVariable("TEAMSPLANBOT_REQUIRE_ALL") is null ? 20_000 : 100_000;

    private static readonly string[] Texts =
    [
        "what's overdue", "what's overdue for First Response", "4.9", "help", "which plans are there", "more", "due in the next 3 weeks", "this channel is about Somerset", "top 5 red",
        "1.1 in Somerset", "due by 31 May 2018", "not updated in 6 weeks", "4.3: capacity in place, now amber", "\u202Ewhat's\u200B overdue\uFEFF", "what’s due for 🧑‍🧑‍🧒 tomorrow", "", " ", "\u0000",
        "due in the next 999999999999 years", "due by 99/99/9999", "ﷺ𝕠𝕧𝕖𝕣𝕕𝕦𝕖", "<at>", "</at><at", "&#x110000; &lt;at&gt;", "((((((", "0x7f -1 1e309 ٣", "İıſK", "what's overdue for \"", "%00%ff%2e%2e", "{{0}}{0}${x}",
    ];

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
        [0],
    ];

    [Fact]
    public async Task However_activities_are_spoilt_none_makes_the_bot_fail()
    {
        await using var connector = await ConnectorAsync();
        await using var issuer = await TestIssuer.StartAsync();
        await using var bot = await RunningBot.StartWithTokensAsync(issuer, new DateOnly(2018, 4, 20), [
            "--Logging:LogLevel:Default=Warning",
            .. Enumerable.Range(0, Senders * TenantsOfASender).Select(i => $"--Teams:AllowedTenants:{i}={TenantOf(i / TenantsOfASender, i)}"),
        ]);
        var serviceUrl = connector.Urls.First();
        var token = issuer.ChannelKey.Sign(Changed(TestIssuer.ChannelClaims(RunningBot.AppId, serviceUrl), claims => (claims["nbf"], claims["exp"]) = (0, 4_000_000_000)));
        using var http = new HttpClient { BaseAddress = bot.Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        var statuses = new ConcurrentDictionary<HttpStatusCode, int>();
        var failed = new ConcurrentQueue<string>();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            var random = new Random(20261121 + sender);
            for (var i = 0; i < Activities / Senders; i++)
            {
                var body = Spoilt(serviceUrl, sender, random);
                using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
                using var answer = await http.PostAsync("/api/messages", content);
                statuses.AddOrUpdate(answer.StatusCode, 1, (_, count) => count + 1);
                if ((int)answer.StatusCode >= 500)
                {
                    failed.Enqueue($"{(int)answer.StatusCode} for {Encoding.UTF8.GetString(body)}");
                }
            }
        })));

        Assert.True(failed.IsEmpty, string.Join('\n', failed.Take(5)));
        Assert.DoesNotContain(bot.Log.Lines, line => line.Level >= LogLevel.Error || line.Line.Contains("Exception", StringComparison.Ordinal));

        // Were nearly all of them refused, or answered, the spoiling would test little.
        Assert.InRange(statuses[HttpStatusCode.OK], Activities / 5, Activities * 4 / 5);
        Assert.Equal(Activities, statuses.Values.Sum());
    }

    private static async Task<WebApplication> ConnectorAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            context.Response.StatusCode = (int)HttpStatusCode.Created;
        });
        await app.StartAsync();
        return app;
    }

    private static string TenantOf(int sender, int number) => $"0d3c1c4e-6f0b-4b0e-9c57-{sender:x4}{number % TenantsOfASender:x8}";

    private static byte[] Spoilt(string serviceUrl, int sender, Random random)
    {
        var activity = Whole(serviceUrl, sender, random);
        for (var times = random.Next(3); times > 0; times--)
        {
            ChangeMember(activity, random);
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(activity);
        return random.Next(3) == 0 ? SpoilBytes(body, random) : body;
    }

    private static JsonObject Whole(string serviceUrl, int sender, Random random)
    {
        // Spread over so many tenants and conversations that Teams' limits, to which the bot keeps, hold nothing up.
        var number = random.Next(2_500);
        var chat = new Chat(serviceUrl, random.Next(3) switch { 0 => "channel", 1 => "groupChat", _ => "personal" }, $"19:{sender}-{number}@thread.tacv2")
        {
            InTenant = TenantOf(sender, number),
        };
        var id = random.Next().ToString(CultureInfo.InvariantCulture);
        switch (random.Next(10))
        {
            case 0:
                return chat.Install(random.Next(2) == 0 ? "add" : "remove");
            case 1:
                return chat.Members(random.Next(2) == 0 ? "membersAdded" : "membersRemoved", random.Next(2) == 0 ? Chat.Bot : "29:somebody");
            case 2:
                return chat.Press(JsonSerializer.SerializeToElement(new { title = "More", verb = random.Next(2) == 0 ? "ask" : "more", data = new { text = Texts[random.Next(Texts.Length)] } }));
            case 3:
                var submit = chat.Say("", id);
                submit["value"] = new JsonObject { ["verb"] = "ask", ["text"] = Texts[random.Next(Texts.Length)] };
                return submit;
            default:
                return chat.Say(Texts[random.Next(Texts.Length)], id);
        }
    }

    // Takes a member away, gives it another value or another's, anywhere in the activity.
    private static void ChangeMember(JsonObject activity, Random random)
    {
        var place = activity;
        while (random.Next(2) == 0 && place.Select(member => member.Value).OfType<JsonObject>().ToList() is { Count: > 0 } inner)
        {
            place = inner[random.Next(inner.Count)];
        }

        var names = place.Select(member => member.Key).ToList();
        if (names.Count == 0)
        {
            return;
        }

        var (name, other) = (names[random.Next(names.Count)], names[random.Next(names.Count)]);
        switch (random.Next(5))
        {
            case 0:
                place.Remove(name);
                break;
            case 1:
                (place[name], place[other]) = (place[other]?.DeepClone(), place[name]?.DeepClone());
                break;
            case 2:
                place[$"{name}{(char)random.Next(0x20, 0x3000)}"] = place[name]?.DeepClone();
                break;
            default:
                place[name] = OddValue(random);
                break;
        }
    }

    private static JsonNode? OddValue(Random random) => random.Next(12) switch
    {
        0 => null,
        1 => true,
        2 => random.Next(),
        3 => -1.5e300,
        4 => "",
        5 => new string('x', random.Next(5_000)),
        6 => new JsonArray(),
        7 => new JsonArray(null, 1, "x", new JsonObject()),
        8 => new JsonObject(),
        9 => Nested(random.Next(60)),
        10 => new JsonObject { ["id"] = random.Next(), ["name"] = null },
        _ => Texts[random.Next(Texts.Length)],
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

    private static byte[] SpoilBytes(byte[] body, Random random)
    {
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

    private static JsonObject Changed(JsonObject json, Action<JsonObject> change)
    {
        change(json);
        return json;
    }
}
