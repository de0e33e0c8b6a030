using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>A name as people use it, with everything of one kind that bears it.</summary>
public sealed record Name(NameKind Kind, string Text, IReadOnlyList<int> Ids)
{
    internal IReadOnlyList<string> Words { get; init; } = [];
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

    private readonly IReadOnlyList<Name> all;
    private readonly ILookup<string, Name> byFirstWord;

    public Names(IReadOnlyList<NamedThing> things)
    {
        Things = things;
        all = [.. things
            .Select(thing => (thing, words: Plain(thing.Name)))
            .Where(named => named.words.Length > 0)
            .GroupBy(named => (named.thing.Kind, Key: string.Join(' ', named.words)))
            .Select(same => new Name(same.Key.Kind, same.First().thing.Shown ?? same.First().thing.Name, [.. same.Select(named => named.thing.Id).Distinct()]) { Words = same.First().words })
            .OrderBy(name => name.Kind)];
        byFirstWord = all.ToLookup(name => name.Words[0]);
    }

    /// <summary>The names of someone who may see nothing.</summary>
    public static Names None { get; } = new([]);

    /// <summary>The names as the plans write them.</summary>
    public IReadOnlyList<NamedThing> Things { get; }

    /// <summary>Puts what an abbreviation stands for in its place, where some name here holds those words and none holds the abbreviation itself.</summary>
    public Word[] Expand(Word[] words) =>
        Array.Exists(words, word => Known.ContainsKey(word.Plain)) ? [.. words.SelectMany(Expand)] : words;

    private IEnumerable<Word> Expand(Word word) =>
        Known.TryGetValue(word.Plain, out var meant) && all.Any(name => Holds(name.Words, meant)) && !all.Any(name => name.Words.Contains(word.Plain))
            ? meant.Select((plain, i) => new Word(plain, i == 0 ? word.Typed : ""))
            : [word];

    private static bool Holds(IReadOnlyList<string> name, string[] part) =>
        Enumerable.Range(0, Math.Max(0, name.Count - part.Length + 1)).Any(at => part.SequenceEqual(name.Skip(at).Take(part.Length)));

    /// <summary>The longest name that begins at this word; of one length, the kind that comes first.</summary>
    public (Name Name, int Length)? StartingAt(IReadOnlyList<Word> words, int at, Func<int, bool> isFree)
    {
        (Name Name, int Length)? longest = null;
        foreach (var name in byFirstWord[words[at].Plain])
        {
            if (name.Words.Count > (longest?.Length ?? 0) && at + name.Words.Count <= words.Count
                && Enumerable.Range(0, name.Words.Count).All(i => words[at + i].Plain == name.Words[i] && isFree(at + i)))
            {
                longest = (name, name.Words.Count);
            }
        }

        return longest;
    }

    /// <summary>The thing of this kind that bears the same name.</summary>
    public Name? OfKind(Name name, NameKind kind) => byFirstWord[name.Words[0]].FirstOrDefault(other => other.Kind == kind && other.Words.SequenceEqual(name.Words));

    /// <summary>What these words may mean: part of a name, in any order, or a name spelt nearly so.</summary>
    /// <param name="marked">A word such as "for" says that a name follows; without it, a part of a name must be telling.</param>
    public Meaning Of(IReadOnlyList<string> phrase, bool marked = true)
    {
        var isTelling = phrase.Any(word => word.Length >= 4 && !Generic.Contains(word));
        var mayBePart = isTelling || (marked && (phrase.Count > 1 || phrase.Any(word => !Generic.Contains(word) && !word.All(char.IsAsciiDigit))));
        var parts = mayBePart ? all.Where(name => phrase.All(word => name.Words.Contains(word))).ToList() : [];
        if (parts.Count == 0 && (marked || phrase.Any(word => word.Length >= 6)))
        {
            parts = [.. all.Where(name => IsNear(phrase, name.Words))];
        }

        // A plan has several names; it is one thing all the same.
        var ofOneKind = parts.Where(name => name.Kind == parts[0].Kind).DistinctBy(name => (name.Text, string.Join(' ', name.Ids))).ToList();
        return new Meaning(ofOneKind, parts.Count > 0 ? [] : Nearest(phrase));
    }

    /// <summary>The plan these words name.</summary>
    public Meaning PlanOf(IReadOnlyList<string> phrase) => new Names(this, NameKind.Plan).Of(phrase);

    /// <summary>The leads that bear the name of a person, however they sign in.</summary>
    public IReadOnlyList<int> LeadsCalled(params ReadOnlySpan<string?> names)
    {
        var ids = new List<int>();
        foreach (var name in names)
        {
            ids.AddRange(all.Where(n => n.Kind == NameKind.Lead && string.Equals(n.Text, name, StringComparison.OrdinalIgnoreCase)).SelectMany(n => n.Ids));
        }

        return ids;
    }

    private Names(Names others, NameKind kind)
    {
        Things = others.Things;
        all = [.. others.all.Where(name => name.Kind == kind)];
        byFirstWord = all.ToLookup(name => name.Words[0]);
    }

    private static string[] Plain(string name) => [.. Words.Of(name).Select(word => word.Plain)];

    private static bool IsNear(IReadOnlyList<string> phrase, IReadOnlyList<string> name) =>
        phrase.Count == name.Count && phrase.Zip(name).All(pair => Spelling.IsSlipOf(pair.First, pair.Second));

    // The names that are the least changes away, as choices for a person.
    private string[] Nearest(IReadOnlyList<string> phrase)
    {
        var typed = string.Join(' ', phrase);
        return [.. all
            .Select(name => (name.Text, distance: name.Words.Append(string.Join(' ', name.Words)).Min(part => Spelling.Distance(typed, part))))
            .Where(near => near.distance <= Math.Max(2, typed.Length / 2))
            .OrderBy(near => near.distance)
            .Select(near => near.Text)
            .Distinct()
            .Take(MostChoices)];
    }
}
