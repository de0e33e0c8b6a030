using TeamsPlanBot.Data.Imports;

namespace TeamsPlanBot.Data.Tests.Imports;

public sealed class RowsAtOnceTests
{
    [Theory]
    [InlineData("plan,indicator,period,value,target\np,Visits,2012/13,5,6\np,Visits,2013/14,5,\np,Calls,2013/14,5,")]
    [InlineData("plan,ref,on,by,text,field,from,to\np,1.1,2017-02-01,Jo,Begun,,,\np,1.1,2017-02-01,Jo,Begun,brag,,red\np,1.2,2017-02-01,Jo,Begun,,,")]
    [InlineData("plan,about,name,fact,value\np,plan,,version,1\np,board,Cabinet,date,2013-01-01\np,lead,Jo,alias,JH")]
    public async Task The_same_file_at_the_same_moment_is_taken_once(string csv)
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action\np,1.1,A\np,1.2,B");

        // Each opens the file for itself, as a process would.
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            using var own = store.OpenAgain();
            return await own.ImportRowsAsync(csv);
        })));

        Assert.All(outcomes, outcome => Assert.Empty(outcome.Problems));
        Assert.Equal([0, 0, 0, 3], outcomes.Select(outcome => outcome.Plans.Single().Added).Order());
        Assert.Equal((0, 0, 3), await store.TakeAsync(csv));
    }

    [Fact]
    public async Task Different_files_at_the_same_moment_all_arrive()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action\np,1.1,A");

        await Task.WhenAll(Enumerable.Range(1, 8).Select(number => Task.Run(async () =>
        {
            using var own = store.OpenAgain();
            Assert.Empty((await own.ImportRowsAsync($"plan,ref,text\np,1.1,Said {number}.")).Problems);
            Assert.Empty((await own.ImportRowsAsync($"plan,indicator,period,value\np,Visits,{2000 + number},{number}")).Problems);
        })));

        Assert.Equal(8, (await store.RowsAsync(FileKind.Progress)).Count(letter => letter == '\n'));
        Assert.Equal(8, (await store.RowsAsync(FileKind.Indicators)).Count(letter => letter == '\n'));
    }
}
