namespace TeamsPlanBot.Load;

/// <summary>How much is asked of each side, and over how many it is spread.</summary>
internal sealed record Amounts(int Turns, int Tenants, int Conversations, int AtATime)
{
    public const int Rounds = 10;

    // The platform's own limits, to which the bot keeps with a margin: an app's requests in one tenant, and what it may send to one thread in the long run of half a minute.
    private const double TenantRequestsASecond = 40;
    private const double ThreadSendsASecond = 60 / 30.0;

    public int TurnsARound => Turns / Rounds;

    /// <summary>Every conversation is met before anything is measured, for the first message of one costs more.</summary>
    public int WarmUpTurns => Math.Max(2 * Conversations, Turns / 5);

    /// <summary>From here on the bot would wait for the platform's limits, and the waiting would be measured.</summary>
    public double MostTurnsASecond => Math.Min(Tenants * TenantRequestsASecond, Conversations * ThreadSendsASecond);
}
