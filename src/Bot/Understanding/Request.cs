using System.Diagnostics;
using System.Text.Json.Serialization;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>What somebody wants; a closed family. Those that a follow-up may hold on to are kept between messages.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "request")]
[JsonDerivedType(typeof(ListActions), "actions")]
[JsonDerivedType(typeof(ShowAction), "action")]
[JsonDerivedType(typeof(Summarise), "summary")]
[JsonDerivedType(typeof(ListChanges), "changes")]
[JsonDerivedType(typeof(ShowHistory), "history")]
[JsonDerivedType(typeof(ListIndicators), "indicators")]
[JsonDerivedType(typeof(ShowIndicator), "indicator")]
[JsonDerivedType(typeof(ShowCoverage), "coverage")]
[JsonDerivedType(typeof(FillIn), "form")]
[JsonDerivedType(typeof(ExportActions), "export")]
[JsonDerivedType(typeof(AskLeads), "ask-leads")]
[JsonDerivedType(typeof(Undo), "undo")]
[JsonDerivedType(typeof(ArrangeDigest), "arrange")]
public abstract record Request
{
    private Request()
    {
    }

    /// <summary>The contract's word for it.</summary>
    [JsonIgnore]
    public string Intent => this switch
    {
        ListActions or ShowMore => "actions",
        ShowAction or FillIn or LogMessage or AskLeads => "action",
        Summarise => "summary",
        ListChanges => "changes",
        ShowHistory => "history",
        ListIndicators => "indicators",
        ShowIndicator => "indicator",
        ShowCoverage => "coverage",
        ShowClock => "clock",
        ListPlans => "plans",
        Post => "progress",
        Reschedule or GiveReason => "reschedule",
        Reassign or HandRole => "reassign",
        Undo => "undo",
        Measure => "measure",
        Tag => "tag",
        Merge => "merge",
        ListRights or GiveRight => "rights",
        BindPlan => "bind",
        Subscribe or ChangeDigest or ArrangeDigest or PauseDigest { Pausing: Pausing.Resume } or SetNudges { Wanted: true, From: null } => "digest",
        ListDigests => "digests",
        StopDigest or PauseDigest or SetNudges => "digest-stop",
        SendDigest => "digest-now",
        MakeReport => "report",
        ExportPlan or ExportActions => "export",
        ImportPlan => "import",
        Help => "help",
        Greet => "greeting",
        Torn { Wanted: var wanted } => wanted,
        NoSuchName { Wanted: var wanted } => wanted,
        Impossible { Wanted: var wanted } => wanted,
        Unclear => "unknown",
        Several several => several.Parts[^1].Request.Intent,
        _ => throw new UnreachableException(),
    };

    /// <summary>Carrying it out may change something: a repeat has to be told from the first time.</summary>
    [JsonIgnore]
    public bool MayChange => this is Post or Reschedule or GiveReason or HandRole or Reassign or Undo or Measure or Tag or Merge or GiveRight or BindPlan or AskLeads or Subscribe or StopDigest or SendDigest or PauseDigest or ChangeDigest or SetNudges
        || (this is Several several && several.Parts.Any(part => part.Request.MayChange));

    /// <summary>The actions that fit, from one place of the list on.</summary>
    /// <param name="Heading">What was understood: "Overdue actions for First Response".</param>
    /// <param name="Terms">What it was asked with, for the next question to go on from.</param>
    /// <param name="Subject">The name asked about, where only the actions' words can tell whether there is such a thing.</param>
    /// <param name="Most">No more than so many are wanted: "top 5".</param>
    public sealed record ListActions(ActionQuestion Question, string Heading, DateOnly AsOf, Terms Terms, NoSuchName? Subject = null, int From = 0, int? Most = null) : Request
    {
        /// <summary>Only a name was said, and nothing of it.</summary>
        [JsonIgnore]
        public bool IsBareName => Terms is { Due: null, Brags: "", Stale: null, Mine: false, NotBrags: "", Named.Count: > 0 } && Most is null && Question is { State: StateAsked.Any, NoLead: false, NoDate: false, Recommendation: null };
    }

