using Microsoft.Extensions.Logging;
using TeamsPlanBot.FakeTeams;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Teams.Tests;

public sealed class RefusalsTests
{
    private readonly HandDrivenTime time = new(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero));
    private readonly LogBook log = new();
    private readonly Refusals refusals;

    public RefusalsTests() => refusals = new Refusals(time, new LoggerFactory([log]).CreateLogger<Refusals>());

    [Fact]
    public void The_first_of_a_reason_are_told_one_by_one_and_the_others_together()
    {
        Refuse(1_244, "it rains");
        Refuse(3, "it snows");
        Assert.Equal(10, Lines("Caller refused: it rains."));
        Assert.Equal(3, Lines("Caller refused: it snows."));

        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, Lines("… and 1,234 more callers refused: it rains."));
        Assert.Equal(14, log.Lines.Count);
    }

    [Fact]
    public void A_flood_is_told_every_ten_seconds_and_when_it_is_over_the_next_are_told_one_by_one_again()
    {
        for (var second = 0; second < 60; second++)
        {
            Refuse(100, "it rains");
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(log.Lines.Count, 16, 17);
        time.Advance(TimeSpan.FromMinutes(1));
        var before = log.Lines.Count;
        Refuse(1, "it rains");
        Assert.Equal(before + 1, log.Lines.Count);
        Assert.Equal("Caller refused: it rains.", log.Lines.Last().Line.Trim());
    }

    [Fact]
    public void A_few_now_and_then_are_all_told()
    {
        for (var i = 0; i < 100; i++)
        {
            Refuse(5, "it rains");
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(500, Lines("Caller refused: it rains."));
    }

    private void Refuse(int times, string reason)
    {
        for (var i = 0; i < times; i++)
        {
            refusals.Caller(reason);
        }
    }

    private int Lines(string line) => log.Lines.Count(logged => logged.Line.Trim() == line);
}
