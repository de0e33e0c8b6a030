namespace TeamsPlanBot.Data;

/// <summary>Opens the store, whatever engine it is on; each piece of work opens its own.</summary>
public sealed class PlanStores(Func<PlanStore> open)
{
    public PlanStore Open() => open();
}
