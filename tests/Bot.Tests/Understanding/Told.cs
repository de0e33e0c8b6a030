using System.Globalization;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>Understands messages over five invented plans, and tells each request in one line. Today is Thursday, 20 April 2017.</summary>
internal static class Told
{
    public static DateOnly Today { get; } = new(2017, 4, 20);

    public static Names Names { get; } = new(
    [
        Plan(1, "Leicestershire action plan 2017"),
        Plan(2, "Somerset improvement programme"),
        Plan(3, "Leeds nine point plan"),
        Plan(4, "Stockton action plan 2013"),
        Plan(5, "Leicester improvement plan"),
        new(NameKind.Plan, 1, 1, "leicestershire", "Leicestershire action plan 2017"),
        new(NameKind.Plan, 2, 2, "somerset", "Somerset improvement programme"),
        new(NameKind.Plan, 3, 3, "leeds", "Leeds nine point plan"),
        new(NameKind.Plan, 4, 4, "stockton", "Stockton action plan 2013"),
        new(NameKind.Plan, 5, 5, "leicester", "Leicester improvement plan"),
        new(NameKind.Service, 10, 1, "First Response"),
        new(NameKind.Service, 11, 1, "Children in Care"),
        new(NameKind.Service, 12, 2, "Children in Care"),
        new(NameKind.Service, 13, 1, "Early Help"),
        new(NameKind.Service, 14, 2, "Fostering"),
        new(NameKind.Service, 15, 2, "Children with Disabilities"),
        new(NameKind.Lead, 20, 1, "Head of Service, Children in Care"),
        new(NameKind.Lead, 21, 1, "Head of Service, Safeguarding Assurance"),
        new(NameKind.Lead, 22, 1, "Jo Bloggs"),
        new(NameKind.Lead, 25, 1, "J Bloggs"),
        new(NameKind.Lead, 23, 2, "Virtual School Head"),
        new(NameKind.Lead, 26, 3, "Sam Patel"),
        new(NameKind.Section, 30, 1, "Policy and Performance"),
        new(NameKind.Section, 31, 2, "Fostering"),
        new(NameKind.Indicator, 40, 4, "Re-referral rate"),
        new(NameKind.Indicator, 40, 4, "re-referrals", "Re-referral rate"),
        new(NameKind.Indicator, 41, 3, "Young people who are NEET"),
        new(NameKind.Indicator, 41, 3, "NEET", "Young people who are NEET"),
        new(NameKind.Indicator, 42, 4, "Average social worker caseload"),
        new(NameKind.Indicator, 42, 4, "caseloads", "Average social worker caseload"),
        new(NameKind.Indicator, 43, 4, "Timeliness of initial assessments"),
        new(NameKind.Indicator, 44, 4, "Timeliness of core assessments"),
        new(NameKind.Indicator, 45, 4, "Contacts"),
        new(NameKind.Indicator, 46, 2, "Children with more than 3 placements in 12 months"),
        new(NameKind.Indicator, 47, 2, "Social worker turnover"),
        new(NameKind.Indicator, 47, 2, "turnover", "Social worker turnover"),
        new(NameKind.Indicator, 48, 2, "Care leavers in suitable accommodation"),
        new(NameKind.Indicator, 49, 4, "Care leavers in suitable accommodation"),
    ]);

    public static string Of(string said, int? plan = null, string? it = null)
    {
        var last = it is null ? null : new Remembered(null, [new ShownAction(1, it)], 1);
        return Of(Reader.Read(said, Names, Today, new Speaker("Jo Bloggs", null, plan, last)).Request);
    }

