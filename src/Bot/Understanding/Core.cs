namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Where a message begins to say something, after greetings and politeness, and where it ends, before thanks.</summary>
/// <param name="Asks">It is a question, so that nothing in it is an order.</param>
/// <param name="Denies">It says that something is not so, or is not to be done.</param>
internal readonly record struct Core(int First, int End, bool Asks, bool Denies)
{
    private static readonly Saying[] Courtesies = ["can/could/would/will you please?", "would/do you mind", "are you able to", "is it possible to", "any chance you could", "i would like you to", "id like you to", "i want you to",
        "i need you to", "i would like to", "id like to", "we would like to", "wed like to", "we need to", "i need to", "i want to", "we want to", "can/could/may i/we", "let me", "lets", "quick question", "good morning/afternoon/evening"];

    /// <summary>What denies a message.</summary>
    public static IEnumerable<string> Denying { get; } = ["not", "dont", "never", "cannot", "cant", "wont", "doesnt", "didnt", "shouldnt", "wouldnt", "couldnt", "without", "nobody", "neither", "nor", "unless"];

    public static Core Of(Reading reading)
    {
        var first = 0;
        var isAsked = false;
        while (first < reading.Words.Length)
        {
            if (IsCourtesy(reading.At(first)))
            {
                first++;
            }
            else if (MayBeCourtesy(reading.At(first)) && Sayings.At(reading, first, Courtesies) is > 0 and var end)
            {
                isAsked = true;
                first = end;
            }
            else
            {
                break;
            }
        }

        var last = reading.Words.Length;
        while (last > first && reading.At(last - 1) is "please" or "pls" or "thanks" or "thank" or "cheers" or "ta" or "thx" or "x" or "you" or "many" or "much" or "asap" or "mate" or "team")
        {
            last--;
        }

        var asks = (IsQuestionWord(reading.At(first)) && !(isAsked && reading.At(first) is "have")) || (reading.At(first) is "tell" && (reading.At(first + 1) is "if" or "whether" || reading.At(first + 2) is "if" or "whether" or "who" or "what" or "when"))
            || reading.At(first) is "if" or "whether" or "know" or "check" or "maybe" or "perhaps" or "suppose"
            || (!isAsked && reading.Text.AsSpan().Contains('?'));
        return new Core(first, last, asks, Denied(reading, first, last));
    }

    private static bool MayBeCourtesy(string? word) => word is "can" or "could" or "would" or "will" or "do" or "are" or "is" or "any" or "i" or "id" or "we" or "wed" or "may" or "let" or "lets" or "quick" or "good";

    private static bool IsCourtesy(string? word) => word is "hi" or "hello" or "hey" or "hiya" or "morning" or "afternoon" or "evening" or "please" or "pls" or "so" or "ok" or "okay" or "and" or "also" or "then" or "now" or "just" or "right"
        or "dear" or "bot" or "teamsplanbot" or "planbot" or "thanks" or "there" or "team" or "kindly" or "sorry" or "um" or "er" or "yes" or "great" or "well";

    private static bool IsQuestionWord(string? word) => word is "is" or "are" or "was" or "were" or "am" or "do" or "does" or "did" or "has" or "have" or "had" or "should" or "shall" or "would" or "could" or "can" or "will" or "may" or "might"
        or "what" or "whats" or "when" or "whens" or "where" or "wheres" or "which" or "who" or "whos" or "whose" or "why" or "whys" or "how" or "hows" or "not";

    private static bool Denied(Reading reading, int first, int last)
    {
        for (var at = reading.Has(Traits.Not) ? first : last; at < last; at++)
        {
            if (reading.IsFree(at) && reading.Words[at].Is(Traits.Not))
            {
                return true;
            }
        }

        return false;
    }
}
