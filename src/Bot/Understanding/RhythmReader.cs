namespace TeamsPlanBot.Bot.Understanding;

/// <summary>How often something is to come, or why it cannot come as it was said.</summary>
internal sealed record RhythmRead(Rhythm? Rhythm, string? Problem);

/// <summary>Reads "every second Monday at half eight" out of a message.</summary>
internal static class RhythmReader
{
    private const int WorkingWeek = 5;
    private const int MostAhead = 30;
    private const int LongestBoard = 8;

    private const string HowOften = "A digest can come every day, weekday, week, fortnight, month or quarter. Say which, such as: every Monday at 9am.";

    public static RhythmRead? Read(Reading reading)
    {
        reading.Kind = "rhythm";
        if (Sayings.Take(reading, "every/each hour/minute/year", "hourly/yearly/annually", "once/twice/thrice a? year", "twice/thrice a? day/week/month", "bi weekly", "biweekly/bimonthly", "every/each other/second month/quarter/day", "three/several times a? day/week/month",
            "every few days/weeks/months", "last/first working day of? the? month?", "every/each term", "termly"))
        {
            return new RhythmRead(null, HowOften);
        }

        if (EveryNumber(reading) is { } counted)
        {
            return counted;
        }

        if (BeforeBoard(reading) is { } before)
        {
            var hour = TimeReader.Read(reading);
            reading.Kind = "rhythm";
            return hour is { Problem: { } fault } ? new RhythmRead(null, fault) : new RhythmRead(before with { At = hour?.At ?? TimeReader.Usual }, null);
        }

        var every = Often(reading);
        if (every is null)
        {
            return null;
        }

        var time = TimeReader.Read(reading);
        if (time is { Problem: { } wrong })
        {
            return new RhythmRead(null, wrong);
        }

        reading.Kind = "rhythm";
        var at = time?.At ?? TimeReader.Usual;
        if (PartOfDay(reading))
        {
            // "Friday afternoon at 3", "Monday evening at 7": after noon, and when is to be said.
            if (time is null)
            {
                return new RhythmRead(null, TimeReader.SayATime);
            }

            at = at.Hour < 12 ? at.AddHours(12) : at;
        }

        return every.Value switch
        {
            (_, _, _, _, { } problem) => new RhythmRead(null, problem),
            var (often, days, dayOfMonth, week, _) => new RhythmRead(new Rhythm(often, days, at, dayOfMonth, week), null),
        };
    }

    /// <summary>What a rhythm is to be from now on: a whole one, or a day or a time of the day alone.</summary>
    /// <returns>Whether only the time is said.</returns>
    public static (RhythmRead? Read, bool TimeOnly) ReadChange(Reading reading)
    {
        if (Read(reading) is { } whole)
        {
            return (whole, false);
        }

        reading.Kind = "rhythm";
        var days = Weekdays(reading);
        var time = TimeReader.Read(reading);
        reading.Kind = "rhythm";
        return time is { Problem: { } wrong } ? (new RhythmRead(null, wrong), false)
            : days.Count > 0 ? (new RhythmRead(new Rhythm(Every.Week, days, time?.At ?? TimeReader.Usual), null), false)
            : time is not null ? (new RhythmRead(new Rhythm(Every.Day, [], time.At), null), true)
            : (null, false);
    }

    // "every quarter before the Improvement Board", "3 working days before each Improvement Board"
    private static Rhythm? BeforeBoard(Reading reading)
    {
        for (var at = 1; at < reading.Words.Length; at++)
        {
            if (reading.At(at) is not "before" || !reading.IsFree(at))
            {
                continue;
            }

            var first = at + 1;
            while (reading.At(first) is "the" or "each" or "every" or "our" or "any" or "a")
            {
                first++;
            }

            var end = first;
            while (end < reading.Words.Length && end - first < LongestBoard && !IsBoard(reading.At(end)))
            {
                end++;
            }

            if (end >= reading.Words.Length || !IsBoard(reading.At(end)))
            {
                continue;
            }

            end += reading.At(end + 1) is "meeting" or "meets" ? 2 : 1;
            var (ahead, length) = Ahead(reading, at);
            var name = reading.Typed(first, end - first - (reading.At(end - 1) is "meets" || (reading.At(end - 1) is "meeting" && end - first > 1) ? 1 : 0));
            reading.Place(at - length, end - at + length);
            Sayings.Take(reading, "every/each quarter", "quarterly", "once a quarter");
            return new Rhythm(Every.Quarter, [], TimeReader.Usual, Board: name, Ahead: ahead);
        }

        return null;
    }