    public static string Of(Request request) => request switch
    {
        Request.ListActions list => $"actions: {list.Heading}",
        Request.ShowAction one => $"action {one.Action.Ref ?? "it"}",
        Request.Summarise told => $"summary{Of(told.About)}",
        Request.ListChanges told => $"changes{Of(told.About)} since {Iso(told.Since)}",
        Request.ShowHistory told => $"history of {told.Action.Ref ?? "it"}{(told.Action.IsSaid ? $" in {string.Join(',', told.Action.Plans)}" : "")}",
        Request.ListIndicators told => $"indicators{Of(told.About)}{(told.Status is { } status ? $" {status}" : "")}{(told.Direction is { } direction ? $" {direction}" : "")}",
        Request.ShowIndicator told => $"indicator {string.Join(',', told.Indicators)}",
        Request.ShowCoverage told => $"coverage{Of(told.About)}",
        Request.ShowClock told => $"clock {(told.Received is { } day ? Iso(day) : "")}".Trim(),
        Request.Measure told => string.Create(CultureInfo.InvariantCulture, $"measure {string.Join(',', told.Indicators)} {told.Period.Words} {told.Value}{(told.Numerator is null ? "" : $" {told.Numerator}/{told.Denominator}")}").Replace("  ", " ", StringComparison.Ordinal),
        Request.Tag told => $"{(told.TakesAway ? "untag" : "tag")} {told.Action.Ref ?? "it"} {told.Service}",
        Request.HandRole told => $"{told.Holder} holds {told.Role} from {told.From:yyyy-MM-dd}",
        Request.Merge told => $"merge {told.Gone} into {told.Kept}",
        Request.ListRights told => $"rights{Of(told.About)}",
        Request.GiveRight told => $"right of {told.Person}: {told.Kind?.ToString() ?? "none"}{Of(told.About)}",
        Request.BindPlan told => $"bind {told.Plan}",
        Request.Subscribe told => $"digest {(told.Question.Length > 0 ? $"“{told.Question}”" : Of(told.About).Trim())}, {RhythmWords.Of(told.Rhythm)}{(told.ToMe ? ", to me" : "")}",
        Request.MakeReport told => $"{(told.OnAPage ? "page" : "report")}{Of(told.About)}{(told.Period is { } period ? $" {period.Words}" : "")}",
        Request.ExportPlan told => $"export{Of(told.About)}{(told.AsCsv ? " as csv" : "")}",
        Request.StopDigest told => $"stop{Of(told.About)} {told.Number}".TrimEnd(),
        Request.SendDigest told => $"send now{Of(told.About)} {told.Number}".TrimEnd(),
        Request.PauseDigest told => $"{told.Pausing}{Of(told.About)} {told.Number}".TrimEnd() + (told.Until is { } until ? $" until {until:yyyy-MM-dd}" : ""),
        Request.ChangeDigest told => $"{$"change{Of(told.About)} {told.Number}".TrimEnd()}, {(told.TimeOnly ? $"at {RhythmWords.Time(told.Rhythm.At)}" : RhythmWords.Of(told.Rhythm))}",
        Request.ArrangeDigest => "digest form",
        Request.SetNudges told => told is { Wanted: false } ? "no nudges" : told.From is { } from ? $"nudges from {Iso(from)}" : "nudges",
        Request.Torn told => $"torn {told.Wanted}: {string.Join(" | ", told.Choices.Select(choice => choice.Name))}",
        Request.NoSuchName told => $"no such {told.Wanted}: {told.Name}",
        Request.Impossible told => $"impossible {told.Wanted}",
        var other => other.Intent,
    };

    private static NamedThing Plan(int id, string name) => new(NameKind.Plan, id, id, name);

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string Of(About about)
    {
        var scope = about.Scope;
        string[] parts = [
            .. scope.Services.Count > 0 ? new[] { $"services {string.Join(',', scope.Services)}" } : [],
            .. scope.Leads is { } leads ? new[] { $"leads {string.Join(',', leads)}" } : [],
            .. scope.Sections.Count > 0 ? new[] { $"sections {string.Join(',', scope.Sections)}" } : [],
            .. scope.Plans.Count > 0 ? new[] { $"plans {string.Join(',', scope.Plans)}" } : []];
        return parts.Length > 0 ? $" {string.Join(' ', parts)}" : " everything";
    }
}
