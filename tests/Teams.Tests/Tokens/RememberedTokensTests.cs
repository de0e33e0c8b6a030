using TeamsPlanBot.Teams.Incoming;
using TeamsPlanBot.Teams.Incoming.Tokens;

namespace TeamsPlanBot.Teams.Tests.Tokens;

public sealed class RememberedTokensTests
{
    private static readonly RememberedToken Good = new(new CallerPrincipal(new Caller.Application(null)), 0, null!, null!);

    [Fact]
    public void A_token_that_comes_again_and_again_is_remembered_and_those_that_do_not_are_forgotten()
    {
        var remembered = new RememberedTokens(most: 10);
        remembered.Remember(Fingerprint.Of("busy"), Good);
        remembered.Remember(Fingerprint.Of("idle"), Good);
        for (var i = 0; i < 100; i++)
        {
            remembered.Remember(Fingerprint.Of($"token {i}"), Good);
            Assert.True(remembered.TryGet(Fingerprint.Of("busy"), out _));
        }

        Assert.False(remembered.TryGet(Fingerprint.Of("idle"), out _));
        Assert.InRange(Enumerable.Range(0, 100).Count(i => remembered.TryGet(Fingerprint.Of($"token {i}"), out _)), 3, 10);
    }

    [Fact]
    public void A_forgotten_token_is_forgotten()
    {
        var remembered = new RememberedTokens();
        remembered.Remember(Fingerprint.Of("token"), Good);
        remembered.Forget(Fingerprint.Of("token"));
        Assert.False(remembered.TryGet(Fingerprint.Of("token"), out _));
    }

    [Fact]
    public void Tokens_that_differ_in_one_letter_are_two() => Assert.NotEqual(Fingerprint.Of("token"), Fingerprint.Of("tokeN"));
}
