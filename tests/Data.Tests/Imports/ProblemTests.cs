using System.Text;
using TeamsPlanBot.Data.Imports;

namespace TeamsPlanBot.Data.Tests.Imports;

public sealed class ProblemTests
{
    [Theory]
    [InlineData("plan,action,due\np,A,2012-03-31\np,B,31/03/2012", 3, "due", "“31/03/2012” is no date; write it like 2017-03-31")]
    [InlineData("plan,action,due\np,A,2012-02-30", 2, "due", "“2012-02-30” is no date")]
    [InlineData("plan,action,base date\np,A,February", 2, "base date", "“February” is no date")]
    [InlineData("plan,action,progress,progress on\np,A,Done.,yesterday", 2, "progress on", "“yesterday” is no date")]
    [InlineData("plan,action,milestones\np,A,2012-03-31 draft; in use 2012-06-30", 2, "milestones", "“in use 2012-06-30” does not begin with a date")]
    [InlineData("plan,action,milestones\np,A,2012-3-31 draft", 2, "milestones", "“2012-3-31 draft” does not begin with a date")]
    [InlineData("plan,action,state\np,A,halfway", 2, "state", "“halfway” is not known here; write not started, in progress or complete")]
    [InlineData("plan,action,brag\np,A,purple", 2, "brag", "“purple” is not known here; write red, amber, green or blue")]
    [InlineData("plan,ref,action\np,1.1,A\n\np,1.1,B", 4, "ref", "1.1 stands twice")]
    [InlineData("plan,ref,action\np,1.1a,A\np,1.1A,B", 3, "ref", "stands twice")]
    [InlineData("plan,ref,action\np,1.2,A\np,,B", 3, "ref", "1.2 stands twice")]
    [InlineData("plan,ref,parent,action\np,1.1,,A\np,2.1a,2.1,B", 3, "parent", "has no action 2.1")]
    [InlineData("plan,ref,parent,action\np,1.1,1.1,A", 2, "parent", "name the action that this one belongs to")]
    [InlineData("plan,action\np,A,B,C", 2, null, "It has 4 cells, but there are 2 headings")]
    [InlineData("plan,ref,action\np,1.1,A\np,1.2,", 3, "action", "The cell is blank")]
    [InlineData("plan,ref,action\np,1.1,A\n,1.2,B", 3, "plan", "The cell is blank")]
    [InlineData("plan,action,Due,due\np,A,,", 1, "due", "This heading stands twice")]
    [InlineData("plan,action,Risk, risk \np,A,,", 1, "risk", "This heading stands twice")]
    public async Task A_row_that_is_wrong_is_named_with_its_column(string csv, int row, string? column, string words)
    {
        await using var store = await StoreFile.CreateAsync();

        var problem = Assert.Single((await store.ImportAsync(csv)).Problems);

        Assert.Equal((row, column), (problem.Row, problem.Column));
        Assert.StartsWith(column is null ? $"Row {row}: " : $"Row {row}, {column}: ", $"{problem}", StringComparison.Ordinal);
        Assert.Contains(words, problem.Sentence, StringComparison.Ordinal);
        IsSentence(problem);
        await HoldsNothingAsync(store);
    }

    [Theory]
    [InlineData("plan", 100)]
    [InlineData("section", 400)]
    [InlineData("ref", 40)]
    [InlineData("parent", 40)]
    [InlineData("recommendations", 40)]
    [InlineData("leads", 200)]
    [InlineData("services", 200)]
    public async Task A_cell_that_is_too_long_says_how_long_it_may_be(string column, int most)
    {
        await using var store = await StoreFile.CreateAsync();

        var problem = Assert.Single((await store.ImportAsync($"action,{column}\nAnswer calls,{new string('x', most + 1)}", new ImportDefaults("p"))).Problems);

        Assert.Equal((2, column), (problem.Row, problem.Column));
        Assert.Contains($"{most + 1} characters; {most} is the most", problem.Sentence, StringComparison.Ordinal);
        IsSentence(problem);
        await HoldsNothingAsync(store);
    }

    [Theory]
    [InlineData("plan", 100)]
    [InlineData("section", 400)]
    [InlineData("ref", 40)]
    [InlineData("recommendations", 40)]
    [InlineData("leads", 200)]
    [InlineData("services", 200)]
    public async Task A_cell_may_be_as_long_as_it_may_be(string column, int most)
    {
        await using var store = await StoreFile.CreateAsync();

        Assert.Empty((await store.ImportAsync($"action,{column}\nAnswer calls,{new string('x', most)}", new ImportDefaults("p"))).Problems);
    }

    [Theory]
    [InlineData("action")]
    [InlineData("plan")]
    public async Task A_missing_heading_is_said_once_and_not_again_for_every_row(string missing)
    {
        await using var store = await StoreFile.CreateAsync();
        var other = missing == "plan" ? "action" : "plan";

        var problem = Assert.Single((await store.ImportAsync($"{other},ref\na,1.1\nb,1.2\nc,1.3")).Problems);

        Assert.Equal((1, missing), (problem.Row, problem.Column));
        Assert.StartsWith("There is no column with this heading", problem.Sentence, StringComparison.Ordinal);
        IsSentence(problem);
        await HoldsNothingAsync(store);
    }

