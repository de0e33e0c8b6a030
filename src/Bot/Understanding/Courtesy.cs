namespace TeamsPlanBot.Bot.Understanding;

/// <summary>The polite wrapping of a question: "hi, could you tell me … please? Thanks".</summary>
internal static class Courtesy
{
    // "Hi all"; "all the reds" greets nobody.
    private static readonly string[] Greeted = [.. from greeting in (string[])["good morning", "good afternoon", "good evening", "morning", "afternoon", "evening", "hello", "hiya", "hi", "hey", "dear"] from whom in (string[])["all", "team", "bot", "there", "everyone", "folks"] select $"{greeting} {whom}"];

    private static readonly string[] Before =
    [
        .. Greeted,
        "good morning", "good afternoon", "good evening", "morning", "afternoon", "hello", "hiya", "hi", "hey", "dear", "please", "pls", "sorry to bother you", "sorry to bother", "sorry", "quick question", "just a quick one", "ok", "okay", "so", "um", "er",
        "could you please", "can you please", "would you please", "could you kindly", "could you", "can you", "can u", "could u", "would you", "will you", "would you mind", "are you able to", "any chance you could", "is it possible to",
        "would you mind showing me", "would you mind telling me", "wondering if you could", "wondering if you can", "i was wondering if you could", "i was wondering if you can", "i wonder if you could", "i was wondering", "i am wondering", "just wondering", "wondering", "could someone", "can someone", "could somebody", "can somebody", "can anyone", "could anyone", "tell me", "let me know", "i would like to know", "id like to know", "i'd like to know", "i want to know", "i need to know", "do you know", "kindly",
    ];

    private static readonly string[] After =
        ["please", "pls", "plz", "thanks a lot", "thanks very much", "thanks so much", "many thanks", "thanks in advance", "thanks", "thank you very much", "thank you", "thankyou", "thx", "tx", "cheers", "ta", "much appreciated", "x", "asap", "when you can", "when you get a chance", "if you can", "if possible"];

    // A letter and its capital are 32 apart.
    private const int Letters = 32;

    private static readonly string[][] BeforeByLetter = [.. Enumerable.Range(0, Letters).Select(letter => Array.FindAll(Before, word => word[0] % Letters == letter).OrderByDescending(word => word.Length).ToArray())];

    private static readonly string[][] AfterByLetter = [.. Enumerable.Range(0, Letters).Select(letter => Array.FindAll(After, word => word[^1] % Letters == letter).OrderByDescending(word => word.Length).ToArray())];

    private const string Marks = " ,.!?;:-–\n\r\t";

    /// <summary>The first or last words of it.</summary>
    public static IEnumerable<string> Telling => [.. Before.Select(phrase => phrase.Split(' ')[0].Replace("'", "", StringComparison.Ordinal)), "remind", .. After.Select(phrase => phrase.Split(' ')[^1])];

    /// <summary>The message without it; the message itself, where nothing else would be left.</summary>
    public static string Unwrapped(Reading reading)
    {
        var text = reading.Text;
        return text.Length > 0 && !Marks.Contains(text[0]) && (!Marks.Contains(text[^1]) || (text[^1] == '?' && text.Length > 1 && !Marks.Contains(text[^2]))) && !text.Contains("  ", StringComparison.Ordinal) && !reading.Words[0].Is(Traits.Wraps) && !reading.Words[^1].Is(Traits.Wraps) ? text : Unwrapped(text);
    }

    private static string Unwrapped(string text)
    {
        var rest = text.Contains("  ", StringComparison.Ordinal) ? string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).AsSpan() : text.AsSpan();
        var asked = text.Contains('?');
        var ordered = false;
        var told = false;
        bool found;
        do
        {
            found = false;
            rest = rest.Trim(Marks);
            foreach (var word in rest.IsEmpty ? [] : BeforeByLetter[rest[0] % Letters])
            {
                if (rest.Length > word.Length && rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) && !IsWord(rest[word.Length]) && rest[word.Length] != '\'' && rest[word.Length] != '’')
                {
                    // "Could you tag 4.3 …?" is no question; "could you tell me …?" is.
                    ordered |= word.EndsWith(" you", StringComparison.Ordinal) && word != "do you know";
                    told |= word.EndsWith(" me", StringComparison.Ordinal) || word.EndsWith("know", StringComparison.Ordinal);
                    rest = rest[word.Length..];
                    found = true;
                    break;
                }
            }

            // "Remind me on Friday" is no question.
            if (rest.StartsWith("remind me ", StringComparison.OrdinalIgnoreCase) && rest["remind me ".Length..].TrimStart() is ['w' or 'W' or 'h' or 'H', ..])
            {
                rest = rest["remind me ".Length..];
                found = true;
            }

            foreach (var word in rest.IsEmpty ? [] : AfterByLetter[rest[^1] % Letters])
            {
                if (rest.Length > word.Length && rest.EndsWith(word, StringComparison.OrdinalIgnoreCase) && !IsWord(rest[^(word.Length + 1)]))
                {
                    rest = rest[..^word.Length];
                    found = true;
                    break;
                }
            }
        }
        while (found);

        return rest.IsEmpty ? text : rest.Length == text.Length ? text : asked && (!ordered || told) ? $"{rest}?" : rest.ToString();
    }

    private static bool IsWord(char letter) => char.IsLetterOrDigit(letter);
}
