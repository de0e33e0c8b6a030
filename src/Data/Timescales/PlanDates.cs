namespace TeamsPlanBot.Data.Timescales;

/// <summary>Finds the times that stand in a plan's words, in the order in which they stand.</summary>
internal sealed class PlanDates
{
    private static readonly string[] Numbered = ["phase", "stage", "level", "part", "step", "tier", "wave", "cohort", "day", "week"];

    private static readonly string[] Settled = ["confirmed", "announced", "advised", "agreed", "arranged", "decided", "determined", "set"];

    private readonly PlanWords words;
    private readonly PlanYears years;
    private readonly List<PlannedTime> found = [];
    private readonly Func<int, int>[] readings;

    private PlanDates(PlanWords words)
    {
        this.words = words;
        years = new PlanYears(words);
        readings = [NumericDate, DaysOfMonth, WrittenDay, Year, FinancialYear, SchoolCalendar, MonthThenDay, Month, Season, Quarter, Span, Immediate, ToBeConfirmed];
    }

    public static List<PlannedTime> In(PlanWords words)
    {
        var dates = new PlanDates(words);
        for (var at = 0; at < words.Count; at = dates.Read(at))
        {
        }

        return dates.found;
    }

    private int Read(int at)
    {
        foreach (var reading in readings)
        {
            if (!words[at].IsLabel && reading(at) is var end && end > at)
            {
                return end;
            }
        }

        return at + 1;
    }

    private int NumericDate(int at)
    {
        var (first, mark, second) = (words[at], words[at + 1], words[at + 2]);
        var isSpaced = first.Digits == 2 && mark.Digits == 2 && second.Digits == 4;
        var isMarked = mark.Is("/") || (mark.Is(".", "-") && words.IsGlued(at + 1));
        if (years.GoesOn(at) || !(isSpaced || isMarked))
        {
            return at;
        }

        var isThree = isMarked && words[at + 3].Text == mark.Text && (mark.Is("/") || words.IsGlued(at + 3));
        var (day, month, year, end) = isSpaced ? (first, mark, second, at + 3)
            : isThree && first.Digits == 4 ? (words[at + 4], second, first, at + 5)
            : (first, second, words[at + 4], at + 5);
        if ((isSpaced || isThree) && day.Digits is 1 or 2 && month.Digits is 1 or 2 && year.Digits is 2 or 4 && !years.GoesOn(end + 1))
        {
            return PlanYears.Named(year) is { } named ? AddDay(at, end, day.Value, month.Value, new(named, end)) : Add(at, end, Standing.Undatable);
        }

        return !isMarked || first.Digits is not (1 or 2) || !PlanYears.IsFull(second) || years.GoesOn(at + 4) ? at
            : first.Value is < 1 or > 12 ? Add(at, at + 3, Standing.Undatable)
            : Add(at, at + 3, Standing.Firm, PlanPeriod.Month(first.Value), PlanYears.Named(second));
    }

    private int DaysOfMonth(int at)
    {
        var days = new List<int>();
        // "Stage 1 April 2017" is a stage, and "final by 31st" is a day of no month.
        if (!words[at].IsOrdinal && words[at - 1].Is(Numbered))
        {
            return at;
        }

        for (var next = at; words[next].Digits is 1 or 2 && days.Count < 5 && !years.GoesOn(at); next += 2)
        {
            days.Add(next);
            var isJoined = words[next + 1].Is("of") || (words[next + 1].Is("-", "/", ".") && words.IsGlued(next + 1));
            var monthAt = isJoined ? next + 2 : next + 1;
            var month = PlanPeriod.MonthNamed(words[monthAt]);
            // "45 and 12 March": what comes before the real day was a count of something.
            if (month > 0 && (days.Count == 1 || words[at].Value is >= 1 and <= 31))
            {
                var year = years.After(monthAt + 1, afterDay: true);
                days.ForEach(day => AddDay(day, day == next ? year.End : day + 1, words[day].Value, month, year));
                return year.End;
            }

            if (month > 0 || !words[next + 1].Is("-", "/", "&", "and", "to"))
            {
                break;
            }
        }

        return words[at].IsOrdinal && words[at - 1].Is("by", "on", "until") && !words[at + 1].IsWord ? Add(at, at + 1, Standing.Undatable) : at;
    }

    // "First of June 2013", but not "first week of June" or "first June meeting".
    private int WrittenDay(int at)
    {
        var (day, end) = words.DayWritten(at);
        var isOf = words[end].Is("of");
        var monthAt = isOf ? end + 1 : end;
        var month = PlanPeriod.MonthNamed(words[monthAt]);
        var year = years.After(monthAt + 1, afterDay: true);
        return day > 0 && month > 0 && (isOf || year.Year is not null || year.IsMuddled) ? AddDay(at, year.End, day, month, year) : at;
    }

