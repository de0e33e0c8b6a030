using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>A rating and a state that were said of an action.</summary>
/// <param name="Clash">They contradict each other.</param>
internal readonly record struct PostMarks(Brag? Brag, ActionState? State, bool Clash = false)
{
    // Other words, and no slips for those of a state or rating.
    private static readonly HashSet<string> NotSlips = ["competed", "compete", "competes", "completely", "completing", "compiled", "compelled", "close", "closer", "closet", "loosed", "greed", "greek", "greet", "greens", "started", "stated", "finishes", "reds", "ember"];

    private static readonly string[] CompleteWords = ["complete", "completed", "finished", "closed", "done"];

    public bool IsNone => Brag is null && State is null;

    /// <summary>Both, where they can be true together: a complete action is blue.</summary>
    public PostMarks And(PostMarks other)
    {
        var brag = other.Brag ?? Brag;
        var state = other.State ?? State;
        var clash = Clash || other.Clash
            || (Brag is { } one && other.Brag is { } another && one != another)
            || (State is { } first && other.State is { } second && first != second)
            || (brag is not null && state is not null && (state == ActionState.Complete) != (brag == Data.Plans.Brag.Blue));
        return new PostMarks(brag, state, clash);
    }

    /// <summary>The rating or state that comes next: "amber", "in progress", "complete".</summary>
    /// <param name="letters">R, A, G and B are ratings here.</param>
    public static PostMarks Take(ref Walk walk, bool letters)
    {
        var ahead = walk;
        if (!ahead.IsAtEnd && ahead.Gap == Gap.Joined && RatingOf(ahead.Reading.Words[ahead.At], letters) is { } brag)
        {
            ahead.Step();
            ahead.TakeOne("rated", "status", "rating");
            walk = ahead;
            return new PostMarks(brag, null);
        }

        _ = ahead.TakeOne("fully", "all", "totally", "now") || (ahead.Plain == "100" && ahead.Text.AsSpan(ahead.Reading.Words[ahead.At].End).StartsWith("%") && Percent(ref ahead));
        if (ahead.Gap == Gap.Joined && IsComplete(ahead.Plain))
        {
            ahead.Step();
            _ = ahead.TakeOne("and embedded", "and signed off", "and closed", "and done");
            walk = ahead;
            return new PostMarks(null, ActionState.Complete);
        }

        if (ahead.TakeOne("in progress", "under way", "underway", "inprogress", "reopened") || IsNearly(ref ahead, "started") || (ahead.Plain == "in" && ahead.PlainAt(1) is { Length: > 5 } second && PostWords.IsSlip(second, "progress") && InProgress(ref ahead)))
        {
            walk = ahead;
            return new PostMarks(null, ActionState.InProgress);
        }

        return default;
    }

    public static bool IsComplete(string word)
    {
        if (word.Length < 4 || NotSlips.Contains(word))
        {
            return false;
        }

        foreach (var complete in CompleteWords)
        {
            if (PostWords.IsSlip(word, complete))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word speaks of a rating or state, in whatever way.</summary>
    public static bool Speaks(in Word word) => RatingOf(word, letters: false) is not null || IsComplete(word.Plain) || word.Plain is "started" or "begun" or "progress" or "underway" or "incomplete" or "finish" or "open" or "reopened" or "track" or "risk";

    private static Brag? RatingOf(in Word word, bool letters)
    {
        if (letters && word.Typed.Length == 1)
        {
            return word.Typed[0] switch
            {
                'R' => Data.Plans.Brag.Red,
                'A' => Data.Plans.Brag.Amber,
                'G' => Data.Plans.Brag.Green,
                'B' => Data.Plans.Brag.Blue,
                _ => null,
            };
        }

        return word.Plain switch
        {
            "red" => Data.Plans.Brag.Red,
            "amber" => Data.Plans.Brag.Amber,
            "green" => Data.Plans.Brag.Green,
            "blue" => Data.Plans.Brag.Blue,
            { Length: < 4 } => null,
            var typed when NotSlips.Contains(typed) => null,
            var typed when PostWords.IsSlip(typed, "amber") => Data.Plans.Brag.Amber,
            var typed when PostWords.IsSlip(typed, "green") => Data.Plans.Brag.Green,
            _ => null,
        };
    }

    private static bool Percent(ref Walk walk)
    {
        walk.Step();
        walk.GoTo(walk.Until + 1);
        return true;
    }

    private static bool InProgress(ref Walk walk)
    {
        walk.Step(2);
        return true;
    }

    private static bool IsNearly(ref Walk walk, string meant)
    {
        if (walk.Gap != Gap.Joined || (walk.Plain != meant && (NotSlips.Contains(walk.Plain) || !PostWords.IsSlip(walk.Plain, meant))))
        {
            return false;
        }

        walk.Step();
        return true;
    }
}
