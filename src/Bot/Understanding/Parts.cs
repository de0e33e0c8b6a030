using System.Buffers;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Cuts a message that may hold several requests: "4.3 done. What's left for FR?", "4.3, 4.4 and 4.9 complete".</summary>
internal static class Parts
{
    /// <summary>More posts than this come from no person's hands.</summary>
    public const int Most = 100;

    // Of a few sentences each may be a request; many are prose.
    private const int MostSentences = 20;

    // What a second request begins with, after "and" or "then".
    private static readonly string[] Beginnings = ["what", "whats", "what's", "show", "which", "who", "how", "list", "tell", "give", "undo"];

    // These begin one only with what they are about: Mark may be a name.
    private static readonly string[] Verbs = ["mark", "close", "set", "update", "reopen", "complete", "assign", "move", "push", "change", "rate", "turn"];

    // What the next line may begin with, too.
    private static readonly string[] Questions = ["is", "are", "has", "have", "when", "where", "why", "can", "could", "please"];

    private static readonly string[] Thanks = ["thanks", "many thanks", "thank you", "cheers", "regards", "kind regards", "best wishes", "best", "ta", "thx"];

    private static readonly SearchValues<char> BeginThanks = SearchValues.Create([.. Thanks.Append("please").SelectMany(thanks => new[] { thanks[0], char.ToUpperInvariant(thanks[0]) })]);

    private static readonly string[] Regrets = ["sorry", "no", "not", "actually", "wait", "hang on", "hold on", "oops", "i mean", "i meant", "ignore", "scrap", "or", "as if", "only joking", "only kidding", "just joking", "just kidding", "don't", "dont", "don’t"];

    private static readonly string[] Joints = [" and then ", ", and ", ", then ", " and ", " then ", ", "];

    /// <summary>The requests of a message; none, where it can only be one.</summary>
    /// <param name="ofTheirOwn">Several lines each begin with an action: none of them is a part of another's words.</param>
    /// <param name="whole">All of it as one, where it was read so to tell.</param>
    public static List<string>? Of(string text, Names names, DateOnly today, out bool ofTheirOwn, ref Reading? whole)
    {
        ofTheirOwn = false;
        if (!MayBeSeveral(text))
        {
            return null;
        }

        var parts = new List<string>();
        var posts = 0;
        foreach (var line in Lines(text, names, ref posts))
        {
            // The words of a post are its own to the end.
            if (line.AsSpan().ContainsAny(":-–—") && HasFigures(line) && PostRules.BeginsPost(line == text ? whole ??= new Reading(text, names, today) : new Reading(line, names, today), names, out var takesAll) && takesAll)
            {
                parts.Add(line);
            }
            else
            {
                foreach (var sentence in Sentences(line))
                {
                    Each(sentence, parts);
                }
            }
        }

        ofTheirOwn = posts > 1;
        return ofTheirOwn || parts.Count <= MostSentences ? parts : [text];
    }

    private static bool HasLetters(string part)
    {
        foreach (var letter in part)
        {
            if (char.IsLetterOrDigit(letter))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasFigures(string line) => line.AsSpan().ContainsAnyInRange('0', '9');

    // Most messages are one request, and nothing in them says otherwise.
    private static bool MayBeSeveral(string text)
    {
        var inner = text.AsSpan().Trim().TrimEnd(".!?;, ");
        return inner.ContainsAny("\n?!;,") || inner.Contains(". ", StringComparison.Ordinal) || inner.Contains(" and ", StringComparison.OrdinalIgnoreCase) || inner.Contains(" then ", StringComparison.OrdinalIgnoreCase)
            || inner.Contains('&');
    }

    // A line that begins no request of its own belongs to the one above, as it was typed; a heading above the first belongs to none.
    private static List<string> Lines(string text, Names names, ref int posts)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            return [text];
        }

        var begun = new List<string>();
        bool? isNumbered = null;
        var isOpen = false;
        var start = 0;
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var found ? found : text.Length;
            var line = Bare(text[at..end].Trim());
            var takesAll = false;
            var isPost = HasFigures(line) && PostRules.BeginsPost(new Reading(line, names, default), names, out takesAll) && !(IsNumbered(line) && isNumbered == false);
            if (isPost)
            {
                isNumbered ??= IsNumbered(line);
                posts++;
            }

            // After "4.3: …" a question stands for itself only where it says that it is one.
            if (isPost || (line.Length > 0 && (BeginsAsked(line) || BeginsWith(line, Questions)) && (!isOpen || line.EndsWith('?'))))
            {
                Add(begun, text[start..at]);
                start = at;
                isOpen = isPost && takesAll;
            }

            at = end + 1;
        }

        Add(begun, text[start..]);
        if (begun.Count > 1 && begun[0].EndsWith(':') && ReferenceAt(begun[0], 0) == 0)
        {
            begun.RemoveAt(0);
        }