    [Theory]
    [InlineData("plan,ref,action\np,1.1,A\np,1.2,\"Write letters\np,1.3,C\np,1.4,D", 3)]
    [InlineData("plan,ref,action\np,1.1,\"Review \"all\" cases\"\np,1.2,B", 2)]
    [InlineData("plan,ref,\"action\np,1.1,A", 1)]
    public async Task Unbalanced_quotation_marks_swallow_no_rows_but_are_named(string csv, int row)
    {
        await using var store = await StoreFile.CreateAsync();

        var problem = Assert.Single((await store.ImportAsync(csv)).Problems);

        Assert.Equal(row, problem.Row);
        Assert.Contains("quotation marks", problem.Sentence, StringComparison.Ordinal);
        IsSentence(problem);
        await HoldsNothingAsync(store);
    }

    [Fact]
    public async Task A_quotation_mark_left_open_before_a_large_rest_is_named_with_its_row()
    {
        await using var store = await StoreFile.CreateAsync();
        var rest = string.Concat(Enumerable.Repeat("p,,Answer every call within the day\n", 100_000));

        var problem = Assert.Single((await store.ImportAsync($"plan,ref,action\np,1.1,A\np,1.2,\"B\n{rest}")).Problems);

        Assert.Equal(3, problem.Row);
        IsSentence(problem);
        await HoldsNothingAsync(store);
    }

    [Fact]
    public async Task An_empty_file_is_told_what_belongs_into_it()
    {
        await using var store = await StoreFile.CreateAsync();

        var problem = Assert.Single((await store.ImportAsync("")).Problems);

        Assert.Equal("The file is empty. Its first row must hold the headings, such as plan, section, ref and action.", $"{problem}");
    }

    [Fact]
    public async Task A_file_of_headings_only_holds_no_actions_and_stores_nothing()
    {
        await using var store = await StoreFile.CreateAsync();

        var outcome = await store.ImportAsync("plan,section,ref,action\n");

        Assert.Empty(outcome.Plans);
        await HoldsNothingAsync(store);
    }

    [Fact]
    public async Task Binary_rubbish_is_no_plan()
    {
        await using var store = await StoreFile.CreateAsync();
        var random = new Random(20170213);
        for (var round = 0; round < 100; round++)
        {
            var rubbish = new byte[random.Next(1, 5_000)];
            random.NextBytes(rubbish);
            Assert.NotEmpty((await store.ImportAsync(rubbish)).Problems);
        }

        await HoldsNothingAsync(store);
    }

    [Fact]
    public async Task A_workbook_saved_under_the_wrong_name_is_no_plan()
    {
        await using var store = await StoreFile.CreateAsync();

        var outcome = await store.ImportAsync([.. "PK\x03\x04\x14\0\x06\0\b\0\0\0!\0"u8, .. "[Content_Types].xml \"\0\0\n\0\0"u8]);

        Assert.NotEmpty(outcome.Problems);
        await HoldsNothingAsync(store);
    }

    [Fact]
    public async Task Text_that_is_not_utf_8_is_refused_before_its_letters_are_lost()
    {
        await using var store = await StoreFile.CreateAsync();

        var outcome = await store.ImportAsync(Encoding.Latin1.GetBytes("plan,ref,action\np,1.1,Spend £5 on a café"));

        Assert.All(outcome.Problems, IsSentence);
        Assert.NotEmpty(outcome.Problems);
        await HoldsNothingAsync(store);
    }

    [Fact]
    public async Task Two_actions_cannot_be_parents_of_each_other()
    {
        await using var store = await StoreFile.CreateAsync();

        var outcome = await store.ImportAsync("plan,ref,parent,action\np,1.1,1.2,A\np,1.2,1.1,B");

        Assert.NotEmpty(outcome.Problems);
        Assert.All(outcome.Problems, problem => Assert.Equal("parent", problem.Column));
        await HoldsNothingAsync(store);
    }

    [Fact]
    public async Task All_problems_are_named_at_once_in_the_order_of_the_rows()
    {
        await using var store = await StoreFile.CreateAsync();

        var outcome = await store.ImportAsync("plan,action,due,brag\np,A,soon,purple\np,,2012-03-31,red\np,C,31.3.12,");

        Assert.Equal([(2, "due"), (2, "brag"), (3, "action"), (4, "due")], outcome.Problems.Select(problem => (problem.Row!.Value, problem.Column!)));
    }

    [Fact]
    public async Task A_long_cell_is_quoted_shortly()
    {
        await using var store = await StoreFile.CreateAsync();

        var problem = Assert.Single((await store.ImportAsync($"plan,action,due\np,A,{new string('x', 5_000)}")).Problems);

        Assert.True(problem.Sentence.Length < 200, problem.Sentence);
    }

    [Fact]
    public async Task A_file_that_is_wrong_in_every_row_names_the_first_rows_only()
    {
        await using var store = await StoreFile.CreateAsync();

        var outcome = await store.ImportAsync($"plan,action,due\n{string.Concat(Enumerable.Repeat("p,A,soon\n", 10_000))}");

        Assert.InRange(outcome.Problems.Count, 1, 100);
        Assert.Equal(2, outcome.Problems[0].Row);
    }

    private static void IsSentence(ImportProblem problem)
    {
        Assert.EndsWith(".", problem.Sentence, StringComparison.Ordinal);
        Assert.True(char.IsUpper(problem.Sentence[0]) || problem.Sentence[0] == '“', problem.Sentence);
        Assert.DoesNotContain('\n', problem.Sentence);
    }

    private static async Task HoldsNothingAsync(StoreFile store)
    {
        Assert.True(await store.Schema.IsEmptyAsync(default));
        Assert.Empty(await store.Plans.NamesAsync(Viewer.Operator, default));
    }
}
