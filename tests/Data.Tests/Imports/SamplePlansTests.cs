using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Imports;

public sealed class SamplePlansTests
{
    [StoreFact]
    public async Task Leicestershire_has_28_requirements()
    {
        await using var store = await StoreFile.CreateAsync();

        var plan = Assert.Single((await store.ImportAsync(Samples.Leicestershire)).Plans);

        Assert.Equal("Leicestershire children's services action plan 2017-2020", plan.Name);
        Assert.True(plan.IsNew);
        Assert.Equal((28, 0, 0), (plan.Added, plan.Changed, plan.Unchanged));
        Assert.Equal(0, await SubActionsAsync(store));
    }

    [StoreFact]
    public async Task Somerset_has_28_rows_and_11_sub_actions()
    {
        await using var store = await StoreFile.CreateAsync();

        var plan = Assert.Single((await store.ImportAsync(Samples.Somerset)).Plans);

        Assert.Equal("Somerset improvement programme 6, 2018/19", plan.Name);
        Assert.Equal((28 + 11, 0, 0), (plan.Added, plan.Changed, plan.Unchanged));
        Assert.Equal(11, await SubActionsAsync(store));
    }

    [StoreFact]
    public async Task Leeds_has_9_points_with_73_priorities_and_25_parts_with_dates_of_their_own()
    {
        await using var store = await StoreFile.CreateAsync();

        var plan = Assert.Single((await store.ImportAsync(Samples.Leeds)).Plans);

        Assert.Equal("Leeds 9 Point Plan for children and families, 2012", plan.Name);
        Assert.Equal((73 + 25, 0, 0), (plan.Added, plan.Changed, plan.Unchanged));
        Assert.Equal(25, await SubActionsAsync(store));
        Assert.Equal(
            [
                ("1. Voice and influence", 10), ("2. Provision for looked after children", 9), ("3. Role of families", 5), ("4. Social work practice", 10),
                ("5. Communication and engagement", 3), ("6. ICT and the estate", 10), ("7. Peer support and challenge", 5),
                ("8. Quality assurance and performance", 11), ("9. Early help and prevention", 10),
            ],
            await RowsPerSectionAsync(store));
    }

    [StoreFact]
    public async Task Every_point_of_Leeds_says_its_outcomes()
    {
        await using var store = await StoreFile.HoldingAsync(Samples.Leeds);
        await using var read = store.Stores.Open();

        var outcomes = await read.Sections.OrderBy(section => section.Position).Select(section => section.Outcomes ?? "").ToListAsync();

        Assert.Equal([6, 4, 4, 6, 4, 11, 4, 6, 4], outcomes.Select(ofPoint => ofPoint.Split("; ").Length));
    }

    [StoreFact]
    public async Task Leicester_has_6_recommendations_by_theme_and_27_rows_of_progress()
    {
        await using var store = await StoreFile.CreateAsync();

        var plan = Assert.Single((await store.ImportAsync(Samples.Leicester)).Plans);

        Assert.Equal("Leicester action plan on Munro and SLAC recommendations, version 8", plan.Name);
        Assert.Equal((6 + 27, 0, 0), (plan.Added, plan.Changed, plan.Unchanged));
        Assert.Equal(0, await SubActionsAsync(store));
        Assert.Equal(
            [
                ("1. Professional expertise", 2), ("2. Early help shared", 1), ("3. Social work expertise and practice", 2), ("4. Accountability and learning", 1),
                ("Progress, theme 1: Munro", 3), ("Progress, theme 2: SLAC", 5), ("Progress, theme 2: Munro", 4), ("Progress, theme 3: SLAC", 7),
                ("Progress, theme 3: Munro", 2), ("Progress, theme 4: SLAC", 2), ("Progress, theme 4: Munro", 4),
            ],
            await RowsPerSectionAsync(store));
    }

    [StoreTheory]
    [InlineData("leeds-2012")]
    [InlineData("leicester-2012")]
    public async Task References_that_the_plan_does_not_print_are_those_the_importer_would_give(string sample)
    {
        await using var printed = await StoreFile.HoldingAsync(Samples.Read(sample));
        await using var given = await StoreFile.HoldingAsync(SampleCells.Without(Samples.Read(sample), "ref"));

        Assert.Equal(await printed.ExportAsync(), await given.ExportAsync());
    }

    [StoreTheory]
    [InlineData("leeds-2012")]
    [InlineData("leicester-2012")]
    public async Task Every_due_date_is_the_one_read_from_the_timescale(string sample)
    {
        await using var written = await StoreFile.HoldingAsync(Samples.Read(sample));
        await using var read = await StoreFile.HoldingAsync(SampleCells.Without(Samples.Read(sample), "due"));

        Assert.Equal(await written.ExportAsync(), await read.ExportAsync());
    }

