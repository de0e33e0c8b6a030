using System.Collections.Frozen;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>What a message may be about besides lists of actions: rules of other topics need not look at it.</summary>
[Flags]
internal enum Topic
{
    None = 0,
    Changes = 1,
    History = 2,
    Summary = 4,
    Coverage = 8,
    Clock = 16,
    Indicators = 32,
    Digests = 64,
    Rights = 128,
    Tags = 256,
    Merging = 512,
    Binding = 1024,
    Reports = 2048,
    Exports = 4096,
    Imports = 8192,
    Recording = 16384,
    Pages = 32768,
}

/// <summary>The words that give a topic away.</summary>
internal static class TopicWords
{
    // The first letter and the length of a word with a slip are near those of the word that was meant.
    private const int ShortestWithSlip = 6;

    private static readonly (Topic Topic, string Words)[] Telling =
    [
        (Topic.Changes, "changed change changes changelog moved movement updates update updated new news different happened happening miss missed posted reported catch latest recent altered"),
        (Topic.History, "history updates update updated changed changes happened log trail audit who said timeline progress when previous past"),
        (Topic.Summary, "summary summarise summarize overview how hows where wheres breakdown status position dashboard headlines snapshot brief state progress rag brag performing"),
        (Topic.Coverage, "coverage covered cover recommendation recommendations recs rec uncovered unanswered gaps"),
        (Topic.Clock, "statement statutory clock wsoa wsa working received"),
        (Topic.Indicators, "indicator indicators kpi kpis measure measures metric metrics performance data scorecard target targets trend trends figure figures direction off"),
        (Topic.Digests, "digest digests every each daily weekly monthly fortnightly quarterly yearly annually hourly weekdays biweekly subscribe unsubscribe subscribed subscription subscriptions remind reminder reminders alternate mondays tuesdays wednesdays thursdays fridays saturdays sundays bulletin scheduled first last fortnight nudge nudges nudging"),
        (Topic.Rights, "owner owners own owns access rights right permission permissions edit editor editors see read reader readers view viewer viewers contributor contribute remove revoke post write change"),
        (Topic.Tags, "tag untag tags tagged add remove retag"),
        (Topic.Merging, "merge same combine duplicate duplicates"),
        (Topic.Binding, "channel chat conversation group bind link about"),
        (Topic.Reports, "report reports reporting"),
        (Topic.Pages, "page pager"),
        (Topic.Exports, "export exports download csv excel xlsx spreadsheet"),
        (Topic.Imports, "import upload load importing uploading"),
        (Topic.Recording, "is was are were to at of record set enter log add reached hit put stands stood value correct"),
    ];

    private static readonly FrozenDictionary<string, Topic> Known = Telling
        .SelectMany(telling => telling.Words.Split(' ').Select(word => (word, telling.Topic)))
        .GroupBy(told => told.word, told => told.Topic)
        .ToFrozenDictionary(told => told.Key, told => told.Aggregate((all, topic) => all | topic), StringComparer.Ordinal);

    private static readonly (Spelt Word, Topic Topic)[][] Long = [.. Enumerable.Range('a', 26).Select(letter => Known.Where(told => told.Key.Length >= ShortestWithSlip && told.Key[0] == letter).Select(told => (new Spelt(told.Key), told.Value)).ToArray())];

    public static IEnumerable<string> All => Known.Keys;

    public static Topic Of(string word) => Known.TryGetValue(word, out var topic) ? topic : word.Length >= ShortestWithSlip ? Nearly(word) : Topic.None;

    public static Topic Of(Word[] words)
    {
        var topics = Topic.None;
        foreach (ref readonly var word in words.AsSpan())
        {
            topics |= word.Is(Traits.Lexical) ? word.Topics : word.Plain.Length >= ShortestWithSlip ? Nearly(word.Plain) : Topic.None;
        }

        return topics;
    }

    // Nobody slips on the first letter; "chnaged" is a slip of "changed", though it might have been "changes".
    private static Topic Nearly(string typed)
    {
        var topics = Topic.None;
        if (typed[0] is >= 'a' and <= 'z')
        {
            var spelt = new Spelt(typed);
            foreach (var (word, topic) in Long[typed[0] - 'a'])
            {
                topics |= spelt.AtLeastFrom(word) <= 1 && (word.Text[1] == typed[1] || word.Text[2] == typed[1] || word.Text[1] == typed[2]) && Spelling.Distance(typed, word.Text) == 1 ? topic : Topic.None;
            }
        }

        return topics;
    }
}
