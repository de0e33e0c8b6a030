namespace TeamsPlanBot.Bot.Understanding;

/// <summary>"Undo", "take that back", "scrap my last update".</summary>
internal static class PostUndo
{
    private static readonly string[] Regrets = ["that was wrong", "that was a mistake", "that was an error", "my mistake", "i made a mistake", "wrong one", "wrong action", "no", "ah", "ooops", "whoops", "sorry", "please", "oops", "apologies", "that is wrong", "that wasnt right", "actually"];

    private static readonly string[] Objects =
        ["my last update", "my last post", "my last change", "my last message", "my last entry", "my last one", "the last update", "the last post", "the last change", "the last message", "the last entry", "the last one", "last update", "last change", "last post",
         "my update", "my change", "my post", "my changes", "that update", "that change", "that post", "that last update", "that last one", "that last change", "the update", "the change", "what i just did", "what i just posted", "what i just said", "that one", "that", "this", "it", "last"];

    private static readonly string[] Insisting = ["anyway", "all the same", "regardless", "nonetheless", "nevertheless"];

    public static string[] Undo { get; } = ["undo", "udno", "unod", "nudo", "undoo", "undi", "uundo", "undone"];

    public static bool IsUndo(string word) => Array.IndexOf(Undo, word) >= 0;

    public static Understood? Read(Walk walk, bool isAsked)
    {
        while (Step(ref walk, Regrets))
        {
        }

        if (walk.IsAtEnd || walk.Gap is Gap.Foreign or Gap.Asked)
        {
            return null;
        }

        walk.GoTo(walk.Start);
        var isUndo = IsUndo(walk.Plain) && walk.Plain != "undone";
        if (isUndo)
        {
            walk.Step();
            _ = Step(ref walk, Objects);
        }
        else if (walk.TakeOne("take", "roll"))
        {
            if (!Step(ref walk, Objects) ? !(walk.Take("back") && Step(ref walk, Objects)) : !walk.Take("back"))
            {
                return null;
            }
        }
        else if (walk.TakeOne("scrap", "revert", "reverse"))
        {
            if (!Step(ref walk, Objects))
            {
                return null;
            }
        }
        else if (!(walk.TakeOne("cancel", "delete", "remove") && walk.Plain is "my" or "the" or "last" && Step(ref walk, Objects)))
        {
            return null;
        }

        var isAnyway = Step(ref walk, Insisting);
        while (!walk.IsAtEnd && walk.Gap is Gap.Joined or Gap.Break && (PostWords.IsFarewell(walk.Plain) || walk.Plain is "sorry" or "oops" or "mistake" or "my" or "wrong"))
        {
            walk.Step();
        }

        if (walk.IsAtEnd && (walk.Gap is Gap.Joined or Gap.Break || (walk.Gap == Gap.Asked && isAsked)))
        {
            return new Understood(new Request.Undo(isAnyway), "Take back what your last message changed", ["undo"]);
        }

        // "undo 4.3", "undo?": no other change can be picked out.
        return isUndo
            ? new Understood(new Request.Impossible("undo", "I changed nothing. “Undo” takes back all that your last message here changed, and nothing else. Say “undo” by itself for that.", [new Choice("undo", "undo")]), "", ["undo, with words that have no place there"])
            : null;
    }

    private static bool Step(ref Walk walk, string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            var ahead = walk;
            if (!ahead.IsAtEnd && ahead.Gap is Gap.Joined or Gap.Break)
            {
                ahead.GoTo(ahead.Start);
                if (ahead.Take(phrase))
                {
                    walk = ahead;
                    return true;
                }
            }
        }

        return false;
    }
}
