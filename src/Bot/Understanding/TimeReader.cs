using System.Globalization;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>A time of the day, or why there is no such time.</summary>
internal sealed record TimeRead(TimeOnly At, string? Problem = null);

/// <summary>Reads "at 9", "9.30am", "half eight", "noon" out of a message. Without am or pm, 7 to 11 is morning and 1 to 6 afternoon.</summary>
internal static class TimeReader
{
    public const string SayATime = "Say a time for it, such as 5pm or 17:30.";

    private static readonly string[] Hours = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>When things come for which no time is said.</summary>
    public static TimeOnly Usual { get; } = new(9, 0);

    public static TimeRead? Read(Reading reading)
    {
        reading.Kind = "time";
        if (Sayings.Take(reading, "at? noon", "at? midday", "at? mid day", "at? lunchtime", "at? 12 noon"))
        {
            return new TimeRead(new TimeOnly(12, 0));
        }

        if (Sayings.Take(reading, "at? midnight"))
        {
            return new TimeRead(new TimeOnly(0, 0));
        }

        if (Sayings.Take(reading, "first thing in? the? morning?"))
        {
            return new TimeRead(Usual);
        }

        for (var at = 0; at < reading.Words.Length; at++)
        {
            if ((Spoken(reading, at) ?? Figures(reading, at)) is not var (hour, minute, isExact, length))
            {
                continue;
            }

            var first = at;
            while (reading.At(first - 1) is "at" or "by" or "around" or "about" or "from" or "for")
            {
                first--;
            }

            var half = Half(reading, at + length, out var more);
            if (half is null && reading.At(at + length) is "hrs" or "hours" or "h")
            {
                more = 1;
            }

            var typed = reading.Typed(at, length + more);
            reading.Place(first, at + length + more - first);
            return Of(hour, minute, half, isExact) is { } time ? new TimeRead(time) : new TimeRead(Usual, $"“{typed}” is no time of the day. Say one such as 9am, 13:30 or half eight.");
        }

        if (Sayings.Take(reading, "in the morning", "mornings"))
        {
            return new TimeRead(Usual);
        }

        return Sayings.Take(reading, "in the afternoon/evening", "at night", "end of the? day", "close of play", "teatime") ? new TimeRead(Usual, SayATime) : null;
    }

    private static TimeOnly? Of(int hour, int minute, bool? isAfternoon, bool isExact)
    {
        if (minute > 59 || hour > 24 || (isAfternoon is not null && (hour is 0 || (hour > 12 && isAfternoon is false))))
        {
            return null;
        }

        var meant = isAfternoon switch
        {
            true => hour is < 12 ? hour + 12 : hour > 12 ? -1 : hour,
            false => hour % 12,
            null when isExact => hour,
            null => hour is >= 1 and <= 6 ? hour + 12 : hour,
        };
        return meant is >= 0 and <= 23 ? new TimeOnly(meant, minute) : null;
    }

    // "half eight", "half past eight", "quarter to 9"
    private static (int Hour, int Minute, bool IsExact, int Length)? Spoken(Reading reading, int at)
    {
        var place = at;
        if (reading.At(place) is "a")
        {
            place++;
        }

        var minutes = reading.At(place) switch
        {
            "half" => 30,
            "quarter" => 15,
            "ten" or "10" when reading.At(place + 1) is "past" or "to" => 10,
            "twenty" or "20" when reading.At(place + 1) is "past" or "to" => 20,
            "five" or "5" when reading.At(place + 1) is "past" or "to" => 5,
            _ => 0,
        };
        if (minutes == 0)
        {
            return null;
        }

        place++;
        var isTo = reading.At(place) is "to" && minutes != 30;
        if (isTo || reading.At(place) is "past")
        {
            place++;
        }
        else if (minutes != 30)
        {
            return null;
        }

        // "half 8am" carries its half of the day in the same word.
        return Hour(reading.At(place)) is { } hour ? (isTo ? (hour + 11) % 12 is 0 ? 12 : (hour + 11) % 12 : hour, isTo ? 60 - minutes : minutes, false, place + 1 - at) : null;
    }

