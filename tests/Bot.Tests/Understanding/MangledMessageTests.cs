using System.Text;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Plans;
using Xunit.Abstractions;

namespace TeamsPlanBot.Bot.Tests.Understanding;

/// <summary>Whatever becomes of a message on its way, reading it never fails, and changes nothing that the message does not name and order.</summary>
public sealed class MangledMessageTests(ITestOutputHelper output)
{
    private const int Messages = 100_000;

    private static readonly string[] Said = [.. Corpus.Files("").SelectMany(Corpus.Lines).Select(line => line.Said)];

    private static readonly string[] Joints = [" ", "\n", ". ", ", ", " and ", " - ", "? ", "; ", " then ", ": ", " because "];

    private static readonly (string Before, string After)[] Around =
    [
        ("<b>", "</b>"), ("**", "**"), ("`", "`"), ("\"", "\""), ("“", "”"), ("> ", ""), ("- ", ""), ("<at>Plan Bot</at> ", ""), ("<at>Jo</at> ", ""), ("(", ")"), ("[", "](https://example.org/4.3)"), ("<!--", "-->"), ("FW: ", ""), ("don't ", ""), ("if ", ""),
        ("please ", " thanks"), ("\u202E", ""), ("\u200F", "\u200F"), ("4.3: ", ""), ("A1 ", ""), ("it ", ""), ("", "?"), ("", " 4.3"),
    ];

    private static readonly string[] Letters = ["\0", "\u0007", "\u200B", "\u200D", "\u202E", "\u200F", "\u00AD", "\t", "\r\n", "\uD800", "\uDC00", "é", "İ", "ß", "٣", "４", "🎉", "’", "\"", "%", "£", "/", ".", ":", "-", "–", "?", "(", ")", "&", "#", "@", "\u2028"];

