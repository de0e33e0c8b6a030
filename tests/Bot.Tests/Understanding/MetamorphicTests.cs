using System.Globalization;
using System.Text;
using TeamsPlanBot.Bot.Understanding;
using Xunit.Abstractions;

namespace TeamsPlanBot.Bot.Tests.Understanding;

/// <summary>How a question is typed does not change what it asks; an order that is denied or asked about changes nothing.</summary>
public sealed class MetamorphicTests(ITestOutputHelper output)
{
    private const int LeastToSwap = 6;

    private const int LeastLines = 3;

    private static readonly HashSet<string> Questions =
        ["actions", "action", "summary", "changes", "history", "indicators", "indicator", "coverage", "clock", "plans", "digests", "rights", "torn"];

    private static readonly IReadOnlyList<CorpusResult> All = [.. Corpus.Files("").SelectMany(file => Corpus.Read(Corpus.Lines(file)))];

    private static readonly IReadOnlyList<CorpusResult> Asked =
        [.. All.Where(result => result.Wanted.All(parts => parts is [var asked] && Questions.Contains(asked.Kind) && Questions.Contains(asked.Fields.GetValueOrDefault("wanted", "actions"))))];

    // Words that several lines share are spelt right.
    private static readonly HashSet<string> Common =
        [.. All.SelectMany(result => Words(result.Line.Said.ToLowerInvariant()).Distinct()).GroupBy(word => word).Where(same => same.Count() >= LeastLines).Select(same => same.Key)];

    // Orders that hold nobody's own words.
    private static readonly IReadOnlyList<CorpusResult> Ordered =
        [.. All.Where(result => result.Wanted.All(parts => parts is [{ IsWrite: true } order] && !order.Fields.Keys.Any(key => key.StartsWith("text", StringComparison.Ordinal) || key.StartsWith("reason", StringComparison.Ordinal) || key.StartsWith("asks", StringComparison.Ordinal))) && !(result.Intent == "progress" && result.Line.Said.Contains(':', StringComparison.Ordinal)))];

    [Fact]
    public void Capitals_change_nothing() => Same(said => said.ToUpperInvariant());

    // A lone "a" is no amber.
    [Fact]
    public void Small_letters_change_nothing() => Same(said => Words(said).Any(word => word is "R" or "A" or "G" or "B") ? null : said.ToLowerInvariant());

    // "4.3 done?" is no question without its mark.
    [Fact]
    public void Politeness_changes_nothing() =>
        Same(said => IsPolite(said) || char.IsDigit(said[0]) ? null : $"hi, could you {(Words(said)[0] is "show" or "give" or "list" or "send" or "tell" or "count" or "pull" ? "" : "tell me ")}{said.TrimEnd('?', '!', '.', ' ')} please? thanks", alone: true);

    [Fact]
    public void Please_and_thanks_change_nothing() => Same(said => IsPolite(said) ? null : $"{said.TrimEnd('!', '.', ' ')} please, many thanks");

    [Fact]
    public void A_mention_in_front_changes_nothing() => Same(said => said.Contains("<at>", StringComparison.Ordinal) ? null : $"<at>Plan Bot</at> {said}");

    [Fact]
    public void Curly_apostrophes_change_nothing() => Same(said => said.Replace('\'', '’'));

