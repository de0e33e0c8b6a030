using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>Thousands of generated posts: each is kept as it was typed, shown as text, and changes nothing but the record.</summary>
public sealed class HostilePostsTests
{
    private const int Together = 20;
    private const int Refs = 40;

    // All of them where CI has the time, the first of them everywhere else.
    private static readonly int Posts = Environment.GetEnvironmentVariable("TEAMSPLANBOT_REQUIRE_ALL") is null ? 1_000 : 10_000;

    private static readonly string[] Pieces =
    [
        "**Marker**", "[Marker](https://evil.example)", "{{DATE(2017)}}", "${Marker}", "'; DROP TABLE Actions;--", "\" OR 1=1", "\u202Eright to left", "\u200D\u200B", "\u001b[31m", "=cmd|' /C calc'!A0", "𝕿𝖊𝖝𝖙", "👩‍👩‍👧",
        "<b onload=x>", "</script><script>alert(Marker)</script>", "`code`", "%s%n%x", "undo", "4.3 complete?", "mark 4.3 complete", "reopen it", "\\n", "\\", "\t", "&amp;", "&#60;at&#62;", "{\"type\":\"AdaptiveCard\"}", "../../etc", "file://x", "\u0000", "\uFFFD",
        "what's overdue", "help", "ﷺ", "Ａｍｂｅｒ", "not green", "amberish", "the green paper", "the red book", "close to nothing", "\"quoted\"", "‘curly’", "—", "#tag", "@everyone", "~~", "||", ";", "'", "Z̷a̸l̵g̶o̷",
    ];

    [Fact]
    public async Task Generated_posts_are_kept_to_the_letter_and_obeyed_nowhere()
    {
        await using var teams = await LocalTeams.StartAsync();
        await using var bot = await RunningBot.StartAsync(new DateOnly(2018, 4, 20), null, "--Samples:Load=false", "--Logging:LogLevel:Microsoft=Warning");
        await bot.ImportAsync($"plan,section,ref,action,leads,due,state,brag\n{string.Join('\n', Enumerable.Range(1, Refs).Select(number => $"leeds-2012,1. Help,71.{number},Answer call {number},Jo Hill,2018-03-31,in progress,amber"))}");

        var random = new Random(20180420);
        // The first tenth one by one, with line breaks in them; the others as the lines of longer messages.
        var posts = Enumerable.Range(0, Posts).Select(number => (Ref: $"71.{1 + (number % Refs)}", Text: Generated(random, number, number < Posts / 10 ? "\n\nthereof " : " thereof "))).ToList();
        var chat = Chat.Personal(teams);
        foreach (var message in posts.Take(Posts / 10).Select(post => new[] { post }).Concat(posts.Skip(Posts / 10).Chunk(Together)))
        {
            using var response = await teams.PostAsync(bot.Url, chat.Say(WebUtility.HtmlEncode(string.Join('\n', message.Select(post => $"{post.Ref}: {post.Text}")))));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        await using var store = bot.Stores.Open();
        var kept = await store.Progress.Where(one => one.Origin == Origin.Person)
            .Join(store.Actions, one => one.ActionId, action => action.Id, (one, action) => new { action.Ref, one.Text, Changes = one.Changes.Count }).ToListAsync();
        Assert.Equal(posts.Select(post => $"{post.Ref} {post.Text}").Order(StringComparer.Ordinal), kept.Select(one => $"{one.Ref} {one.Text}").Order(StringComparer.Ordinal));
        Assert.All(kept, one => Assert.Equal(0, one.Changes));
        Assert.Equal(Refs, await store.Actions.CountAsync(action => action.Brag == Brag.Amber && action.State == ActionState.InProgress));

        Assert.All(teams.All.Where(message => message.Type == "message"), message =>
        {
            Assert.False(message.Activity.TryGetProperty("text", out _));
            Assert.StartsWith("Recorded on 71.", message.Card!.Value.Lines()[0], StringComparison.Ordinal);
            HostileTextTests.AssertMarkerOnlyIn(message.Card!.Value, "$");
        });
        Assert.DoesNotContain(bot.Log.Lines, line => line.Line.Contains("DROP TABLE", StringComparison.Ordinal) || line.Line.Contains("Marker", StringComparison.Ordinal));
    }

    // It begins and ends with a word, so that nothing at its ends is taken for the space around it.
    private static string Generated(Random random, int number, string between)
    {
        var words = new StringBuilder("w").Append(number);
        for (var piece = random.Next(1, 9); piece > 0; piece--)
        {
            words.Append(random.Next(8) switch { 0 => "", 1 => between, 2 => "  ", _ => " " }).Append(Pieces[random.Next(Pieces.Length)]);
        }

        return words.Append(" end").ToString();
    }
}
