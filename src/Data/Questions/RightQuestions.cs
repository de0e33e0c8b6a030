using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>Asks the store who may see what.</summary>
public sealed class RightQuestions(PlanStores stores)
{
    /// <summary>Who sees which plans. It grows old with the names: whoever changes a right or whom a plan is for revises these.</summary>
    public async Task<WhoSees> WhoSeesAsync(CancellationToken cancelled)
    {
        var restricted = await stores.Prepared.RowsAsync(
            new Sql($"""SELECT "Id" FROM "Plans" WHERE "Visibility" = {(int)Visibility.Named}""", []), row => row.GetInt32(0), cancelled);
        var rights = await stores.Prepared.RowsAsync(
            new Sql("""SELECT "Holder", "PlanId" FROM "Rights" """, []), row => (row.GetString(0), row.GetInt32(1)), cancelled);
        return new WhoSees(restricted, rights);
    }
}
