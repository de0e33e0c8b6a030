namespace TeamsPlanBot.Bot.Understanding;

/// <summary>How often something is to come, or why it cannot come as it was said.</summary>
internal sealed record RhythmRead(Rhythm? Rhythm, string? Problem);

/// <summary>Reads "every second Monday at half eight" out of a message.</summary>
internal static class RhythmReader
{
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

        var at = time?.At ?? TimeReader.Usual;
        reading.Kind = "rhythm";
        return every.Value switch
        {
            (_, _, _, _, { } problem) => new RhythmRead(null, problem),
            var (often, days, dayOfMonth, week, _) => new RhythmRead(new Rhythm(often, days, at, dayOfMonth, week), null),
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