    /// <summary>The rest of the list that was last shown.</summary>
    public sealed record ShowMore : Request;

    /// <summary>One action in full.</summary>
    public sealed record ShowAction(ActionNamed Action) : Request;

    /// <summary>A form for what is to be put on the record of an action.</summary>
    /// <param name="Filled">What was typed into it before; null where it is drawn for the first time.</param>
    /// <param name="Faults">What is wrong with that.</param>
    public sealed record FillIn(ActionNamed Action, Filled? Filled = null, IReadOnlyDictionary<string, string>? Faults = null) : Request;

    /// <summary>A form for what is to be put on the record from a message; it asks for which action.</summary>
    public sealed record LogMessage(DrawnAction Drawn, Filled Filled, IReadOnlyDictionary<string, string>? Faults = null) : Request;

    /// <summary>The leads of an action are to be asked how it is going.</summary>
    /// <param name="Lead">The one that is meant; null for all of them.</param>
    public sealed record AskLeads(ActionNamed Action, string? Lead = null) : Request;

    /// <summary>Where a plan, section, service or lead stands as a whole.</summary>
    public sealed record Summarise(About About) : Request;

    /// <summary>What changed since a day.</summary>
    public sealed record ListChanges(About About, DateOnly Since) : Request;

    /// <summary>All that was put on the record about one action.</summary>
    public sealed record ShowHistory(ActionNamed Action) : Request;

    /// <summary>The indicators of a part of the plans: all of them, or those that stand or move like this.</summary>
    public sealed record ListIndicators(About About, TargetStatus? Status = null, DirectionOfTravel? Direction = null) : Request;

    /// <summary>One indicator with its figures; the same one may stand in several plans.</summary>
    public sealed record ShowIndicator(IReadOnlyList<int> Indicators, string Name) : Request;

    /// <summary>Which recommendations are answered by actions, and which are not.</summary>
    public sealed record ShowCoverage(About About) : Request;

    /// <summary>When the written statement is due on a report received that day; null where no day was said.</summary>
    public sealed record ShowClock(DateOnly? Received) : Request;

    public sealed record ListPlans : Request;

    /// <summary>Words, a rating or a state are put on the record of an action.</summary>
    /// <param name="Text">The words, as they were typed; null where there are none besides rating and state.</param>
    /// <param name="Link">The message they come from, where that is another one.</param>
    /// <param name="Milestone">The milestone they are about.</param>
    public sealed record Post(ActionNamed Action, string? Text, Brag? Brag, ActionState? State, string? Link = null, MilestoneNamed? Milestone = null) : Request;

    /// <summary>An action gets another due date; null takes it away.</summary>
    public sealed record Reschedule(ActionNamed Action, DateOnly? Due, string? Reason) : Request;

    /// <summary>An action gets these leads, or this one besides those it has.</summary>
    public sealed record Reassign(ActionNamed Action, IReadOnlyList<string> Leads, bool Besides) : Request;

    /// <summary>Why the dates that the sender just moved were moved.</summary>
    public sealed record GiveReason(string Reason) : Request;

    /// <summary>Somebody holds a role from a day on; whoever held it until then no longer does.</summary>
    public sealed record HandRole(string Role, string Holder, DateOnly From) : Request;

    /// <summary>Takes back what the sender's last message here changed.</summary>
    /// <param name="Anyway">Also where others have built upon it.</param>
    /// <param name="Of">The message that is meant, where it need not be the last one.</param>
    public sealed record Undo(bool Anyway = false, string? Of = null) : Request;

    /// <summary>The figure of an indicator for a period.</summary>
    public sealed record Measure(IReadOnlyList<int> Indicators, string Name, Period Period, decimal? Value, decimal? Numerator, decimal? Denominator) : Request;

    /// <summary>An action is one of this service, or no longer is.</summary>
    public sealed record Tag(ActionNamed Action, string Service, bool TakesAway) : Request;

    /// <summary>Two names mean the same lead or service; the first is kept.</summary>
    public sealed record Merge(string Kept, string Gone) : Request;

