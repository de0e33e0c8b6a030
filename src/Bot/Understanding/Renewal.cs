namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Asks the question of an old list again, as of another day.</summary>
internal static class Renewal
{
    /// <summary>The list as the same words would ask for it that day; null where these words do not say its days.</summary>
    public static Request.ListActions? On(Request.ListActions list, DateOnly day, Names names)
    {
        var question = list.Question;
        if (DaysOf(list.Terms, list.AsOf, names) != (question.DueFrom, question.DueTo, question.NoProgressSince))
        {
            return null;
        }

        var (from, to, since) = DaysOf(list.Terms, day, names);
        return list with { Question = question with { DueFrom = from, DueTo = to, NoProgressSince = since }, AsOf = day, From = 0 };
    }

    private static (DateOnly? From, DateOnly? To, DateOnly? Since) DaysOf(Terms terms, DateOnly day, Names names)
    {
        var due = terms.Due is { } dated ? DueRules.Read(new Reading(dated, names, day)) : null;
        var stale = terms.Stale is { } silent ? StaleRules.Read(new Reading(silent, names, day)) : null;
        return (due?.From, due?.To, stale?.Since);
    }
}
