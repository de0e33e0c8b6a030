using TeamsPlanBot.Data.Naming;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>A name as people use it, with everything of one kind that bears it.</summary>
public sealed record Name(NameKind Kind, string Text, IReadOnlyList<int> Ids)
{
    /// <summary>What people type: the name itself, an alias, or another way of writing it.</summary>
    internal string[] Words { get; init; } = [];

    // The words by number, singular and plural being one.
    internal int[] Meanings { get; set; } = [];

    internal string KindInWords => Kind switch
    {
        NameKind.Plan => "plan",
        NameKind.Service => "service",
        NameKind.Lead => "lead",
        NameKind.Section => "section",
        _ => "indicator",
    };

    internal bool IsOtherWay { get; init; }

    // All its words are used for other things than names, too.
    internal bool IsOrdinary { get; set; }
}

/// <summary>The names one viewer may use.</summary>
public sealed class Names
{
    private const int LongestPrefix = 5;

    private static readonly string[] Prefixes = ["re", "non", "pre", "post", "co", "multi", "inter", "self", "sub", "mid"];

    private readonly NameIndex index;
    private readonly Lazy<NameIndex> plans;
    private readonly Lazy<NameIndex> indicators;
    private readonly Dictionary<string, string[]> abbreviations;
    private readonly Lazy<Dictionary<(NameKind Kind, int Id), int>> planOf;
    private readonly Lazy<ILookup<string, int>> indicatorsCalled;
    private readonly Lazy<Dictionary<string, Name>> calledFirst;
    private readonly People people;

    /// <param name="leads">What else leads go by, and when; without it, the names they bear among the things.</param>
    public Names(IReadOnlyList<NamedThing> things, IReadOnlyList<LeadName>? leads = null)
    {
        Things = things;
        people = new People(leads ?? [.. things.Where(thing => thing.Kind == NameKind.Lead).Select(lead => new LeadName(lead.Id, lead.PlanId, lead.Name))]);
        var all = AllOf(things);
        index = new NameIndex([.. all.Where(name => name.Kind != NameKind.Indicator)]);
        plans = new Lazy<NameIndex>(() => new NameIndex([.. AllOf(things.Where(thing => thing.Kind == NameKind.Plan))]));
        indicators = new Lazy<NameIndex>(() => new NameIndex([.. AllOf(things.Where(thing => thing.Kind == NameKind.Indicator))]));
        planOf = new Lazy<Dictionary<(NameKind Kind, int Id), int>>(() => things.DistinctBy(thing => (thing.Kind, thing.Id)).ToDictionary(thing => (thing.Kind, thing.Id), thing => thing.PlanId));
        indicatorsCalled = new Lazy<ILookup<string, int>>(() => things.Where(thing => thing.Kind == NameKind.Indicator).ToLookup(thing => thing.Shown ?? thing.Name, thing => thing.Id, StringComparer.OrdinalIgnoreCase));
        calledFirst = new Lazy<Dictionary<string, Name>>(() => all
            .Where(name => name is { Kind: NameKind.Lead, IsOtherWay: false, Words: [var first, _, ..] } && (LittleWords.All.Contains(first) || OrdinaryWords.Hold(first)) && !OrdinaryWords.IsGeneric(first))
            .GroupBy(name => name.Words[0])
            .Where(same => same.Select(name => name.Text).Distinct().Count() == 1)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal));
        var written = all.Where(name => !name.IsOtherWay).SelectMany(name => name.Words).ToHashSet(StringComparer.Ordinal);
        abbreviations = Abbreviations.All.Where(known => !written.Contains(known.Key) && index.HoldsInARow(known.Value)).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The names of someone who may see nothing.</summary>
    public static Names None { get; } = new([]);

    /// <summary>The names as the plans write them.</summary>
    public IReadOnlyList<NamedThing> Things { get; }

    /// <summary>Puts what an abbreviation stands for in its place, where some name here holds those words and none holds the abbreviation itself; likewise the initials of one name.</summary>
    public Word[] Expand(Word[] words)
    {
        List<Word>? expanded = null;
        bool? isShouted = null;
        for (var i = 0; i < words.Length; i++)
        {
            var meant = FullOf(words, i, ref isShouted);
            if (meant is not null && expanded is null)
            {
                expanded = [.. words[..i]];
            }

            if (meant is null)
            {
                expanded?.Add(words[i]);
                continue;
            }

            for (var j = 0; j < meant.Length; j++)
            {
                expanded!.Add(new Word(Lexeme.Of(meant[j]), j == 0 ? words[i].Typed : "", j == 0 ? words[i].Start : words[i].End));
            }
        }

        return expanded?.ToArray() ?? words;
    }

