using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Recording;
using TeamsPlanBot.Data.Tests.Recording;

namespace TeamsPlanBot.Data.Tests.Imports;

public sealed class MutatedVersionTests
{
    private const string Headings = "plan,plan name,section,section lead,section outcomes,ref,parent,recommendations,action,leads,services,timescale,due,milestones,state,brag,outcome,measures,risk";

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_newer_version_leaves_the_plan_as_if_it_had_been_imported_first(int seed)
    {
        var random = new Random(seed);
        var (first, second) = (Version(random), Version(random));
        await using var updated = await StoreFile.HoldingAsync(first, second);
        await using var fresh = await StoreFile.HoldingAsync(second);

        Assert.Equal(await fresh.ExportAsync(), await updated.ExportAsync());
        Assert.Equal(0, Assert.Single((await updated.ImportAsync(second)).Plans).Changed);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task What_people_post_between_two_versions_survives_the_second(int seed)
    {
        var random = new Random(seed);
        var (first, second) = (Version(random), Version(random));
        await using var store = await StoreFile.HoldingAsync(first);
        var posted = new List<string?>();
        await using (var open = store.Stores.Open())
        {
            foreach (var id in await open.Actions.OrderBy(a => a.Id).Select(a => a.Id).ToListAsync())
            {
                posted.Add($"Said of {id}.");
                await new Recorder(store.Stores).RecordAsync(Viewer.Operator, id, Said with { Text = posted[^1], Brag = (Brag)random.Next(3) });
            }
        }

        var export = await store.ExportAsync();
        Assert.Equal(0, Assert.Single((await store.ImportAsync(first)).Plans).Changed);
        Assert.Equal(export, await store.ExportAsync());
        await store.ImportAsync(second);

        await using var after = store.Stores.Open();
        Assert.Equal(posted, await after.Progress.Where(p => p.Text != null).OrderBy(p => p.ActionId).Select(p => p.Text).ToListAsync());
        foreach (var changes in (await after.Changes.OrderBy(c => c.Id).ToListAsync()).GroupBy(c => (c.ActionId, c.Field)))
        {
            // The record is without a gap: each change begins where the one before it ended.
            Assert.Equal(changes.SkipLast(1).Select(c => c.To), changes.Skip(1).Select(c => c.From));
        }
    }

    private static Posting Said => new() { Origin = Origin.Person, At = new DateTime(2012, 10, 20, 9, 0, 0, DateTimeKind.Utc), On = new DateOnly(2012, 10, 20), By = "Jo Hill", PersonKey = "jo" };

    // The same fourteen actions in another order, with whatever the plan says of them now.
    private static string Version(Random random)
    {
        string[] references = [.. Enumerable.Range(1, 14).Select(n => $"{n}")];
        random.Shuffle(references);
        var name = Pick(random, "Leeds plan", "Leeds improvement plan");
        var (lead, outcomes) = (Pick(random, "", "Pat Roe", "Ann Marsh"), Pick(random, "", "Calls are answered"));
        return $"{Headings}\n" + string.Concat(references.Select((reference, at) =>
        {
            var (state, brag) = random.Next(4) switch { 0 => ("complete", "blue"), 1 => ("in progress", "red"), 2 => ("not started", "amber"), _ => ("in progress", "green") };
            var parent = int.Parse(reference, null) is > 7 and var number ? Pick(random, "", $"{number - 7}") : "";
            var section = random.Next(1, 4);
            string[] cells =
            [
                "leeds-2011", name, $"{section}. Part", lead, outcomes, reference, parent, Pick(random, "", "1", "1; 2", "2; 1"), Pick(random, "Answer calls", "Write letters"),
                Pick(random, "", "Jo Hill", "Jo Hill; Sam Lee", "Sam Lee; Jo Hill", "Kim Orr"), at == 0 ? "Fostering" : Pick(random, "", "First Response", "Fostering; First Response"),
                Pick(random, "", "March/April 2012", "ongoing", "May 2012"), Pick(random, "", "2012-05-31", "2012-06-30"), Pick(random, "", "2012-03-31 draft; 2012-05-31 in use", "2012-05-31 in use"),
                state, brag, Pick(random, "", "Heard"), Pick(random, "", "90%"), Pick(random, "", "high"),
            ];
            return $"{string.Join(',', cells)}\n";
        }));
    }

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];
}
