using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>That a due date was changed, as the record writes it.</summary>
internal sealed record DateChange(string? From, string? To, string? Reason, string? By, DateOnly On);

/// <summary>That a due date was moved.</summary>
/// <param name="Days">By how many; fewer than none where it was brought forward.</param>
/// <param name="On">The day it was moved.</param>
public sealed record Slip(DateOnly From, DateOnly To, int Days, string? Reason, string? By, DateOnly On);

/// <summary>How the due date of an action was moved.</summary>
/// <param name="First">The first date there was; null where there never was one.</param>
/// <param name="Moves">Every move, the oldest first, those to an earlier day, too.</param>
public sealed record Slips(DateOnly? First, IReadOnlyList<Slip> Moves)
{
    /// <summary>How often it was put off.</summary>
    public int Times => Moves.Count(move => move.Days > 0);

    /// <summary>How many days later it is in all than it first was.</summary>
    public int Days => Moves.Sum(move => move.Days);

    // A date that was taken away and set again was moved from the one before.
    internal static Slips Of(IEnumerable<DateChange> changes)
    {
        DateOnly? first = null;
        DateOnly? last = null;
        var moves = new List<Slip>();
        foreach (var change in changes)
        {
            first ??= Spelt.Day(change.From) ?? Spelt.Day(change.To);
            last = Spelt.Day(change.From) ?? last;
            if (Spelt.Day(change.To) is not { } to)
            {
                continue;
            }

            if (last is { } from && from != to)
            {
                moves.Add(new Slip(from, to, to.DayNumber - from.DayNumber, change.Reason, change.By, change.On));
            }

            last = to;
        }

        return new Slips(first, moves);
    }
}

/// <summary>An action whose date was put off.</summary>
public sealed record SlippedAction(int PlanId, string Plan, string PlanName, string Ref, string Title, ActionState State, Slips Slips);