    // 9, 9am, 09:00, 9.30, 0930, 17:00, "eight", "8 o'clock"
    private static (int Hour, int Minute, bool IsExact, int Length)? Figures(Reading reading, int at)
    {
        if (reading.At(at) is not { } word)
        {
            return null;
        }

        var isAt = reading.At(at - 1) is "at" or "by" or "around";
        if (Array.IndexOf(Hours, word) is >= 0 and var named)
        {
            return isAt || IsHalf(reading.At(at + 1)) || reading.At(at + 1) is "oclock" ? (named + 1, 0, false, reading.At(at + 1) is "oclock" ? 2 : 1) : null;
        }

        if (!char.IsAsciiDigit(word[0]))
        {
            return null;
        }

        var bare = WithoutHalf(word);
        var hasHalf = bare.Length < word.Length;
        var parts = bare.Split('.', ':');
        if (parts.Length == 2 && parts[1].Length == 2 && Whole(parts[0]) is { } hour && Whole(parts[1]) is { } minute)
        {
            return hasHalf || isAt || IsHalf(reading.At(at + 1)) || at == reading.Words.Length - 1 ? (hour, minute, parts[0].Length == 2 && (parts[0][0] == '0' || hour > 12), 1) : null;
        }

        if (parts.Length != 1 || Whole(bare) is not { } whole)
        {
            return null;
        }

        // The colon of 9:30 parts two words.
        if (!hasHalf && bare.Length <= 2 && reading.At(at + 1) is { } next && next.Length >= 2 && IsGlued(reading, at) && Whole(WithoutHalf(next)) is { } minutes && WithoutHalf(next).Length == 2)
        {
            return (whole, minutes, bare[0] == '0', 2);
        }

        if (bare.Length == 4 && (isAt || hasHalf))
        {
            return (whole / 100, whole % 100, bare[0] == '0', 1);
        }

        return bare.Length <= 2 && (hasHalf || isAt || IsHalf(reading.At(at + 1)) || reading.At(at + 1) is "oclock") ? (whole, 0, bare[0] == '0' && bare.Length == 2, reading.At(at + 1) is "oclock" ? 2 : 1) : null;
    }

    private static bool IsGlued(Reading reading, int at) =>
        reading.Words[at + 1].Start == reading.Words[at].End + 1 && reading.Text[reading.Words[at].End] is ':' or '.' or '-' or 'h';

    // The half of the day that is said in or after the figures.
    private static bool? Half(Reading reading, int after, out int length)
    {
        length = 0;
        var last = reading.Words[after - 1].Plain;
        if (WithoutHalf(last).Length < last.Length && char.IsAsciiDigit(last[0]))
        {
            return last.EndsWith("pm", StringComparison.Ordinal);
        }

        if (reading.At(after) is "am" or "pm")
        {
            length = 1;
            return reading.At(after) is "pm";
        }

        // "9 a.m."
        if (reading.At(after) is "a" or "p" && reading.At(after + 1) is "m")
        {
            length = 2;
            return reading.At(after) is "p";
        }

        if (reading.At(after) is "in" && reading.At(after + 1) is "the" && reading.At(after + 2) is "morning" or "afternoon" or "evening")
        {
            length = 3;
            return reading.At(after + 2) is not "morning";
        }

        if (reading.At(after) is "at" && reading.At(after + 1) is "night")
        {
            length = 2;
            return true;
        }

        return null;
    }

    private static bool IsHalf(string? word) => word is "am" or "pm";

    private static string WithoutHalf(string word) =>
        word.EndsWith("am", StringComparison.Ordinal) || word.EndsWith("pm", StringComparison.Ordinal) ? word[..^2] : word;

    private static int? Hour(string? word) => word is null ? null
        : Array.IndexOf(Hours, word) is >= 0 and var at ? at + 1
        : Whole(WithoutHalf(word)) is >= 1 and <= 12 and var hour ? hour
        : null;

    private static int? Whole(string word) => word.Length <= 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
