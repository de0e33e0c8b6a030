namespace TeamsPlanBot.Data.Questions;

/// <summary>Asks the store for actions.</summary>
public sealed class ActionQuestions(PlanStores stores)
{
    private const int LatestProgress = 5;

    // As many as a page shows, so that its statement is always the same.
    private const int FewAtOnce = 8;
    private const int ManyAtOnce = 500;

    /// <summary>The actions asked for, the worst first: from <paramref name="skip"/> on, at most <paramref name="most"/>.</summary>
    public async Task<ActionLines> ListAsync(Viewer viewer, ActionQuestion question, int skip, int most, CancellationToken cancelled)
    {
        if (viewer.SeesNothing)
        {
            return new ActionLines(0, []);
        }

        var sql = new ActionSql(question);
        var found = await stores.Prepared.RowsAsync(sql.Page(skip, most), FoundAction.Read, cancelled);
        var total = skip == 0 && found.Count < most ? found.Count : (await stores.Prepared.RowsAsync(sql.Count(), row => row.GetInt32(0), cancelled))[0];
        await AddNamesAsync(found, cancelled);
        return new ActionLines(total, [.. found.Select(action => action.Line)]);
    }

    /// <summary>The actions that bear this reference, in any of these plans; in all, where none is named.</summary>
    public async Task<IReadOnlyList<ActionInFull>> FindAsync(Viewer viewer, string reference, IReadOnlyList<int> plans, CancellationToken cancelled)
    {
        if (viewer.SeesNothing)
        {
            return [];
        }

        var found = await stores.Prepared.RowsAsync(FoundInFull.Named(reference, plans), FoundInFull.Read, cancelled);
        await AddNamesAsync([.. found.Select(one => one.Action)], cancelled);

        var whole = new List<ActionInFull>(found.Count);
        foreach (var one in found)
        {
            whole.Add(await one.CompleteAsync(stores.Prepared, LatestProgress, cancelled));
        }

        return whole;
    }

    // The leads and services of many actions at once, in the plan's order.
    private async Task AddNamesAsync(List<FoundAction> found, CancellationToken cancelled)
    {
        var size = found.Count <= FewAtOnce ? FewAtOnce : ManyAtOnce;
        var byId = found.ToDictionary(action => action.Id);
        foreach (var ids in found.Select(action => action.Id).Chunk(size))
        {
            foreach (var (action, isLead, name) in await stores.Prepared.RowsAsync(NamesOf(ids, size), row => (row.GetInt32(0), row.GetInt32(1) == 0, row.GetString(2)), cancelled))
            {
                (isLead ? byId[action].Leads : byId[action].Services).Add(name);
            }
        }
    }

    // Always as many values as fit, so that the text does not change with their number; no action has the id 0.
    private static Sql NamesOf(int[] ids, int size)
    {
        var among = string.Join(", ", Enumerable.Range(0, size).Select(i => $"@{i}"));
        var values = Enumerable.Range(0, size).Select(i => (object)(i < ids.Length ? ids[i] : 0));
        return new Sql(
            $"""
            SELECT x."ActionId", 0, l."Name", x."Position" FROM "ActionLeads" x JOIN "Leads" l ON l."Id" = x."LeadId" WHERE x."ActionId" IN ({among})
            UNION ALL
            SELECT x."ActionId", 1, s."Name", x."Position" FROM "ActionServices" x JOIN "Services" s ON s."Id" = x."ServiceId" WHERE x."ActionId" IN ({among})
            ORDER BY 4
            """,
            [.. values]);
    }
}