    private int Year(int at)
    {
        var read = years.At(at);
        if (read.Year is not { } year || words[at - 1].Is("£", "$", "#") || words[read.End].Is("%"))
        {
            return read.IsMuddled ? Add(at, read.End, Standing.Undatable) : at;
        }

        var (quarter, end) = years.QuarterNamed(read.End);
        if (quarter > 0)
        {
            return Add(at, end, Standing.Firm, PlanPeriod.Quarter(quarter), year);
        }

        // "Options for 2013/14 - March 2013": the year is what the options are for, or whence work goes on.
        var standing = years.IsOfAnotherCalendar(at, read) ? Standing.Undatable
            : words[at - 1].Is("for", "from") || years.NamesWhatFollows(at, read) ? Standing.Passing
            : years.StandsAlone(at, year) ? Standing.Firm
            : Standing.Doubted;
        return Add(at, read.End, standing, PlanPeriod.Year(year.IsFinancial), year);
    }

    // "By the end of the financial year" means the one that the plan is of; "the next financial year" does not.
    private int FinancialYear(int at)
    {
        var isNamed = words[at].Is("financial") && words[at + 1].Is("year") && words[at - 1].Is("of", "the", "this")
            && !words[at + 2].IsNumber && !words[at - 2].IsNumber;
        return isNamed ? Add(at, at + 2, Standing.Firm, PlanPeriod.Year(isFinancial: true)) : at;
    }

    private int SchoolCalendar(int at)
    {
        var monthEnd = PlanPeriod.MonthNamed(words[at]) > 0 ? at + 1 : at;
        var termAt = words[monthEnd + 1].Is("-") ? monthEnd + 2 : monthEnd + 1;
        var end = words[monthEnd].Is("easter", "christmas", "halfterm") ? monthEnd + 1
            : words[monthEnd].Is("half") && words[termAt].Is("term", "terms") ? termAt + 1
            : PlanPeriod.SeasonNamed(words[at]) > 0 && words[at + 1].Is("term", "half", "holiday", "holidays", "break") ? at + 2
            : at;
        return end == at ? at : Add(at, years.After(PlanPeriod.MonthNamed(words[end]) > 0 ? end + 1 : end, afterDay: false).End, Standing.Undatable);
    }

    // "May 17" is a month of 2017, but "May 17th" and "May 17, 2017" are days.
    private int MonthThenDay(int at)
    {
        var (month, day, after) = (PlanPeriod.MonthNamed(words[at]), words[at + 1], words[at + 2]);
        if (month == 0 || day.Digits is not (1 or 2))
        {
            return at;
        }

        var year = years.At(after.Is(",") ? at + 3 : at + 2);
        var isDay = year.Year is { IsFinancial: false } || day.IsOrdinal || (day.Digits == 1 && !after.IsWord && !after.Is("%", "/", "-"));
        return isDay ? AddDay(at, year.Year is null ? at + 2 : year.End, day.Value, month, year) : at;
    }

    private int Month(int at)
    {
        var month = PlanPeriod.MonthNamed(words[at]);
        var year = years.After(at + 1, afterDay: false);
        return month == 0 || (year is { Year: null, IsMuddled: false } && !StandsAsMonth(at)) ? at
            : AddPeriod(at, year.End, PlanPeriod.Month(month), year);
    }

    // May is also a verb, and April and June are also people.
    private bool StandsAsMonth(int at)
    {
        var (before, after) = (words[at - 1], words[at + 1]);
        var isLedTo = before.Is(PlanWords.LeadIns) || before.Is("-", "/", ":", "→", "&") || PlanPeriod.MonthNamed(before) > 0;
        var closes = !after.IsWord || after.Is(PlanWords.LeadIns) || after.Is("and", "or", "for") || PlanPeriod.MonthNamed(after) > 0;
        var isVerb = words[at].Is("may") && !(words[at].IsCapital && closes);
        return isLedTo || (!isVerb && (closes || !(before.IsWord || after.IsCapital)));
    }

    private int Season(int at)
    {
        var (season, before, after) = (PlanPeriod.SeasonNamed(words[at]), words[at - 1], words[at + 1]);
        var year = years.After(after.Is("of") ? at + 2 : at + 1, afterDay: false);
        // "Deliver spring reports" names no time.
        var standsAlone = (!before.IsWord || before.Is(PlanWords.LeadIns)) && (!after.IsWord || after.Is("and", "or", "onwards", "onward"));
        return season == 0 || (year is { Year: null, IsMuddled: false } && !standsAlone) ? at
            : AddPeriod(at, year.End, PlanPeriod.Season(season), year);
    }

