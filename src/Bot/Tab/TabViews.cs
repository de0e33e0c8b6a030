using System.Globalization;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Cards;
using TeamsPlanBot.Bot.Conversations;
using TeamsPlanBot.Bot.Pages;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Tab;

/// <summary>A view of the page: the request of the chat that it is, and what it can be narrowed with.</summary>
public sealed record TabView(Understood Understood, Markup Controls);

/// <summary>Turns what a page asks for into the requests of the chat. It shows, and changes nothing.</summary>
internal static class TabViews
{
    private const int MostRows = 1_000_000;
    private const string NoLead = "without a lead";

    private static readonly string[] Whens = ["overdue", "due this week", "due this month", "due next month", "due next quarter", "without a due date", "not updated in 4 weeks"];
    private static readonly string[] States = ["open", "not started", "in progress", "complete"];
    private static readonly string[] Ratings = ["red", "amber", "green", "blue", "red or amber", "not rated"];
    private static readonly string[] Standings = ["off target", "on target", "without a target", "worsening", "improving"];

    public static TabView Of(TabRequest asked, Names names, DateOnly today, Speaker speaker) => asked.View switch
    {
        "plans" => Said("which plans are there", names, today, speaker),
        "dashboard" => Dashboard(asked, names),
        "actions" => Actions(asked, names, today, speaker),
        "indicators" => Indicators(asked, names),
        "ask" when asked.Ask is { Length: > 0 and <= TabRequest.LongestWords } words => Said(words, names, today, speaker),
        "open" when CardPress.OfAddress(asked.Open ?? "") is { } request => new TabView(IsShown(request) ? new Understood(request, RequestWords.Of(request), ["a link of the page"]) : InTheChat(request.Intent), Markup.None),
        null or "" or "mine" => Said("my open actions", names, today, speaker),
        _ => new TabView(new Understood(new Request.Impossible("unknown", "There is no such page. Choose one above.", []), "", ["an unknown view"]), Markup.None),
    };

    /// <summary>Where a button leads from this view; null where it asks for what is no page's.</summary>
    public static string? AddressOf(Button button, TabRequest asked, Understood understood) => button switch
    {
        { Says: { } words } => $"#view=ask&ask={Uri.EscapeDataString(words)}",
        { Asks: Request.ListActions further } when asked.View == "actions" && understood.Request is Request.ListActions list && ReferenceEquals(further.Question, list.Question) =>
            $"#view=actions{string.Concat(Narrowed(asked).Where(field => field.Value is { Length: > 0 }).Select(field => $"&{field.Name}={Uri.EscapeDataString(field.Value!)}"))}{(further.From > 0 ? $"&from={further.From}" : "")}",
        { Asks: { } request, OpensDialog: false } when IsShown(request) => $"#view=open&open={CardPress.AddressOf(request)}",
        _ => null,
    };

    private static (string Name, string? Value)[] Narrowed(TabRequest asked) =>
    [
        ("plan", asked.Plan), ("section", asked.Section), ("service", asked.Service), ("lead", asked.Lead), ("when", asked.When), ("state", asked.State), ("rating", asked.Rating), ("words", asked.Words),
    ];

    private static TabView Said(string words, Names names, DateOnly today, Speaker speaker)
    {
        var understood = ChildDataGuard.Passed(Reader.Read(words, names, today, speaker), words);
        return new TabView(IsShown(understood.Request) ? understood : InTheChat(understood.Request.Intent), Markup.None);
    }

    // A closed list, so that what is new in the chat is no page before somebody has thought about it.
    private static bool IsShown(Request request) => request switch
    {
        Request.ListActions or Request.ShowAction or Request.Summarise or Request.ListChanges or Request.ShowHistory or Request.ListIndicators or Request.ShowIndicator or Request.ShowCoverage => true,
        Request.ListPlans or Request.ListRights or Request.ShowClock or Request.Help or Request.Greet or Request.Torn or Request.NoSuchName or Request.Impossible or Request.Unclear => true,
        Request.Several several => several.Parts.All(part => IsShown(part.Request)),
        _ => false,
    };

    private static Understood InTheChat(string intent) => new(
        new Request.Impossible(intent, "This page only shows how things stand. Write that to the bot in its chat, and it does it there.", []), "", ["nothing that a page shows"]);

    private static Understood Shown(Request request) => new(request, RequestWords.Of(request), ["a view of the page"]);

    private static TabView Dashboard(TabRequest asked, Names names)
    {
        var controls = Filters.Draw("dashboard", Filters.Choice("plan", "Plan", "All plans", Plans(names), asked.Plan));
        return AboutOf(asked, names) is not { } about ? NoSuch("summary", asked.Plan!, controls) : new TabView(
            new Understood(
                new Request.Several([
                    Shown(new Request.Summarise(about)),
                    Shown(new Request.ListIndicators(about)),
                ]),
                "",
                ["a view of the page"]),
            controls);
    }

    private static TabView Indicators(TabRequest asked, Names names)
    {
        var controls = Filters.Draw(
            "indicators",
            Filters.Choice("plan", "Plan", "All plans", Plans(names), asked.Plan),
            Filters.Choice("state", "How they stand", "Any", Filters.Words(Standings), asked.State));
        if (AboutOf(asked, names) is not { } about)
        {
            return NoSuch("indicators", asked.Plan!, controls);
        }

        TargetStatus? status = asked.State switch
        {
            "off target" => TargetStatus.OffTarget,
            "on target" => TargetStatus.OnTarget,
            "without a target" => TargetStatus.NoTarget,
            _ => null,
        };
        DirectionOfTravel? direction = asked.State switch
        {
            "worsening" => DirectionOfTravel.Worsening,
            "improving" => DirectionOfTravel.Improving,
            _ => null,
        };
        return new TabView(Shown(new Request.ListIndicators(about, status, direction)), controls);
    }

