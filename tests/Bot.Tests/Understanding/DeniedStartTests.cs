using TeamsPlanBot.Bot.Understanding;

namespace TeamsPlanBot.Bot.Tests.Understanding;

/// <summary>Words that say themselves that nothing has begun begin nothing.</summary>
public sealed class DeniedStartTests
{
    [Theory]
    [InlineData("not started yet")]
    [InlineData("Work hasn't started, waiting for funding")]
    [InlineData("this has not yet been started")]
    [InlineData("we have not begun")]
    [InlineData("yet to start")]
    [InlineData("still to be commenced")]
    [InlineData("no progress since March")]
    [InlineData("nothing has been done so far")]
    [InlineData("no work has been done")]
    [InlineData("couldn’t start because of staffing")]
    public void Nothing_has_begun(string words) => Assert.True(DeniedStart.In(words));

    [Theory]
    [InlineData("two workers started")]
    [InlineData("not all have started")]
    [InlineData("started, not yet complete")]
    [InlineData("draft sent, not signed off")]
    [InlineData("no action needed from legal, letters are out")]
    [InlineData("nothing stands in the way now")]
    [InlineData("first meeting held, translation not done")]
    public void Something_has(string words) => Assert.False(DeniedStart.In(words));
}
