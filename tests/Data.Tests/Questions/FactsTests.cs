using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Calendar;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Indicators;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Questions;

/// <summary>What the store says of one small plan, as somebody would check it who knows the plan.</summary>
public sealed class FactsTests
{
    private static readonly DateOnly Today = new(2013, 6, 3);

    [StoreFact]
    public async Task A_date_that_was_moved_twice_slipped_by_both_and_one_taken_back_is_only_in_the_record()
    {
        await using var file = await StoreFile.HoldingAsync("plan,ref,action,due\np,1.1,Answer calls,2013-01-01");
        await using var store = file.Stores.Open();
        var action = await store.Actions.SingleAsync();
        action.Put(Said(new(2013, 1, 2), "Jo Hill") with { Due = new NewDue(new(2013, 1, 31), "no staff") });
        await store.SaveChangesAsync();
        action.Put(Said(new(2013, 2, 2), "Pat Roe") with { Due = new NewDue(new(2013, 2, 28)), Text = "Nearly there." });
        await store.SaveChangesAsync();
        var mistake = action.Put(Said(new(2013, 2, 3), "Jo Hill") with { Due = new NewDue(new(2014, 2, 28), "slip of the pen") });
        await store.SaveChangesAsync();
        action.Undo(mistake, Said(new(2013, 2, 4), "Sam Lee"));
        await store.SaveChangesAsync();

        var history = await new HistoryQuestions(file.Stores).OfAsync(Viewer.Operator, action.Id, default);

        Assert.Equal((new DateOnly(2013, 1, 1), 2, 58), (history!.Slips.First, history.Slips.Times, history.Slips.Days));
        Assert.Equal([(30, "no staff", "Jo Hill"), (28, null, "Pat Roe")], history.Slips.Moves.Select(move => (move.Days, move.Reason, move.By)));
        Assert.Equal(["Sam Lee", "Jo Hill", "Pat Roe", "Jo Hill"], history.Lines.Select(line => line.By));
        Assert.Equal([(true, false), (false, true), (false, false), (false, false)], history.Lines.Select(line => (line.IsUndo, line.IsUndone)));
        Assert.Equal("Sam Lee", history.Lines[1].UndoneBy);
        Assert.Null(await new HistoryQuestions(file.Stores).OfAsync(Viewer.Operator, 999, default));
    }

    [StoreFact]
    public async Task An_indicator_shows_its_latest_figure_its_direction_and_arithmetic_that_does_not_hold()
    {
        await using var file = await StoreFile.HoldingAsync("plan,ref,action\np,1.1,Answer calls");
        await AddAsync(file, "Contacts with an active CAF", Polarity.Higher, "%", indicator =>
        {
            indicator.Aliases.Add(new IndicatorAlias { Name = "active CAF" });
            indicator.Targets.AddRange([new Target { Words = "4", By = new(2013, 3, 31) }, new Target { Words = "80", By = new(2014, 3, 31) }]);
            indicator.Record(Figure(Period.FinancialYear(2011), 3.5m));
            indicator.Record(Figure(Period.FinancialYear(2012), 6m));
            indicator.Record(Figure(Period.FinancialYear(2012), 5.0m, 181, 6859));
            indicator.Record(Figure(Period.FinancialYear(2012), 4m, comparator: "England"));
        });
        var questions = new IndicatorQuestions(file.Stores);

        var line = Assert.Single(await questions.ListAsync(Viewer.Operator, Scope.Everything, Today, default));
        var whole = Assert.Single(await questions.NamedAsync(Viewer.Operator, "Active caf", [], Today, default));

        Assert.Equal(("2012/13", 5.0m, 2.6m), (line.Latest!.Period.Words, line.Latest.Value, line.Latest.Computed));
        Assert.Equal((3.5m, DirectionOfTravel.Improving, TargetStatus.OnTarget, "4"), (line.Previous!.Value, line.Latest.Direction, line.Latest.Status, line.Target!.Target.Words));
        Assert.Equal(["", "England"], whole.Series.Select(series => series.Comparator));
        Assert.Equal((6m, 5.0m), (Assert.Single(whole.Corrections).Value, whole.Corrections[0].Instead));
        Assert.Empty(await questions.NamedAsync(Viewer.Operator, "CAF", [], Today, default));
    }

    [StoreFact]
    public async Task A_target_of_less_than_the_year_before_needs_that_year()
    {
        await using var file = await StoreFile.HoldingAsync("plan,ref,action\np,1.1,Answer calls");
        await AddAsync(file, "Re-referrals", Polarity.Lower, "%", indicator =>
        {
            indicator.Targets.Add(new Target { Words = "lower than the year before" });
            indicator.Record(Figure(Period.FinancialYear(2011), 18m));
            indicator.Record(Figure(Period.FinancialYear(2012), 16m));
        });

        var whole = Assert.Single(await new IndicatorQuestions(file.Stores).NamedAsync(Viewer.Operator, "Re-referrals", [], Today, default));

        Assert.Equal([TargetStatus.NoTarget, TargetStatus.OnTarget], whole.Series[0].Figures.Select(figure => figure.Status));
        Assert.Equal([null, DirectionOfTravel.Improving], whole.Series[0].Figures.Select(figure => figure.Direction));
    }

