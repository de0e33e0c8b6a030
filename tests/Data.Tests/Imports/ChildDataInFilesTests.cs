using System.Text;
using TeamsPlanBot.Data.Imports;

namespace TeamsPlanBot.Data.Tests.Imports;

/// <summary>A file that tells who one child or family is is not imported, and is not said back.</summary>
public sealed class ChildDataInFilesTests
{
    [Theory]
    [InlineData("plan,ref,action,progress\np,1.1,Answer calls,Seen at 12 High Street LE1 3AB", "progress", "a house number with its postcode")]
    [InlineData("plan,ref,action,progress\np,1.1,Answer calls,NHS 943 476 5919", "progress", "what looks like an NHS number")]
    [InlineData("plan,ref,action,progress\np,1.1,Answer calls,9434765919", "progress", "what looks like an NHS number")]
    [InlineData("plan,ref,action,outcome\np,1.1,Answer calls,J born 12/03/2009 is safe", "outcome", "somebody’s date of birth")]
    [InlineData("plan,ref,on,by,text\np,1.1,2018-01-01,Jo,Her NI is QQ123456C or AB123456C", "text", "what looks like a National Insurance number")]
    [InlineData("plan,indicator,period,value,commentary\np,Missing,2012/13,1,One child: NHS 943 476 5919", "commentary", "what looks like an NHS number")]
    public async Task It_is_refused_by_row_and_column_and_nothing_of_it_is_said_back(string csv, string column, string what)
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action\np,1.1,Answer calls");
        using var table = new CsvTable(new MemoryStream(Encoding.UTF8.GetBytes(csv)));
        var problems = FileKinds.Of(table.Headings) == FileKind.Actions
            ? (await new PlanImporter(store.Stores, TimeProvider.System).ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv)), new ImportDefaults(), dryRun: false, retire: false, report: null, default)).Problems
            : (await store.ImportRowsAsync(csv)).Problems;

        var problem = Assert.Single(problems);
        Assert.Equal((2, column), (problem.Row, problem.Column));
        Assert.Contains(what, problem.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("943", $"{problem}", StringComparison.Ordinal);
        Assert.DoesNotContain("High Street", $"{problem}", StringComparison.Ordinal);
        Assert.DoesNotContain((await store.FindAsync("1.1")).Progress, said => said.Text is not null);
    }

    [Theory]
    [InlineData("Jo starts 12/03/2017")]
    [InlineData("01.10.12; by Jul 13")]
    [InlineData("2017-03-31 to 2018-03-31")]
    [InlineData("Caseloads fell from 1474 to 1431 (181 of 1,117)")]
    [InlineData("Review of 12 cases in LE1 3AB")]
    [InlineData("0116 232 3232")]
    public async Task What_only_looks_a_little_like_it_is_taken(string words)
    {
        await using var store = await StoreFile.HoldingAsync($"plan,ref,action,progress\np,1.1,Answer calls,\"{words}\"");
        Assert.Equal(words, (await store.FindAsync("1.1")).Progress.Single().Text);
    }
}
