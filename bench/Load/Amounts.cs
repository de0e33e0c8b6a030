namespace TeamsPlanBot.Load;

/// <summary>How much is asked of each side.</summary>
internal sealed record Amounts(int Turns, int Conversations, int AtATime)
{
    public const int Rounds = 10;

    public int TurnsARound => Turns / Rounds;

    public int WarmUpTurns => Math.Max(2_000, Turns / 5);
}
