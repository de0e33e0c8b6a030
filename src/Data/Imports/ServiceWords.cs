namespace TeamsPlanBot.Data.Imports;

/// <summary>Finds names of services in an action's words.</summary>
public static class ServiceWords
{
    /// <summary>The name stands in the words as whole words, in any letter case; one of two letters only in capitals.</summary>
    public static bool Name(string name, string words)
    {
        var isShort = name.Length <= 2;
        var sought = isShort ? name.ToUpperInvariant() : name;
        var comparison = isShort ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        for (var at = words.IndexOf(sought, comparison); at >= 0; at = words.IndexOf(sought, at + 1, comparison))
        {
            var end = at + sought.Length;
            if ((at == 0 || !char.IsLetterOrDigit(words[at - 1])) && (end == words.Length || !char.IsLetterOrDigit(words[end])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Several texts as one line, in which a name that was broken over two lines is whole again.</summary>
    public static string Line(IEnumerable<string?> texts) =>
        string.Join(" | ", texts.OfType<string>().Select(text => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
}
