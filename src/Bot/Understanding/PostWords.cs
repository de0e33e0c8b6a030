using System.Collections.Frozen;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>What an instruction may be about.</summary>
[Flags]
internal enum Deed
{
    None = 0,
    Marks = 1,
    Dates = 2,
    Leads = 4,
    Words = 8,
    Completes = 16,
    Reopens = 32,
    Starts = 64,
    Adds = 128,
}

/// <summary>The words that posts are made of.</summary>
internal static class PostWords
{
    private static readonly FrozenDictionary<string, Deed> Verbs = new Dictionary<string, Deed>
    {
        ["mark"] = Deed.Marks, ["make"] = Deed.Marks, ["rate"] = Deed.Marks, ["flag"] = Deed.Marks, ["turn"] = Deed.Marks,
        ["set"] = Deed.Marks | Deed.Dates | Deed.Leads, ["change"] = Deed.Marks | Deed.Dates | Deed.Leads, ["put"] = Deed.Marks | Deed.Dates, ["move"] = Deed.Marks | Deed.Dates,
        ["update"] = Deed.Marks | Deed.Dates | Deed.Leads | Deed.Words,
        ["push"] = Deed.Dates, ["delay"] = Deed.Dates, ["extend"] = Deed.Dates, ["reschedule"] = Deed.Dates, ["shift"] = Deed.Dates, ["postpone"] = Deed.Dates, ["defer"] = Deed.Dates, ["bring"] = Deed.Dates, ["slip"] = Deed.Dates,
        ["assign"] = Deed.Leads, ["reassign"] = Deed.Leads, ["allocate"] = Deed.Leads, ["reallocate"] = Deed.Leads, ["give"] = Deed.Leads, ["hand"] = Deed.Leads, ["pass"] = Deed.Leads, ["transfer"] = Deed.Leads,
        ["close"] = Deed.Completes, ["complete"] = Deed.Completes, ["finish"] = Deed.Completes,
        ["reopen"] = Deed.Reopens, ["start"] = Deed.Starts, ["begin"] = Deed.Starts, ["add"] = Deed.Adds,
        ["log"] = Deed.Words, ["post"] = Deed.Words, ["record"] = Deed.Words,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] LongVerbs = [.. Verbs.Keys.Where(verb => verb.Length >= 4)];

    // The same verbs where somebody tells what was done, wants to do it, or is asked to.
    private static readonly FrozenSet<string> DeedsTold = FrozenSet.Create(StringComparer.Ordinal,
        "updated", "closed", "completed", "finished", "marked", "rated", "flagged", "turned", "changed", "moved", "pushed", "delayed", "extended", "rescheduled", "postponed", "deferred", "assigned", "reassigned",
        "gave", "reopened", "started", "began", "added", "posted", "logged", "updating", "closing", "completing", "finishing", "marking", "changing", "moving", "reopening", "starting", "signed");

    private static readonly FrozenSet<string> Courtesies = FrozenSet.Create(StringComparer.Ordinal,
        "please", "pls", "plz", "thx", "ty", "tnx", "kindly", "just", "ok", "okay", "so", "also", "and", "then", "now", "thanks", "cheers", "fyi", "re", "regarding", "yes", "yep", "sorry", "oops", "oh", "bot", "planbot", "teamsplanbot");

    private static readonly FrozenSet<string> Greetings = FrozenSet.Create(StringComparer.Ordinal, "hi", "hello", "hey", "hiya", "dear", "morning", "afternoon", "evening");

    private static readonly FrozenSet<string> Greeted = FrozenSet.Create(StringComparer.Ordinal, "team", "all", "folks", "everyone", "there", "bot", "both", "again");

    private static readonly FrozenSet<string> Farewells = FrozenSet.Create(StringComparer.Ordinal,
        "please", "pls", "plz", "thx", "ty", "tnx", "thanks", "thank", "you", "cheers", "ta", "many", "now", "today", "again", "too", "already", "asap", "bot", "x", "kindly", "then", "me", "for", "so", "much", "very");

    private static readonly FrozenSet<string> AskingWords = FrozenSet.Create(StringComparer.Ordinal,
        "is", "are", "was", "were", "am", "do", "does", "did", "has", "have", "had", "should", "shall", "would", "will", "can", "could", "may", "might", "must", "what", "whats", "when", "whens", "where", "who", "whos", "whose",
        "why", "which", "how", "hows", "any", "anyone", "anybody", "anything", "show", "list", "tell", "find", "whether", "not", "cant", "wont", "isnt");

