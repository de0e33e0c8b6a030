using TeamsPlanBot.Data.Naming;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>A name as people use it, with everything of one kind that bears it.</summary>
public sealed record Name(NameKind Kind, string Text, IReadOnlyList<int> Ids)
{
    internal string[] Words { get; init; } = [];

    // The whole name and each of its words, as they are held against what somebody typed.
    internal Spelt[] Spellings { get; init; } = [];
}

/// <summary>What a phrase may mean, of one kind: one name, several, or none.</summary>
public sealed record Meaning(IReadOnlyList<Name> Names, IReadOnlyList<string> Nearest);

/// <summary>The names one viewer may use.</summary>
public sealed class Names
{
    private const int MostChoices = 3;

    // What every council says, besides a plan's own names.
    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["fr"] = ["first", "response"],
        ["cp"] = ["child", "protection"],
        ["cic"] = ["children", "in", "care"],
        ["lac"] = ["looked", "after", "children"],
        ["cl"] = ["care", "leavers"],
        ["cin"] = ["children", "in", "need"],
        ["eh"] = ["early", "help"],
        ["ooh"] = ["out", "of", "hours"],
        ["psw"] = ["principal", "social", "worker"],
        ["tm"] = ["team", "manager"],
        ["sm"] = ["service", "manager"],
        ["hos"] = ["head", "of", "service"],
        ["ad"] = ["assistant", "director"],
        ["dcs"] = ["director", "of", "children", "services"],
        ["iro"] = ["independent", "reviewing", "officer"],
        ["vsh"] = ["virtual", "school", "head"],
    };

    // Words that stand in many names and tell none apart.
    private static readonly HashSet<string> Generic =
        ["team", "teams", "service", "services", "manager", "managers", "group", "groups", "lead", "leads", "director", "directors", "head", "heads", "officer", "officers",
         "people", "staff", "board", "boards", "council", "plan", "plans", "action", "actions", "programme", "section", "sections", "work"];

    private readonly Name[] all;
    private readonly Dictionary<string, Name[]> longestFirst;
    private readonly Dictionary<string, Name[]> byWord;
    private readonly Dictionary<string, string[]> abbreviations;
    private readonly Lazy<Names> plans;
    private readonly People people;

    /// <param name="leads">What else leads go by, and when; without it, the names they bear among the things.</param>
    public Names(IReadOnlyList<NamedThing> things, IReadOnlyList<LeadName>? leads = null)
        : this(things, new People(leads ?? [.. things.Where(thing => thing.Kind == NameKind.Lead).Select(lead => new LeadName(lead.Id, lead.PlanId, lead.Name))]), [.. things
            .Select(thing => (thing, words: Plain(thing.Name)))
            .Where(named => named.words.Length > 0)
            .GroupBy(named => (named.thing.Kind, Key: string.Join(' ', named.words)))
            .Select(same => new Name(same.Key.Kind, same.First().thing.Shown ?? same.First().thing.Name, [.. same.Select(named => named.thing.Id).Distinct()])
            {
                Words = same.First().words,
                Spellings = [new Spelt(same.Key.Key), .. same.First().words.Select(word => new Spelt(word))],
            })
            .OrderBy(name => name.Kind)])
    {
    }

    private Names(IReadOnlyList<NamedThing> things, People people, Name[] all)
    {
        this.people = people;
        this.all = all;
        Things = things;
        longestFirst = all.GroupBy(name => name.Words[0]).ToDictionary(same => same.Key, same => same.OrderByDescending(name => name.Words.Length).ToArray());
        byWord = all.SelectMany(name => name.Words.Distinct().Select(word => (word, name))).GroupBy(held => held.word, held => held.name).ToDictionary(held => held.Key, held => held.ToArray());
        abbreviations = Known.Where(known => !byWord.ContainsKey(known.Key) && Holding(known.Value[0]).Any(name => name.Words.AsSpan().IndexOf(known.Value) >= 0)).ToDictionary();
        plans = new Lazy<Names>(() => new Names(things, people, [.. all.Where(name => name.Kind == NameKind.Plan)]));
    }

    /// <summary>The names of someone who may see nothing.</summary>
    public static Names None { get; } = new([]);

    /// <summary>The names as the plans write them.</summary>
    public IReadOnlyList<NamedThing> Things { get; }

    /// <summary>Puts what an abbreviation stands for in its place, where some name here holds those words and none holds the abbreviation itself.</summary>
    public Word[] Expand(Word[] words) =>
        Array.Exists(words, word => abbreviations.ContainsKey(word.Plain)) ? [.. words.SelectMany(Expand)] : words;

    private IEnumerable<Word> Expand(Word word) =>
        abbreviations.TryGetValue(word.Plain, out var meant)
            ? meant.Select((plain, i) => new Word(plain, i == 0 ? word.Typed : ""))
            : [word];

    private Name[] Holding(string word) => byWord.GetValueOrDefault(word, []);

    /// <summary>The longest name that begins at this word; of one length, the kind that comes first.</summary>
    internal Name? StartingAt(Reading reading, int at) =>
        reading.At(at) is { } first && longestFirst.TryGetValue(first, out var candidates) ? Array.Find(candidates, name => reading.StandsAt(name.Words, at)) : null;

    /// <summary>The thing of this kind that bears the same name.</summary>
    public Name? OfKind(Name name, NameKind kind) => Array.Find(longestFirst[name.Words[0]], other => other.Kind == kind && other.Words.SequenceEqual(name.Words));

    /// <summary>What these words may mean: part of a name, in any order, or a name spelt nearly so.</summary>
    /// <param name="marked">A word such as "for" says that a name follows; without it, a part of a name must be telling.</param>
    public Meaning Of(IReadOnlyList<string> phrase, bool marked = true)
    {
        var isTelling = phrase.Any(word => word.Length >= 4 && !Generic.Contains(word));
        var mayBePart = isTelling || (marked && (phrase.Count > 1 || phrase.Any(word => !Generic.Contains(word) && !word.All(char.IsAsciiDigit))));
        var parts = mayBePart ? HoldingAll(phrase) : [];
        if (parts.Length == 0 && (marked || phrase.Any(word => word.Length >= 6)))
        {
            var spelt = phrase.Select(word => new Spelt(word)).ToArray();
            parts = Array.FindAll(all, name => IsNear(spelt, name));
        }

        // A plan has several names; it is one thing all the same.
        var ofOneKind = parts.Where(name => name.Kind == parts[0].Kind).DistinctBy(name => (name.Text, string.Join(' ', name.Ids))).ToList();
        return new Meaning(ofOneKind, parts.Length > 0 || !marked ? [] : Nearest(phrase));
    }

    /// <summary>The plan these words name.</summary>
    public Meaning PlanOf(IReadOnlyList<string> phrase) => plans.Value.Of(phrase);

    /// <summary>The leads that somebody is on a day: by name, other spellings, sign-in name, or as the holder of a role.</summary>
    public IReadOnlyList<int> LeadsOf(Speaker speaker, DateOnly day) => people.LeadsOf(speaker.Name, speaker.SignIn, day);

    private static string[] Plain(string name) => [.. Words.Of(name).Select(word => word.Plain)];

    // Few names hold the rarest of the words, and only those are looked at.
    private Name[] HoldingAll(IReadOnlyList<string> phrase) =>
        Array.FindAll(phrase.Select(Holding).MinBy(names => names.Length) ?? [], name => phrase.All(word => name.Words.AsSpan().Contains(word)));

    private static bool IsNear(Spelt[] phrase, Name name)
    {
        if (phrase.Length != name.Words.Length)
        {
            return false;
        }

        for (var i = 0; i < phrase.Length; i++)
        {
            if (!phrase[i].IsSlipOf(name.Spellings[i + 1]))
            {
                return false;
            }
        }

        return true;
    }

    // The names that are the least changes away, as choices for a person; what cannot be nearer than those found so far is not compared.
    private string[] Nearest(IReadOnlyList<string> phrase)
    {
        var typed = new Spelt(string.Join(' ', phrase));
        var limit = Math.Max(2, typed.Text.Length / 2);
        var nearest = new List<(string Text, int Distance)>(MostChoices + 1);
        foreach (var name in all)
        {
            var distance = int.MaxValue;
            foreach (var part in name.Spellings)
            {
                if (typed.AtLeastFrom(part) <= Math.Min(limit, distance - 1))
                {
                    distance = Math.Min(distance, Spelling.Distance(typed.Text, part.Text));
                }
            }

            if (distance > limit)
            {
                continue;
            }

            Keep(nearest, name.Text, distance);
            if (nearest.Count == MostChoices)
            {
                limit = Math.Min(limit, nearest[^1].Distance - 1);
            }
        }

        return [.. nearest.Select(near => near.Text)];
    }

    private static void Keep(List<(string Text, int Distance)> nearest, string text, int distance)
    {
        if (nearest.FindIndex(other => other.Text == text) is >= 0 and var same)
        {
            if (nearest[same].Distance <= distance)
            {
                return;
            }

            nearest.RemoveAt(same);
        }

        // Of equally near ones the earlier stays first.
        var place = nearest.FindIndex(other => other.Distance > distance);
        nearest.Insert(place < 0 ? nearest.Count : place, (text, distance));
        if (nearest.Count > MostChoices)
        {
            nearest.RemoveAt(MostChoices);
        }
    }
}
