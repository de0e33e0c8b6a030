using System.Globalization;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Calendar;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>Says when a written statement is due.</summary>
internal static class ClockAnswers
{
    public static Answer Of(DateOnly received, string words) => StatutoryClock.WrittenStatementDue(received) switch
    {
        WorkingDay.Found found => new Overview([new Passage.Lines("", [$"The report was received on {Dates.InWords(received)}. {StatutoryClock.WorkingDaysToAnswer} working days on, weekends and bank holidays left out, is {found.On.ToString("dddd", CultureInfo.InvariantCulture)}, {Dates.InWords(found.On)}."])])
        {
            Intent = "clock",
            Understood = words,
            Headline = $"The written statement is due on {Dates.InWords(found.On)}",
            Total = 1,
        },
        WorkingDay.BeyondTable beyond => new Advice([beyond.Sentence], [])
        {
            Intent = "clock",
            Understood = words,
            Headline = "That cannot be counted",
            Problem = new Problem(Problem.Invalid, beyond.Sentence, []),
        },
        var other => throw new InvalidOperationException($"No answer is written for {other.GetType().Name}."),
    };
}
