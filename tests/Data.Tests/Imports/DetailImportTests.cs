using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Imports;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Tests.Imports;

public sealed class DetailImportTests
{
    private const string Actions = "plan,ref,action,leads,services,recommendations\np,1.1,Answer calls,HoS,First Response,4\np,1.2,Write,Jo Hill,First Response,";

    [StoreFact]
    public async Task Each_fact_has_its_place_and_comes_out_again()
    {
        await using var store = await StoreFile.HoldingAsync(Actions);
        const string Details = """
            plan,about,name,fact,value
            p,plan,,organisation,Leeds
            p,plan,,from,2012-04-01
            p,plan,,version,"Version 8, October 2012"
            p,brag,red,meaning,No plan yet
            p,board,Cabinet,rhythm,quarterly
            p,board,Cabinet,date,2012-06-30
            p,board,Cabinet,date,2012-09-30
            p,recommendation,4,text,Answer in time
            p,recommendation,4,priority,within 3 months
            p,recommendation,5a,source,Munro
            p,issue,1,title,First Response
            p,issue,1,recommendation,4
            p,service,First Response,alias,FR
            p,service,First Response,tagged by words,1.2
            p,lead,HoS,kind,role
            p,lead,HoS,alias,Head of Service
            p,lead,HoS,holder,"Jo Hill, from 2011-04-01 to 2012-03-31"
            p,lead,HoS,holder,"Roe, Pat, from 2012-04-01, signs in as pat@leeds.example"
            p,lead,Jo Hill,sign-in,jo@leeds.example

            """;

        Assert.Equal((18, 1, 0), await store.TakeAsync(Details));

        Assert.Equal(Details, await store.ExportAsync(FileKind.Details));
        await using var opened = store.Stores.Open();
        var plan = await opened.Plans.Include(p => p.Leads).ThenInclude(l => l.Holders).Include(p => p.Actions).ThenInclude(a => a.Services).AsSplitQuery().SingleAsync();
        Assert.Equal(("Leeds", new DateOnly(2012, 4, 1), "No plan yet"), (plan.Organisation, plan.From, plan.Meaning(Brag.Red)));
        Assert.Equal(("Roe, Pat", "pat@leeds.example"), plan.Leads.Single(l => l.Name == "HoS").HeldBy(new DateOnly(2014, 1, 1)) is { } holder ? (holder.Name, holder.SignIn) : default);
        Assert.Equal([false, true], plan.Actions.OrderBy(a => a.Position).Select(a => a.Services.Single().ByWords));
    }

    [StoreFact]
    public async Task A_newer_file_changes_what_it_says_and_takes_nothing_away()
    {
        await using var store = await StoreFile.HoldingAsync(Actions);
        await store.TakeAsync("plan,about,name,fact,value\np,plan,,organisation,Leeds\np,board,Cabinet,rhythm,weekly\np,lead,HoS,holder,\"Jo, from 2012-04-01\"");

        Assert.Equal((0, 2, 1), await store.TakeAsync("plan,about,name,fact,value\np,board,Cabinet,rhythm,monthly\np,lead,HoS,holder,\"Jo, from 2012-04-01 to 2013-03-31\"\np,plan,,organisation,Leeds"));
        Assert.Equal((0, 0, 1), await store.TakeAsync("plan,about,name,fact,value\np,lead,HoS,holder,\"Jo, from 2012-04-01\""));

        Assert.Equal("p,plan,,organisation,Leeds\np,board,Cabinet,rhythm,monthly\np,lead,HoS,holder,\"Jo, from 2012-04-01 to 2013-03-31\"\n", await store.RowsAsync(FileKind.Details));
    }

    [StoreFact]
    public async Task A_thing_may_be_called_by_another_name_that_is_known_of_it()
    {
        await using var store = await StoreFile.HoldingAsync(Actions);

        await store.TakeAsync("plan,about,name,fact,value\np,lead,HoS,alias,Head of Service\np,lead,Head of Service,kind,role\np,service,First Response,alias,FR\np,service,FR,alias,the front door");

        Assert.Equal(
            "p,service,First Response,alias,FR\np,service,First Response,alias,the front door\np,lead,HoS,kind,role\np,lead,HoS,alias,Head of Service\n",
            await store.RowsAsync(FileKind.Details));
    }

    [StoreFact]
    public async Task A_thing_of_which_nothing_is_known_but_its_name_is_not_lost()
    {
        await using var store = await StoreFile.HoldingAsync(Actions);
        const string Details = "p,board,Cabinet,,\np,recommendation,7,,\np,issue,2,,\np,service,Early Help,,\np,lead,Sam Lee,,\n";

        await store.TakeAsync($"plan,about,name,fact,value\n{Details}");

        Assert.Equal(Details, await store.RowsAsync(FileKind.Details));
    }
}
