namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Looks for sayings in a message.</summary>
internal static class Sayings
{
    /// <summary>Takes the first of these sayings that stands anywhere in the message.</summary>
    public static bool Take(Reading reading, params ReadOnlySpan<Saying> sayings)
    {
        foreach (var saying in sayings)
        {
            for (var at = saying.MayStand(reading) ? 0 : reading.Words.Length; at < reading.Words.Length; at++)
            {
                if (saying.EndAt(reading, at) is > 0 and var end)
                {
                    reading.Place(at, end - at);
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Takes every one of these sayings, wherever it stands.</summary>
    public static void TakeAll(Reading reading, params ReadOnlySpan<Saying> sayings)
    {
        foreach (var saying in sayings)
        {
            while (Take(reading, saying))
            {
            }
        }
    }

    /// <summary>Takes the first of these sayings that stands just here; the place after it, or 0.</summary>
    public static int TakeAt(Reading reading, int at, params ReadOnlySpan<Saying> sayings)
    {
        var end = At(reading, at, sayings);
        if (end > 0)
        {
            reading.Place(at, end - at);
        }

        return end;
    }

    /// <summary>The place after the first of these sayings that stands just here, or 0.</summary>
    public static int At(Reading reading, int at, params ReadOnlySpan<Saying> sayings)
    {
        foreach (var saying in sayings)
        {
            if (saying.EndAt(reading, at) is > 0 and var end)
            {
                return end;
            }
        }

        return 0;
    }

    /// <summary>Whether one of these sayings stands anywhere.</summary>
    public static bool Stand(Reading reading, params ReadOnlySpan<Saying> sayings)
    {
        foreach (var saying in sayings)
        {
            for (var at = saying.MayStand(reading) ? 0 : reading.Words.Length; at < reading.Words.Length; at++)
            {
                if (saying.EndAt(reading, at) > 0)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
