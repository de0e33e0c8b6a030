using System.Globalization;
using TeamsPlanBot.Data.Timescales;

namespace TeamsPlanBot.Data.Tests.Imports;

public sealed class SampleDatesTests
{
    [Theory]
    [InlineData("leicestershire-2017", 28)]
    [InlineData("somerset-2018", 28 + 11)]
    public void Dates_written_in_a_sample_are_those_its_own_words_say(string plan, int actions)
    {
        var rows = Samples.Rows(plan, "actions");

        Assert.Equal(actions, rows.Count);
        Assert.Equal(
            rows.Select(row => (row["ref"], row["due"])),
            rows.Select(row => (row["ref"], $"{Timescale.Read(row["timescale"], Day(row["base date"])).Due:yyyy-MM-dd}")));
    }

    private static DateOnly Day(string cell) => DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