    private static TabView Actions(TabRequest asked, Names names, DateOnly today, Speaker speaker)
    {
        var plan = PlanOf(asked.Plan, names);
        var within = plan is null ? names.Things : [.. names.Things.Where(thing => thing.PlanId == plan.PlanId)];
        var controls = Filters.Draw(
            "actions",
            Filters.Choice("plan", "Plan", "All plans", Plans(names), asked.Plan),
            plan is null ? Markup.None : Filters.Choice("section", "Section", "All sections", Filters.Words(Called(within, NameKind.Section)), asked.Section),
            Filters.Choice("service", "Team", "All teams", Filters.Words(Called(within, NameKind.Service)), asked.Service),
            Filters.Choice("lead", "Lead", "Anyone", Filters.Words([NoLead, .. Called(within, NameKind.Lead)]), asked.Lead),
            Filters.Choice("when", "When", "Any time", Filters.Words(Whens), asked.When),
            Filters.Choice("state", "State", "Any state", Filters.Words(States), asked.State),
            Filters.Choice("rating", "Rating", "Any rating", Filters.Words(Ratings), asked.Rating),
            Filters.Text("words", "Words in the action", asked.Words));

        // Dates, states and ratings go the way of what is said in the chat; names are those chosen.
        var said = string.Join(' ', new[] { Among(Ratings, asked.Rating), Among(States, asked.State), "actions", Among(Whens, asked.When), asked.Lead == NoLead ? NoLead : null }.OfType<string>());
        if (Reader.Read(said, Names.None, today, speaker with { Plan = null, Last = null }) is not { Request: Request.ListActions list } understood)
        {
            return new TabView(Reader.Read(said, Names.None, today, speaker), controls);
        }

        if (asked.Plan is { Length: > 0 } number && plan is null)
        {
            return NoSuch("actions", number, controls);
        }

        var (question, named) = (list.Question with { Plans = plan is null ? [] : [plan.PlanId] }, new List<string>());
        foreach (var (kind, name) in new[] { (NameKind.Service, asked.Service), (NameKind.Lead, asked.Lead == NoLead ? null : asked.Lead), (NameKind.Section, plan is null ? null : asked.Section) })
        {
            if (name is not { Length: > 0 })
            {
                continue;
            }

            // What bears the name in another plan, or as another name, is meant as well.
            IReadOnlyList<int> ids = [.. within.Where(thing => thing.Kind == kind && (thing.Shown == name || string.Equals(thing.Name, name, StringComparison.OrdinalIgnoreCase))).Select(thing => thing.Id).Distinct()];
            if (ids.Count == 0)
            {
                return NoSuch("actions", name, controls);
            }

            named.Add(name);
            question = kind switch
            {
                NameKind.Service => question with { Services = ids },
                NameKind.Lead => question with { Leads = ids },
                _ => question with { Sections = ids },
            };
        }

        if (plan is not null)
        {
            named.Add(plan.Shown ?? plan.Name);
        }

        var words = asked.Words?.Trim() is { Length: > 0 and <= TabRequest.LongestWords } typed ? typed : null;
        var subject = words is null ? null : new Request.NoSuchName(words, []);
        (question, var terms) = (question with { Words = words }, list.Terms with { Named = named });
        var heading = Headings.Of(question, terms, subject);
        var from = int.TryParse(asked.From, NumberStyles.None, CultureInfo.InvariantCulture, out var before) && before <= MostRows ? before : 0;
        var found = new Understood(
            new Request.ListActions(question, heading, today, terms, subject, from),
            $"{heading}, as of {Dates.InWords(today)}{(from > 0 ? $", from number {from + 1} on" : "")}",
            understood.Rules);
        return new TabView(words is null ? found : ChildDataGuard.Passed(found, words), controls);
    }

    private static string? Among(string[] words, string? said) => Array.Find(words, word => word == said);

    private static TabView NoSuch(string intent, string name, Markup controls) => new(new Understood(new Request.NoSuchName(name, [], intent), "", ["a name that nothing bears"]), controls);

    private static About? AboutOf(TabRequest asked, Names names) =>
        asked.Plan is not { Length: > 0 } ? About.Everything
        : PlanOf(asked.Plan, names) is { } plan ? new About(new Scope { Plans = [plan.PlanId] }, plan.Shown ?? plan.Name)
        : null;

    private static NamedThing? PlanOf(string? number, Names names) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? names.Things.FirstOrDefault(thing => thing.Kind == NameKind.Plan && thing.PlanId == id) : null;

    private static IEnumerable<Option> Plans(Names names) => names.Things.Where(thing => thing.Kind == NameKind.Plan).DistinctBy(thing => thing.PlanId)
        .Select(thing => new Option(thing.Shown ?? thing.Name, thing.PlanId.ToString(CultureInfo.InvariantCulture))).OrderBy(plan => plan.Title, StringComparer.CurrentCultureIgnoreCase);

    // A section has its title and its number for names; only the title is chosen by.
    private static IEnumerable<string> Called(IReadOnlyList<NamedThing> things, NameKind kind)
    {
        var called = things.Where(thing => thing.Kind == kind);
        return kind == NameKind.Section ? called.DistinctBy(thing => thing.Id).Select(thing => thing.Name).Distinct()
            : called.Select(thing => thing.Shown ?? thing.Name).Distinct().Order(StringComparer.CurrentCultureIgnoreCase);
    }
}
