namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Who speaks, as far as the words need to know: their names, for "my", and the plan this conversation is about.</summary>
public sealed record Speaker(string? Name, string? SignIn, int? Plan);

/// <summary>Turns what somebody said into one request. Words, names and a date go in; no store, no clock.</summary>
public static class Reader
{
    public static Understood Read(string text, Names names, DateOnly today, Speaker speaker)
    {
        var reading = new Reading(text, names, today);
        if (reading.Words.Length >= Words.Most)
        {
            return new Understood(new Request.Unclear([]), "", ["too many words for a question"]);
        }

        return WholeMessageRules.Read(reading)
            ?? PlanBindingRules.Read(reading, names)
            ?? OneActionRules.Read(reading, names, speaker)
            ?? ActionListRules.Read(reading, names, speaker)
            ?? new Understood(new Request.Unclear([.. reading.FreeRuns(LittleWords.Hold).Select(run => reading.Typed(run.Start, run.Count))]), "", reading.Rules);
    }
}
