using System.Collections.Frozen;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>The words that rules look for, found again where a letter slipped: "ovredue", "outstandng".</summary>
internal static class Keywords
{
    // Shorter words are too near to each other: "read" is no slip of "red".
    private const int Shortest = 5;

    // "Reccomendation" has two slips, and is nothing else.
    private const int LongWord = 11;

    private static readonly string[] All = (
        "about access across action actions after afternoon almost already amber ambers answer anything april arrived assign assigned audit august average because before behind better between cancel change changed " +
        "changes channel cheers close closed closing colour coming commands complete completed could count coverage covered create daily dashboard deadline deadlines december delay delayed delete detail details " +
        "digest digests download draft early easter eight email every everything example excel executive export extend falls february figure figures finished finishing first follow fortnight forward friday fully " +
        "getting going green greens group happening happy hasnt havent headlines heard hello history ignore import incomplete indicator indicators instructions january latest leading leads leave longer longest " +
        "looked looking march marked maybe measures meeting mention mentioning mentions merge might missed missing monday mondays month months morning moved movement moves nearly needs never nobody nothing november " +
        "number october ofsted other outstanding overall overdue overview owner performance plans please position postpone previous produce progress quarter rated rating ratings ready reassign received recent " +
        "recommendation recommendations record remember remind remove reopen reopened report reschedule responsible revert review right rights second section sending september shall short should signed since slipped " +
        "slipping slips someone sorry spreadsheet stale start started state statement status statutory steps still strategic subscribe summarise summarize summary summer target thank thanks thats their there things " +
        "think third those three thursday today tomorrow total touched track transfer trend tuesday unallocated unassigned undated under underway unrated unfinished unsubscribe untag until upcoming update updated updates " +
        "upload version wednesday weekday weekly weeks whats whens where wheres which within without working would years yesterday").Split(' ');

    // English words of their own that are one letter away from those.
    private static readonly string[] Others = (
        "abort afternoons alter answers anythings aprils arrive arrives assigns auction auctions audio audits augusts averaged averages batter beater behinds betted betters bettor bitter butter cancels cancer " +
        "chance chanced chances channels chanted charge charged charges cheeks cheeps cheer cheery chnaged chose clanged clone closer closes closet clove coding coking color colours combing comings command commando " +
        "commandos commends compete competed completer completes cooing coping coring counts county court coveted cowered cowing crate crease created creates cremate dairy daisy dally dashboards decay decayed " +
        "decembers delays deleted deletes deplete derail derails detain detains direst divest divests doily drafts drift drily earls easier eastern easters eater eighth eights eighty emails exampled examples excels " +
        "executives exhort expel expend expert exports extends extent extort fails fellow fells figured fills filly finishes firsts follows folly fortnights forwards fridays fulls goring greed greek greeks greet " +
        "greets groups gutting happenings haunt haven havens headline headlined hears heart hellos hippy hoard ignored ignores impart imports instruction lading lamest latent laxest leafing leafs leaking leaks " +
        "leaning leans leaping leaps lease leasing leaved leaves leaving lending lends linger loading loads locked locking lodger logger longed loomed looming looped looping loosed loosing looted looting marker " +
        "market marred marsh masked massed massing match maybes measure measured meetings melting merged merger merges messed messing meting mighty misled misses misted misting misused misusing moaning modes moles " +
        "mooed mooning moped mopes mornings moths mourning mouth mouths movements mover movers movies mussed mussing nearby neatly needy newer notching nothings noting novembers numbed numbers octobers others " +
        "otter ousted overalls overdues owned owners performances plains plane planes plank planks plant plants plays pleases positions postponed postpones precious produced producer produces " +
        "product quarters quartet raced racing rafted raged raging raked raking ranted ranting rared raring rates ratted ratting raved raving ravings razed razing reads rebind recant receive receiver receives records regent relent remembers reminds remote " +
        "removed removes reopens repent reports rescheduled reschedules resent resort responsibly retort revere reverts revery reviews rewind sanding satle scale seconds sections seeding seeps sensing septembers " +
        "shawl shell shipped shipping ships shirt shoot shore shorn shorts shout sighed signer simmer singe singed sinned sipped sipping skate skill skipped skipping skips slapped slapping slaps slate slims slipper " +
        "slits slopped slopping slops slummer small smart smarted snipped snipping snips snort someones spate spending spill sport spreadsheets stable stage stake staled staler stales stalk stall staple stare stared " +
        "stark starred stars starter startled starts starved stated statements stater states statue statues stave steeps stems stews stills stole stops style subscribed subscriber subscribes suction summaries " +
        "summarised summarises summed summers swill targets teats theirs theme theres these theyre thick thing thinks thins thirds thongs threes threw thursdays todays tomorrows tonal torched " +
        "totals touches trace tracks tract transfers tread treed trends trendy trick truck tuesdays udder underlay unload untie versions weakly wednesdays weeds weekdays weeps whereas wording workings world " +
        "worming woulds wound wrens yearn yearns yesterdays").Split(' ');

    /// <summary>What is no slip of one of them.</summary>
    public static FrozenSet<string> Known { get; } = FrozenSet.Create(StringComparer.Ordinal, [.. All, .. Others, .. LittleWords.All]);

    private static readonly Vocabulary Words = new(All);

    private static readonly (Spelt Word, int Meaning)[][] ByFirstLetter = [.. Enumerable.Range('a', 26).Select(letter => All.Where(word => word[0] == letter).Select(word => (new Spelt(word), Words.MeaningOf(word))).ToArray())];

    /// <summary>Puts the word that was meant in the place of one with a slip, where no name holds it.</summary>
    public static void Correct(Word[] words, Recognised inNames)
    {
        for (var at = 0; at < words.Length; at++)
        {
            var plain = words[at].Plain;
            if (!words[at].Is(Traits.Known) && plain.Length >= Shortest && inNames.MeaningAt(at) < 0 && Nearest(plain) is { } meant)
            {
                words[at] = new Word(Lexeme.Of(meant), words[at].Typed, words[at].Start);
                inNames.Forget(at);
            }
        }
    }

    // One slip away, or two in a long word, and nothing else is. Nobody slips on the first letter.
    private static string? Nearest(string word)
    {
        if (word[0] is not (>= 'a' and <= 'z' and var first) || word.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        (string Text, int Meaning)? nearest = null;
        var typed = new Spelt(word);
        foreach (ref readonly var keyword in ByFirstLetter[first - 'a'].AsSpan())
        {
            // Of singular and plural the rules know both; the vocabulary takes them for one.
            var most = keyword.Word.Text.Length >= LongWord ? Spelling.MostSlips : 1;
            if (typed.AtLeastFrom(keyword.Word) <= most && nearest?.Meaning != keyword.Meaning && Spelling.Distance(word, keyword.Word.Text) <= most)
            {
                if (nearest is not null)
                {
                    return null;
                }

                nearest = (keyword.Word.Text, keyword.Meaning);
            }
        }

        return nearest?.Text;
    }
}
