using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Imports;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Imports;

public sealed class KnownNamesTests
{
    private const string Plan = """
        plan,section,ref,action,leads,services
        leeds-2011,1. Front door,1.1,Answer calls,Jon Hill,First Response
        leeds-2011,1. Front door,1.2,Write letters,Sam Lee,Fostering
        """;

    [StoreFact]
    public async Task A_name_written_as_its_alias_is_the_name_it_belongs_to()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        await TellAsync(store);

        var again = Assert.Single((await store.ImportAsync(Plan.Replace("Jon Hill,First Response", "john hill; Jon Hill,FR", StringComparison.Ordinal))).Plans);

        Assert.Equal((0, 2), (again.Changed, again.Unchanged));
        Assert.Equal(["John Hill", "Jon Hill", "Sam Lee"], await store.NamesAsync(NameKind.Lead));
        Assert.Equal(["FR", "First Response", "Fostering"], await store.NamesAsync(NameKind.Service));
    }

    [StoreFact]
    public async Task A_name_of_which_somebody_told_us_more_stays_when_no_action_bears_it()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        await TellAsync(store);

        await store.ImportAsync(Plan.Replace("Jon Hill,First Response", "Pat Roe,Adoption", StringComparison.Ordinal).Replace("Sam Lee,Fostering", "Pat Roe,Adoption", StringComparison.Ordinal));

        Assert.Equal(["John Hill", "Jon Hill", "Pat Roe"], await store.NamesAsync(NameKind.Lead));
        Assert.Equal(["Adoption", "FR", "First Response"], await store.NamesAsync(NameKind.Service));
    }

    [StoreFact]
    public async Task Without_a_column_of_services_an_action_whose_words_name_one_is_tagged()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        await TellAsync(store);

        await store.ImportAsync("""
            plan,ref,action,outcome,progress
            leeds-2011,1.1,Answer calls,,
            leeds-2011,1.2,Write letters,FIRST  response is quick,
            leeds-2011,1.3,Ask the fr team,,Fostering helped.
            leeds-2011,1.4,Ask the FR team,,
            leeds-2011,1.5,A first responsetime,,
            """);

        Assert.Equal(
            [("1.1", "First Response", false), ("1.2", "Fostering", false), ("1.2", "First Response", true), ("1.3", "Fostering", true), ("1.4", "First Response", true)],
            await TagsAsync(store));
    }

    [StoreFact]
    public async Task A_tag_by_words_goes_with_the_words_and_one_by_column_stays()
    {
        await using var store = await StoreFile.HoldingAsync(Plan, "plan,ref,action\nleeds-2011,1.1,Answer Fostering's calls\nleeds-2011,1.2,Write letters");
        Assert.Equal([("1.1", "First Response", false), ("1.1", "Fostering", true), ("1.2", "Fostering", false)], await TagsAsync(store));

        await store.ImportAsync("plan,ref,action,services\nleeds-2011,1.1,Answer calls,\nleeds-2011,1.2,Write letters,");

        Assert.Equal([("1.1", "First Response", false), ("1.2", "Fostering", false)], await TagsAsync(store));
    }

    [StoreFact]
    public async Task Tags_by_words_stand_in_the_export_and_importing_that_changes_nothing()
    {
        await using var store = await StoreFile.HoldingAsync(Plan, "plan,ref,action\nleeds-2011,1.1,Answer Fostering's calls\nleeds-2011,1.2,Write letters");
        var export = await store.ExportAsync();
        var tags = await TagsAsync(store);

        Assert.Equal(2, Assert.Single((await store.ImportAsync(export)).Plans).Unchanged);

        Assert.Contains("First Response; Fostering", export, StringComparison.Ordinal);
        Assert.Equal(tags, await TagsAsync(store));
    }

    [StoreTheory]
    [InlineData("FR", "the FR team", true)]
    [InlineData("FR", "FR's day", true)]
    [InlineData("FR", "fr", false)]
    [InlineData("fr", "FR", true)]
    [InlineData("FR", "AFR", false)]
    [InlineData("EHT", "the eht", true)]
    [InlineData("16+", "for 16+ teams", true)]
    [InlineData("First Response", "first response", true)]
    [InlineData("First Response", "First Responses; first response.", true)]
    [InlineData("First Response", "first", false)]
    public void A_service_is_named_by_whole_words(string name, string words, bool isNamed) => Assert.Equal(isNamed, ServiceWords.Name(name, words));

    private static async Task TellAsync(StoreFile store)
    {
        await using var open = store.Stores.Open();
        (await open.Leads.SingleAsync(l => l.Name == "Jon Hill")).Aliases.Add(new LeadAlias { Name = "John Hill" });
        (await open.Services.SingleAsync(s => s.Name == "First Response")).Aliases.Add(new ServiceAlias { Name = "FR" });
        await open.SaveChangesAsync();
    }

    private static async Task<List<(string, string, bool)>> TagsAsync(StoreFile store)
    {
        await using var open = store.Stores.Open();
        var tags = await open.Actions.SelectMany(a => a.Services, (a, link) => new { a.Ref, link.Service.Name, link.ByWords, link.Position }).OrderBy(t => t.Ref).ThenBy(t => t.Position).ToListAsync();
        return [.. tags.Select(t => (t.Ref, t.Name, t.ByWords))];
    }
}
