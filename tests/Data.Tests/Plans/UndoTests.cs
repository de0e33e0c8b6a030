using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Tests.Plans;

public sealed class UndoTests
{
    private static readonly DateOnly Day = new(2017, 4, 20);

    [Fact]
    public void Words_on_an_action_that_was_not_begun_begin_it()
    {
        var action = New();

        var progress = action.Put(Said with { Text = "two agency workers started" });

        Assert.Equal(ActionState.InProgress, action.State);
        Assert.Equal([(Field.State, "not started", "in progress")], Told(progress));
    }

    [Fact]
    public void Words_that_deny_it_do_not()
    {
        var action = New();

        Assert.Empty(action.Put(Said with { Text = "not started yet", DeniesStart = true }).Changes);
        Assert.Equal(ActionState.NotStarted, action.State);
    }

    [Fact]
    public void A_rating_alone_does_not_begin_it()
    {
        var action = New();

        action.Put(Said with { Brag = Brag.Green });

        Assert.Equal((ActionState.NotStarted, Brag.Green), (action.State, action.Brag));
    }

    [Fact]
    public void Rating_a_complete_action_anything_but_blue_opens_it_again()
    {
        var action = New();
        action.Put(Said with { State = ActionState.Complete });

        var progress = action.Put(Said with { Brag = Brag.Red });

        Assert.Equal([(Field.State, "complete", "in progress"), (Field.Brag, "blue", "red")], Told(progress));
    }

    [Fact]
    public void An_undo_brings_back_state_rating_date_and_leads()
    {
        var hill = new Lead { Name = "Jo Hill" };
        var marsh = new Lead { Name = "Ann Marsh" };
        var action = New();
        action.Begin(ActionState.InProgress, Brag.Amber, Day, [hill]);
        var progress = action.Put(Said with { Text = "done", State = ActionState.Complete, Due = new NewDue(Day.AddDays(30), "late delivery"), Leads = [marsh, hill] });

        var undoing = action.Undo(progress, Said with { Known = [hill, marsh] });

        Assert.Equal((ActionState.InProgress, Brag.Amber, Day), (action.State, action.Brag, action.Due));
        Assert.Equal([hill], action.InOrder());
        Assert.Empty(undoing.NotTakenBack);
        Assert.True(progress.IsUndone);
        Assert.Equal(
            [(Field.State, "complete", "in progress"), (Field.Brag, "blue", "amber"), (Field.Due, "2017-05-20", "2017-04-20"), (Field.Leads, "Ann Marsh; Jo Hill", "Jo Hill")],
            Told(undoing.Progress));
    }

    [Fact]
    public void An_undo_leaves_what_somebody_changed_since()
    {
        var action = New();
        var first = action.Put(Said with { Text = "moving", Brag = Brag.Amber });
        action.Put(Said with { By = "Ann Marsh", Brag = Brag.Red });

        var undoing = action.Undo(first, Said);

        Assert.Equal((ActionState.NotStarted, Brag.Red), (action.State, action.Brag));
        Assert.Equal([Field.Brag], undoing.NotTakenBack.Select(change => change.Field));
    }

    [Fact]
    public void Blue_and_complete_do_not_part_where_only_one_of_them_could_be_taken_back()
    {
        var action = New();
        var rated = action.Put(Said with { Brag = Brag.Amber, Text = "under way" });
        var completed = action.Put(Said with { State = ActionState.Complete });
        action.Put(Said with { Brag = Brag.Green });

        action.Undo(completed, Said);
        action.Undo(rated, Said);

        Assert.Equal(action.State == ActionState.Complete, action.Brag == Brag.Blue);
        Assert.Equal(Brag.Green, action.Brag);
    }

    [Fact]
    public void What_was_taken_back_no_longer_counts_as_an_update()
    {
        var action = New();
        action.Put(Said with { On = Day.AddDays(-50), Text = "draft" });
        var progress = action.Put(Said with { Text = "sent" });

        action.Undo(progress, Said with { On = Day.AddDays(1) });

        Assert.Equal(Day.AddDays(-50), action.UpdatedOn);
    }

    [Fact]
    public void The_same_is_not_taken_back_twice()
    {
        var action = New();
        var progress = action.Put(Said with { Brag = Brag.Red });
        var undoing = action.Undo(progress, Said);

        Assert.Throws<InvalidOperationException>(() => action.Undo(progress, Said));
        Assert.Throws<InvalidOperationException>(() => action.Undo(undoing.Progress, Said));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_is_posted_and_taken_back_the_state_is_what_the_record_tells(int seed)
    {
        var random = new Random(seed);
        Lead[] leads = [new() { Name = "Jo Hill" }, new() { Name = "Ann Marsh" }, new() { Name = "Head of Service" }];
        for (var run = 0; run < 300; run++)
        {
            var action = New();
            action.Begin((ActionState)random.Next(3), Any(random, (Brag)random.Next(4)), Any(random, Day), [.. leads.Take(random.Next(3))]);
            var replay = new Replay(action);
            for (var step = 0; step < 30; step++)
            {
                var before = new Replay(action);
                if (random.Next(4) == 0 && action.Progress.Where(p => !p.IsUndone && !p.IsUndo).ToList() is { Count: > 0 } there)
                {
                    action.Undo(there[random.Next(there.Count)], Said with { Known = leads, On = Day.AddDays(step) });
                }
                else
                {
                    var progress = action.Put(Said with
                    {
                        On = Day.AddDays(step),
                        Text = random.Next(2) == 0 ? "words" : null,
                        State = Any(random, (ActionState)random.Next(3)),
                        Brag = Any(random, (Brag)random.Next(4)),
                        Due = random.Next(3) == 0 ? new NewDue(Any(random, Day.AddDays(random.Next(100)))) : null,
                        Leads = random.Next(3) == 0 ? [.. leads.OrderBy(_ => random.Next()).Take(random.Next(4))] : null,
                    });
                    if (random.Next(5) == 0)
                    {
                        Assert.Empty(action.Undo(progress, Said with { Known = leads }).NotTakenBack);
                        Assert.Equal(before, new Replay(action));
                    }
                }

                Assert.Equal(action.State == ActionState.Complete, action.Brag == Brag.Blue);
            }

            Assert.Equal(new Replay(action), replay.Over(action.Progress));
        }
    }

    private static Posting Said => new() { Origin = Origin.Person, At = new DateTime(2017, 4, 20, 9, 0, 0, DateTimeKind.Utc), On = Day, By = "Jo Hill", PersonKey = "jo" };

    private static PlanAction New() => new() { Ref = "1.1", Title = "Answer calls", Section = new Section { Label = "1. Front door" } };

    private static T? Any<T>(Random random, T value)
        where T : struct => random.Next(2) == 0 ? value : null;

    private static IEnumerable<(Field, string?, string?)> Told(Progress progress) => progress.Changes.Select(change => (change.Field, change.From, change.To));
}
