using System.Text;
using TeamsPlanBot.Data.Imports;

namespace TeamsPlanBot.Data.Tests.Imports;

public sealed class RowProblemTests
{
    private const string Plan = "plan,ref,action,leads,services,recommendations\np,1.1,A,Jo,First Response,4\np,1.2,B,Sam,,";

    [StoreTheory]
    [InlineData("plan,indicator\nq,Visits", 2, "plan", "There is no plan q; import its actions first")]
    [InlineData("plan,indicator\np,Visits\n,Calls", 3, "plan", "The cell is blank")]
    [InlineData("plan,indicator,unit\np,,%", 2, "indicator", "The cell is blank; write what is measured")]
    [InlineData("plan,indicator,period,value\np,Visits,2012/13,\"12,5\"", 2, "value", "“12,5” is no number; write it like 1474 or 15.1")]
    [InlineData("plan,indicator,period,value\np,Visits,2012/13,n/a", 2, "value", "“n/a” is no number")]
    [InlineData("plan,indicator,period,value\np,Visits,2012/13,15%", 2, "value", "“15%” is no number")]
    [InlineData("plan,indicator,period,value\np,Visits,2012/13,1e3", 2, "value", "“1e3” is no number")]
    [InlineData("plan,indicator,period,numerator\np,Visits,2012/13,12345678901234", 2, "numerator", "too long a number; 13 digits")]
    [InlineData("plan,indicator,period,denominator\np,Visits,2012/13,0.1234567", 2, "denominator", "too long a number")]
    [InlineData("plan,indicator,period,value\np,Visits,Easter,5", 2, "period", "“Easter” is no period that can be read. Write a period as 2012/13")]
    [InlineData("plan,indicator,period,value\np,Visits,,5", 2, "period", "The cell is blank beside a figure")]
    [InlineData("plan,indicator,polarity\np,Visits,up", 2, "polarity", "“up” is not known here; write higher, lower or none")]
    [InlineData("plan,indicator,polarity\np,Visits,lower\np,visits,higher", 3, "polarity", "has “lower” here in another row")]
    [InlineData("plan,indicator,period,value\np,Visits,2012/13,5\np,Visits,1 April 2012 to 31 March 2013,6", 3, "period", "Visits has two rows for 2012/13; keep one")]
    [InlineData("plan,indicator,target by\np,Visits,2018-06-30", 2, "target", "The cell is blank beside the day")]
    [InlineData("plan,indicator,target,target by\np,Visits,80,June", 2, "target by", "“June” is no date")]
    [InlineData("plan,indicator,comparator\np,Visits,England", 2, "comparator", "A comparator is somebody else's figure")]
    [InlineData("plan,indicator,period,value,target,comparator\np,Visits,2013,5,6,England", 2, "target", "England is compared with and has no target here")]
    [InlineData("plan,indicator,actions\np,Visits,1.1; 9.9", 2, "actions", "The plan p has no action 9.9")]
    [InlineData("plan,ref,text\np,9.9,Begun", 2, "ref", "The plan p has no action 9.9")]
    [InlineData("plan,ref,text\np,,Begun", 2, "ref", "The cell is blank; write the reference")]
    [InlineData("plan,ref,text\nq,1.1,Begun\nq,1.1,Again", 2, "plan", "There is no plan q")]
    [InlineData("plan,ref,on,text\np,1.1,31/03/2017,Begun", 2, "on", "“31/03/2017” is no date")]
    [InlineData("plan,ref,text\np,1.1,", 2, "text", "The row says nothing")]
    [InlineData("plan,ref,text,from\np,1.1,Begun,red", 2, "field", "The cell is blank beside a change")]
    [InlineData("plan,ref,text,field\np,1.1,Begun,value", 2, "field", "“value” is not known here; write state, brag, due or leads")]
    [InlineData("plan,ref,field,from,to\np,1.1,state,complete,halfway", 2, "to", "“halfway” is not known here; write not started, in progress or complete")]
    [InlineData("plan,ref,field,from,to\np,1.1,state,,complete", 2, "from", "an action always has a state")]
    [InlineData("plan,ref,field,from,to\np,1.1,brag,purple,red", 2, "from", "“purple” is not known here; write red, amber, green or blue")]
    [InlineData("plan,ref,field,from,to\np,1.1,due,2017-03-31,soon", 2, "to", "“soon” is no date")]
    [InlineData("plan,about,name,fact,value\nq,plan,,version,1", 2, "plan", "There is no plan q")]
    [InlineData("plan,about,name,fact,value\np,team,A,alias,B", 2, "about", "“team” is not known here; write plan, brag, board")]
    [InlineData("plan,about,name,fact,value\np,lead,Jo,age,40", 2, "fact", "“age” is not known here of a lead; write kind, alias, holder or sign-in")]
    [InlineData("plan,about,name,fact,value\np,plan,,from,May", 2, "value", "“May” is no date")]
    [InlineData("plan,about,name,fact,value\np,board,,rhythm,weekly", 2, "name", "The cell is blank; write which board it is")]
    [InlineData("plan,about,name,fact,value\np,board,Cabinet,rhythm,", 2, "value", "The cell is blank; write the rhythm")]
    [InlineData("plan,about,name,fact,value\np,brag,purple,meaning,Odd", 2, "name", "“purple” is not known here; write blue, green, amber or red")]
    [InlineData("plan,about,name,fact,value\np,plan,,version,1\np,plan,,version,2", 3, "fact", "The version of plan stands twice")]
    [InlineData("plan,about,name,fact,value\np,lead,Jo,kind,boss", 2, "value", "“boss” is not known here; write person, role or board")]
    [InlineData("plan,about,name,fact,value\np,lead,Jo,holder,Sam Lee", 2, "value", "“Sam Lee” does not say who holds it and from when")]
    [InlineData("plan,about,name,fact,value\np,lead,Jo,holder,\"Sam, from 2017-02-30\"", 2, "value", "does not say who holds it")]
    [InlineData("plan,about,name,fact,value\np,lead,Jo,holder,\"Sam, from 2017-02-03 to 2017-02-01\"", 2, "value", "does not say who holds it")]
    [InlineData("plan,about,name,fact,value\np,lead,Jo,alias,Sam", 2, "value", "Sam is a lead of its own in the plan p")]
    [InlineData("plan,about,name,fact,value\np,lead,Jo,alias,JH\np,lead,Sam,alias,JH", 2, "value", "JH is another name of Sam already")]
    [InlineData("plan,about,name,fact,value\np,service,First Response,alias,First Response", 2, "value", "First Response is the name itself")]
    [InlineData("plan,about,name,fact,value\np,service,First Response,tagged by words,9.9", 2, "value", "The plan p has no action 9.9")]
    [InlineData("plan,about,name,fact,value\np,issue,1,recommendation,17", 2, "value", "The plan p has no recommendation 17")]
    [InlineData("plan,about,name,fact\np,plan,,version", 1, "value", "There is no column with this heading")]
    [InlineData("indicator,unit\nVisits,%", 1, "plan", "There is no column with this heading")]
    [InlineData("plan,indicator,unit\np,Visits,%,x", 2, null, "It has 4 cells, but there are 3 headings")]
    [InlineData("plan,ref,text\np,1.1,\"Begun", 2, null, "check its quotation marks")]
    public async Task What_is_wrong_is_named_with_its_row_and_column_and_nothing_is_stored(string csv, int row, string? column, string words)
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        var before = await AllAsync(store);