    public sealed record ListRights(About About) : Request;

    /// <summary>Somebody may do this with a plan from now on; null takes their right away.</summary>
    public sealed record GiveRight(string Person, RightKind? Kind, About About) : Request;

    /// <summary>From now on this conversation is about that plan.</summary>
    public sealed record BindPlan(int Plan, string Name) : Request;

    /// <summary>A digest is to come here, or to the person, at set times.</summary>
    /// <param name="Question">What it tells, as a question the bot understands; empty for everything of <paramref name="About"/>.</param>
    public sealed record Subscribe(About About, string Question, Rhythm Rhythm, bool ToMe) : Request;

    public sealed record ListDigests : Request;

    /// <summary>Digests are not to come any more.</summary>
    /// <param name="Number">The number of the one that is meant; null where it is meant by what it is about.</param>
    /// <param name="All">Several may be meant.</param>
    public sealed record StopDigest(About About, int? Number = null, bool All = false) : Request;

    public sealed record SendDigest(About About, int? Number = null) : Request;

    /// <summary>A digest is not to come for a while, or again.</summary>
    /// <param name="Until">A snoozed one comes again from this day on; null where only the next one is left out.</param>
    public sealed record PauseDigest(About About, Pausing Pausing, int? Number = null, DateOnly? Until = null) : Request;

    /// <summary>A digest is to come at other times.</summary>
    /// <param name="TimeOnly">Only the time of the day is another one.</param>
    public sealed record ChangeDigest(About About, Rhythm Rhythm, bool TimeOnly, int? Number = null) : Request;

    /// <summary>A form for a digest.</summary>
    public sealed record ArrangeDigest(ArrangedDigest Filled, string? Fault = null) : Request;

    /// <summary>The speaker wants nudges, or none, or none before a day.</summary>
    public sealed record SetNudges(bool Wanted, DateOnly? From = null) : Request;

    /// <summary>The board report of a plan.</summary>
    /// <param name="OnAPage">The plan on one page is wanted, and not the whole report.</param>
    public sealed record MakeReport(About About, Period? Period, bool OnAPage = false) : Request;

    /// <summary>Plans, or what is about something in them, as a file.</summary>
    public sealed record ExportPlan(About About, bool AsCsv = false) : Request;

    /// <summary>The actions of a list that was shown, as a file.</summary>
    public sealed record ExportActions(ListActions List) : Request;

    public sealed record ImportPlan : Request;

    public sealed record Help : Request;

    public sealed record Greet : Request;

    /// <summary>A name that several things bear.</summary>
    /// <param name="Wanted">The intent of what was asked with it.</param>
    /// <param name="Sentence">What to ask, where more can be said than that it may be several things.</param>
    /// <param name="Lists">What each would list, where that may be the same whichever is meant.</param>
    public sealed record Torn(string Name, IReadOnlyList<Choice> Choices, string Wanted = "actions", string? Sentence = null, Lazy<IReadOnlyList<ListActions>?>? Lists = null) : Request;

    /// <summary>A name that nothing bears, where one was needed.</summary>
    /// <param name="Wanted">The intent of what was asked with it.</param>
    public sealed record NoSuchName(string Name, IReadOnlyList<Choice> Nearest, string Wanted = "actions") : Request;

    /// <summary>Understood, but it cannot be as it was said: a day that no calendar has, two ratings at once.</summary>
    /// <param name="Wanted">The intent it would have had; "unknown" where it only speaks of a change, and orders none.</param>
    /// <param name="Sentence">What is wrong with it, and what to say instead.</param>
    public sealed record Impossible(string Wanted, string Sentence, IReadOnlyList<Choice> Choices) : Request;

    /// <summary>Not understood; the words nobody could place.</summary>
    public sealed record Unclear(IReadOnlyList<string> Unplaced) : Request;

    /// <summary>Several requests of one message, to be carried out in order.</summary>
    public sealed record Several(IReadOnlyList<Understood> Parts) : Request;
}

