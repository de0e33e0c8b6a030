using System.Globalization;

namespace TeamsPlanBot.UnderstandingBench;

/// <summary>A fixed piece of work that has nothing to do with the bot. What it takes says how fast this computer is just now.</summary>
internal static class Yardstick
{
    private const int Times = 300_000;

    private static readonly string[] Texts = [.. Enumerable.Range(0, 1_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"yardstick {i * 7919} of {i}"))];

    private static readonly Dictionary<string, int> Places = Texts.Select((text, at) => (text, at)).ToDictionary(text => text.text, text => text.at, StringComparer.Ordinal);

    /// <summary>Microseconds of processor time for one piece: cutting, changing case, and looking up.</summary>
    public static double Microseconds()
    {
        Work(Times / 10);
        var start = Environment.CpuUsage.TotalTime;
        Work(Times);
        return (Environment.CpuUsage.TotalTime - start).TotalMicroseconds / Times;
    }

    private static int Work(int times)
    {
        var found = 0;
        for (var i = 0; i < times; i++)
        {
            var text = Texts[i % Texts.Length];
            foreach (var part in text.Split(' '))
            {
                found += Places.GetValueOrDefault(part.ToUpperInvariant(), 1);
            }

            found += Places[text];
        }

        return found;
    }
}
