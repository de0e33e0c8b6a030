using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Naming;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Tests.Understanding;

/// <summary>A thing that the corpus speaks of: a plan, a section, a service, a lead or an indicator.</summary>
internal sealed record CorpusThing(string Kind, int Id, int PlanId, string Name, HashSet<string> Called);

/// <summary>Every name of the corpus, as Corpus/names.txt lists them.</summary>
internal sealed class CorpusNames
{
    private readonly List<CorpusThing> things = [];

    private CorpusNames()
    {
        var named = new List<NamedThing>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Understanding", "Corpus", "names.txt")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var (kind, plan, name, shown) = line.Split(" | ") switch
            {
                [var k, var p, var n] => (k, p, n, null),
                [var k, var p, var n, var s] => (k, p, n, s),
                _ => throw new FormatException(line),
            };
            if (!Plans.Contains(plan))
            {
                Plans.Add(plan);
            }

            var planId = Plans.IndexOf(plan) + 1;
            var thing = things.Find(known => known.Kind == kind && known.PlanId == planId && known.Name == (shown ?? name));
            if (thing is null)
            {
                thing = new CorpusThing(kind, kind == "plan" ? planId : things.Count(other => other.Kind == kind) + 1, planId, name, []);
                things.Add(thing);
            }

            thing.Called.Add(Plain(name));
            if (Enum.TryParse<NameKind>(kind, ignoreCase: true, out var known))
            {
                named.Add(new NamedThing(known, thing.Id, planId, name, shown));
            }
        }

        Names = new Names(named);
        Words = named.SelectMany(thing => Plain(thing.Name).Split(' ')).ToHashSet();
    }

    public static CorpusNames Instance { get; } = new();

    public Names Names { get; }

    public List<string> Plans { get; } = [];

    /// <summary>Every word that stands in a name.</summary>
    public HashSet<string> Words { get; }

    public IReadOnlyList<int> LeadsOf(string? name) =>
        new People(things.Where(thing => thing.Kind == "lead").Select(lead => new LeadName(lead.Id, lead.PlanId, lead.Name))).LeadsOf(name, null, DateOnly.MaxValue);

    public int Plan(string key) => Plans.IndexOf(key) is >= 0 and var at ? at + 1 : throw new FormatException($"The corpus knows no plan {key}.");

    /// <summary>The things that bear a name: "Children in Care", or "Children in Care@somerset" for that plan's alone.</summary>
    public IEnumerable<CorpusThing> Bearing(string kind, string name)
    {
        var parts = name.Split('@');
        var bearing = things.Where(thing => thing.Kind == kind && thing.Called.Contains(Plain(parts[0])) && (parts.Length == 1 || thing.PlanId == Plan(parts[1]))).ToList();
        return bearing.Count > 0 ? bearing : throw new FormatException($"The corpus knows no {kind} “{name}”.");
    }

    public CorpusThing Thing(string kind, int id) => things.Find(thing => thing.Kind == kind && thing.Id == id) ?? new CorpusThing(kind, id, 0, $"no such {kind} {id}", []);

    public static string Plain(string name) => string.Join(' ', new string([.. name.ToLowerInvariant().Replace('’', '\'').Select(c => char.IsLetterOrDigit(c) || c is '\'' or '&' ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
