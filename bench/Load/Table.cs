using System.Globalization;

namespace TeamsPlanBot.Load;

/// <summary>The figures of both sides, one beside the other.</summary>
internal static class Table
{
    // So near to the platform's limits, the bot may already wait for them now and then.
    private const double TooNear = 0.8;

    public static void Print(Starts starts, Side bot, Side bare, Amounts amounts)
    {
        Heading($"turns, {amounts.AtATime} at a time");
        Row("a second of a core", bot.Turns.ASecondOfACore, bare.Turns.ASecondOfACore, "N0");
        Row("processor time of one, ms", 1e3 / bot.Turns.ASecondOfACore, 1e3 / bare.Turns.ASecondOfACore, "N3");
        Row("a second, shared computer", bot.Turns.ASecond, bare.Turns.ASecond, "N0");
        foreach (var percent in new[] { 50, 95, 99 })
        {
            Row($"wait for a reply, p{percent}, ms", bot.Wait(percent), bare.Wait(percent), "N2");
        }

        Row("peak memory, MB", bot.PeakMemory / 1e6, bare.PeakMemory / 1e6, "N0");

        Heading("starting");
        Row("first reply, new store, ms", starts.OnNewStore, starts.OfBare, "N0");
        Row("first reply, known store, ms", starts.OnKnownStore, starts.OfBare, "N0");
        Row("idle after it, MB", starts.IdleMemoryOfBot / 1e6, starts.IdleMemoryOfBare / 1e6, "N0");

        Heading("refusals of forged tokens");
        Row("a second of a core", bot.Refusals.ASecondOfACore, bare.Refusals.ASecondOfACore, "N0");
        Row("processor time of one, ms", 1e3 / bot.Refusals.ASecondOfACore, 1e3 / bare.Refusals.ASecondOfACore, "N3");
        Row("a second, shared computer", bot.Refusals.ASecond, bare.Refusals.ASecond, "N0");

        var ratios = bot.Turns.RoundsASecondOfACore.Zip(bare.Turns.RoundsASecondOfACore, (ofBot, ofBare) => ofBot / ofBare).ToList();
        Console.WriteLine($"\nOver {Amounts.Rounds} rounds the ratio of turns a second of a core lay between {ratios.Min():N2} and {ratios.Max():N2}.");
        if (bot.Turns.ASecond > TooNear * amounts.MostTurnsASecond)
        {
            Console.WriteLine($"Beware: the platform's limits let {amounts.MostTurnsASecond:N0} turns a second through here, and the bot may have waited for them. Measure again with more --tenants and --conversations.");
        }
    }

    private static void Heading(string of) => Console.WriteLine($"\n{of,-32}{"bot",10}{"bare",10}{"bot/bare",10}");

    private static void Row(string name, double ofBot, double ofBare, string format) => Console.WriteLine(
        $"{name,-32}{ofBot.ToString(format, CultureInfo.CurrentCulture),10}{ofBare.ToString(format, CultureInfo.CurrentCulture),10}{(ofBot / ofBare).ToString("0.00", CultureInfo.CurrentCulture),10}");
}
