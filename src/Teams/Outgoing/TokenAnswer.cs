using System.Net.Http.Headers;

namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>What asking for a token came to.</summary>
public abstract record TokenAnswer
{
    private TokenAnswer()
    {
    }

    /// <summary>A token, as the header that carries it.</summary>
    public sealed record Given(AuthenticationHeaderValue Header, DateTimeOffset Until) : TokenAnswer
    {
        // A record prints its members; this one must not.
        public override string ToString() => $"a token until {Until:u}";
    }

    /// <summary>None, and a sentence for the operator that says why and what to do; with it, how long the other side asked to wait.</summary>
    public sealed record Denied(string Sentence, TimeSpan? RetryAfter = null) : TokenAnswer;
}
