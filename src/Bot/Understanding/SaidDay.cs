namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Which way somebody looks who names a day without its year.</summary>
internal enum Toward { Coming, Past }

/// <summary>A day, or the days of a week, month or year, as they stand in a message; or why it cannot be known which.</summary>
/// <param name="At">The first word it took.</param>
/// <param name="Length">How many words it took.</param>
/// <param name="Due">When something is due that is due then: 30 June for "June", 15 May for "mid May".</param>
/// <param name="Words">"30 June 2017", "June 2017", "next week".</param>
/// <param name="Problem">Why it is no day that can be known; the days mean nothing then.</param>
internal sealed record SaidDay(int At, int Length, DateOnly First, DateOnly Last, DateOnly Due, string Words, DayProblem? Problem = null)
{
    /// <summary>The first word after it.</summary>
    public int End => At + Length;

    public bool IsOneDay => First == Last;

    /// <summary>The same, said with words before or after it.</summary>
    public SaidDay Between(int at, int end) => this with { At = at, Length = end - at };

    /// <summary>Where it cannot be known: what to tell the person, with whole messages that would be clear.</summary>
    public Request Asks(Reading reading, string wanted)
    {
        var (from, to) = (reading.Words[At].Start, reading.Words[End - 1].End);
        Choice[] choices = [.. Problem!.Instead.Select(day => new Choice(day, $"{reading.Text[..from]}{day}{reading.Text[to..]}"))];
        return Problem.IsEither ? new Request.Torn(reading.Text[from..to], choices, wanted, Problem.Sentence) : new Request.Impossible(wanted, Problem.Sentence, choices);
    }
}

/// <summary>Why no day can be known, in a sentence for the person, and the days that may be meant.</summary>
/// <param name="IsEither">There are such days, but more than one.</param>
internal sealed record DayProblem(string Sentence, IReadOnlyList<string> Instead, bool IsEither = false);
