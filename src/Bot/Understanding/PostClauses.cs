using System.Buffers;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>The rating and state in the words of a post: only as clauses of their own, as in "draft sent, amber".</summary>
/// <param name="SaysMore">There are words besides.</param>
internal readonly record struct PostClauses(PostMarks Marks, bool SaysMore)
{
    // A longer clause says more than a rating.
    private const int LongestMark = 60;

    private static readonly SearchValues<char> Quoting = SearchValues.Create("\"“”'‘`<>|/\\");

    private static readonly HashSet<string> Conditions = ["if", "when", "once", "unless", "until", "till", "should", "where", "whether", "assuming", "provided", "either", "neither", "could", "might", "would"];

    private static readonly HashSet<string> Qualifiers =
        ["if", "when", "once", "unless", "until", "till", "subject", "pending", "apart", "except", "excluding", "bar", "other", "but", "or", "not", "hopefully", "probably", "maybe", "perhaps", "soon", "by", "next", "tbc", "provided", "assuming", "nearly",
         "almost", "eventually", "before", "without", "nor", "dont", "only", "awaiting", "apparently", "allegedly", "reportedly", "supposedly", "according", "ish"];

    private enum Shape { Words, Mark, MarkNow }

    public static PostClauses Of(string words)
    {
        var marks = default(PostMarks);
        var now = default(PostMarks);
        var saysMore = false;
        var before = "";
        var beforeEndsSentence = true;
        for (var at = 0; at < words.Length;)
        {
            var end = EndOfClause(words, at, out var next, out var endsSentence, out var isAsked);
            var clause = words[at..end];
            at = next;
            if (IsBlank(clause))
            {
                continue;
            }

            var (shape, said) = isAsked ? (Shape.Words, default) : Read(clause);
            if (shape != Shape.Words && (Opens(before, beforeEndsSentence) || (!endsSentence && Follows(words, at)) || (shape == Shape.Mark && EndsInRating(before) && !beforeEndsSentence)))
            {
                shape = Shape.Words;
            }

            // "two workers started and now amber"
            if (shape == Shape.Words && !isAsked && !(!endsSentence && Follows(words, at)) && NowIn(clause) is { IsNone: false } tail)
            {
                now = now.And(tail);
                saysMore = true;
            }
            else if (shape == Shape.MarkNow)
            {
                now = now.And(said);
            }
            else if (shape == Shape.Mark)
            {
                marks = marks.And(said);
            }
            else
            {
                saysMore = true;
            }

            (before, beforeEndsSentence) = (shape == Shape.Words ? clause : "", endsSentence);
        }

        // What is so now outweighs what else was said.
        return new PostClauses(now.Clash ? now : new PostMarks(now.Brag ?? marks.Brag, now.State ?? marks.State, Clashes(now, marks)), saysMore);
    }

    private static bool Clashes(PostMarks now, PostMarks marks) =>
        (marks.Clash && (now.IsNone || (now.Brag is null && marks.Brag is not null && now.State is null)))
        || new PostMarks(now.Brag ?? marks.Brag, null).And(new PostMarks(null, now.State ?? marks.State)).Clash;

    // The clause before is a condition, or a list that goes on.
    private static bool Opens(string before, bool beforeEndsSentence)
    {
        if (beforeEndsSentence || before.Length == 0)
        {
            return false;
        }

        var words = Words.Of(before);
        var first = 0;
        while (first < words.Length && words[first].Plain is "and" or "but" or "so" or "then")
        {
            first++;
        }

        return first < words.Length && Conditions.Contains(words[first].Plain);
    }

    private static bool EndsInRating(string before)
    {
        var words = Words.Of(before);
        return words.Length > 0 && words[^1].Plain is "red" or "amber" or "green" or "blue" && words[0].Plain is not ("was" or "not" or "no" or "previously" or "from" or "had");
    }

    private static bool Follows(string words, int at)
    {
        var following = Words.Of(words.Length - at > LongestMark ? words.Substring(at, LongestMark) : words[at..], most: 2);
        return following.Length > 0 && (Qualifiers.Contains(following[0].Plain) || (following[0].Plain is "and" or "though" or "although" && following.Length > 1 && Qualifiers.Contains(following[1].Plain))
            || (following[0].Plain == "i" && following.Length > 1 && following[1].Plain is "think" or "hope" or "guess" or "suppose"));
    }

    private static (Shape Shape, PostMarks Marks) Read(string clause)
    {
        if (clause.Length > LongestMark || clause.AsSpan().ContainsAny(Quoting))
        {
            return (Shape.Words, default);
        }

        var walk = new Walk(new Reading(clause, Names.None, default), 0, 0);
        var isNow = LeadIn(ref walk);
        var marks = PostMarks.Take(ref walk, letters: false);
        if (marks.IsNone)
        {
            return (Shape.Words, default);
        }

        // "red to amber", "amber -> green"
        if (marks.Brag is not null && walk.TakeOne("to", "now") && PostMarks.Take(ref walk, letters: false) is { Brag: not null } moved)
        {
            (marks, isNow) = (moved, true);
        }

        while (walk.TakeOne("and", "also", "but"))
        {
            isNow |= walk.Take("now");
            var more = PostMarks.Take(ref walk, letters: false);
            if (more.IsNone)
            {
                return (Shape.Words, default);
            }

            marks = marks.And(more);
        }

        isNow |= walk.TakeOne("now", "as of today", "as of now");
        _ = walk.TakeOne("please", "again", "thanks", "today", "still", "overall");
        return walk.IsAtEnd ? (isNow ? Shape.MarkNow : Shape.Mark, marks) : (Shape.Words, default);
    }

    // What may stand before a rating and says no more than it does.
    private static bool LeadIn(ref Walk walk)
    {
        var isNow = false;
        _ = walk.TakeOne("and", "so", "but", "hence", "therefore", "then");
        _ = walk.TakeOne("overall", "currently", "action", "this action", "the action", "our", "this");
        _ = walk.TakeOne("brag rating", "rag rating", "brag status", "rag status", "brag", "rag", "rating", "status", "state");
        var colon = walk;
        if (colon.Gap == Gap.Break && colon.At > 0 && colon.Text.AsSpan(colon.Until).TrimStart().StartsWith(":"))
        {
            walk.GoTo(walk.Start);
        }

        isNow |= walk.TakeOne("now", "its now", "it is now", "it now", "this is now", "is now", "that is now");
        _ = walk.TakeOne("its", "it is", "it", "this is", "is", "still", "remains", "remain", "remaining", "stays", "staying");
        isNow |= From(ref walk) || walk.TakeOne("now", "back to", "down to", "up to", "moved to", "moving to", "move to", "changed to", "change to", "set to", "gone", "has gone", "turned", "has turned", "at");
        _ = walk.TakeOne("rated", "rate", "rate as", "mark as", "mark", "marked as", "rated as", "still", "therefore");
        return isNow;
    }

    // "from red to amber"
    private static bool From(ref Walk walk)
    {
        var ahead = walk;
        if (!ahead.TakeOne("from", "moved from", "changed from", "has moved from", "gone from", "has gone from", "up from", "down from")
            || PostMarks.Take(ref ahead, letters: false).Brag is null || !ahead.Take("to"))
        {
            return false;
        }

        walk = ahead;
        return true;
    }

    private static PostMarks NowIn(string clause)
    {
        if (!clause.Contains("now", StringComparison.OrdinalIgnoreCase))
        {
            return default;
        }

        var said = Words.Of(clause);
        if (said.Length < 4 || said[^2].Plain != "now" || said[^3].Plain is not ("and" or "so" or "but" or "therefore") || clause.AsSpan().ContainsAny(Quoting))
        {
            return default;
        }

        var walk = new Walk(new Reading(clause, Names.None, default), said.Length - 1, said[^2].End);
        var marks = PostMarks.Take(ref walk, letters: false);
        return marks.Brag is null ? default : marks;
    }

    private static bool IsBlank(string clause)
    {
        foreach (var letter in clause)
        {
            if (char.IsLetterOrDigit(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static int EndOfClause(string words, int start, out int next, out bool endsSentence, out bool isAsked)
    {
        isAsked = false;
        for (var at = start; at < words.Length; at++)
        {
            var mark = words[at];
            var isLast = at + 1 == words.Length || char.IsWhiteSpace(words[at + 1]);
            if (mark is '?')
            {
                isAsked = endsSentence = true;
                next = at + 1;
                return at;
            }

            if (mark is '\n' or '\r' or ';' or '!' or '…' || (mark is '.' && (isLast || words[at + 1] == '.')))
            {
                endsSentence = true;
                next = at + 1;
                return at;
            }

            if (mark is '–' or '—' || (mark is ',' && !(at + 1 < words.Length && char.IsAsciiDigit(words[at + 1]))) || (mark is '-' && (isLast || at == 0 || char.IsWhiteSpace(words[at - 1])) && !(at + 1 < words.Length && words[at + 1] == '>')))
            {
                endsSentence = false;
                next = at + 1;
                return at;
            }
        }

        endsSentence = true;
        next = words.Length;
        return words.Length;
    }
}