    [StoreTheory]
    [InlineData("leicester-2012", "1.1", "2012-05-31")]
    [InlineData("leicester-2012", "1.2", "2013-03-31")]
    [InlineData("leicester-2012", "2.1", "2012-01-31")]
    [InlineData("leicester-2012", "3.1", "")]
    [InlineData("leicester-2012", "3.2", "2012-12-31")]
    [InlineData("leicester-2012", "4.1", "")]
    [InlineData("leicester-2012", "11.4", "2012-09-30")]
    [InlineData("leeds-2012", "1.2", "2013-01-31")]
    [InlineData("leeds-2012", "1.5", "")]
    [InlineData("leeds-2012", "1.6", "2013-07-31")]
    [InlineData("leeds-2012", "1.8", "")]
    [InlineData("leeds-2012", "2.1", "2013-11-30")]
    [InlineData("leeds-2012", "2.4", "")]
    [InlineData("leeds-2012", "2.5", "2014-04-30")]
    [InlineData("leeds-2012", "2.8", "2013-01-31")]
    [InlineData("leeds-2012", "3.1", "2013-05-31")]
    [InlineData("leeds-2012", "3.3", "")]
    [InlineData("leeds-2012", "4.4a", "2012-11-15")]
    [InlineData("leeds-2012", "4.6", "2013-12-31")]
    [InlineData("leeds-2012", "6.3", "2013-03-31")]
    [InlineData("leeds-2012", "7.4", "2013-03-31")]
    [InlineData("leeds-2012", "7.4c", "")]
    [InlineData("leeds-2012", "7.5b", "2013-01-31")]
    [InlineData("leeds-2012", "8.4", "2013-06-30")]
    [InlineData("leeds-2012", "8.6", "")]
    [InlineData("leeds-2012", "9.4", "")]
    [InlineData("leeds-2012", "9.6", "")]
    public async Task Words_about_time_are_dated_as_promised(string plan, string reference, string due)
    {
        await using var store = await StoreFile.HoldingAsync(Samples.Read(plan));

        Assert.Equal(due, $"{(await store.FindAsync(reference)).Line.Due:yyyy-MM-dd}");
    }

    [StoreFact]
    public async Task Where_Leeds_gives_several_dates_the_last_milestone_is_the_due_date()
    {
        await using var store = await StoreFile.HoldingAsync(Samples.Leeds);
        await using var read = store.Stores.Open();

        var dated = await read.Actions.Include(action => action.Milestones).Where(action => action.Milestones.Count > 0).ToListAsync();

        Assert.Equal(44, dated.Count);
        Assert.All(dated, action => Assert.Equal((action.Ref, action.Due), (action.Ref, action.Milestones.Max(milestone => milestone.On))));
    }

    [StoreFact]
    public async Task Only_what_Leeds_calls_completed_is_complete()
    {
        await using var store = await StoreFile.HoldingAsync(Samples.Leeds, Samples.Leicester);
        await using var read = store.Stores.Open();

        Assert.Equal(["leeds-2012 9.6"], await read.Actions.Where(action => action.State == ActionState.Complete).Select(action => action.Plan.Key + " " + action.Ref).ToListAsync());
    }

