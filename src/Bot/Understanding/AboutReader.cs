using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>What a request is about, or why that cannot be told; neither, where words are left that belong to no name.</summary>
internal readonly record struct AboutRead(About? About, Understood? Refused, bool IsNamed)
{
    public static AboutRead Nothing => default;
}

/// <summary>Reads which plans, sections, services and leads a request is about, out of the words that no rule has placed.</summary>
internal static class AboutReader
{
    private static readonly Saying[] Everywhere = ["all the? plans", "every plan", "each plan", "both plans", "across the board", "across all plans", "overall", "everything", "everyone", "everybody", "everywhere", "altogether",
        "across the council", "as a whole", "in general", "in total", "in all"];

    private static readonly Saying[] Here = ["this/our/the plan", "this channel", "this chat", "this team", "this conversation", "here", "this group"];

    private static readonly Saying[] Mine = ["my actions/tasks/items", "mine", "for me", "of mine"];

    private static readonly Func<string, bool> Little = IsLittle;

    /// <param name="wanted">The intent, for a name that cannot be told.</param>
    /// <param name="little">Words that mean nothing here besides those that never do.</param>
    /// <param name="isMarked">Whatever is left is a name.</param>
    /// <param name="isMine">It is about the speaker's own actions, as other words said.</param>
    /// <param name="meansTheirPlan">Where nothing is named, the plan that this conversation is about is meant.</param>
    public static AboutRead Read(Reading reading, Names names, Speaker speaker, string wanted, Func<string, bool>? little = null, bool meansTheirPlan = true, bool isMarked = false, bool isMine = false)
    {
        reading.Kind = "name";
        var named = NamesSaid.Take(reading, names);
        var isEverything = Sayings.Take(reading, Everywhere);
        isMine |= Sayings.Take(reading, Mine);
        Sayings.TakeAll(reading, Here);

        foreach (var (start, count) in reading.FreeRuns(little is null ? Little : word => IsLittle(word) || little(word)).ToList())
        {
            var marked = isMarked || IsMarked(reading, start);
            var typed = reading.Typed(start, count);
            var meaning = names.Of(reading.Plain(start, count), marked);
            if (meaning.Names.Count == 0 && !marked)
            {
                return AboutRead.Nothing;
            }

            if (meaning.Names.Count != 1)
            {
                return new AboutRead(null, meaning.Names.Count == 0
                    ? new Understood(new Request.NoSuchName(typed, reading.Choices(typed, meaning.Nearest), wanted), "", reading.Rules)
                    : new Understood(new Request.Torn(typed, reading.Choices(typed, meaning.Names.Select(name => name.Text)), wanted), "", reading.Rules), false);
            }

            named.Add(meaning.Names[0]);
            reading.Place(start, count);
        }

        named = names.Nearer(named, speaker);
        foreach (var name in named)
        {
            reading.Rules.Add($"{name.KindInWords}: {name.Text}");
        }

        return named.Count > 0 || isMine ? new AboutRead(Of(named, isMine ? names.LeadsOf(speaker, reading.Today) : null), null, true)
            : new AboutRead(isEverything || !meansTheirPlan ? About.Everything : OfTheirPlan(reading, names, speaker), null, isEverything);
    }

    /// <summary>The plan that is meant where none is named.</summary>
    public static About OfTheirPlan(Reading reading, Names names, Speaker speaker)
    {
        if (speaker.PlanMeant is not { } meant || names.Things.FirstOrDefault(thing => thing.Kind == NameKind.Plan && thing.Id == meant) is not { } plan)
        {
            return About.Everything;
        }

        reading.Rules.Add("the plan this conversation is about");
        return new About(new Scope { Plans = [plan.Id] }, plan.Shown ?? plan.Name);
    }

    /// <summary>What these names cover together: "Fostering in Somerset".</summary>
    public static About Of(IReadOnlyList<Name> named, IReadOnlyList<int>? mine = null)
    {
        var scope = new Scope { Leads = mine };
        foreach (var name in named)
        {
            scope = name.Kind switch
            {
                NameKind.Service => scope with { Services = [.. scope.Services, .. name.Ids] },
                NameKind.Lead => scope with { Leads = [.. scope.Leads ?? [], .. name.Ids] },
                NameKind.Section => scope with { Sections = [.. scope.Sections, .. name.Ids] },
                _ => scope with { Plans = [.. scope.Plans, .. name.Ids] },
            };
        }

        var parts = string.Join(" and ", named.Where(name => name.Kind != NameKind.Plan).Select(name => name.Text).Concat(mine is null ? [] : ["you"]).Distinct());
        var plans = string.Join(" and ", named.Where(name => name.Kind == NameKind.Plan).Select(name => name.Text).Distinct());
        return new About(scope, parts.Length > 0 && plans.Length > 0 ? $"{parts} in {plans}" : parts + plans);
    }

    private static bool IsLittle(string word) => LittleWords.Hold(word) || IsFiller(word);

    private static bool IsMarked(Reading reading, int start)
    {
        var before = start - 1;
        while (before > 0 && reading.Words[before].Plain is "the" or "our" or "all" or "a")
        {
            before--;
        }

        return before >= 0 && reading.Words[before].Plain is "for" or "in" or "about" or "of" or "from" or "with" or "on" or "to" or "across" or "within" or "at" or "into";
    }

    // Politeness, and the words that stand beside names.
    private static bool IsFiller(string word) => word is "good" or "morning" or "afternoon" or "evening" or "hiya" or "bot" or "ok" or "okay" or "so" or "then" or "also" or "team" or "action" or "actions" or "council"
        or "improvement" or "programme" or "across" or "within" or "ta" or "x" or "thx" or "quick" or "may" or "might" or "will" or "mind" or "today" or "recently" or "lately" or "overall" or "whole" or "wed" or "let" or "lets" or "as" or "by" or "kindly"
        or "guys" or "folks" or "everyone" or "some" or "my" or "area" or "areas" or "department" or "side" or "yes" or "great" or "well" or "asap" or "many" or "really" or "quickly" or "again" or "actually" or "sorry" or "teamsplanbot" or "planbot" or "dear" or "teams";
}
