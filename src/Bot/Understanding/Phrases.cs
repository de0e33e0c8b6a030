namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Phrases of which a rule wants any. The longest word of each has the trait: a message without such a word holds none of them, and that is told at once.</summary>
internal sealed class Phrases(Traits trait, params string[] all)
{
    /// <summary>A word of each.</summary>
    public IEnumerable<string> Telling => all.Select(phrase => phrase.Split(' ').Aggregate((longest, word) => word.Length >= longest.Length ? word : longest));

    public bool MayStand(Reading reading) => reading.Has(trait);

    /// <summary>Takes the first of them that stands in the message.</summary>
    public bool Take(Reading reading) => MayStand(reading) && reading.Take(all);

    /// <summary>Whether one of them stands in the message.</summary>
    public bool Stand(Reading reading)
    {
        if (MayStand(reading))
        {
            foreach (var phrase in all)
            {
                if (reading.Find(phrase) is not null)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>How many words the longest of them has that stands here; 0 where none does.</summary>
    public int LengthAt(Reading reading, int at)
    {
        if (reading.At(at) is not { Length: > 0 } word)
        {
            return 0;
        }

        var longest = "";
        foreach (var phrase in all)
        {
            if (phrase[0] == word[0] && phrase.Length > longest.Length && reading.StandsAt(phrase, at))
            {
                longest = phrase;
            }
        }

        return longest.Length == 0 ? 0 : Reading.Length(longest);
    }
}
