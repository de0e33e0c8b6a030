using System.Globalization;

namespace TeamsPlanBot.Load;

/// <summary>The figures of both sides, one beside the other.</summary>
internal static class Table
{
    public static void Print(Figures bot, Figures bare)
    {
        Console.WriteLine();
        Console.WriteLine($"{"",-28}{"bot",10}{"bare",10}{"bot/bare",10}");
        Row("turns a second", figures => figures.TurnsASecond, "N0");
        Row("wait for a reply, p50, ms", figures => figures.P50, "N2");
        Row("wait for a reply, p95, ms", figures => figures.P95, "N2");
        Row("wait for a reply, p99, ms", figures => figures.P99, "N2");
        Row("processor time a turn, ms", figures => figures.ProcessorMilliseconds, "N3");
        Row("peak memory, MB", figures => figures.PeakMegabytes, "N0");

        void Row(string name, Func<Figures, double> figure, string format)
        {
            var (ofBot, ofBare) = (figure(bot), figure(bare));
            Console.WriteLine($"{name,-28}{ofBot.ToString(format, CultureInfo.CurrentCulture),10}{ofBare.ToString(format, CultureInfo.CurrentCulture),10}{ofBot / ofBare,10:G3}");
        }
    }
}
