namespace TeamsPlanBot.Data.Naming;

/// <summary>Why two names may be those of one person.</summary>
public enum Likeness
{
    /// <summary>One is spelt nearly as the other.</summary>
    Spelling,

    /// <summary>One gives initials where the other gives names.</summary>
    Initials,
}

/// <summary>Tells whether two names may be one person's. It only ever offers: people decide.</summary>
public static class NearNames
{
    private const int LongestPart = 40;

    // Whose name holds one of these is a role or a body, and two of those differ by a word on purpose.
    private static readonly HashSet<string> NotOfPeople = new(StringComparer.OrdinalIgnoreCase)
    {
        "of", "and", "the", "for", "head", "lead", "leads", "manager", "managers", "director", "officer", "service", "services", "team", "teams", "board", "group", "council", "partnership", "worker", "all",
    };

    /// <summary>How the two are alike; null where they are one name, or two different ones.</summary>
    public static Likeness? Of(string one, string other)
    {
        var (a, b) = (Parts(one), Parts(other));
        if (a.Length == 0 || b.Length == 0 || a.SequenceEqual(b, StringComparer.OrdinalIgnoreCase) || a.Concat(b).Any(NotOfPeople.Contains))
        {
            return null;
        }

        if (a.Length == 1 || b.Length == 1)
        {
            return (a.Length == 1 ? AreInitials(a[0], b) : AreInitials(b[0], a)) ? Likeness.Initials : null;
        }

        var (first, otherFirst, last, otherLast) = (a[0], b[0], a[^1], b[^1]);
        var sameLast = string.Equals(last, otherLast, StringComparison.OrdinalIgnoreCase);
        var sameFirst = string.Equals(first, otherFirst, StringComparison.OrdinalIgnoreCase);
        return sameLast && (first.Length == 1 || otherFirst.Length == 1) && char.ToUpperInvariant(first[0]) == char.ToUpperInvariant(otherFirst[0]) && !sameFirst ? Likeness.Initials
            : sameLast && (sameFirst || AreNear(first, otherFirst)) ? Likeness.Spelling
            : sameFirst && AreNear(last, otherLast) ? Likeness.Spelling
            : null;
    }

    // "JN" for Jon Nevill, "JNevill", too.
    private static bool AreInitials(string word, string[] name) => name.Length > 1 && (
        string.Equals(word, string.Concat(name.Select(part => part[0])), StringComparison.OrdinalIgnoreCase)
        || (word.Length > 3 && string.Equals(word[..1], name[0][..1], StringComparison.OrdinalIgnoreCase) && name[^1].StartsWith(word[1..], StringComparison.OrdinalIgnoreCase)));

    // Jon and John, Vicki and Vicky, Claire and Clare; but not Tom and Tim, who are two.
    private static bool AreNear(string one, string other)
    {
        var shorter = Math.Min(one.Length, other.Length);
        return shorter >= 3 && char.ToUpperInvariant(one[0]) == char.ToUpperInvariant(other[0])
            && Distance(one.ToUpperInvariant(), other.ToUpperInvariant()) is var distance && (distance == 1 ? one.Length != other.Length || shorter >= 4 : distance == 2 && shorter >= 7);
    }

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (diagonal, left) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                left = Math.Min(diagonal + (one[i - 1] == other[j - 1] ? 0 : 1), Math.Min(left, row[j]) + 1);
                (diagonal, row[j]) = (row[j], left);
            }
        }

        return row[^1];
    }

    private static string[] Parts(string name)
    {
        var parts = name.Split([' ', '.', '(', ')', '/', ',', '-'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 4 || Array.Exists(parts, part => part.Length > LongestPart || !part.All(letter => char.IsLetter(letter) || letter is '\'' or '’')) ? [] : parts;
    }
}
