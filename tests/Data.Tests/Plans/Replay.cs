using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Tests.Plans;

/// <summary>What the record of an action, read from its beginning, says the action is now.</summary>
internal sealed record Replay(string? State, string? Brag, string? Due, string? Leads)
{
    public Replay(PlanAction action)
        : this(action.State.Word(), action.Brag?.Word(), action.Due?.Word(), action.Leads.Count == 0 ? null : Spelt.Names(action.InOrder().Select(lead => lead.Name)))
    {
    }

    /// <summary>Goes through the record; each change must begin where the one before it ended.</summary>
    public Replay Over(IEnumerable<Progress> record) => record.SelectMany(progress => progress.Changes).Aggregate(this, (now, change) => now.After(change));

    private Replay After(Change change)
    {
        var (before, after) = change.Field switch
        {
            Field.State => (State, this with { State = change.To }),
            Field.Brag => (Brag, this with { Brag = change.To }),
            Field.Due => (Due, this with { Due = change.To }),
            _ => (Leads, this with { Leads = change.To }),
        };
        Assert.Equal(before, change.From);
        return after;
    }
}
