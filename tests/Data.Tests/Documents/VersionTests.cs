using TeamsPlanBot.Data.Documents;
using TeamsPlanBot.Data.Imports;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Documents;

public sealed class VersionTests
{
    private static readonly string[] Headings = ["Action", "Owner", "Deadline"];

    [StoreFact]
    public async Task A_later_version_with_rows_put_in_between_keeps_every_reference()
    {
        await using var store = await StoreFile.CreateAsync();
        var first = await ImportAsync(store, new WordFile().Line("1. Front door", isBold: true).Table(Headings, ["Review:\na) calls\nb) letters", "Jo Hill", "a) 31 May 2018\nb) 1 June 2018"], ["Train staff", "Pat Roe", "July 2018"]));
        Assert.Equal("1.1a 1.1 1.1b 1.2", await store.RefsAsync(new ActionQuestion()));
        Assert.Equal(4, first.Added);

        var second = await ImportAsync(store, new WordFile().Line("1. Front door", isBold: true).Table(Headings, ["Open doors", "Jo Hill", "May 2018"], ["Review:\na) mail\nb) calls\nc) letters", "Jo Hill", "a) 1 May 2018\nb) 31 May 2018\nc) 1 June 2018"], ["Train staff", "Pat Roe", "August 2018"]));

        Assert.Equal((2, 2), (second.Added, second.Changed));
        Assert.Equal("Review", (await store.FindAsync("1.1")).Line.Title);
        Assert.Equal("calls", (await store.FindAsync("1.1a")).Line.Title);
        Assert.Equal("letters", (await store.FindAsync("1.1b")).Line.Title);
        Assert.Equal("Train staff", (await store.FindAsync("1.2")).Line.Title);
        Assert.Equal("mail", (await store.FindAsync("1.1c")).Line.Title);
    }

    [StoreFact]
    public async Task A_document_that_tells_who_a_child_is_is_refused_with_its_place()
    {
        await using var store = await StoreFile.CreateAsync();
        var (file, _) = PlanFile.Open(new WordFile().Table(Headings, ["Visit the child born 12/03/2010", "Jo Hill", "May 2018"]).Save(), "plan.docx", ColumnMap.Empty, "sample", null, null);

        using (file)
        {
            var outcome = await new PlanImporter(store.Stores, TimeProvider.System).ImportAsync(file!.Canonical, new ImportDefaults(), false, false, null, default);

            Assert.StartsWith("Table 1, row 2, action: It holds", file.Say(Assert.Single(outcome.Problems)), StringComparison.Ordinal);
        }
    }

    private static async Task<ImportedPlan> ImportAsync(StoreFile store, WordFile word)
    {
        var (file, problem) = PlanFile.Open(word.Save(), "plan.docx", ColumnMap.Empty, "sample", null, null);
        Assert.Null(problem);
        using (file)
        {
            var outcome = await new PlanImporter(store.Stores, TimeProvider.System).ImportAsync(file!.Canonical, new ImportDefaults(), false, false, null, default);
            Assert.Empty(outcome.Problems);
            return Assert.Single(outcome.Plans);
        }
    }
}