/// <summary>The words for what narrows a list of actions.</summary>
/// <param name="Due">"Overdue", "due next month".</param>
/// <param name="Brags">"red or amber"; empty where no rating was said.</param>
/// <param name="Named">Whom or what it is about, besides the speaker's own.</param>
/// <param name="NotBrags">"not rated red", "without a rating"; empty where no rating was left out.</param>
public sealed record Terms(string? Due, string Brags, string? Stale, IReadOnlyList<string> Named, bool Mine, string NotBrags = "");

/// <summary>An action as somebody names it.</summary>
/// <param name="Ref">Its reference as typed; null for the one that was just shown: "it".</param>
/// <param name="Plans">The plans it may be in, where the words or the conversation say; empty for any.</param>
/// <param name="IsSaid">The message itself names the plan, so that no other is meant.</param>
public sealed record ActionNamed(string? Ref, IReadOnlyList<int> Plans, bool IsSaid = false);

/// <summary>The part of the plans that something is about, and its name: "First Response".</summary>
public sealed record About(Scope Scope, string Name)
{
    public static About Everything { get; } = new(Scope.Everything, "");
}

/// <summary>How often something comes.</summary>
/// <param name="Days">The days of the week it comes on, where these decide.</param>
/// <param name="DayOfMonth">The day of the month; 31 is the last one.</param>
/// <param name="Week">With one weekday in <paramref name="Days"/>: the first, second, third or fourth of the month, or 5 for the last.</param>
/// <param name="Board">It comes before this board meets, so many working days ahead.</param>
/// <param name="BoardOf">The plan that reports to that board.</param>
/// <param name="From">The day it was asked for: fortnights are counted from there.</param>
public sealed record Rhythm(Every Every, IReadOnlyList<DayOfWeek> Days, TimeOnly At, int? DayOfMonth = null, int? Week = null, string? Board = null, int? Ahead = null, int? BoardOf = null, DateOnly? From = null);

/// <summary>How a digest is paused.</summary>
public enum Pausing
{
    /// <summary>Until somebody says otherwise.</summary>
    Pause,

    /// <summary>The next one is left out, or all until a day.</summary>
    Snooze,

    /// <summary>It comes again.</summary>
    Resume,
}

/// <summary>What stands in the form for a digest.</summary>
/// <param name="Of">What it is about, in somebody's words.</param>
/// <param name="On">The day, in somebody's words.</param>
public sealed record ArrangedDigest(string Of, string Often, string On, string At)
{
    public const string OfId = "of";
    public const string OftenId = "often";
    public const string OnId = "on";
    public const string AtId = "at";

    public static ArrangedDigest Usual { get; } = new("", "every week", "Monday", "09:00");

    /// <summary>The message that says the same.</summary>
    public string Said
    {
        get
        {
            var of = Of.Trim();
            var on = On.Trim();
            var day = on.Length == 0 || Often is "every day" or "every weekday" ? "" : $" on {on}";
            return $"send this channel a digest{(of.Length == 0 ? "" : $" for {of}")} {Often}{day} at {(At.Trim().Length == 0 ? "09:00" : At.Trim())}";
        }
    }
}

public enum Every
{
    Day,
    Weekday,
    Week,
    Fortnight,
    Month,
    Quarter,
}

/// <summary>Something a person may have meant, and the whole message that would say so.</summary>
public sealed record Choice(string Name, string Ask)
{
    private string? ask = Ask;
    private readonly string? text;
    private readonly string? typed;

    /// <summary>The name in the place of what was typed; of many that are offered, few are ever said.</summary>
    internal Choice(string name, string text, string typed)
        : this(name, null!) => (this.text, this.typed) = (text, typed);

    public string Ask => ask ??= text!.Contains(typed!, StringComparison.Ordinal) ? text.Replace(typed!, Name, StringComparison.Ordinal) : Name;

    public bool Equals(Choice? other) => other is not null && Name == other.Name && Ask == other.Ask;

    public override int GetHashCode() => HashCode.Combine(Name, Ask);
}

/// <summary>A request, with what was understood in words and the rules that led there.</summary>
public sealed record Understood(Request Request, string Words, IReadOnlyList<string> Rules);
