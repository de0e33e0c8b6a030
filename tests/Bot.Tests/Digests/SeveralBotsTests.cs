using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>Several bots on one store, killed now and then, while Teams throttles, fails and leaves them in doubt. bench/Digests does the same with ten thousand.</summary>
public sealed class SeveralBotsTests
{
    [Fact]
    public async Task No_digest_is_lost_and_none_comes_twice_but_where_a_death_or_a_doubt_explains_it()
    {
        var came = await new DigestTrial(bots: 3, digests: 300, deaths: 3, TimeSpan.FromSeconds(2), new Troubles(Fails: 2, Cuts: 3, Most: 20)).RunAsync(TimeSpan.FromMinutes(4));

        Assert.True(came.Missing == 0, $"Some were told nothing: {came}");
        Assert.Equal(3, came.Deaths);
        Assert.True(came.InDoubt > 0 && came.Throttled > 0, $"Nothing went wrong, so that nothing was shown: {came}");
        Assert.True(came.Unexplained == 0 && came.Duplicates <= came.Doubts, $"More came twice than doubts explain: {came}");
    }
}