    // Words that take back, doubt or put off what was said just before them.
    private static readonly FrozenSet<string> Withdrawals = FrozenSet.Create(StringComparer.Ordinal,
        "not", "dont", "wait", "actually", "joking", "kidding", "or", "if", "when", "unless", "once", "until", "till", "but", "tomorrow", "later", "ignore", "yet", "soon", "by", "before", "hopefully", "probably", "maybe", "perhaps",
        "subject", "pending", "apart", "except", "excluding", "bar", "never", "almost", "nearly", "eventually", "next", "ideally", "assuming", "provided", "scrap", "cancel", "undo", "sorry", "oops", "said", "says", "according", "although", "though", "apparently", "allegedly", "reportedly", "supposedly", "seemingly", "hmm", "hm", "umm", "erm", "haha", "lol", "joke", "ish", "roughly", "shall", "whenever", "hold", "stop", "other", "only", "tbc", "should", "might", "could", "would", "will");

    private static readonly FrozenSet<string> HedgingWords = FrozenSet.Create(StringComparer.Ordinal,
        "almost", "nearly", "ahem", "dreams", "ideally", "provisional", "provisionally", "tentatively", "luck", "wood", "yet", "wishful", "hopefully", "probably", "maybe", "perhaps", "fingers", "unsure", "doubt", "doubtful", "guess", "guessing");

    /// <summary>What a verb orders, small slips included; <see cref="Deed.None"/> where it is none.</summary>
    public static Deed DeedOf(string word)
    {
        if (Verbs.TryGetValue(word, out var deed))
        {
            return deed;
        }

        if (word.Length < 4 || DeedsTold.Contains(word) || LittleWords.All.Contains(word))
        {
            return Deed.None;
        }

        foreach (var verb in LongVerbs)
        {
            if (IsSlip(word, verb))
            {
                return Verbs[verb];
            }
        }

        return Deed.None;
    }

    public static bool TellsDeed(string word) => DeedsTold.Contains(word);

    public static bool IsCourtesy(string word) => Courtesies.Contains(word);

    public static bool Greets(string word) => Greetings.Contains(word);

    public static bool IsGreeted(string word) => Greeted.Contains(word);

    public static bool IsFarewell(string word) => Farewells.Contains(word);

    public static bool Asks(string word) => AskingWords.Contains(word);

    public static bool Withdraws(string word) => Withdrawals.Contains(word);

    /// <summary>Whether a short remark takes the edge off what was said before it: "sort of", "fingers crossed", "please check".</summary>
    public static bool Hedges(Word[] said)
    {
        const int Longest = 6;
        var second = said.Length > 1 ? said[1].Plain : "";
        if ((said[0].Plain, second) is ("sort", "of") or ("kind", "of") or ("yeah", "right") or ("as", "if") or ("to", "be") or ("all", "being") or ("in", "theory" or "principle" or "an") or ("on", "paper") or ("please", "confirm" or "check" or "verify" or "advise" or "ask" or "tell" or "let") or ("thanks", "but") or ("well", "nearly" or "almost")
            or ("no", "it" or "its" or "that" or "they") or ("draft" or "eh" or "prov", ""))
        {
            return true;
        }

        for (var at = 0; said.Length <= Longest && at < said.Length; at++)
        {
            if (HedgingWords.Contains(said[at].Plain))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word is this one, mistyped. Another form of it is no slip: "closed" tells, "close" orders. In short words only neighbours may be swapped: "none" is not "done".</summary>
    public static bool IsSlip(string typed, string meant)
    {
        if (typed == meant)
        {
            return true;
        }

        var length = meant.Length;
        if (length < 4 || typed.Length < 4 || typed[0] != meant[0] || Math.Abs(typed.Length - length) > (length >= 8 ? Spelling.MostSlips : 1) || typed.StartsWith(meant, StringComparison.Ordinal))
        {
            return false;
        }

        return length == 4 ? HasSameLetters(typed, meant) && Spelling.Distance(typed, meant) == 1 : Spelling.IsSlipOf(typed, meant);
    }

    private static bool HasSameLetters(string typed, string meant)
    {
        Span<char> one = stackalloc char[meant.Length];
        Span<char> other = stackalloc char[meant.Length];
        if (typed.Length != meant.Length)
        {
            return false;
        }

        typed.CopyTo(one);
        meant.CopyTo(other);
        one.Sort();
        other.Sort();
        return one.SequenceEqual(other);
    }
}
