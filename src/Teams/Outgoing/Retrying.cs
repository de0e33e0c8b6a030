using System.Net.Http.Headers;

namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>What is worth another try, and when. Not Polly: three rules, of which one needs to know whether the request left.</summary>
internal static class Retrying
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    // A mistaken date would silence a conversation until the next start.
    private static readonly TimeSpan LongestAsked = TimeSpan.FromMinutes(5);

    /// <summary>Whether a refusal with this status passes by itself.</summary>
    public static bool Passes(int status) => status is 429 or 412 or 502 or 503 or 504;

    /// <summary>How long to wait before the next try: what the other side asked for, else anything up to a bound that doubles, so that many senders do not come back at once.</summary>
    public static TimeSpan Wait(int tries, TimeSpan? asked, double dice) =>
        asked is { } told && told > TimeSpan.Zero ? told : dice * TimeSpan.FromTicks(Math.Min(First.Ticks << Math.Min(tries - 1, 10), Longest.Ticks));

    /// <summary>The wait that a Retry-After asks for; five minutes at most. A date is held against the date of the answer, since clocks differ.</summary>
    public static TimeSpan? Asked(HttpResponseHeaders headers, TimeProvider time) => headers.RetryAfter switch
    {
        { Delta: { } delta } => AtMost(delta),
        { Date: { } date } => AtMost(date - (headers.Date ?? time.GetUtcNow())),
        _ => null,
    };

    private static TimeSpan AtMost(TimeSpan asked) => asked < LongestAsked ? asked : LongestAsked;
}
