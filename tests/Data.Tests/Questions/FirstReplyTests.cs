using Microsoft.Data.Sqlite;
using TeamsPlanBot.Data.Questions;
using TeamsPlanBot.Data.Sqlite;

namespace TeamsPlanBot.Data.Tests.Questions;

public class FirstReplyTests
{
    /// <summary>EF takes half a second and 40 MB to get ready, which nobody should wait for after a restart.</summary>
    [Fact]
    public async Task What_the_first_reply_needs_is_asked_without_ef()
    {
        await using var file = await StoreFile.HoldingAsync(SmallPlan.Csv);
        var stores = new PlanStores(
            new SqliteEngine(), () => throw new InvalidOperationException("EF was asked."), () => new SqliteConnection($"Data Source={file.Name};Pooling=False"), file.Name);
        var viewer = new Viewer("Jo Bloggs", null, IsGuest: false, "jo");

        Assert.True((await new StoreSchema(stores).StateAsync(default)).UpToDate);
        Assert.False(await new StoreSchema(stores).IsEmptyAsync(default));
        Assert.NotEmpty(await new PlanQuestions(stores).NamesAsync(viewer, default));
        Assert.NotEmpty(await new LeadQuestions(stores).NamesAsync(viewer, default));
        Assert.True((await new RightQuestions(stores).WhoSeesAsync(default)).HasNoSecrets);
        Assert.NotEmpty(await new PlanQuestions(stores).ListAsync(viewer, file.Today, default));
        Assert.NotEmpty((await new ActionQuestions(stores).ListAsync(viewer, new ActionQuestion(), 0, 8, default)).Items);
        stores.Dispose();
    }
}
