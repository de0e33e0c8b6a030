using System.Collections.Frozen;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Words that people use for other things than names, and words that many names share.</summary>
internal static class OrdinaryWords
{
    // They join the words of a name and may be left out of it.
    public static FrozenSet<string> Joining { get; } = FrozenSet.Create(StringComparer.Ordinal, "the", "a", "an", "and", "of", "for", "in", "on", "to", "at", "with", "by", "our", "s");

    // "The fostering team" is Fostering, and "Fostering" the Fostering Team.
    public static FrozenSet<string> Loose { get; } = FrozenSet.Create(StringComparer.Ordinal, "team", "teams", "service", "services", "dept", "department");

    // They stand in many names and tell none apart.
    public static FrozenSet<string> Generic { get; } = FrozenSet.Create(StringComparer.Ordinal,
        "team", "teams", "service", "services", "manager", "managers", "group", "groups", "lead", "leads", "director", "directors", "head", "heads", "officer", "officers",
        "people", "staff", "board", "boards", "council", "plan", "plans", "action", "actions", "programme", "section", "sections", "work", "dept", "department",
        "time", "times", "right", "way", "day", "indicator", "indicators", "measure", "measures", "rate", "rates", "number", "numbers", "percentage", "proportion");

    public static FrozenSet<string> Months { get; } = FrozenSet.Create(StringComparer.Ordinal,
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "spring", "summer", "autumn", "winter", "easter", "christmas");

    private static readonly FrozenSet<string> Others = FrozenSet.Create(StringComparer.Ordinal,
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
        "red", "amber", "green", "blue", "reds", "ambers", "greens", "blues", "rag", "brag", "rating", "rated", "open", "outstanding", "complete", "completed", "done", "closed", "close", "finished",
        "started", "start", "not", "no", "none", "progress", "under", "way", "overdue", "late", "behind", "due", "past", "missed", "slipped", "slip", "stale", "update", "updated", "updates", "risk",
        "track", "soon", "coming", "up", "today", "tomorrow", "yesterday", "day", "days", "week", "weeks", "fortnight", "month", "months", "quarter", "quarters", "year", "years", "next", "last",
        "first", "second", "third", "end", "early", "mid", "before", "after", "since", "until", "within", "between", "by", "mark", "set", "make", "change", "move", "add", "put", "post", "report",
        "digest", "undo", "help", "more", "rest", "same", "other", "others", "top", "only", "but", "if", "then", "than", "as", "am", "pm", "my", "mine", "he", "she", "his", "her", "him", "will",
        "tasks", "task", "items", "item", "date", "dates", "deadline", "summary", "history", "changed", "changes", "ok", "okay", "yes", "fyi", "asap", "tbc", "tba", "na", "half", "remind", "most", "least", "longest", "oldest", "worst", "one", "two",
        "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "every", "each", "new", "old", "when", "where", "why", "whose", "target", "targets", "owner", "owners", "step", "steps");

    public static FrozenSet<string> All { get; } = FrozenSet.Create(StringComparer.Ordinal, [.. LittleWords.All, .. Others, .. Months, .. Generic]);

    public static bool IsJoining(string word) => Joining.Contains(word);

    public static bool IsLoose(string word) => Loose.Contains(word);

    public static bool IsGeneric(string word) => Generic.Contains(word);

    public static bool IsTime(string word) => Months.Contains(word);

    /// <summary>Whether a sentence may hold it without meaning anybody's name.</summary>
    public static bool Hold(string word) => All.Contains(word);
}
