using TeamsPlanBot.Data.Calendar;

namespace TeamsPlanBot.Data.Tests.Calendar;

public sealed class BankHolidaysTests
{
    // Days that a proclamation added, moved away or moved to; everything else follows from the law.
    private static readonly DateOnly[] Added =
    [
        new(2012, 6, 4), new(2012, 6, 5), new(2020, 5, 8), new(2022, 6, 2), new(2022, 6, 3), new(2022, 9, 19), new(2023, 5, 8),
    ];

    private static readonly DateOnly[] MovedAway = [new(2012, 5, 28), new(2020, 5, 4), new(2022, 5, 30)];

    [Fact]
    public void The_table_holds_just_the_days_of_the_law_and_the_proclaimed_ones()
    {
        var days = Enumerable.Range(BankHolidays.FirstYear, BankHolidays.LastYear - BankHolidays.FirstYear + 1)
            .SelectMany(OfTheLaw)
            .Except(MovedAway)
            .Concat(Added)
            .Order();

        Assert.Equal(days, BankHolidays.All.Select(holiday => holiday.On));
    }

    [Theory]
    [InlineData(2012, 9)]
    [InlineData(2017, 8)]
    [InlineData(2020, 8)]
    [InlineData(2022, 10)]
    [InlineData(2023, 9)]
    [InlineData(2028, 8)]
    public void A_year_has_eight_but_for_the_jubilees_the_funeral_and_the_coronation(int year, int count) =>
        Assert.Equal(count, BankHolidays.All.Count(holiday => holiday.On.Year == year));

    [Theory]
    [InlineData("2012-06-05", "Queen's Diamond Jubilee")]
    [InlineData("2020-05-08", "Early May bank holiday (moved for VE Day)")]
    [InlineData("2021-12-27", "Christmas Day (substitute)")]
    [InlineData("2021-12-28", "Boxing Day (substitute)")]
    [InlineData("2022-09-19", "State Funeral of Queen Elizabeth II")]
    [InlineData("2023-05-08", "Coronation of King Charles III")]
    [InlineData("2016-12-27", "Christmas Day (substitute)")]
    [InlineData("2017-01-02", "New Year's Day (substitute)")]
    public void A_day_says_why_nobody_works(string day, string name) => Assert.Equal(name, BankHolidays.On(DateOnly.ParseExact(day, "yyyy-MM-dd"))?.Name);

    [Theory]
    [InlineData(2012, "2012-04-08")]
    [InlineData(2016, "2016-03-27")]
    [InlineData(2017, "2017-04-16")]
    [InlineData(2019, "2019-04-21")]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2028, "2028-04-16")]
    public void Easter_as_the_tests_compute_it_is_Easter(int year, string day) => Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd"), EasterSunday(year));

    private static IEnumerable<DateOnly> OfTheLaw(int year)
    {
        var (newYear, christmas) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 25));
        return
        [
            OnWeekday(newYear),
            EasterSunday(year).AddDays(-2),
            EasterSunday(year).AddDays(1),
            MondayFrom(new(year, 5, 1)),
            MondayFrom(new(year, 5, 25)),
            MondayFrom(new(year, 8, 25)),
            // Whatever falls on a weekend moves behind the other: the two of them take the next two weekdays.
            OnWeekday(christmas),
            OnWeekday(OnWeekday(christmas).AddDays(1)),
        ];
    }

    private static DateOnly OnWeekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    private static DateOnly MondayFrom(DateOnly day) => day.AddDays((8 - (int)day.DayOfWeek) % 7);

    // The anonymous Gregorian computus.
    private static DateOnly EasterSunday(int year)
    {
        var (golden, century, ofCentury) = (year % 19, year / 100, year % 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (ofCentury / 4)) - epact - (ofCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var days = epact + weekday - (7 * late) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }
}