    [StoreFact]
    public async Task An_indicator_that_nobody_measured_says_so()
    {
        await using var file = await StoreFile.HoldingAsync("plan,ref,action\np,1.1,Answer calls");
        await AddAsync(file, "Attendance", Polarity.Higher, "%", indicator => indicator.Targets.Add(new Target { Words = "95" }));

        var line = Assert.Single(await new IndicatorQuestions(file.Stores).ListAsync(Viewer.Operator, Scope.Everything, Today, default));

        Assert.Equal((null, "95"), (line.Latest, line.Target!.Target.Words));
    }

    [StoreFact]
    public async Task A_corrected_figure_is_a_change_and_a_first_import_is_none()
    {
        await using var file = await StoreFile.HoldingAsync("plan,ref,action\np,1.1,Answer calls");
        await AddAsync(file, "Re-referrals", Polarity.Lower, "%", indicator =>
        {
            indicator.Record(Figure(Period.FinancialYear(2011), 18m));
            indicator.Record(Figure(Period.FinancialYear(2012), 16m));
            indicator.Record(Figure(Period.FinancialYear(2012), 15.1m, by: "Jo Hill"));
        });

        var changed = await new ChangeQuestions(file.Stores).SinceAsync(Viewer.Operator, Scope.Everything, Today, 10, default);

        var figure = Assert.Single(changed.Figures);
        Assert.Equal((16m, 15.1m, true, "Jo Hill", "2012/13"), (figure.From, figure.To, figure.IsCorrection, figure.By, figure.Period.Words));
        Assert.Empty((await new ChangeQuestions(file.Stores).SinceAsync(Viewer.Operator, Scope.Everything, Today.AddDays(1), 10, default)).Figures);
    }

    [StoreFact]
    public async Task Green_outside_and_red_inside_is_a_watermelon_with_its_reasons()
    {
        await using var file = await StoreFile.HoldingAsync("""
            plan,ref,action,due,state,brag,progress,progress on
            p,1,Late,2013-06-02,in progress,green,Going well.,2013-06-01
            p,2,Quiet,2013-12-31,in progress,green,Begun.,2013-04-03
            p,3,Worse,2013-12-31,in progress,green,Going well.,2013-06-01
            p,4,Sound,2013-06-03,in progress,green,Going well.,2013-04-04
            p,5,Late and red,2013-06-02,in progress,red,,
            p,6,Done,2013-06-02,complete,blue,,
            """);
        await AddAsync(file, "Re-referrals", Polarity.Lower, "%", indicator =>
        {
            indicator.Record(Figure(Period.FinancialYear(2011), 15m));
            indicator.Record(Figure(Period.FinancialYear(2012), 16m));
            indicator.Actions.Add(new ActionIndicator { ActionId = 3 });
        });

        var found = await new WatermelonQuestions(file.Stores).ListAsync(Viewer.Operator, Scope.Everything, Today, default);

        Assert.Equal(["1", "2", "3"], found.Select(watermelon => watermelon.Ref).Order());
        Assert.Equal(new WatermelonReason.Overdue(new(2013, 6, 2)), Assert.Single(found.Single(w => w.Ref == "1").Reasons));
        Assert.Equal(new WatermelonReason.NotUpdated(new(2013, 4, 3)), Assert.Single(found.Single(w => w.Ref == "2").Reasons));
        Assert.Equal("Re-referrals", Assert.IsType<WatermelonReason.IndicatorWorsens>(Assert.Single(found.Single(w => w.Ref == "3").Reasons)).Indicator.Name);
    }

    [StoreFact]
    public async Task The_next_meeting_of_a_board_is_one_on_a_working_day()
    {
        await using var file = await StoreFile.HoldingAsync("plan,ref,action\np,1.1,Answer calls");
        await using var store = file.Stores.Open();
        var plan = await store.Plans.SingleAsync();
        plan.Boards.Add(new Board { Name = "Cabinet", Position = 1, Rhythm = "quarterly", Meetings = { new Meeting { On = new(2013, 8, 26) }, new Meeting { On = new(2013, 5, 1) }, new Meeting { On = new(2013, 9, 2) } } });
        await store.SaveChangesAsync();

        var board = Assert.Single(await new BoardQuestions(file.Stores).OfAsync(Viewer.Operator, plan.Id, Today, default));

        Assert.Equal([DayKind.Working, DayKind.BankHoliday, DayKind.Working], board.Meetings.Select(meeting => meeting.Kind));
        Assert.Equal(new DateOnly(2013, 9, 2), board.Next);
    }

    private static Posting Said(DateOnly on, string by) => new() { Origin = Origin.Person, At = on.ToDateTime(TimeOnly.MinValue), On = on, By = by };

    private static Measurement Figure(Period period, decimal value, decimal? numerator = null, decimal? denominator = null, string comparator = "", string? by = null) => new()
    {
        Start = period.Start, End = period.End, Value = value, Numerator = numerator, Denominator = denominator, Comparator = comparator,
        At = new DateTime(2013, 5, 1, 0, 0, 0, DateTimeKind.Utc), On = by is null ? null : Today, By = by,
    };

    private static async Task AddAsync(StoreFile file, string name, Polarity polarity, string unit, Action<Indicator> say)
    {
        await using var store = file.Stores.Open();
        var indicator = new Indicator { Name = name, Polarity = polarity, Unit = unit };
        say(indicator);
        store.Entry(store.Indicators.Add(indicator).Entity).Property(i => i.PlanId).CurrentValue = await store.Plans.Select(plan => plan.Id).SingleAsync();
        await store.SaveChangesAsync();
    }
}