    /// <summary>Whether all that a question is about stands in one of these plans.</summary>
    public bool AreIn(ActionQuestion question, IReadOnlyList<int> plans)
    {
        return IsIn(NameKind.Service, question.Services) && IsIn(NameKind.Section, question.Sections) && IsIn(NameKind.Lead, question.Leads ?? []);

        bool IsIn(NameKind kind, IReadOnlyList<int> ids) => ids.Count == 0 || ids.Any(id => IsOf(kind, id, plans));
    }

    /// <summary>The longest name that begins at this word; of one length, the kind that comes first. It ends as many words on as <see cref="Name.Words"/> holds.</summary>
    internal Name? StartingAt(Reading reading, int at) => index.StartingAt(reading, at);

    /// <summary>The thing of this kind that bears the same name.</summary>
    public Name? OfKind(Name name, NameKind kind) => index.OfKind(name, kind);

    /// <summary>What these words may mean: a name, a part of one, in any order, its initials, or one spelt nearly so.</summary>
    /// <param name="marked">A word such as "for" says that a name follows; without it, a part of a name must be telling.</param>
    /// <param name="kind">Only names of this kind, where the words say so.</param>
    public Meaning Of(string[] phrase, bool marked = true, NameKind? kind = null) => MeaningIn(index, phrase, marked, kind);

    /// <summary>The part of what bears this name that stands in the plan; all of it, where none does.</summary>
    internal Name In(int plan, Name name)
    {
        var there = name.Ids.Where(id => IsOf(name.Kind, id, [plan])).ToList();
        return there.Count == 0 ? name : name with { Ids = there };
    }

    /// <summary>Every plan has a section 4: where no plan is named, the one of the plan that is spoken of is meant.</summary>
    internal List<Name> Nearer(List<Name> named, Speaker speaker) =>
        named.Count > 0 && speaker.PlanMeant is { } spoken && !named.Exists(name => name.Kind == NameKind.Plan)
            ? [.. named.Select(name => name.Kind == NameKind.Section && name.Ids.Count > 1 ? In(spoken, name) : name)]
            : named;

    /// <summary>Whether some longer name begins with just this word and the next.</summary>
    internal bool MayBegin(Reading reading, int at) => index.MayBegin(reading, at);

    /// <summary>The one lead with this first name, where it is an ordinary word too: Will, May, June.</summary>
    internal Name? CalledFirst(string word) => calledFirst.Value.GetValueOrDefault(word);

    /// <summary>The one name that these words are, in whatever order.</summary>
    internal Name? Whole(string[] phrase) => index.Whole(phrase) is [var only] ? only : null;

    /// <summary>Whether this thing stands in one of these plans.</summary>
    internal bool IsOf(NameKind kind, int id, IReadOnlyList<int> among) => planOf.Value.TryGetValue((kind, id), out var plan) && among.Contains(plan);

    /// <summary>The indicators of all plans that are called so, whatever their other names.</summary>
    internal IEnumerable<int> IndicatorsCalled(string name) => indicatorsCalled.Value[name];

    /// <summary>Which of these words stand in names.</summary>
    internal Recognised Recognise(Word[] words) => index.Recognise(words);

    /// <summary>Whether this word stands in some name.</summary>
    internal bool Hold(string word) => index.Holds(word);

    /// <summary>The plan these words name.</summary>
    public Meaning PlanOf(string[] phrase) => MeaningIn(plans.Value, phrase, marked: true, null);

    /// <summary>The indicators these words may name: exactly, by another name, or by a part of it ("re-referrals").</summary>
    public Meaning Indicators(string[] phrase)
    {
        var meaning = MeaningIn(indicators.Value, phrase, marked: true, null);
        if (meaning.Names.Count > 0 || Array.FindAll(phrase, word => !OrdinaryWords.IsGeneric(word)) is not { Length: > 0 } telling || telling.Length == phrase.Length)
        {
            return meaning;
        }

        // "The number of contacts"
        return MeaningIn(indicators.Value, telling, marked: true, null);
    }