    [Fact]
    public void Missing_apostrophes_change_nothing() => Same(said => said.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal));

    [Fact]
    public void Double_spaces_change_nothing() => Same(said => $"  {said.Replace(" ", "  ", StringComparison.Ordinal)} ");

    [Theory]
    [InlineData("?")]
    [InlineData("??")]
    [InlineData("!")]
    [InlineData(".")]
    [InlineData("...")]
    [InlineData(" ?")]
    [InlineData(" 🙂")]
    [InlineData("\n")]
    public void What_stands_at_the_end_changes_nothing(string end) => Same(said => said.EndsWith('?') && end[0] == '.' ? null : said.TrimEnd('!', '.', ' ') + end);

    [Fact]
    public void Two_letters_swapped_in_a_long_word_change_nothing() => Same((line, turn) => Slipped(line, turn, (word, at) => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}"), turns: 3);

    [Fact]
    public void A_letter_left_out_of_a_long_word_changes_nothing() => Same((line, turn) => Slipped(line, turn, (word, at) => word.Remove(at, 1)), turns: 2);

    [Fact]
    public void A_letter_typed_twice_in_a_long_word_changes_nothing() => Same((line, turn) => Slipped(line, turn, (word, at) => word.Insert(at, word[at].ToString())), turns: 2);

    [Fact]
    public void An_order_in_capitals_is_the_same_order() => Same((result, _) => result.Line.Said.ToUpperInvariant(), turns: 1, Ordered);

    [Fact]
    public void An_order_in_small_letters_is_the_same_order() => Same((result, _) => result.Line.Said.ToLowerInvariant(), turns: 1, Ordered);

    [Fact]
    public void A_polite_order_is_the_same_order() => Same((result, _) => IsPolite(result.Line.Said) || result.Intent == "bind" ? null : $"hi, please {result.Line.Said.TrimEnd('!', '.')}, thanks", turns: 1, Ordered);

    [Fact]
    public void An_order_to_the_bot_by_name_is_the_same_order() => Same((result, _) => result.Line.Said.Contains("<at>", StringComparison.Ordinal) ? null : $"<at>Plan Bot</at> {result.Line.Said}", turns: 1, Ordered);

    [Fact]
    public void An_order_with_two_letters_swapped_is_the_same_order() =>
        Same((line, turn) => Slipped(line, turn, (word, at) => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}"), turns: 2, Ordered);

    [Fact]
    public void The_order_of_name_and_question_changes_nothing()
    {
        string[] questions = ["overdue", "open actions", "red actions", "stale actions", "due next week", "not started", "overdue and red"];
        string[] forms = ["{0} for {1}", "{1} {0}", "{1}: {0}", "{1} - {0}", "{0}, {1}", "show me {0} for {1}", "for {1}, {0}?", "{1}'s {0}"];
        string[] names =
        [
            "First Response", "FR", "Early Help", "Children in Care", "CiC", "Next Steps", "Open Doors", "Red House", "Due North", "Gareth Pugh", "May Green", "Mark Short", "Will Turner", "April Moss",
            "Performance consultant", "Police Area Commander", "Family Group Conferencing", "leeds", "Somerset", "MASH", "Out of Hours", "Siân O'Connor", "Virtual School",
        ];
        var today = new DateOnly(2025, 10, 8);
        var wrong = (from name in names
                     from question in questions
                     let first = Understood(string.Format(CultureInfo.InvariantCulture, forms[0], question, name), today)
                     from form in forms
                     let said = string.Format(CultureInfo.InvariantCulture, form, question, name)
                     let got = Understood(said, today)
                     where got != first
                     select $"{said}\n    asked     {first}\n    got       {got}").ToList();
        Tell(wrong, names.Length * questions.Length * forms.Length);
    }

    [Fact]
    public void An_order_that_is_denied_or_asked_about_changes_nothing()
    {
        string[] orders =
        [
            "mark {0} complete", "close {0}", "reopen {0}", "set {0} to green", "set {0} to amber because two posts are empty", "mark {0} as done", "move {0} to 30 June", "push {0} back to the end of next month",
            "assign {0} to Gareth Pugh", "tag {0} First Response", "reschedule {0} to 15 May", "mark {0} red", "start {0}", "update {0} two workers started", "complete {0}", "hand {0} to May Green",
        ];
        string[] doubts =
        [
            "don't {0}", "dont {0}", "don’t {0}", "do not {0}", "please don't {0}", "please do not {0} yet", "never {0}", "we should not {0}", "we shouldn't {0}", "I didn't {0}", "did you {0}?", "did anyone {0}", "should I {0}?", "should we {0}",
            "why did you {0}?", "who asked you to {0}?", "when did we {0}", "what happens if I {0}?", "if we {0} what then", "I might {0} later", "I'll {0} tomorrow", "I was about to {0}", "they want to {0}", "shall I {0}", "have you seen who tried to {0}?", "how do I {0}?",
            "DON'T {0}", "no, don't {0}", "hi, please don't {0}, thanks", "would you {0} if you were me?", "nobody should {0}", "there is no need to {0}", "I decided not to {0}", "must we {0}?", "we agreed not to {0}", "remind me to {0}", "was it right to {0}?",
        ];
        string[] references = ["4.3", "1.1a", "12.1", "A1", "R4"];
        var today = new DateOnly(2017, 4, 20);
        var wrong = (from order in orders
                     from doubt in doubts
                     from reference in references
                     let said = string.Format(CultureInfo.InvariantCulture, doubt, string.Format(CultureInfo.InvariantCulture, order, reference))
                     let request = Reader.Read(said, CorpusNames.Instance.Names, today, new Speaker("Jo Bloggs", null, 3)).Request
                     where request.MayChange
                     select $"{said}\n    got       {string.Join(" ;; ", RequestNotation.Of(request, new Speaker(null, null, 3), CorpusNames.Instance))}").ToList();
        Tell(wrong, orders.Length * doubts.Length * references.Length);
    }

    private static bool IsPolite(string said) =>
        Words(said.ToLowerInvariant()).Exists(word => word is "please" or "pls" or "thanks" or "thx" or "thank" or "ta" or "cheers" or "hi" or "hello" or "morning" or "ok" or "could" or "can");

    private static string Understood(string said, DateOnly today)
    {
        var speaker = new Speaker("Jo Bloggs", null, null);
        return Key(Reader.Read(said, CorpusNames.Instance.Names, today, speaker).Request, speaker);
    }

    private void Same(Func<string, string?> typed, bool alone = false) => Same((result, _) => alone && result.Line.IsFollowUp ? null : typed(result.Line.Said), turns: 1);

    private void Same(Func<CorpusResult, int, string?> typed, int turns, IReadOnlyList<CorpusResult>? among = null)
    {
        var wrong = new List<string>();
        var tried = 0;
        foreach (var result in among ?? Asked)
        {
            for (var turn = 0; turn < turns; turn++)
            {
                if (typed(result, turn) is not { } said || said == result.Line.Said)
                {
                    continue;
                }

                tried++;
                var got = Key(Reader.Read(said, CorpusNames.Instance.Names, result.Line.Today, result.Speaker).Request, result.Speaker);
                var asked = Key(result.Understood);
                if (got != asked)
                {
                    wrong.Add($"{result.Line.Said}\n    typed     {said}\n    asked     {asked}\n    got       {got}");
                }
            }
        }

        Tell(wrong, tried);
    }

    private void Tell(List<string> wrong, int tried)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tried - wrong.Count} of {tried} the same"));
        wrong.ForEach(output.WriteLine);
        Assert.True(tried > 0);
        Assert.Empty(wrong);
    }

    // What a name or a search is called may be typed in any way; what it stands for may not change.
    private static string Key(Request request, Speaker speaker) => Key(RequestNotation.Of(request, speaker, CorpusNames.Instance));

    private static string Key(IReadOnlyList<RequestNotation> parts) =>
        string.Join(" ;; ", parts.Select(part => part with { Fields = new(part.Fields.Where(field => field.Key is not "name").ToDictionary(), StringComparer.Ordinal) })).ToUpperInvariant().Replace("'", "", StringComparison.Ordinal);

    // One slip in the so-manieth word that is long enough, neither a name nor searched for.
    private static string? Slipped(CorpusResult result, int turn, Func<string, int, string> slip)
    {
        var said = result.Line.Said;
        var searched = result.Understood.Concat(result.Wanted.SelectMany(parts => parts)).Select(part => part.Fields.GetValueOrDefault("words") ?? "").SelectMany(Words).ToHashSet();
        var words = Words(said).Where(word => word.Length >= LeastToSwap && word.All(c => char.IsAsciiLetter(c)) && Common.Contains(word.ToLowerInvariant()) && !CorpusNames.Instance.Words.Contains(word.ToLowerInvariant()) && !searched.Contains(word.ToLowerInvariant())).ToList();
        if (turn >= words.Count || said.Contains("<at>", StringComparison.Ordinal))
        {
            return null;
        }

        var word = words[turn];
        var at = 1 + (word.Length * 7 % (word.Length - 3));
        at = word[at] == word[at + 1] ? at + 1 : at;
        var where = said.IndexOf(word, StringComparison.Ordinal);
        return said[..where] + slip(word, at) + said[(where + word.Length)..];
    }

    private static List<string> Words(string said)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in said + " ")
        {
            if (char.IsLetterOrDigit(c) || c is '\'' or '’' or '.' or '/')
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString().Trim('.', '\'', '’', '/'));
                word.Clear();
            }
        }

        return words;
    }
}
