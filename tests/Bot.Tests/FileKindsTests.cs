using System.Text.Json;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>Import and export of what is not actions, run as an operator runs them.</summary>
public sealed class FileKindsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("teamsplanbot-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Each_kind_of_file_is_known_by_its_headings_and_comes_back()
    {
        await TakeAsync("plan,plan name,ref,action\ntest-1,A test,1.1,Do it\n");
        Assert.Equal(
            "Imported A test (test-1): 1 row of indicators new, 0 changed, 0 unchanged.\n",
            await TakeAsync("plan,plan name,section,indicator,unit,polarity,period,numerator,denominator,value,target,target by,source,commentary,aliases\ntest-1,A test,,Visits,%,higher,2012/13,1,2,50,,,,,\n"));
        Assert.Equal(
            "Imported A test (test-1): 2 rows of progress new, 0 changed, 0 unchanged."
            + " Progress changes no action; these stand otherwise than the file's last progress says: 1.1. Import the plan's actions if that is not meant.\n",
            await TakeAsync("plan,ref,on,by,text,field,from,to\ntest-1,1.1,2017-02-01,Jo,Begun,,,\ntest-1,1.1,2017-02-02,Jo,,brag,,red\n"));
        Assert.Equal("Imported A test (test-1): 1 fact new, 0 changed, 0 unchanged.\n", await TakeAsync("plan,about,name,fact,value\ntest-1,plan,,version,2\n"));

        foreach (var (what, wrote) in new[] { ("indicators", "1 row of indicators"), ("progress", "2 rows of progress"), ("details", "1 fact") })
        {
            var copy = Path.Combine(folder, $"{what}.csv");
            await File.WriteAllTextAsync(copy, "old");
            Assert.Equal((0, $"Wrote {wrote} to {what}.csv.\n", ""), await RunAsync("export", "--out", copy, "--what", what, "--plan", "test-1", "--Samples:Load=false"));
            var again = JsonDocument.Parse((await RunAsync("import", copy, "--json", "--Samples:Load=false")).Output).RootElement;
            Assert.Equal(what, again.GetProperty("kind").GetString());
            Assert.Equal((0, 0), (again.GetProperty("plans")[0].GetProperty("added").GetInt32(), again.GetProperty("plans")[0].GetProperty("changed").GetInt32()));
        }
    }

    [Fact]
    public async Task A_file_of_no_known_kind_is_told_what_it_has_and_what_it_needs()
    {
        var file = Path.Combine(folder, "plan.csv");
        await File.WriteAllTextAsync(file, "name,age\nJo,40\n");

        var run = await RunAsync("import", file, "--Samples:Load=false");

        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Contains("Its headings (name, age) are those of no file that can be imported. Actions need the heading action;", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_there_is_nothing_of_is_said_and_an_old_file_stays()
    {
        await TakeAsync("plan,ref,action\ntest-1,1.1,Do it\n");
        var old = Path.Combine(folder, "old.csv");
        await File.WriteAllTextAsync(old, "old");

        var none = await RunAsync("export", "--out", old, "--what", "indicators", "--plan", "test-1", "--Samples:Load=false");
        var nobody = await RunAsync("export", "--out", old, "--what", "progress", "--plan", "nobody", "--Samples:Load=false");

        Assert.Equal((1, "There is nothing to export: the plan test-1 has no indicators.\n"), (none.Code, none.Error));
        Assert.Contains("There is no plan nobody.", nobody.Error, StringComparison.Ordinal);
        Assert.Equal("old", await File.ReadAllTextAsync(old));
    }

    [Theory]
    [InlineData("indicators", "leeds-2012 leicestershire-2017 somerset-2018 stockton-2013")]
    [InlineData("details", "leeds-2012 leicester-2012 leicestershire-2017 somerset-2018 stockton-2013")]
    public async Task A_fresh_store_holds_the_samples_figures_and_details_too(string what, string plans)
    {
        var file = Path.Combine(folder, $"{what}.csv");
        Assert.Equal(0, (await RunAsync("export", "--out", file, "--what", what)).Code);
        var text = await File.ReadAllTextAsync(file);
        Assert.All(plans.Split(' '), plan => Assert.Contains($"\n{plan},", text, StringComparison.Ordinal));
    }

    private async Task<string> TakeAsync(string csv)
    {
        var file = Path.Combine(folder, "plan.csv");
        await File.WriteAllTextAsync(file, csv);
        var run = await RunAsync("import", file, "--Samples:Load=false");
        Assert.Equal((0, ""), (run.Code, run.Error));
        return run.Output;
    }

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] args) => CommandRun.EndedAsync(folder, args, "");
}