    /// <summary>Whether some word of the message stands in the name of an indicator; cheap, so that other messages lose no time.</summary>
    internal bool MayNameIndicator(Reading reading)
    {
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (!reading.Words[at].Is(Traits.Little) && indicators.Value.Holds(reading, at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether these words may mean an indicator, told without looking for it.</summary>
    internal bool MayMeanIndicator(Reading reading, int start, int count) => indicators.Value.MayMean(reading, start, count);

    internal static bool IsPrefix(string word) => word.Length <= LongestPrefix && Prefixes.Contains(word);

    /// <summary>Whether this word stands in the name of some indicator.</summary>
    internal bool IsOfIndicator(string word) => indicators.Value.Holds(word);

    /// <summary>The longest name of an indicator that begins at this word.</summary>
    internal Name? IndicatorAt(Reading reading, int at) => indicators.Value.StartingAt(reading, at);

    /// <summary>The leads that somebody is on a day: by name, other spellings, sign-in name, or as the holder of a role.</summary>
    public IReadOnlyList<int> LeadsOf(Speaker speaker, DateOnly day) => people.LeadsOf(speaker.Name, speaker.SignIn, day);

    /// <summary>The names that a lead of a plan goes by on a day: its own, other spellings, and those of the holder of the role.</summary>
    public IReadOnlyList<string> WaysToCall(int plan, string lead, DateOnly day) =>
        Things.FirstOrDefault(thing => thing.Kind == NameKind.Lead && thing.PlanId == plan && thing.Name == lead) is { Id: var id } ? people.NamesOf(id, day) : [lead];

    private static Meaning MeaningIn(NameIndex index, string[] phrase, bool marked, NameKind? kind)
    {
        if (phrase.Length == 0)
        {
            return new Meaning([]);
        }

        phrase = AsOneWord(index, phrase);
        Name[] found = [];
        if (kind is null && KindSaid(phrase) is var (said, others))
        {
            found = index.Find(phrase, said, marked) is { Length: > 0 } whole ? whole : index.Find(others, said, marked);
        }

        found = found.Length > 0 ? found : index.Find(phrase, kind, marked);
        if (found.Length == 0 && phrase is [{ Length: 1 } letter, var surname])
        {
            // "W Turner"
            found = [.. index.Find([surname], NameKind.Lead, marked: true).Where(name => name.Words[0].StartsWith(letter, StringComparison.Ordinal) && name.Words[^1] == surname)];
        }

        return found.Length > 0 || !marked ? new Meaning(found) : new Meaning(index, phrase);
    }

    // "re-referrals", where a plan writes rereferrals
    private static string[] AsOneWord(NameIndex index, string[] phrase)
    {
        for (var i = 0; i + 1 < phrase.Length; i++)
        {
            if (IsPrefix(phrase[i]) && !index.Holds(phrase[i]) && string.Concat(phrase[i], phrase[i + 1]) is var joined && index.Holds(joined))
            {
                return [.. phrase[..i], joined, .. phrase[(i + 2)..]];
            }
        }

        return phrase;
    }

    // "section fostering", "the Leeds plan", "leaving care team"
    private static (NameKind Kind, string[] Others)? KindSaid(string[] phrase)
    {
        if (phrase.Length < 2)
        {
            return null;
        }

        return KindOf(phrase[0]) is { } first ? (first, phrase[1..])
            : KindOf(phrase[^1]) is { } last ? (last, phrase[..^1])
            : null;
    }

    private static NameKind? KindOf(string word) => word switch
    {
        "section" => NameKind.Section,
        "plan" => NameKind.Plan,
        "service" or "team" => NameKind.Service,
        "lead" => NameKind.Lead,
        _ => null,
    };

    // FR in capitals, or where a name is expected; in a message that is all capitals they say nothing.
    private string[]? FullOf(Word[] words, int at, ref bool? isShouted)
    {
        var word = words[at];
        if (word.Plain.Length is < 2 or > 6)
        {
            return null;
        }

        if (word.Is(Traits.Abbreviation) && abbreviations.TryGetValue(word.Plain, out var known))
        {
            return known;
        }

        // "NBs actions", without the apostrophe
        if (word.Typed[^1] == 's' && word.Plain.Length >= 3 && IsCapitals(word) && !index.Holds(word.Plain))
        {
            var one = word.Plain[..^1];
            return abbreviations.TryGetValue(one, out var full) ? full : index.Holds(one) ? [one] : null;
        }

        if (word.Is(Traits.Ordinary) || !(IsMarked(words, at) || IsCapitals(word)) || index.Holds(word.Plain) || index.WithInitials(word.Plain) is not { } name)
        {
            return null;
        }

        isShouted ??= Array.TrueForAll(words, other => !other.Typed.AsSpan().ContainsAnyInRange('a', 'z'));
        return IsMarked(words, at) || isShouted == false ? name.Words : null;
    }

    private static bool IsMarked(Word[] words, int at) =>
        words[at].Typed.Length >= words[at].Plain.Length + 2 || (at > 0 && words[at - 1].Plain is "for" or "in" or "about" or "by" or "with");

    private static bool IsCapitals(Word word) => !word.Plain.AsSpan().ContainsAnyInRange('0', '9') && word.Typed.Length > 1 && char.IsUpper(word.Typed[0]) && char.IsUpper(word.Typed[1]);

    private static List<Name> AllOf(IEnumerable<NamedThing> things)
    {
        var shared = new Dictionary<string, string>(StringComparer.Ordinal);
        var found = things
            .Select(thing => (thing, words: Plain(thing.Name, shared)))
            .Where(named => named.words.Length > 0)
            .GroupBy(named => (named.thing.Kind, Key: string.Join(' ', named.words)))
            .Select(same => Borne(same.Key.Kind, [.. same.Select(named => named.thing)], same.First().words))
            .OrderBy(name => name.Kind)
            .ToList();
        var written = new Dictionary<(NameKind, string), int>();
        for (var i = 0; i < found.Count; i++)
        {
            written[(found[i].Kind, string.Join(' ', found[i].Words))] = i;
        }

        for (int i = 0, count = found.Count; i < count; i++)
        {
            foreach (var way in OtherWays(found[i].Words))
            {
                // What is somebody's own name stays so; the same thing in another plan is meant with it.
                if (!written.TryGetValue((found[i].Kind, string.Join(' ', way)), out var same))
                {
                    found.Add(found[i] with { Words = way, IsOtherWay = true });
                }
                else if (found[same].Text == found[i].Text)
                {
                    found[same] = found[same] with { Ids = [.. found[same].Ids.Union(found[i].Ids)] };
                }
            }
        }

        return [.. found.OrderBy(name => name.Kind)];
    }

    // In one plan, a thing's own name comes before other names of other things. Those that have only the other name in common are shown by it.
    private static Name Borne(NameKind kind, IReadOnlyList<NamedThing> things, string[] words)
    {
        var own = things.Where(thing => thing.Shown is null || thing.Shown == thing.Name).ToList();
        var text = own.Count > 0 ? own[0].Name : things.All(thing => thing.Shown == things[0].Shown) ? things[0].Shown! : things[0].Name;
        var meant = own.Count > 0 ? things.Where(thing => thing.Shown is null || thing.Shown == thing.Name || thing.Shown == text || !own.Exists(other => other.PlanId == thing.PlanId)) : things;
        return new Name(kind, text, [.. meant.Select(thing => thing.Id).Distinct()]) { Words = words };
    }

    private static IEnumerable<string[]> OtherWays(string[] words)
    {
        foreach (var way in Abbreviations.OtherWays(words))
        {
            yield return way;
        }

        // "Fostering and Adoption", for the Fostering and Adoption Team; a word that says little by itself is no name.
        if (words.Length > 1 && OrdinaryWords.IsLoose(words[^1]) && !Array.TrueForAll(words[..^1], OrdinaryWords.Hold))
        {
            yield return words[..^1];
        }

        // "rereferrals" for re-referrals
        if (Array.FindIndex(words, word => Prefixes.Contains(word)) is >= 0 and var prefix && prefix + 1 < words.Length)
        {
            yield return [.. words[..prefix], words[prefix] + words[prefix + 1], .. words[(prefix + 2)..]];
        }
    }

    private static string[] Plain(string name, Dictionary<string, string> shared)
    {
        var words = Words.Of(name);
        var from = words.Length > 1 && words[0].Plain == "the" ? 1 : 0;
        var plain = new string[words.Length - from];
        for (var i = 0; i < plain.Length; i++)
        {
            var word = words[from + i].Plain;
            plain[i] = shared.TryGetValue(word, out var same) ? same : shared[word] = word;
        }

        return plain;
    }
}
