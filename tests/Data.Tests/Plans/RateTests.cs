using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Tests.Plans;

public sealed class RateTests
{
    [Fact]
    public void Blue_and_complete_never_part_whatever_comes_after_whatever()
    {
        ActionState?[] states = [null, .. Enum.GetValues<ActionState>()];
        Brag?[] brags = [null, .. Enum.GetValues<Brag>()];
        var ratings = states.SelectMany(state => brags.Select(brag => (State: state, Brag: brag))).ToList();

        foreach (var first in ratings)
        {
            foreach (var second in ratings)
            {
                var action = Rated(first.State, first.Brag);
                Assert.Equal(action.State == ActionState.Complete, action.Brag == Brag.Blue);

                action.Put(Rating(second.State, second.Brag));
                Assert.Equal(action.State == ActionState.Complete, action.Brag == Brag.Blue);
            }
        }
    }

    [Fact]
    public void A_new_action_is_not_started_and_has_no_rating() => Is(ActionState.NotStarted, null, New());

    [Fact]
    public void Completing_sets_blue() => Is(ActionState.Complete, Brag.Blue, Rated(ActionState.Complete, null));

    [Fact]
    public void Rating_blue_completes() => Is(ActionState.Complete, Brag.Blue, Rated(null, Brag.Blue));

    [Fact]
    public void Completing_beats_another_rating() => Is(ActionState.Complete, Brag.Blue, Rated(ActionState.Complete, Brag.Amber));

    [Fact]
    public void Reopening_clears_blue()
    {
        var action = Rated(ActionState.Complete, Brag.Blue);

        action.Put(Rating(ActionState.InProgress, action.Brag));

        Is(ActionState.InProgress, null, action);
    }

    [Fact]
    public void Reopening_may_rate_anew()
    {
        var action = Rated(ActionState.Complete, Brag.Blue);

        action.Put(Rating(ActionState.InProgress, Brag.Amber));

        Is(ActionState.InProgress, Brag.Amber, action);
    }

    [Theory]
    [InlineData(Brag.Red)]
    [InlineData(Brag.Amber)]
    [InlineData(Brag.Green)]
    public void Another_rating_leaves_the_state_of_open_work(Brag brag)
    {
        var action = Rated(ActionState.InProgress, null);

        action.Put(Rating(null, brag));

        Is(ActionState.InProgress, brag, action);
    }

    private static PlanAction New() => new() { Ref = "1.1", Title = "Answer calls", Section = new Section { Label = "1. Front door" } };

    private static PlanAction Rated(ActionState? state, Brag? brag)
    {
        var action = New();
        action.Put(Rating(state, brag));
        return action;
    }

    private static Posting Rating(ActionState? state, Brag? brag) =>
        new() { Origin = Origin.Person, At = new DateTime(2017, 4, 20, 9, 0, 0, DateTimeKind.Utc), On = new DateOnly(2017, 4, 20), State = state, Brag = brag };

    private static void Is(ActionState state, Brag? brag, PlanAction action) => Assert.Equal((state, brag), (action.State, action.Brag));
}
