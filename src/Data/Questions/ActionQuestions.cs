namespace TeamsPlanBot.Data.Questions;

/// <summary>Asks the store for actions.</summary>
public sealed class ActionQuestions(PlanStores stores)
{
    /// <summary>So many of an action's latest words are read with it.</summary>
    public const int LatestProgress = 5;

    private readonly FoundAction columns = new(stores.Dialect);

    /// <summary>The actions asked for, the worst first: from <paramref name="skip"/> on, at most <paramref name="most"/>.</summary>
    public async Task<ActionLines> ListAsync(Viewer viewer, ActionQuestion question, int skip, int most, CancellationToken cancelled)
    {
        var sql = new ActionSql(viewer, question, stores.Dialect);
        var found = await stores.Prepared.RowsAsync(sql.Page(columns, skip, most), FoundAction.Read, cancelled);
        var total = skip == 0 && found.Count < most ? found.Count : (await stores.Prepared.RowsAsync(sql.Count(), row => row.GetInt32(0), cancelled))[0];
        return new ActionLines(total, found);
    }

    /// <summary>The actions that bear this reference, in any of these plans; in all, where none is named.</summary>
    public async Task<IReadOnlyList<ActionInFull>> FindAsync(Viewer viewer, string reference, IReadOnlyList<int> plans, CancellationToken cancelled)
    {
        var found = await stores.Prepared.RowsAsync(FoundInFull.Named(viewer, columns, reference, plans), FoundInFull.Read, cancelled);
        var whole = new List<ActionInFull>(found.Count);
        foreach (var one in found)
        {
            whole.Add(await one.CompleteAsync(stores, LatestProgress, cancelled));
        }

        return whole;
    }
}
