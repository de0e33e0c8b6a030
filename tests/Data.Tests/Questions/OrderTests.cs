using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Questions;

public sealed class OrderTests
{
    [StoreTheory]
    [InlineData("Complete ones come last", "b a", "p,a,A,2012-01-01,complete,", "p,b,B,,in progress,")]
    [InlineData("Dated ones come before undated ones", "b a", "p,a,A,,not started,red", "p,b,B,2030-01-01,not started,green")]
    [InlineData("The earliest comes first", "b a", "p,a,A,2012-05-01,not started,red", "p,b,B,2012-04-30,not started,green")]
    [InlineData("Red comes before amber", "b a", "p,a,A,2012-05-01,not started,amber", "p,b,B,2012-05-01,not started,red")]
    [InlineData("Amber comes before green", "b a", "p,a,A,2012-05-01,not started,green", "p,b,B,2012-05-01,not started,amber")]
    [InlineData("A rating comes before none", "b a", "p,a,A,2012-05-01,not started,", "p,b,B,2012-05-01,not started,green")]
    [InlineData("Undated ones are in order of their rating", "b a", "p,a,A,,in progress,green", "p,b,B,,not started,red")]
    [InlineData("Complete ones are in order of their dates", "b a", "p,a,A,2012-05-01,complete,", "p,b,B,2012-04-30,complete,")]
    [InlineData("Plans are in order of their keys", "b a", "p,a,A,2012-05-01,not started,red", "o,b,B,2012-05-01,not started,red")]
    [InlineData("The document's order decides in the end", "z 10", "p,z,A,2012-05-01,not started,red", "p,10,B,2012-05-01,in progress,red")]
    public async Task The_worst_comes_first(string rule, string refs, string one, string other)
    {
        await using var store = await StoreFile.HoldingAsync($"plan,ref,action,due,state,brag\n{one}\n{other}");

        Assert.Equal((rule, refs), (rule, await store.RefsAsync(new ActionQuestion())));
    }

    [StoreFact]
    public async Task A_newer_version_brings_its_own_order()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action\np,1,A\np,2,B\np,3,C", "plan,ref,action\np,3,C\np,1,A\np,2,B");

        Assert.Equal("3 1 2", await store.RefsAsync(new ActionQuestion()));
    }
}