    private static bool IsBoard(string? word) => word is "board" or "boards" or "panel" or "committee" or "cabinet" or "meeting" or "clinic" or "conference";

    private static (int Days, int Length) Ahead(Reading reading, int before)
    {
        var unit = reading.At(before - 1);
        var isWorking = reading.At(before - 2) is "working";
        var count = reading.At(before - (isWorking ? 3 : 2));
        var number = count is "a" or "one" or "the" ? 1 : Dates.Number(count);
        var length = isWorking ? 3 : 2;
        return (unit, number) switch
        {
            ("day" or "days", { } days) => (Math.Min(days, MostAhead), length),
            ("week" or "weeks", { } weeks) => (Math.Min(WorkingWeek * weeks, MostAhead), length),
            _ => (WorkingWeek, 0),
        };
    }

    // "every 2 weeks" is every fortnight; of other numbers there is no rhythm.
    private static RhythmRead? EveryNumber(Reading reading)
    {
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (reading.At(at) is "every" && Dates.Number(reading.At(at + 1)) is { } number && reading.At(at + 2) is "days" or "weeks" or "months" or "hours" or "minutes" or "years" or "quarters" && !(number == 2 && reading.At(at + 2) is "weeks"))
            {
                reading.Place(at, 3);
                return new RhythmRead(null, HowOften);
            }
        }