    private int Quarter(int at)
    {
        var (quarter, end) = years.QuarterNamed(at);
        if (quarter == 0)
        {
            return at;
        }

        var isTwo = (words[end].Is("/", "-") || (words[at].Is("quarters") && words[end].Is("and", "&", "to")))
            && words[end + 1] is { Digits: 1, Value: >= 1 and <= 4 } && PlanPeriod.MonthNamed(words[end + 2]) == 0;
        var last = isTwo ? end + 2 : end;
        var year = years.After(words[last].Is("of") ? last + 1 : last, afterDay: false);
        // "following Q3 audits" speaks of the audits.
        var isPassing = year.Year is null && words[last] is { IsWord: true, IsCapital: false } next
            && !next.Is(PlanWords.LeadIns) && !next.Is("and", "or") && PlanPeriod.MonthNamed(next) == 0;
        var standing = isPassing ? Standing.Passing : Standing.Firm;
        AddPeriod(at, isTwo ? end : year.End, PlanPeriod.Quarter(quarter), year, standing);
        return isTwo ? AddPeriod(end + 1, year.End, PlanPeriod.Quarter(words[end + 1].Value), year, standing) : year.End;
    }

    private int Span(int at)
    {
        var second = words[at + 1].Is("-", "to", "or", "/") && words.CountNamed(at + 2) > 0 ? at + 2 : at;
        var isWorking = words[second + 1].Is("working", "school");
        var unitAt = isWorking ? second + 2 : second + 1;
        var isWithin = words[at - 1].Is("within", "in", "next");
        var isWhole = !words[at - 1].IsWord && !words[at - 1].IsNumber && !words[unitAt + 1].IsWord;
        if (words.CountNamed(at) <= 0 || years.GoesOn(at) || !words[unitAt].Is("day", "days", "week", "weeks", "month", "months", "year", "years") || !(isWithin || isWhole))
        {
            return at;
        }

        var unit = words[unitAt].Text.TrimEnd('s');
        // "within 3 months of referral" counts from another day than the plan's own.
        var standing = isWorking || words[unitAt + 1].Is("of", "after", "from", "following", "before") ? Standing.Undatable : Standing.Firm;
        var end = Add(at, second == at ? unitAt + 1 : at + 1, standing, after: (words.CountNamed(at), unit));
        return second == at ? end : Add(second, unitAt + 1, standing, after: (words.CountNamed(second), unit));
    }

    private int Immediate(int at)
    {
        var isImmediate = words[at].Is("immediate", "immediately") && (!words[at - 1].IsWord || words[at - 1].Is("for", "with"))
            && !words[at + 1].Is("after", "following", "upon", "on", "before");
        return isImmediate ? Add(at, at + 1, Standing.Passing, after: (0, "day")) : at;
    }

    private int ToBeConfirmed(int at)
    {
        var isLong = words[at].Is("to") && words[at + 1].Is("be") && words[at + 2].Is(Settled) && !words[at + 3].IsWord;
        var end = isLong ? at + 3 : words[at].Is("tba", "tbc", "tbd") ? at + 1 : at;
        if (end == at || found.Count == 0 || !words.AreMarks(found[^1].Last + 1, at))
        {
            return end == at ? at : Add(at, end, Standing.ToBeConfirmed);
        }

        found[^1] = found[^1].InDoubt with { Last = end - 1 };
        return end;
    }

    private int AddPeriod(int first, int end, PlanPeriod period, YearRead year, Standing standing = Standing.Firm) =>
        Add(first, end, year.IsMuddled ? Standing.Undatable : standing, period, year.Year);

    private int AddDay(int first, int end, int day, int month, YearRead year) => !year.IsMuddled && PlanPeriod.IsReal(day, month, year.Year)
        ? Add(first, end, Standing.Firm, PlanPeriod.Day(day, month), year.Year)
        : Add(first, end, Standing.Undatable);

    private int Add(int first, int end, Standing standing, PlanPeriod? period = null, NamedYear? year = null, (int Count, string Unit)? after = null)
    {
        var floor = found.Count > 0 ? found[^1].Last : -1;
        var time = new PlannedTime(first, end - 1, standing, period, year) { AfterBase = after };
        if (time.LedUpTo(words, floor) is { } whole)
        {
            var isUnconfirmed = found.Count > 0 && found[^1].Standing == Standing.ToBeConfirmed && words.AreMarks(floor + 1, whole.First);
            found.RemoveRange(found.Count - (isUnconfirmed ? 1 : 0), isUnconfirmed ? 1 : 0);
            found.Add(isUnconfirmed ? whole.InDoubt : whole);
        }

        return end;
    }
}
