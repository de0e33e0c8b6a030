using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>What people say about how an action stands.</summary>
internal static class StateRules
{
    private static readonly string[] Recommendations = ["recommendation", "rec", "recommendations", "recs"];

    private static readonly (Brag Brag, string Word, string Words, string Letter)[] Ratings =
        [.. Enum.GetValues<Brag>().Select(brag => (brag, word: brag.ToString().ToLowerInvariant())).Select(rating => (rating.brag, rating.word, $"{rating.word}s", rating.word[..1].ToUpperInvariant()))];

    private static readonly Phrases ToStart = new(Traits.State, "yet to start", "yet to begin", "yet to be started", "not yet started");

    private static readonly Phrases Open = new(Traits.State,
        "to be done", "to be completed", "to be finished", "to be closed", "to get done", "to complete", "to finish", "to close", "to do", "not complete", "not completed", "not done", "not finished", "not closed", "incomplete", "unfinished", "open", "outstanding", "still to go", "left", "remaining", "remains", "still going", "ongoing");

    private static readonly Phrases NotStarted = new(Traits.State, "not started", "not begun", "unstarted");

    private static readonly Phrases InProgress = new(Traits.State, "in progress", "under way", "underway");

    private static readonly Phrases Complete = new(Traits.State, "complete", "completed", "done", "closed", "finished");

    /// <summary>The words that give away what is said of an action.</summary>
    public static (Traits Traits, IEnumerable<string> Words)[] Telling { get; } =
    [
        (Traits.State, ["start", "begin", .. ToStart.Telling, .. Open.Telling, .. NotStarted.Telling, .. InProgress.Telling, .. Complete.Telling]),
        (Traits.Recommends, Recommendations),
        (Traits.Rating, [.. Ratings.SelectMany(rating => new[] { rating.Word, rating.Words, rating.Letter.ToLowerInvariant() }), "risk", "track"]),
        (Traits.Counts, [.. Dates.NumbersInWords, "most", "longest", "worst"]),
    ];

    /// <summary>"recommendation 4", "rec 5a", "recs 12".</summary>
    public static string? TakeRecommendation(Reading reading)
    {
        foreach (var word in reading.Has(Traits.Recommends) ? Recommendations : [])
        {
            if (reading.Find(word) is { } at && reading.At(at + 1) is { } number && (char.IsAsciiDigit(number[0]) || (TimeWords.NumberOf(number) is not null && number is not ("a" or "an"))))
            {
                reading.Place(at, 2);
                return char.IsAsciiDigit(number[0]) ? number : TimeWords.NumberOf(number)?.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    public static StateAsked TakeState(Reading reading) =>
        !reading.Has(Traits.State) ? StateAsked.Any
        : ToStart.Take(reading) || reading.TakeApart("not", ["started", "begun", "start", "begin"]) ? StateAsked.NotStarted
        : reading.TakeApart("not", ["complete", "completed", "done", "finished", "closed"]) ? StateAsked.Open
        : Open.Take(reading) ? StateAsked.Open
        : NotStarted.Take(reading) ? StateAsked.NotStarted
        : InProgress.Take(reading) ? StateAsked.InProgress
        : Complete.Take(reading) ? StateAsked.Complete
        : StateAsked.Any;

    public static (IReadOnlyList<Brag> Brags, string Words) TakeBrags(Reading reading)
    {
        if (!reading.Has(Traits.Rating))
        {
            return ([], "");
        }

        if (reading.Take("at risk"))
        {
            return ([Brag.Red, Brag.Amber], "at risk (red or amber)");
        }

        if (reading.Take("off track"))
        {
            return ([Brag.Red], "off track (red)");
        }

        var brags = new List<Brag>();
        foreach (var (brag, word, words, letter) in Ratings)
        {
            if (reading.Take(word, words) || TakeLetter(reading, letter))
            {
                brags.Add(brag);
            }
        }

        return (brags, InWords(brags));
    }

    /// <summary>"red or amber"</summary>
    public static string InWords(IReadOnlyList<Brag> brags) => string.Join(" or ", brags).ToLowerInvariant();

    /// <summary>The rating that stands here, and in how many words; none where there is none.</summary>
    public static (IReadOnlyList<Brag> Brags, int Length) RatingAt(Reading reading, int at)
    {
        if (reading.At(at) is not { } said)
        {
            return ([], 0);
        }

        foreach (var (brag, word, words, letter) in Ratings)
        {
            if (said == word || said == words || IsLetter(reading, at, letter))
            {
                return ([brag], 1);
            }
        }

        return said == "at" && reading.At(at + 1) == "risk" ? ([Brag.Red, Brag.Amber], 2)
            : said == "off" && reading.At(at + 1) == "track" ? ([Brag.Red], 2)
            : ([], 0);
    }

    private static bool TakeLetter(Reading reading, string letter)
    {
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (IsLetter(reading, at, letter))
            {
                reading.Place(at);
                return true;
            }
        }

        return false;
    }

    // R, A, G or B; an A is a rating only where it cannot be an article.
    private static bool IsLetter(Reading reading, int at, string letter) =>
        reading.IsFree(at) && reading.Words[at].Typed == letter
        && (letter != "A" || at + 1 == reading.Words.Length || reading.Words[at + 1].Plain is "actions" or "ones" or "rated" or "or" or "and" or "for" or "in");

    /// <summary>"top 5", "the 10 worst", "5 overdue actions", "the most overdue action".</summary>
    public static int? TakeMost(Reading reading)
    {
        if (!reading.Has(Traits.Figure | Traits.Counts))
        {
            return null;
        }

        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (reading.At(at) is "top" or "first" or "worst" or "oldest" && Dates.Number(reading.At(at + 1)) is { } after)
            {
                reading.Place(at, reading.At(at + 2) is "most" or "worst" or "oldest" or "longest" ? 3 : 2);
                return after;
            }

            if (Dates.Number(reading.At(at)) is { } before && IsCounted(reading, at + 1))
            {
                reading.Place(at);
                reading.Take("worst", "oldest", "most", "longest");
                return before;
            }
        }

        if ((reading.Find("most") ?? reading.Find("longest") ?? reading.Find("worst")) is not { } worst)
        {
            return null;
        }

        reading.Place(worst);
        return reading.Find("action") is not null ? 1 : null;
    }

    // "5 overdue actions", "10 worst", "3 actions"; but not "5 weeks".
    private static bool IsCounted(Reading reading, int at) =>
        reading.At(at) is "worst" or "oldest" or "most" or "longest"
        || (reading.At(at) is "actions" or "action" or "tasks" or "items" && reading.At(at - 2) is not ("section" or "in"))
        || (reading.At(at) is "overdue" or "open" or "late" or "red" or "amber" or "green" or "outstanding" && reading.At(at + 1) is "actions" or "ones" or "tasks" or "items" && reading.At(at - 2) is not "section");
}