        var problems = (await store.ImportRowsAsync(csv)).Problems;

        var problem = problems[0];
        Assert.Equal((row, column), (problem.Row, problem.Column));
        Assert.Contains(words, problem.Sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", problem.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Sentence);
        Assert.Equal(before, await AllAsync(store));
    }

    [StoreTheory]
    [InlineData("plan,indicator,period,value\np,Visits,2012/13,5\np,Calls,2012/13,x")]
    [InlineData("plan,ref,text\np,1.1,Begun\np,1.9,Begun")]
    [InlineData("plan,about,name,fact,value\np,plan,,version,1\np,plan,,from,x")]
    [InlineData("plan,indicator\n")]
    public async Task One_row_that_is_wrong_keeps_all_out(string csv)
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        var before = await AllAsync(store);

        Assert.NotEmpty((await store.ImportRowsAsync(csv)).Problems);

        Assert.Equal(before, await AllAsync(store));
    }

    [StoreTheory]
    [InlineData("plan,indicator\n", "p,Visits\0")]
    [InlineData("plan,ref,text\n", "p,1.1,a\0b")]
    [InlineData("plan,about,name,fact,value\n", "p,plan,,version,\0")]
    public async Task A_cell_that_no_store_can_keep_is_refused(string headings, string row)
    {
        await using var store = await StoreFile.HoldingAsync(Plan);

        Assert.Equal(2, Assert.Single((await store.ImportRowsAsync(headings + row)).Problems).Row);
    }

    [StoreTheory]
    [InlineData("=cmd|'/c calc'!A0")]
    [InlineData("+1-1@x")]
    [InlineData("“so” \"quoted\"\r\n\nand broken")]
    [InlineData("\u202Eمرحبا\u202C \u200F!")]
    [InlineData("a\u0001\u0007\u001B[31m\u007Fb")]
    public async Task Hostile_words_are_kept_as_they_are_and_come_back(string words)
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        var cell = $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        await store.TakeAsync($"plan,indicator,unit,period,value,commentary\np,{cell},{cell},2013,5,{cell}");
        await store.TakeAsync($"plan,ref,by,text\np,1.1,{cell},{cell}");
        await store.TakeAsync($"plan,about,name,fact,value\np,plan,,version,{cell}\np,lead,{cell},kind,role\np,board,{cell},rhythm,{cell}");

        var all = await AllAsync(store);
        await using var second = await StoreFile.HoldingAsync(await store.ExportAsync());
        foreach (var kind in RowsOfStore.Kinds)
        {
            var text = await store.ExportAsync(kind);
            Assert.Contains(words.Replace("\"", "\"\"", StringComparison.Ordinal), text, StringComparison.Ordinal);
            await second.TakeAsync(text);
        }

        Assert.Equal(all, await AllAsync(second));
    }

    [StoreFact]
    public async Task A_cell_of_nearly_a_megabyte_is_kept_and_a_larger_one_is_named()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        var large = new StringBuilder().Insert(0, "0123456789", 100_000).ToString();

        await store.TakeAsync($"plan,ref,text\np,1.1,{large}");
        var problem = Assert.Single((await store.ImportRowsAsync($"plan,ref,text\np,1.2,Begun\np,1.2,{large}{large}")).Problems);

        Assert.Contains(large, await store.ExportAsync(FileKind.Progress), StringComparison.Ordinal);
        Assert.Equal(3, problem.Row);
    }

    [StoreFact]
    public async Task Columns_that_have_no_place_are_named()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);

        var outcome = await store.ImportRowsAsync("plan,indicator,Risk,mood\np,Visits,high,good");

        Assert.Equal(["risk", "mood"], outcome.UnknownHeadings);
    }

    [StoreTheory]
    [InlineData("plan,ref,action,indicator,text", FileKind.Actions)]
    [InlineData("indicator,actions,text", FileKind.Indicators)]
    [InlineData("ref,text", FileKind.Progress)]
    [InlineData("plan,ref,field,from,to", FileKind.Progress)]
    [InlineData("plan,about,name,fact,value", FileKind.Details)]
    [InlineData("plan,ref,due", null)]
    [InlineData("name,age", null)]
    public void A_file_is_known_by_its_headings(string headings, FileKind? kind) => Assert.Equal(kind, FileKinds.Of(headings.Split(',')));

    private static async Task<string> AllAsync(StoreFile store)
    {
        var all = new StringBuilder();
        foreach (var kind in new[] { FileKind.Actions, FileKind.Details, FileKind.Indicators, FileKind.Progress })
        {
            all.Append(await store.ExportAsync(kind));
        }

        return all.ToString();
    }
}