        return null;
    }

    private static (Every, IReadOnlyList<DayOfWeek>, int?, int?, string?)? Often(Reading reading)
    {
        if (Sayings.Take(reading, "every/each working/week day", "every/each weekday", "on? weekdays", "monday to friday", "mon to fri", "mon fri", "monday through friday", "every/each monday to friday"))
        {
            return (Every.Weekday, [], null, null, null);
        }

        if (Sayings.Take(reading, "every/each day/morning", "daily", "once a day", "seven days a week", "7 days a week"))
        {
            return (Every.Day, [], null, null, null);
        }

        if (Sayings.Take(reading, "every/each evening/afternoon/lunchtime/night"))
        {
            return (Every.Day, [], null, null, TimeReader.SayATime);
        }

        if (OfTheMonth(reading) is { } monthly)
        {
            return monthly;
        }

        return Fortnightly(reading) ?? Weekly(reading);
    }

    private static bool PartOfDay(Reading reading)
    {
        for (var at = 1; at < reading.Words.Length; at++)
        {
            if (reading.IsFree(at) && reading.KindAt(at - 1) == "rhythm" && reading.At(at) is "afternoon" or "afternoons" or "evening" or "evenings" or "night" or "lunchtime")
            {
                reading.Place(at);
                return true;
            }
        }

        return false;
    }

    // "every month on the 1st", "the first Monday of the month", "quarterly"
    private static (Every, IReadOnlyList<DayOfWeek>, int?, int?, string?)? OfTheMonth(Reading reading)
    {
        Every? often = Sayings.Take(reading, "of/in every/each quarter", "every/each quarter", "quarterly", "once a quarter", "of the quarter", "a quarter") ? Every.Quarter
            : Sayings.Take(reading, "of/in every/each month", "of/in the/a month", "every/each month", "monthly", "once a month", "a month") ? Every.Month
            : null;
        var ordinal = Ordinal(reading, mayStandAlone: often is not null);
        if (often is null && ordinal is null)
        {
            return null;
        }

        var period = often ?? Every.Month;
        if (ordinal is var (week, weekday))
        {
            Sayings.Take(reading, "every/each/on");
            return (period, [weekday], null, week, null);
        }

        if (Sayings.Take(reading, "on? the? last day", "at? the? end", "at? month end", "month end"))
        {
            return (period, [], 31, null, null);
        }

        if (Sayings.Take(reading, "on? the? first day", "at? the? start/beginning"))
        {
            return (period, [], 1, null, null);
        }

        return DayOfMonth(reading) is { } day
            ? day is >= 1 and <= 31 ? (period, [], day, null, null) : (period, [], null, null, $"No month has a day {day}. Say a day from 1 to 31, or the last day.")
            : Weekdays(reading) is { Count: 1 } days ? (period, days, null, 1, null)
            : (period, [], 1, null, null);
    }

    // "every first Monday", "the last Friday of the month"; "every second Monday" is every fortnight unless a month is spoken of.
    private static (int Week, DayOfWeek Day)? Ordinal(Reading reading, bool mayStandAlone)
    {
        for (var at = 0; at < reading.Words.Length; at++)
        {
            var week = reading.At(at) switch
            {
                "first" or "1st" => 1,
                "second" or "2nd" => mayStandAlone ? 2 : 0,
                "third" or "3rd" => 3,
                "fourth" or "4th" => 4,
                "last" => 5,
                _ => 0,
            };
            if (week > 0 && Weekday(reading.At(at + 1)) is { } day && (mayStandAlone || reading.At(at - 1) is "every" or "each"))
            {
                var first = at;
                while (reading.At(first - 1) is "every" or "each" or "the" or "on")
                {
                    first--;
                }

                reading.Place(first, at + 2 - first);
                return (week, day);
            }
        }

        return null;
    }

    private static int? DayOfMonth(Reading reading)
    {
        for (var at = 0; at < reading.Words.Length; at++)
        {
            var digits = reading.At(at)?.TrimEnd('s', 't', 'n', 'd', 'r', 'h');
            if (digits is { Length: 1 or 2 } && digits.Length < reading.Words[at].Plain.Length && Dates.Number(digits) is { } day)
            {
                var first = at;
                while (reading.At(first - 1) is "on" or "the" or "day")
                {
                    first--;
                }

                reading.Place(first, at + 1 - first);
                return day;
            }

            if (reading.At(at) is "on" && reading.At(at + 1) is "day" && Dates.Number(reading.At(at + 2)) is { } number)
            {
                reading.Place(at, 3);
                return number;
            }
        }

        return null;
    }

    private static (Every, IReadOnlyList<DayOfWeek>, int?, int?, string?)? Fortnightly(Reading reading)
    {
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (Sayings.TakeAt(reading, at, "every/each other/second/2nd/alternate", "on? alternate") is > 0 and var end && (Weekday(reading.At(end)) is not null || reading.At(end) is "week" or "weeks"))
            {
                if (reading.At(end) is "week" or "weeks")
                {
                    reading.Place(end);
                }

                return (Every.Fortnight, Weekdays(reading) is { Count: > 0 } said ? said : [DayOfWeek.Monday], null, null, null);
            }
        }

        return Sayings.Take(reading, "every/each/once a? fortnight", "fortnightly", "every two/2 weeks", "a fortnight")
            ? (Every.Fortnight, Weekdays(reading) is { Count: > 0 } days ? days : [DayOfWeek.Monday], null, null, null)
            : null;
    }

    private static (Every, IReadOnlyList<DayOfWeek>, int?, int?, string?)? Weekly(Reading reading)
    {
        var isWeekly = Sayings.Take(reading, "every/each week", "weekly", "once a week");
        if (!isWeekly && !EveryWeekday(reading))
        {
            return null;
        }

        return (Every.Week, Weekdays(reading) is { Count: > 0 } days ? days : [DayOfWeek.Monday], null, null, null);
    }

    // "every Monday", "each Tue and Thu", "on Fridays"
    private static bool EveryWeekday(Reading reading)
    {
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (Weekday(reading.At(at)) is not null && (reading.At(at - 1) is "every" or "each" || reading.Words[at].Plain.EndsWith("days", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static DayOfWeek? Weekday(string? word) =>
        TimeWords.Of(word) is { Kind: TimeKind.Weekday } day ? (DayOfWeek)day.Value
        : word is { Length: > 6 } && word[^1] == 's' && TimeWords.Of(word[..^1]) is { Kind: TimeKind.Weekday } each ? (DayOfWeek)each.Value
        : null;

    private static List<DayOfWeek> Weekdays(Reading reading)
    {
        var days = new List<DayOfWeek>();
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (Weekday(reading.At(at)) is not { } day)
            {
                continue;
            }

            var isJoined = days.Count > 0 && (reading.KindAt(at - 1) == "rhythm" || reading.At(at - 1) is "and");
            if (!isJoined && days.Count > 0)
            {
                continue;
            }

            if (!days.Contains(day))
            {
                days.Add(day);
            }

            var first = at;
            while (reading.At(first - 1) is "every" or "each" or "on" or "and" or "the" or "a")
            {
                first--;
            }

            reading.Place(first, at + 1 - first);
            if (reading.At(at + 1) is "morning" or "mornings")
            {
                reading.Place(at + 1);
            }
        }

        return days;
    }
}