        return begun;
    }

    private static void Add(List<string> begun, string part)
    {
        if (part.Trim() is { Length: > 0 } said)
        {
            begun.Add(Bare(said));
        }
    }

    // "7: …"
    private static bool IsNumbered(string line) => line.AsSpan().IndexOfAnyExceptInRange('0', '9') is > 0 and var end && line[end] == ':';

    private static string Bare(string line) => line.Length > 2 && line[0] is '•' or '-' or '*' or '–' or '·' && line[1] != '*' ? line[1..].TrimStart() : line;

    /// <summary>"Sorry, red.": it takes back what was said before it.</summary>
    public static bool IsRegret(string part) => BeginsWith(part, Regrets);

    /// <summary>"Many thanks, Jo": the end of a letter, and no request.</summary>
    public static bool IsThanks(string part)
    {
        // Nobody slips on the first letter.
        if (part.Length > 0 && char.IsAsciiLetter(part[0]) && !BeginThanks.Contains(part[0]))
        {
            return false;
        }

        var words = Words.Of(part);
        Keywords.Correct(words, Names.None.Recognise(words));
        var said = string.Join(' ', words.SkipWhile(word => word.Plain is "please" or "pls").Select(word => word.Plain));
        return words.Length <= 6 && (said.Length == 0 || BeginsWith(said, Thanks)) && !part.AsSpan().ContainsAnyInRange('0', '9');
    }

    private static List<string> Sentences(string text)
    {
        var parts = new List<string>();
        var start = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (text[at - 1] is '.' or '!' or '?' or ';' && char.IsWhiteSpace(text[at]))
            {
                Add(text[start..at]);
                start = at;
            }
            else if (text[at] is ' ' or ',' && JointAt(text, at) is { } joint)
            {
                Add(text[start..at]);
                start = at + joint;

                // One joint may begin inside another: ", and then".
                at = start;
            }
        }

        Add(text[start..]);
        return parts;

        void Add(string part)
        {
            if (HasLetters(part))
            {
                parts.Add(part.Trim());
            }
        }
    }

    // "…, and what's left for FR", "…, 4.4 green": the length of what joins, where a request begins after it.
    private static int? JointAt(string text, int at)
    {
        if (text[at] == ' ' && at + 1 < text.Length && text[at + 1] is not ('a' or 'A' or 't' or 'T'))
        {
            return null;
        }

        foreach (var joint in Joints)
        {
            var after = at + joint.Length;
            if (string.Compare(text, at, joint, 0, joint.Length, StringComparison.OrdinalIgnoreCase) == 0
                && (BeginsAsked(text.AsSpan(after)) || (ReferenceAt(text, after) is > 0 and var end && !IsJoinedToNext(text, end) && SaysSomething(text, at))))
            {
                return joint.Length;
            }
        }

        return null;
    }

    // "4.3 amber, 4.4 green", and not "4.3, 4.4 and 4.9 green": something was said of the one before.
    private static bool SaysSomething(string text, int at)
    {
        var from = at - 1;
        while (from > 0 && text[from - 1] is not (' ' or ','))
        {
            from--;
        }

        return ReferenceAt(text, from) == 0;
    }

    private static bool IsJoinedToNext(string text, int end) => text.AsSpan(end).TrimStart() is [] or ['?'] or ['.'];

    private static bool BeginsAsked(ReadOnlySpan<char> text) => BeginsWith(text, Beginnings) || BeginsOrder(text);

    private static bool BeginsOrder(ReadOnlySpan<char> text)
    {
        foreach (var verb in Verbs)
        {
            if (text.StartsWith(verb, StringComparison.OrdinalIgnoreCase) && text.Length > verb.Length && text[verb.Length] == ' ')
            {
                var rest = text[(verb.Length + 1)..].TrimStart();
                return BeginsWith(rest, ["it", "that", "this", "the", "action", "both"]) || ReferenceAt(rest.ToString(), 0) > 0;
            }
        }

        return false;
    }

    private static bool BeginsWith(ReadOnlySpan<char> text, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase) && (text.Length == beginning.Length || !char.IsLetter(text[beginning.Length])))
            {
                return true;
            }
        }

        return false;
    }

    // "mark 4.3 and 4.4 complete": the same of each.
    private static void Each(string part, List<string> parts)
    {
        var references = new List<(int Start, int End)>();
        for (var at = HasFigures(part) ? 0 : part.Length; at < part.Length && references.Count < MostSentences; at++)
        {
            var isStart = at == 0 || part[at - 1] is ' ' or ',' or '&';
            if (isStart && ReferenceAt(part, at) is > 0 and var end)
            {
                if (references.Count > 0 && !IsJoint(part.AsSpan(references[^1].End, at - references[^1].End)))
                {
                    break;
                }

                references.Add((at, end));
                at = end;
            }
        }

        if (references.Count < 2)
        {
            parts.Add(part);
            return;
        }

        foreach (var one in references)
        {
            parts.Add(string.Concat(part.AsSpan(0, references[0].Start), part.AsSpan(one.Start, one.End - one.Start), part.AsSpan(references[^1].End)));
        }
    }

    private static bool IsJoint(ReadOnlySpan<char> between) => between.Trim().ToString().ToLowerInvariant() is "," or "and" or "&" or ", and";

    // Where a reference that begins here ends; 0 where none does. A mere number is not told from other words.
    private static int ReferenceAt(string text, int start) => start < text.Length && References.EndAt(text, start, out var kind) is > 0 and var end && kind != ReferenceKind.Number ? end : 0;
}