    [StoreFact]
    public async Task Spelling_variants_of_one_name_stay_two_leads()
    {
        await using var store = await StoreFile.HoldingAsync(Samples.Leeds);

        var names = await store.NamesAsync(NameKind.Lead);

        Assert.Equal(22 + 3, names.Count);
        Assert.Equal(
            ["Alan Thorne", "Allan Thorne", "Ann Oakes", "Anne Oakes", "Nicki Barlow", "Nicky Barlow"],
            names.Where(name => name.EndsWith("Thorne", StringComparison.Ordinal) || name.StartsWith("Ann", StringComparison.Ordinal) || name.EndsWith("Barlow", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("leeds-2012")]
    [InlineData("leicester-2012")]
    public void Details_speak_only_of_what_the_actions_name(string plan)
    {
        var actions = Samples.Rows(plan, "actions");
        var details = Samples.Rows(plan, "details");

        Assert.All(details, fact => Assert.Equal(plan, fact["plan"]));
        Assert.Equal(Named("leads"), About("lead", "kind"));
        Assert.Equal(Named("recommendations"), About("recommendation", "source"));
        Assert.Equal(
            actions.SelectMany(action => SampleCells.List(action["services"]).Select(service => $"{service}: {action["ref"]}")).Order(StringComparer.Ordinal),
            details.Where(fact => fact["fact"] == "tagged by words").Select(fact => $"{fact["name"]}: {fact["value"]}").Order(StringComparer.Ordinal));

        IEnumerable<string> Named(string column) => actions.SelectMany(action => SampleCells.List(action[column])).Distinct().Order(StringComparer.Ordinal);
        IEnumerable<string> About(string thing, string said) => details.Where(fact => fact["about"] == thing && fact["fact"] == said).Select(fact => fact["name"]).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Leeds_reports_to_six_boards_each_quarter_from_March_2013()
    {
        var boards = Samples.Rows("leeds-2012", "details").Where(fact => fact["about"] == "board").ToLookup(fact => fact["name"]);

        Assert.Equal(6, boards.Count);
        Assert.All(boards, board => Assert.Equal([("rhythm", "quarterly"), ("date", "2013-03-31")], board.Select(fact => (fact["fact"], fact["value"]))));
    }

    [Fact]
    public void Leeds_headline_indicators_are_as_printed()
    {
        var indicators = Samples.Rows("leeds-2012", "indicators");

        Assert.Equal(
            [
                ("Looked after children", "none", "31 March 2012", "1474"),
                ("Looked after children", "none", "30 September 2012", "1431"),
                ("School attendance", "higher", "", ""),
                ("School attendance", "higher", "", ""),
                ("Young people out of work and education", "lower", "June 2012", "7"),
            ],
            indicators.Select(row => (row["indicator"], row["polarity"], row["period"], row["value"])));
    }

    [StoreTheory]
    [InlineData("leeds-2012", 98)]
    [InlineData("leicester-2012", 33)]
    [InlineData("leicestershire-2017", 28)]
    [InlineData("somerset-2018", 39)]
    public async Task Importing_a_sample_a_second_time_changes_nothing(string sample, int actions)
    {
        await using var store = await StoreFile.HoldingAsync(Samples.Read(sample));
        var before = await store.ExportAsync();

        var plan = Assert.Single((await store.ImportAsync(Samples.Read(sample))).Plans);

        Assert.False(plan.IsNew);
        Assert.Equal((0, 0, actions), (plan.Added, plan.Changed, plan.Unchanged));
        Assert.Empty(plan.LeftOut);
        Assert.Equal(before, await store.ExportAsync());
    }

    [StoreFact]
    public async Task Both_samples_stand_side_by_side()
    {
        await using var store = await StoreFile.HoldingAsync(Samples.Somerset, Samples.Leicestershire);

        var plans = await store.Plans.ListAsync(Viewer.Operator, new DateOnly(2017, 4, 20), default);

        Assert.Equal([("leicestershire-2017", 28), ("somerset-2018", 39)], plans.Select(plan => (plan.Key, plan.Actions)));
    }

    [StoreFact]
    public async Task An_action_is_kept_as_the_plan_says_it()
    {
        await using var store = await StoreFile.HoldingAsync(Samples.Leicestershire);

        var action = await store.FindAsync("2.5");

        Assert.Equal("2. Practice Excellence", action.Section);
        Assert.Equal("Raise assessment, planning and recording quality through reflective, challenging supervision", action.Line.Title);
        Assert.Equal(
            ["Head of Service, Children in Care", "Head of Service, Children's Social Care Field Work", "Head of SEND", "AD, Children's Social Care"],
            action.Line.Leads);
        Assert.Equal("March/April 17 March 2017", action.Line.Timescale);
        Assert.Equal(new DateOnly(2017, 4, 30), action.Line.Due);
        Assert.Equal(
            [(new DateOnly(2017, 3, 31), "March 2017, and earlier date of March/April 17"), (new DateOnly(2017, 4, 30), "later date of March/April 17")],
            action.Milestones.Select(milestone => (milestone.On, milestone.Words)));
        Assert.Equal(["2", "6", "17"], action.Recommendations);
        Assert.StartsWith("Managers report monthly on supervision held.", Assert.Single(action.Progress).Text, StringComparison.Ordinal);
    }

    private static async Task<List<(string Section, int Rows)>> RowsPerSectionAsync(StoreFile file)
    {
        await using var store = file.Stores.Open();
        var sections = await store.Actions.Where(action => action.Parent == null).OrderBy(action => action.Position).Select(action => action.Section.Label).ToListAsync();
        return [.. sections.CountBy(label => label).Select(counted => (counted.Key, counted.Value))];
    }

    private static async Task<int> SubActionsAsync(StoreFile file)
    {
        await using var store = file.Stores.Open();
        return await store.Actions.CountAsync(action => action.Parent != null);
    }
}
