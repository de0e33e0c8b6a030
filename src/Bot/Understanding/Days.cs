namespace TeamsPlanBot.Bot.Understanding;

/// <summary>
/// Days as people say them: "30/6", "the 30th", "Friday", "a week on Monday", "end of next month", "Q3 2013/14".
/// A day without its year is the next one, or the last one where somebody looks back.
/// </summary>
internal readonly struct Days
{
    // A number behind a month may be a day of it or its year, if the plan may run that year: "May 17".
    private const int YearsBack = 10;
    private const int YearsOn = 3;

    private static readonly HashSet<string> Rolling = ["in", "within", "over", "during", "for", "throughout"];

    private static readonly HashSet<string> Feasts = ["easter", "christmas", "xmas", "term", "halfterm", "diwali", "eid", "ramadan"];

    private static readonly HashSet<string> Gatherings = ["board", "cabinet", "committee", "meeting", "inspection", "scrutiny", "review", "monitoring", "visit"];

    private static readonly HashSet<string> SchoolWords = ["term", "half", "holiday", "holidays", "break"];

    private readonly Reading reading;
    private readonly bool past;
    private readonly DateOnly today;

    private Days(Reading reading, Toward toward)
    {
        this.reading = reading;
        past = toward == Toward.Past;
        today = reading.Today;
    }

    /// <summary>The day or span that is named from this word on, if one is.</summary>
    public static SaidDay? At(Reading reading, int at, Toward toward = Toward.Coming) =>
        reading.IsFree(at) ? new Days(reading, toward).Read(at) : null;

    /// <summary>Since when: "since Friday", "in the last fortnight", "this week", "yesterday". Its first word may be "since" or "in".</summary>
    public static SaidDay? Since(Reading reading)
    {
        for (var at = 0; at < reading.Words.Length; at++)
        {
            switch (reading.At(at))
            {
                case "since":
                    return At(reading, at + 1, Toward.Past) is { } since
                        ? since.Between(at, since.End)
                        : new SaidDay(at, 1, default, default, default, "", new DayProblem("Say since which day, for example “since 1 March” or “since last Monday”.", []));
                case "in" or "over" or "during" or "within" or "on" or "for" or "from" or "after":
                    if (At(reading, at + 1, Toward.Past) is { } preceded)
                    {
                        return preceded.Between(at, preceded.End);
                    }

                    break;
                case { } word when word is "this" or "last" or "past" || TimeWords.At(reading, at).Kind == TimeKind.Relative || Stretch.At(reading, at) is not null:
                    if (At(reading, at, Toward.Past) is { } bare)
                    {
                        return bare;
                    }

                    break;
            }
        }

        return null;
    }

    /// <summary>Whether this word, which could be a reference by its looks, is a day: "due by 30.6".</summary>
    public static bool IsDay(Reading reading, int at)
    {
        if (reading.At(at) is not { } word || !DaysInFigures.IsDotted(word) || DaysInFigures.At(reading, at, reading.Today, past: false) is not { Problem: null })
        {
            return false;
        }

        var before = reading.At(at - 1) is "the" ? at - 2 : at - 1;
        return reading.At(before) switch
        {
            "due" or "by" or "until" or "till" or "since" or "before" => true,
            "on" => reading.At(before - 1) == "due",
            "to" => Array.FindIndex(reading.Words, 0, at, other => DaysInFigures.IsDotted(other.Plain)) >= 0 || reading.At(before - 1) is "moved" or "slipped" or "it" or "that" or "date",
            "and" => reading.At(before - 2) == "between" || (IsDay(reading, before - 1) && reading.At(before - 2) == "between"),
            _ => TimeWords.At(reading, before).Kind == TimeKind.Weekday,
        };
    }

    private SaidDay? Read(int at)
    {
        var start = at;
        if (reading.At(at) == "the")
        {
            at++;
        }

        if (reading.At(at) is not { Length: > 0 } word)
        {
            return null;
        }

        var time = TimeWords.At(reading, at);
        var said = time.Kind switch
        {
            TimeKind.Relative => Relative(at, time.Value),
            TimeKind.Weekday => OnWeekday(at, (DayOfWeek)time.Value),
            TimeKind.Month => Month(at, time.Value),
            TimeKind.Unit => Unit(at, time.Unit),
            TimeKind.Season => Season(at, time.Value),
            TimeKind.Part => Part(at, time.Part),
            _ => Otherwise(at, word),
        };
        return said?.Between(start, said.End);
    }

    private SaidDay? Otherwise(int at, string word) =>
        DaysInFigures.At(reading, at, today, past)
        ?? DayOfMonth(at)
        ?? Counted(at)
        ?? Quarter(at)
        ?? Year(at)
        ?? (TimeWords.Which(reading, at) switch
        {
            "this" or "current" => ThisOne(at),
            "next" or "coming" or "following" or "upcoming" => NextOne(at),
            "last" or "past" or "previous" => LastOne(at),
            "in" or "within" => InSoLong(at),
            "financial" when TimeWords.UnitOf(reading.At(at + 1)) == TimeUnit.Year => FinancialYear(at, 0, 2),
            "half" when reading.At(at + 1) is "term" or "terms" => Unknown(at, 2),
            "new" when TimeWords.UnitOf(reading.At(at + 1)) == TimeUnit.Year => Unknown(at, 2),
            "midweek" => One(at, 1, Monday(today).AddDays(2)),
            "close" => Part(at, SpanPart.End),
            "w" or "wc" or "commencing" or "ending" or "we" => WeekFrom(at),
            _ when Feasts.Contains(word) => Unknown(at, 1),
            _ => null,
        });

    // "today", "cop Friday"
    private SaidDay? Relative(int at, int days)
    {
        if (days == 0 && reading.At(at) is "eod" or "cop" && TimeWords.At(reading, at + 1).Kind is TimeKind.Weekday or TimeKind.Relative)
        {
            return Read(at + 1) is { } on ? on.Between(at, on.End) : null;
        }

        var day = today.AddDays(days);
        return One(at, 1, day, days switch { 0 => "today", 1 => "tomorrow", _ => "yesterday" });
    }

    // "Friday", "Friday 30 June", "Friday week", "Friday of next week"
    private SaidDay? OnWeekday(int at, DayOfWeek weekday)
    {
        var after = at + 1;
        var next = reading.At(after) == "the" ? after + 1 : after;
        if ((DaysInFigures.At(reading, next, today, past) ?? DayOfMonth(next) ?? (TimeWords.At(reading, next) is { Kind: TimeKind.Month } month && TimeWords.DayOfMonth(reading.At(next + 1)) is not null ? Month(next, month.Value) : null)) is { IsOneDay: true } dated)
        {
            return dated.Problem is not null ? dated.Between(at, dated.End) : Agreed(dated.Between(at, dated.End), weekday);
        }

        if (reading.At(after) is "week" or "fortnight" && TimeWords.At(reading, after - 2).Kind != TimeKind.Unit)
        {
            return One(at, 2, NextWeekday(weekday).AddDays(reading.At(after) == "week" ? 7 : 14));
        }

        var of = reading.At(after) is "of" or "in" ? after + 1 : after;
        if (reading.At(of) is "this" or "next" or "last" && TimeWords.At(reading, of + 1) is { Kind: TimeKind.Unit, Unit: TimeUnit.Week })
        {
            var weeks = reading.At(of) switch { "this" => 0, "next" => 1, _ => -1 };
            return One(at, of + 2 - at, InWeek(Monday(today).AddDays(7 * weeks), weekday));
        }

        return One(at, 1, past ? LastWeekday(weekday) : NextWeekday(weekday));
    }

    // "May", "May 2018", "May 17th", "May '18", "March/April"
    private SaidDay? Month(int at, int month)
    {
        var after = at + 1;
        if (reading.At(after) is { } next)
        {
            if (Dates.Year(next) is { } year)
            {
                return OfMonth(at, 2, year, month);
            }

            if (next == "end")
            {
                return Ending(at, 2, YearOf(month), month);
            }

            var joined = Glue.Between(reading, at);
            if (joined is '/' or '-' && TimeWords.Of(next) is { Kind: TimeKind.Month } second && Month(after, second.Value) is { Problem: null, IsOneDay: false } last)
            {
                var first = new DateOnly(second.Value < month ? last.First.Year - 1 : last.First.Year, month, 1);
                return new SaidDay(at, last.End - at, first, last.Last, last.Due, $"{TimeWords.MonthName(month)} to {last.Words}");
            }

            var day = reading.At(after) == "the" ? after + 1 : after;
            if (char.IsAsciiDigit(next[0]) || day > after)
            {
                return MonthAndNumber(at, month, day) ?? OfMonth(at, 1, YearOf(month), month);
            }
        }

        return OfMonth(at, 1, YearOf(month), month);
    }

    private SaidDay? MonthAndNumber(int at, int month, int day)
    {
        if (reading.At(day) is not { } typed || TimeWords.DayOfMonth(typed) is null && !IsTwoFigures(typed))
        {
            return null;
        }

        if (Glue.YearBehind(reading, day - 1) is { } said && Glue.Apostrophe(reading, day))
        {
            return OfMonth(at, day + 1 - at, said, month);
        }

        if (TimeWords.DayOfMonth(typed) is not { } number)
        {
            return Glue.YearBehind(reading, day - 1) is { } twoFigures ? OfMonth(at, day + 1 - at, twoFigures, month) : null;
        }

        if (reading.At(day + 1) is { } fourth && Dates.Year(fourth) is { } year)
        {
            return DayIn(at, day + 2 - at, year, month, number);
        }

        if (Glue.Apostrophe(reading, day + 1) && Glue.YearBehind(reading, day) is { } shortened)
        {
            return DayIn(at, day + 2 - at, shortened, month, number);
        }

        if (!TimeWords.IsOrdinal(typed) && MayBeYear(number))
        {
            return number > DateTime.DaysInMonth(2000 + number, month)
                ? OfMonth(at, day + 1 - at, 2000 + number, month)
                : new SaidDay(at, day + 1 - at, default, default, default, "", new DayProblem(
                    $"“{TimeWords.MonthName(month)} {number}” can be a day or a month of a year: {number} {TimeWords.MonthName(month)}, or {TimeWords.MonthName(month)} {2000 + number}?",
                    [DayWords(month, number), $"{TimeWords.MonthName(month)} {2000 + number}"], IsEither: true));
        }

        return DayWithoutYear(at, day + 1 - at, month, number);
    }

    // "30 June", "30th of June 2017", "the 30th", "1st of next month", "last day of June"
    private SaidDay? DayOfMonth(int at)
    {
        if (reading.At(at) is not { } typed)
        {
            return null;
        }

        if (typed is "last" or "first" && reading.At(at + 1) == "day")
        {
            var named = reading.At(at + 2) == "of" ? Read(at + 3) : null;
            return named is not { Problem: null, IsOneDay: false } ? null : One(at, named.End - at, typed == "last" ? named.Last : named.First);
        }

        if (GluedToMonth(typed) is var (gluedDay, gluedMonth) && gluedMonth > 0)
        {
            return WithYear(at, at, gluedMonth, gluedDay);
        }

        if (TimeWords.DayOfMonth(typed) is not { } day)
        {
            return null;
        }

        var monthAt = reading.At(at + 1) is "of" or "in" ? at + 2 : at + 1;
        monthAt += monthAt > at + 1 && reading.At(monthAt) == "the" ? 1 : 0;
        if (TimeWords.At(reading, monthAt) is { Kind: TimeKind.Month } month)
        {
            return WithYear(at, monthAt, month.Value, day);
        }

        if (reading.At(monthAt) is "this" or "next" or "last" && TimeWords.At(reading, monthAt + 1) is { Kind: TimeKind.Unit, Unit: TimeUnit.Month })
        {
            var named = Dates.StartOfMonth(today).AddMonths(reading.At(monthAt) switch { "this" => 0, "next" => 1, _ => -1 });
            return DayIn(at, monthAt + 2 - at, named.Year, named.Month, day);
        }

        return TimeWords.IsOrdinal(typed) && char.IsAsciiDigit(typed[0]) && IsDayAlone(at) ? OfThisMonth(at, day) : null;
    }

    private SaidDay WithYear(int at, int monthAt, int month, int day)
    {
        var yearAt = monthAt + 1;
        if (Glue.YearBehind(reading, monthAt) is { } year)
        {
            return DayIn(at, yearAt + 1 - at, year, month, day);
        }

        if (reading.At(yearAt) is "this" or "next" or "last" && TimeWords.At(reading, yearAt + 1) is { Kind: TimeKind.Unit, Unit: TimeUnit.Year })
        {
            return DayIn(at, yearAt + 2 - at, today.Year + (reading.At(yearAt) switch { "this" => 0, "next" => 1, _ => -1 }), month, day);
        }

        return DayWithoutYear(at, yearAt - at, month, day);
    }

    // "The 30th", but not "4th manager" or "2nd quarter".
    private bool IsDayAlone(int at) => reading.At(at + 1) is not { } next
        || (TimeWords.Of(next).Kind == TimeKind.None && (reading.At(at - 1) is "the" || next is "because" or "as" || LittleWords.All.Contains(next)));

    // "the 30th": of this month, or of the next where it has gone by.
    private SaidDay OfThisMonth(int at, int day)
    {
        var month = Dates.StartOfMonth(today).AddMonths(past ? (day > today.Day ? -1 : 0) : day < today.Day ? 1 : 0);
        var said = DayIn(at, 1, month.Year, month.Month, day);
        return said.Problem is null || day > 31 ? said : said with { Problem = said.Problem with { Instead = [.. said.Problem.Instead, Dates.InWords(new DateOnly(month.AddMonths(1).Year, month.AddMonths(1).Month, Math.Min(day, DateTime.DaysInMonth(month.AddMonths(1).Year, month.AddMonths(1).Month))))] } };
    }

    // "2 weeks ago", "in 2 weeks", "a week on Monday", "a fortnight today"
    private SaidDay? Counted(int at)
    {
        if (Stretch.At(reading, at) is not { } stretch)
        {
            return null;
        }

        var after = at + stretch.Length;
        var word = reading.At(after);
        if (word is "ago" or "back")
        {
            return One(at, stretch.Length + 1, stretch.Before(today));
        }

        if (word is "time" or "hence" || (word is "from" or "after" && reading.At(after + 1) is "now" or "today"))
        {
            return One(at, stretch.Length + (word is "from" or "after" ? 2 : 1), stretch.After(today));
        }

        if (stretch is { Number: 1, Unit: TimeUnit.Day } && word is "after" or "before")
        {
            return null;
        }

        var from = word is "on" or "from" or "after" ? after + 1 : after;
        var named = TimeWords.At(reading, reading.At(from) == "the" ? from + 1 : from);
        var counts = named.Kind is TimeKind.Weekday || named is { Kind: TimeKind.Relative, Value: >= 0 } || (from > after && TimeWords.DayOfMonth(reading.At(from)) is not null);
        return counts && Read(from) is { Problem: null, IsOneDay: true } day ? One(at, day.End - at, stretch.After(day.First)) : null;
    }

    // "in 2 weeks", "within a month", "in a week's time"
    private SaidDay? InSoLong(int at)
    {
        var counted = reading.At(at + 1) is "the" ? at + 2 : at + 1;
        counted += reading.At(counted) is "next" or "about" ? 1 : 0;
        return !past && Stretch.At(reading, counted) is { } stretch
            ? One(at, counted + stretch.Length + (reading.At(counted + stretch.Length) == "time" ? 1 : 0) - at, stretch.After(today))
            : null;
    }

    // "month end", "week commencing 5 June", "day after tomorrow"
    private SaidDay? Unit(int at, TimeUnit unit)
    {
        var next = reading.At(at + 1);
        switch (unit)
        {
            case TimeUnit.Day when next is "after" or "before" && TimeWords.At(reading, at + 2).Kind is TimeKind.Relative or TimeKind.Weekday:
                return Read(at + 2) is { Problem: null, IsOneDay: true } day ? One(at, day.End - at, day.First.AddDays(next == "after" ? 1 : -1)) : null;
            case TimeUnit.Week when next is "commencing" or "beginning" or "starting" or "of" or "ending":
                return WeekFrom(at);
            case TimeUnit.Week or TimeUnit.Month or TimeUnit.Quarter when next is "end":
                return Span(at, 2, unit, 0) is var span ? One(at, 2, span.Last) : null;
            case TimeUnit.Year when next is "end":
                return YearEnd(at, 2);
            case TimeUnit.Quarter:
                return Quarter(at);
            default:
                return null;
        }
    }

    private SaidDay? WeekFrom(int at)
    {
        var isEnding = reading.At(at) == "ending" || reading.At(at + 1) is "ending" or "e" || reading.At(at) == "we";
        var after = reading.At(at) is "week" or "w" ? at + 2 : at + 1;
        after += reading.At(after) is "on" or "the" ? 1 : 0;
        if (reading.At(at) is "w" && !(reading.At(at + 1) is "c" or "e" && Glue.Between(reading, at) == '/'))
        {
            return null;
        }

        if (Read(after) is not { IsOneDay: true } day)
        {
            return null;
        }

        var (first, last) = isEnding ? (day.First.AddDays(-6), day.First) : (Monday(day.First), Monday(day.First).AddDays(6));
        return day.Problem is not null ? day.Between(at, day.End) : new SaidDay(at, day.End - at, first, last, last, isEnding ? $"the week ending {Dates.InWords(last)}" : $"the week of {Dates.InWords(first)}");
    }

    // "end of next month", "mid May", "early 2018"
    private SaidDay? Part(int at, SpanPart part)
    {
        var inner = at + 1;
        inner += reading.At(inner) is "of" or "in" ? 1 : 0;
        inner += reading.At(inner) == "the" ? 1 : 0;
        if (part == SpanPart.End && reading.At(inner) is "play" or "business")
        {
            inner += 1 + (reading.At(inner + 1) == "on" ? 1 : 0);
            return Read(inner) is { IsOneDay: true } on ? on.Between(at, on.End) : Relative(at, 0)?.Between(at, inner);
        }

        if (reading.At(inner) is not { } word)
        {
            return null;
        }

        if (TimeWords.Of(word) is { Kind: TimeKind.Unit } bare && (bare.Unit != TimeUnit.Quarter || Quarter(inner) is null) && !(bare.Unit == TimeUnit.Week && reading.At(inner + 1) is "commencing" or "beginning"))
        {
            return bare.Unit switch
            {
                TimeUnit.Day => One(at, inner + 1 - at, today),
                TimeUnit.Fortnight => null,
                _ => Placed(Span(at, inner + 1 - at, bare.Unit, 0), part),
            };
        }

        return Read(inner) is not { } span ? null : span.Problem is { Instead.Count: 0 } ? Unknown(at, span.End - at) : Placed(span.Between(at, span.End), part);
    }

    private static SaidDay Placed(SaidDay span, SpanPart part)
    {
        if (span.Problem is not null || span.IsOneDay)
        {
            return span;
        }

        var (first, last) = (span.First, span.Last);
        var days = last.DayNumber - first.DayNumber + 1;
        var (from, to) = (part, days) switch
        {
            (SpanPart.Start, < 300) => (first, first),
            (SpanPart.End, _) => (last, last),
            (SpanPart.Early, <= 7) => (first, first.AddDays(1)),
            (SpanPart.Early, <= 31) => (first, first.AddDays(9)),
            (SpanPart.Early, < 300) => (first, Dates.LastOf(first.Year, first.Month)),
            (SpanPart.Early or SpanPart.Start, _) => (first, first.AddMonths(3).AddDays(-1)),
            (SpanPart.Mid, <= 7) => (first.AddDays(2), first.AddDays(2)),
            (SpanPart.Mid, <= 31) => (first.AddDays(10), first.AddDays(19)),
            (SpanPart.Mid, < 300) => (first.AddMonths(1), first.AddMonths(2).AddDays(-1)),
            (SpanPart.Mid, _) => (first.AddMonths(3), first.AddMonths(9).AddDays(-1)),
            (_, <= 31) => (first.AddDays(Math.Max(0, Math.Min(20, days - 3))), last),
            (_, < 300) => (first.AddMonths(2), last),
            _ => (first.AddMonths(9), last),
        };

        // The plans' own reading of such words, which the store keeps.
        var due = (part, days) switch
        {
            (SpanPart.Mid, > 7 and <= 31) => first.AddDays(14),
            (SpanPart.Mid, > 31 and < 300) => first.AddMonths(1).AddDays(14),
            (SpanPart.Mid, >= 300) => first.AddMonths(6).AddDays(-1),
            _ => to,
        };
        return span with { First = from, Last = to, Due = due, Words = from == to ? Dates.InWords(from) : $"{part.ToString().ToLowerInvariant()} {span.Words}" };
    }

    private SaidDay? ThisOne(int at)
    {
        if (reading.At(at + 1) is "coming" or "next" or "past" or "last")
        {
            return (reading.At(at + 1) is "past" or "last" ? LastOne(at + 1) : NextOne(at + 1)) is { } one ? one.Between(at, one.End) : null;
        }

        var time = TimeWords.At(reading, at + 1);
        return time.Kind switch
        {
            TimeKind.Unit when time.Unit == TimeUnit.Day => null,
            TimeKind.Unit when time.Unit == TimeUnit.Fortnight => Ahead(at, new Stretch(1, TimeUnit.Fortnight, 1), 2),
            TimeKind.Unit => Span(at, 2, time.Unit, 0),
            TimeKind.Weekday => One(at, 2, ThisWeekday((DayOfWeek)time.Value)),
            TimeKind.Month => OfMonth(at, 2, today.Year, time.Value),
            TimeKind.Season => Season(at + 1, time.Value) is { } season ? season.Between(at, season.End) : null,
            _ => OfFinancialYear(at, 0) ?? Event(at),
        };
    }

    private SaidDay? NextOne(int at)
    {
        if (Stretch.At(reading, at + 1) is { } stretch)
        {
            return Ahead(at, stretch, 1 + stretch.Length);
        }

        var time = TimeWords.At(reading, at + 1);
        var isRolling = reading.At(at) is "coming" or "upcoming" || (reading.At(at - 1) == "the" && reading.At(at - 2) is { } before && Rolling.Contains(before));
        return time.Kind switch
        {
            TimeKind.Unit when time.Unit == TimeUnit.Day || (isRolling && reading.At(at + 1)![^1] == 's') => null,
            TimeKind.Unit when time.Unit == TimeUnit.Fortnight || (isRolling && time.Unit != TimeUnit.Quarter) => Ahead(at, new Stretch(1, time.Unit, 1), 2),
            TimeKind.Unit => Span(at, 2, time.Unit, 1),
            TimeKind.Weekday => One(at, 2, reading.At(at) == "next" ? InWeek(Monday(today).AddDays(7), (DayOfWeek)time.Value) : NextWeekday((DayOfWeek)time.Value)),
            TimeKind.Month => OfMonth(at, 2, time.Value > today.Month ? today.Year : today.Year + 1, time.Value),
            TimeKind.Season => Season(at + 1, time.Value) is { } season ? season.Between(at, season.End) : null,
            _ => OfFinancialYear(at, 1) ?? Event(at),
        };
    }

    private SaidDay? LastOne(int at)
    {
        if (Stretch.At(reading, at + 1) is { } stretch)
        {
            return Behind(at, stretch, 1 + stretch.Length);
        }

        var time = TimeWords.At(reading, at + 1);
        var isRolling = reading.At(at) == "past" || (reading.At(at - 1) == "the" && reading.At(at - 2) is { } before && Rolling.Contains(before));
        return time.Kind switch
        {
            TimeKind.Unit when time.Unit == TimeUnit.Day || (isRolling && reading.At(at + 1)![^1] == 's') => null,
            TimeKind.Unit when time.Unit == TimeUnit.Fortnight || (isRolling && time.Unit != TimeUnit.Quarter) => Behind(at, new Stretch(1, time.Unit, 1), 2),
            TimeKind.Unit => Span(at, 2, time.Unit, -1),
            TimeKind.Weekday => One(at, 2, LastWeekday((DayOfWeek)time.Value)),
            TimeKind.Month => OfMonth(at, 2, time.Value < today.Month ? today.Year : today.Year - 1, time.Value),
            TimeKind.Season => Season(at + 1, time.Value) is { } season ? season.Between(at, season.End) : null,
            _ => OfFinancialYear(at, -1) ?? Event(at),
        };
    }

    private SaidDay Ahead(int at, Stretch stretch, int length) =>
        new(at, length, today, stretch.After(today), stretch.After(today), $"the next {stretch.WordsAfterThe}");

    private SaidDay Behind(int at, Stretch stretch, int length) =>
        new(at, length, stretch.Before(today), today, today, $"the last {stretch.WordsAfterThe}");

    private SaidDay? OfFinancialYear(int at, int years) =>
        reading.At(at + 1) == "financial" && TimeWords.UnitOf(reading.At(at + 2)) == TimeUnit.Year ? FinancialYear(at, years, 3)
        : reading.At(at + 1) == "fy" ? FinancialYear(at, years, 2)
        : null;

    // "the next board" is on a day that only people know.
    private SaidDay? Event(int at)
    {
        var word = reading.At(at + 1);
        return word == "half" && reading.At(at + 2) == "term" ? Unknown(at, 3)
            : word is not null && (Feasts.Contains(word) || Gatherings.Contains(word)) ? Unknown(at, reading.At(at + 2) is { } more && Gatherings.Contains(more) ? 3 : 2)
            : null;
    }

    private SaidDay Span(int at, int length, TimeUnit unit, int moved)
    {
        var (first, last) = unit switch
        {
            TimeUnit.Week => (Monday(today).AddDays(7 * moved), Monday(today).AddDays((7 * moved) + 6)),
            TimeUnit.Month => (Dates.StartOfMonth(today).AddMonths(moved), Dates.StartOfMonth(today).AddMonths(moved + 1).AddDays(-1)),
            TimeUnit.Quarter => (Dates.StartOfQuarter(today).AddMonths(3 * moved), Dates.StartOfQuarter(today).AddMonths(3 * (moved + 1)).AddDays(-1)),
            _ => (new DateOnly(today.Year + moved, 1, 1), new DateOnly(today.Year + moved, 12, 31)),
        };
        var which = moved switch { 0 => "this", 1 => "next", _ => "last" };
        return new SaidDay(at, length, first, last, last, $"{which} {unit.ToString().ToLowerInvariant()}");
    }

    // "Q3", "Q3 2013/14", "second quarter of this year", "quarter 2"
    private SaidDay? Quarter(int at)
    {
        int quarter;
        var after = at + 1;
        if (reading.At(at) is ['q', >= '1' and <= '4'] q)
        {
            quarter = q[1] - '0';
        }
        else if (TimeWords.At(reading, at) is { Kind: TimeKind.Unit, Unit: TimeUnit.Quarter } && TimeWords.NumberOf(reading.At(after)) is <= 4 and >= 1 and var number && reading.At(after) is not ("a" or "an"))
        {
            (quarter, after) = (number, after + 1);
        }
        else if (TimeWords.DayOfMonth(reading.At(at)) is <= 4 and var ordinal && TimeWords.IsOrdinal(reading.At(at)!) && TimeWords.At(reading, after) is { Kind: TimeKind.Unit, Unit: TimeUnit.Quarter })
        {
            (quarter, after) = (ordinal, after + 1);
        }
        else
        {
            return null;
        }

        var yearAt = reading.At(after) is "of" or "in" ? after + 1 : after;
        if (DaysInFigures.FinancialYear(reading, yearAt) is var (financial, length) && length > 0)
        {
            return OfQuarter(at, yearAt + length - at, quarter, financial);
        }

        if (Dates.Year(reading.At(yearAt)) is { } year)
        {
            return quarter < 4 ? OfQuarter(at, yearAt + 1 - at, quarter, year) : new SaidDay(at, yearAt + 1 - at, default, default, default, "", new DayProblem(
                $"“Q4 {year}” can end in March {year} or in March {year + 1}: which is meant?", [$"Q4 {year - 1}/{year % 100:00}", $"Q4 {year}/{(year + 1) % 100:00}"], IsEither: true));
        }

        if (reading.At(yearAt) is "this" or "next" or "last")
        {
            var moved = reading.At(yearAt) switch { "this" => 0, "next" => 1, _ => -1 };
            var named = OfFinancialYear(yearAt, moved) ?? (TimeWords.UnitOf(reading.At(yearAt + 1)) == TimeUnit.Year ? FinancialYear(yearAt, moved, 2) : null);
            if (named is not null)
            {
                return OfQuarter(at, named.End - at, quarter, named.First.Year);
            }
        }

        var first = QuarterStart(quarter, FinancialYearOf(today));
        return OfQuarter(at, after - at, quarter, FinancialYearOf(today) + (past ? (first > today ? -1 : 0) : first.AddMonths(3) <= today ? 1 : 0));
    }

    private SaidDay OfQuarter(int at, int length, int quarter, int year)
    {
        var first = QuarterStart(quarter, year);
        var last = first.AddMonths(3).AddDays(-1);
        return new SaidDay(at, length, first, last, last, $"Q{quarter} {year}/{(year + 1) % 100:00}");
    }

    private static DateOnly QuarterStart(int quarter, int year) => new DateOnly(year, 4, 1).AddMonths(3 * (quarter - 1));

    private static int FinancialYearOf(DateOnly day) => day.Month < 4 ? day.Year - 1 : day.Year;

    private SaidDay FinancialYear(int at, int moved, int length) => OfFinancialYear(at, length, FinancialYearOf(today) + moved);

    private static SaidDay OfFinancialYear(int at, int length, int year)
    {
        var last = new DateOnly(year + 1, 3, 31);
        return new SaidDay(at, length, new DateOnly(year, 4, 1), last, last, $"{year}/{(year + 1) % 100:00}");
    }

    // "2018", "2017/18", "FY 2017/18", "year 2018"
    private SaidDay? Year(int at)
    {
        var figures = reading.At(at) is "fy" ? at + 1 : at;
        if (DaysInFigures.FinancialYear(reading, figures) is var (financial, length) && length > 0 && (figures > at || reading.At(at)!.Length == 4))
        {
            return OfFinancialYear(at, figures + length - at, financial);
        }

        if (reading.At(at) is "fy")
        {
            return FinancialYear(at, 0, 1);
        }

        if (Dates.Year(reading.At(at)) is not { } year)
        {
            return null;
        }

        var last = new DateOnly(year, 12, 31);
        return new SaidDay(at, 1, new DateOnly(year, 1, 1), last, last, $"{year}");
    }

    private SaidDay YearEnd(int at, int length) => new(at, length, default, default, default, "", new DayProblem(
        "Which year end is meant: the financial year’s or the calendar year’s?",
        [Dates.InWords(new DateOnly(FinancialYearOf(today) + 1, 3, 31)), Dates.InWords(new DateOnly(today.Year, 12, 31))], IsEither: true));

    // The seasons close as the plans' own do; without a year nobody can tell what is meant.
    private SaidDay Season(int at, int lastMonth)
    {
        var name = reading.At(at)!;
        if (reading.At(at + 1) is { } school && SchoolWords.Contains(school))
        {
            return Unknown(at, 2);
        }

        var yearAt = reading.At(at + 1) == "of" ? at + 2 : at + 1;
        var closes = lastMonth == 2 ? 1 : 0;
        if ((Dates.Year(reading.At(yearAt)) ?? (yearAt == at + 1 ? Glue.YearBehind(reading, at) : null)) is { } year)
        {
            var last = Dates.LastOf(year + closes, lastMonth);
            return new SaidDay(at, yearAt + 1 - at, new DateOnly(last.Year, lastMonth, 1).AddMonths(-2), last, last, $"{name} {year}");
        }

        var ends = Dates.LastOf(today.Year, lastMonth);
        ends = past == ends <= today ? ends : Dates.LastOf(today.Year + (past ? -1 : 1), lastMonth);
        return Unknown(at, 1, Dates.InWords(ends));
    }

    private SaidDay Unknown(int at, int length, params string[] instead) => new(at, length, default, default, default, "", new DayProblem(
        $"“{reading.Typed(at, length)}” is no date that I can be sure of: please give the day, for example “{Dates.InWords(Dates.LastOf(today.Year, today.Month))}”.", instead));

    private SaidDay OfMonth(int at, int length, int year, int month)
    {
        var last = Dates.LastOf(year, month);
        return new SaidDay(at, length, new DateOnly(year, month, 1), last, last, $"{TimeWords.MonthName(month)} {year}");
    }

    private SaidDay Ending(int at, int length, int year, int month) => One(at, length, Dates.LastOf(year, month));

    private static SaidDay One(int at, int length, DateOnly day, string? words = null) => new(at, length, day, day, day, words ?? Dates.InWords(day));

    private int YearOf(int month) => past ? (month <= today.Month ? today.Year : today.Year - 1) : month < today.Month ? today.Year + 1 : today.Year;

    private SaidDay DayWithoutYear(int at, int length, int month, int day) => DaysInFigures.WithoutYear(at, length, month, day, today, past);

    private static SaidDay DayIn(int at, int length, int year, int month, int day) => DaysInFigures.In(at, length, year, month, day);

    private static string DayWords(int month, int day) => $"{day} {TimeWords.MonthName(month)}";

    private bool MayBeYear(int number) => number >= 10 && 2000 + number >= today.Year - YearsBack && 2000 + number <= today.Year + YearsOn;

    private static bool IsTwoFigures(string word) => word is [>= '0' and <= '9', >= '0' and <= '9'];

    // "30june", "1st" is none
    private static (int Day, int Month) GluedToMonth(string word)
    {
        var figures = word.Length - word.AsSpan().TrimStart("0123456789").Length;
        return figures is 1 or 2 && figures < word.Length - 2 && TimeWords.Of(word[figures..]) is { Kind: TimeKind.Month } month && int.Parse(word.AsSpan(0, figures), System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 31 and var day
            ? (day, month.Value)
            : (0, 0);
    }

    // A weekday that the date does not fall on: one of the two is wrong, and nobody here knows which.
    private static SaidDay Agreed(SaidDay said, DayOfWeek weekday)
    {
        var day = said.First;
        if (day.DayOfWeek == weekday)
        {
            return said;
        }

        var near = Monday(day).AddDays(((int)weekday + 6) % 7);
        return said with
        {
            Problem = new DayProblem(
                $"{Dates.InWords(day)} is a {TimeWords.WeekdayName(day.DayOfWeek)}, not a {TimeWords.WeekdayName(weekday)}: which day is meant?",
                [Dates.InWords(day), Dates.InWords(near)],
                IsEither: true),
        };
    }

    private static DateOnly Monday(DateOnly day) => Dates.StartOfWeek(day);

    private static DateOnly InWeek(DateOnly monday, DayOfWeek weekday) => monday.AddDays(((int)weekday + 6) % 7);

    // Who means today says so.
    private DateOnly NextWeekday(DayOfWeek weekday) => today.AddDays((((int)weekday - (int)today.DayOfWeek + 6) % 7) + 1);

    private DateOnly LastWeekday(DayOfWeek weekday) => today.AddDays(-((((int)today.DayOfWeek - (int)weekday + 6) % 7) + 1));

    private DateOnly ThisWeekday(DayOfWeek weekday) => InWeek(Monday(today), weekday);
}