    // What orders take their objects from, besides references.
    private static readonly HashSet<string> Pointing =
        ["it", "its", "that", "thats", "this", "above", "one", "the", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "last", "1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "number", "action"];

    [Fact]
    public void A_hundred_thousand_mangled_messages_change_nothing_they_do_not_name()
    {
        var random = new Random(2017_04_20);
        var today = new DateOnly(2017, 4, 20);
        Speaker[] speakers =
        [
            new("Jo Bloggs", null, null), new("Jo Bloggs", null, 3), new("Jo Bloggs", null, null, new Remembered(null, [new ShownAction(3, "3.6")], 3)), new("Jo Bloggs", null, null, new Remembered(null, [new ShownAction(3, "3.6"), new ShownAction(4, "9.9z")], null)),
        ];
        var changes = 0;
        var wrong = new List<string>();
        for (var i = 0; i < Messages; i++)
        {
            var said = Mangled(random);
            var speaker = speakers[random.Next(speakers.Length)];
            Request request;
            try
            {
                request = Reader.Read(said, CorpusNames.Instance.Names, today, speaker).Request;
            }
            catch (Exception problem)
            {
                wrong.Add($"{problem}: {said.ReplaceLineEndings("\\n")}");
                continue;
            }

            foreach (var part in request is Request.Several several ? several.Parts.Select(each => each.Request) : [request])
            {
                changes += part.MayChange ? 1 : 0;
                if (Wrong(said, part, speaker) is { } why)
                {
                    wrong.Add($"{why}: {said.ReplaceLineEndings("\\n")}");
                }
            }
        }

        output.WriteLine($"{Messages} messages, {changes} changes");
        wrong.Take(50).ToList().ForEach(output.WriteLine);
        Assert.Empty(wrong);
        Assert.InRange(changes, Messages / 50, Messages);
    }

    // What a change has to find in the message as it was typed, whatever the rules made of it.
    private static string? Wrong(string said, Request part, Speaker speaker)
    {
        if (!part.MayChange)
        {
            return null;
        }

        var tokens = Tokens(said);
        return part switch
        {
            Request.Post post => Object(said, tokens, post.Action, speaker) ?? Words(said, post.Text)
                ?? (post is { Text: null, Brag: null, State: null } ? "a post of nothing" : null) ?? Rating(tokens, post.Brag) ?? State(tokens, post.State, post.Brag),
            Request.Reschedule moved => Object(said, tokens, moved.Action, speaker) ?? Words(said, moved.Reason)
                ?? (moved.Due is null && !Slip(tokens, "remove", "clear", "delete", "take") ? "a date taken away unasked" : null),
            Request.Reassign led => Object(said, tokens, led.Action, speaker) ?? led.Leads.Select(lead => Lead(said, tokens, lead)).FirstOrDefault(why => why is not null),
            Request.Tag tag => Object(said, tokens, tag.Action, speaker),
            _ => null,
        };
    }

    private static string? Object(string said, HashSet<string> tokens, ActionNamed action, Speaker speaker)
    {
        var shown = speaker.Last?.Shown ?? [];

        // "What is 4.3; update it: signed off" shows the one it means itself.
        return action.Ref is not { } reference ? ((tokens.Overlaps(Pointing) || Slip(tokens, "thats", "this")) && (shown.Count == 1 || said.Any(char.IsAsciiDigit)) ? null : "an action nobody named")
            : Stands(said, reference) && reference.Any(char.IsAsciiDigit) ? null
            : shown.Any(one => one.Ref == reference) && tokens.Overlaps(Pointing) ? null : $"{reference} does not stand there";
    }

    private static bool Stands(string said, string reference)
    {
        for (var at = said.IndexOf(reference, StringComparison.Ordinal); at >= 0; at = said.IndexOf(reference, at + 1, StringComparison.Ordinal))
        {
            var end = at + reference.Length;
            if ((at == 0 || !char.IsAsciiLetterOrDigit(said[at - 1])) && (end == said.Length || !char.IsAsciiLetterOrDigit(said[end])))
            {
                return true;
            }
        }

        return false;
    }

    // A mention is taken out before the words are read.
    private static string? Words(string said, string? text) =>
        text is null || said.Contains("<at", StringComparison.OrdinalIgnoreCase) || said.Contains(text, StringComparison.Ordinal) ? null : $"words nobody typed, “{text}”";

    private static string? Rating(HashSet<string> tokens, Brag? brag) => brag switch
    {
        Brag.Red => tokens.Overlaps(["red", "r"]),
        Brag.Amber => tokens.Contains("a") || Slip(tokens, "amber"),
        Brag.Green => tokens.Contains("g") || Slip(tokens, "green"),
        Brag.Blue => tokens.Overlaps(["blue", "b"]),
        _ => true,
    } ? null : $"{brag} out of nothing";

    private static string? State(HashSet<string> tokens, ActionState? state, Brag? brag) => state switch
    {
        ActionState.Complete => brag == Brag.Blue || Slip(tokens, "complete", "completed", "finished", "finish", "closed", "close", "done"),
        ActionState.InProgress => tokens.Overlaps(["re", "under", "underway", "inprogress"]) || Slip(tokens, "reopen", "reopened", "start", "started", "begin", "progress"),
        ActionState.NotStarted => tokens.Overlaps(["not", "unstarted"]) || tokens.Any(token => token.StartsWith("isn", StringComparison.Ordinal)),
        _ => true,
    } ? null : $"{state} out of nothing";

    private static bool Slip(HashSet<string> tokens, params string[] meant) => meant.Any(word => tokens.Any(token => token[0] == word[0] && Math.Abs(token.Length - word.Length) <= 2 && token.Count(letter => word.Contains(letter, StringComparison.Ordinal)) >= word.Length - 2));

    private static string? Lead(string said, HashSet<string> tokens, string lead) =>
        said.Contains(lead, StringComparison.OrdinalIgnoreCase) || (lead == "Jo Bloggs" && tokens.Overlaps(["me", "myself", "i"])) || Tokens(lead).Any(word => word.Length > 1 && tokens.Any(token => token[0] == word[0])) ? null : $"{lead} out of nothing";

    private static HashSet<string> Tokens(string said)
    {
        var tokens = new HashSet<string>();
        var word = new StringBuilder();
        foreach (var letter in said + " ")
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else if (letter is not ('\'' or '’' or '‘' or '`') && word.Length > 0)
            {
                tokens.Add(word.ToString());
                word.Clear();
            }
        }

        return tokens;
    }

    private static string Mangled(Random random)
    {
        var said = Said[random.Next(Said.Length)];
        for (var times = random.Next(4); times >= 0; times--)
        {
            said = random.Next(9) switch
            {
                0 => AmongWords(random, said, (words, at) => words.RemoveAt(at)),
                1 => AmongWords(random, said, (words, at) => words.Insert(at, words[at])),
                2 => AmongWords(random, said, (words, at) => (words[0], words[at]) = (words[at], words[0])),
                3 => AmongLetters(random, said, (letters, at) => letters.Remove(at, 1)),
                4 => AmongLetters(random, said, (letters, at) => letters.Insert(at, letters[at])),
                5 => AmongLetters(random, said, (letters, at) => letters.Insert(at, Letters[random.Next(Letters.Length)])),
                6 => $"{said}{Joints[random.Next(Joints.Length)]}{Said[random.Next(Said.Length)]}",
                7 when Around[random.Next(Around.Length)] is var (before, after) => $"{before}{said}{after}",
                _ => random.Next(200) == 0 ? said.Replace(" ", new string('x', 5_000), StringComparison.Ordinal) : AmongWords(random, said, (words, at) => words.Insert(at, Said[random.Next(Said.Length)].Split(' ')[0])),
            };
        }

        return said;
    }

    private static string AmongWords(Random random, string said, Action<List<string>, int> change)
    {
        var words = said.Split(' ').ToList();
        change(words, random.Next(words.Count));
        return string.Join(' ', words);
    }

    private static string AmongLetters(Random random, string said, Action<StringBuilder, int> change)
    {
        var letters = new StringBuilder(said);
        if (letters.Length > 0)
        {
            change(letters, random.Next(letters.Length));
        }

        return letters.ToString();
    }
}
