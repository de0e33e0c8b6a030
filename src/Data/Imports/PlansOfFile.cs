using Microsoft.EntityFrameworkCore;

namespace TeamsPlanBot.Data.Imports;

/// <summary>The plans that the rows of a file name, with a count of what the rows came to.</summary>
internal sealed class PlansOfFile(PlanStore store, CsvTable file)
{
    private readonly Dictionary<string, PlanOfFile?> known = new(StringComparer.Ordinal);

    public IEnumerable<PlanOfFile> All => known.Values.OfType<PlanOfFile>();

    /// <summary>The plan of a row; one that is not there is a problem, once.</summary>
    public async Task<PlanOfFile?> OfAsync(string key, int row, CancellationToken cancelled)
    {
        if (known.TryGetValue(key, out var plan) || key.Length == 0)
        {
            return plan;
        }

        var found = await store.Plans.Where(p => p.Key == key).Select(p => new { p.Id, p.Key, p.Name }).SingleOrDefaultAsync(cancelled);
        if (found is null)
        {
            file.Wrong(row, ActionColumns.Plan, $"There is no plan {CsvRow.InShort(key)}; import its actions first, or check its short name.");
        }

        return known[key] = found is null ? null : new PlanOfFile(found.Id, found.Key, found.Name);
    }
}

/// <summary>A plan that a file speaks about, and what its rows came to.</summary>
internal sealed class PlanOfFile(int id, string key, string name)
{
    private readonly int[] rows = new int[3];

    public int Id => id;

    public string Key => key;

    public List<string> StandOtherwise { get; } = [];

    public void Count(Effect effect) => rows[(int)effect]++;

    public ImportedRows Told() => new(key, name, rows[(int)Effect.Added], rows[(int)Effect.Changed], rows[(int)Effect.None], StandOtherwise);
}
