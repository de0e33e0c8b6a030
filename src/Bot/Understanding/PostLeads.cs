using System.Buffers;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>The people, roles and boards that are to lead an action.</summary>
internal static class PostLeads
{
    private const int Most = 8;

    private const int LongestName = 80;

    private static readonly SearchValues<char> NotInNames = SearchValues.Create("\n\r\"“”<>?:;=`{}|\\");

    // A role may hold an "and": "Head of Quality and Performance" is one lead.
    private static readonly HashSet<string> RoleWords =
        ["head", "manager", "director", "officer", "service", "team", "board", "lead", "coordinator", "group", "partnership", "strategic", "om", "leader", "chair", "executive", "worker", "practitioner", "of"];

    private static readonly HashSet<string> NoNames =
        ["because", "as", "when", "if", "once", "until", "unless", "not", "who", "whom", "whoever", "them", "him", "her", "someone", "somebody", "anyone", "anybody", "everyone", "nobody", "none", "no", "tbc", "tba", "later", "next", "from",
         "tomorrow", "today", "it", "that", "this", "is", "are", "was", "be", "will", "should", "but", "or", "complete", "done", "red", "amber", "green", "blue", "overdue", "since", "due", "please", "what", "which", "how", "maybe", "perhaps",
         "instead", "a", "after", "following", "while", "with", "we", "they", "you", "an", "our", "their", "my", "your", "his", "its", "any", "all", "each", "every", "right", "relevant", "appropriate", "correct", "person", "starter", "successor", "replacement", "suitable", "whichever", "has", "have", "does", "only", "plenty", "time", "top", "more", "another", "priority", "attention"];

    /// <summary>The leads named in these words, each as the plans write it where they know it; empty where it is not names that stand there.</summary>
    /// <param name="from">The first word.</param>
    /// <param name="to">The word after the last.</param>
    /// <param name="plans">The plans the action may be in, where these are known.</param>
    /// <param name="torn">A first name or surname that several leads bear.</param>
    public static IReadOnlyList<string> Of(Reading reading, int from, int to, Names names, Speaker speaker, IReadOnlyList<int> plans, out Understood? torn)
    {
        torn = null;
        var leads = new List<string>();
        for (var at = from; at < to;)
        {
            at += reading.Words[at].Plain == "the" && at + 1 < to ? 1 : 0;
            var known = names.StartingAt(reading, at) is { } name ? names.OfKind(name, NameKind.Lead) : null;
            var length = known?.Words.Length ?? 0;
            if (known is not null && at + length <= to && (at + length == to || Parts(reading, at + length)))
            {
                leads.Add(known.Text);
                at += length;
            }
            else if (known is not null && at + length < to && reading.Words[at + length - 1].Typed is [.., '\'' or '’', 's' or 'S'])
            {
                // "Gareth Pugh's team"
                return [];
            }
            else
            {
                var end = at + 1;
                while (end < to && !Parts(reading, end, isRole: IsRole(reading, at, end)))
                {
                    end++;
                }

                if (Name(reading, at, end, speaker) is not { } typed)
                {
                    return [];
                }

                var called = end == at + 1 ? Called(reading.Words[at].Plain, names, plans) : [];
                if (called.Count > 1)
                {
                    torn = new Understood(new Request.Torn(typed, reading.Choices(typed, called), "reassign"), "", ["a name that several leads bear"]);
                    return [];
                }

                leads.Add(called is [var only] ? only : typed);
                at = end;
            }

            at += at < to && reading.Words[at].Plain == "and" ? 1 : 0;
            if (leads.Count > Most)
            {
                return [];
            }
        }

        return leads;
    }

    // The people of whose names this word is the first or the last.
    private static List<string> Called(string word, Names names, IReadOnlyList<int> plans)
    {
        var called = names.Of([word], marked: true, NameKind.Lead).Names
            .Where(name => name.Words.Length is 2 or 3 && (name.Words[0] == word || name.Words[^1] == word) && !Array.Exists(name.Words, RoleWords.Contains) && Understanding.Words.Of(name.Text).All(part => char.IsUpper(part.Typed[0])))
            .ToList();
        var here = called.Where(name => plans.Count > 0 && name.Ids.Any(id => names.IsOf(NameKind.Lead, id, plans))).ToList();
        return [.. (here.Count > 0 ? here : called).Select(name => name.Text).Distinct()];
    }

    private static string? Name(Reading reading, int from, int to, Speaker speaker)
    {
        if (to == from + 1 && reading.Words[from].Plain is "me" or "myself" or "i")
        {
            return speaker.Name;
        }

        var typed = reading.Text[reading.Words[from].Start..reading.Words[to - 1].End];
        if (typed.Length > LongestName || to - from > Most || !char.IsLetter(typed[0]) || typed.AsSpan().ContainsAny(NotInNames))
        {
            return null;
        }

        for (var at = from; at < to; at++)
        {
            var word = reading.Words[at];
            if (word.Plain is "will" or "may" && to > from + 1 && char.IsUpper(word.Typed[0]))
            {
                continue;
            }

            if (NoNames.Contains(word.Plain) || PostWords.Withdraws(word.Plain) || (word.Plain.Length > 0 && char.IsAsciiDigit(word.Plain[0]) && !IsOfAges(reading, at, from, to)) || (PostWords.DeedOf(word.Plain) != Deed.None && char.IsLower(word.Typed.Length > 0 ? word.Typed[0] : 'x')) || (PostWords.Asks(word.Plain) && word.Plain is not "may"))
            {
                return null;
            }
        }

        return typed;
    }

    // "Children's Services 0-5"
    private static bool IsOfAges(Reading reading, int at, int from, int to) =>
        at > from && ((at + 1 < to && IsHyphen(reading, at) && char.IsAsciiDigit(reading.Words[at + 1].Plain[0])) || (IsHyphen(reading, at - 1) && char.IsAsciiDigit(reading.Words[at - 1].Plain[0])));

    private static bool IsHyphen(Reading reading, int at) => reading.Words[at + 1].Start == reading.Words[at].End + 1 && reading.Text[reading.Words[at].End] is '-' or '–';

    // A comma, slash or line end before this word, or an "and", parts two names.
    private static bool Parts(Reading reading, int at, bool isRole = false) =>
        (reading.Words[at].Plain == "and" && !isRole)
        || reading.Text.AsSpan(reading.Words[at - 1].End, reading.Words[at].Start - reading.Words[at - 1].End).ContainsAny(",;/\n");

    private static bool IsRole(Reading reading, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (RoleWords.Contains(reading.Words[at].Plain))
            {
                return true;
            }
        }

        return false;
    }
}
