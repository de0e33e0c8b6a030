using System.Globalization;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Tests.Understanding;

/// <summary>Posts read the way the bot reads them, and written down in a line. Today is Thursday, 20 April 2017.</summary>
internal static class PostRequests
{
    public static readonly DateOnly Today = new(2017, 4, 20);

    public static readonly Names Names = new(
    [
        new(NameKind.Plan, 1, 1, "Leicestershire action plan 2017-2020"),
        new(NameKind.Plan, 1, 1, "leicestershire", "Leicestershire action plan 2017-2020"),
        new(NameKind.Plan, 2, 2, "Somerset improvement programme"),
        new(NameKind.Plan, 2, 2, "somerset", "Somerset improvement programme"),
        new(NameKind.Plan, 3, 3, "Leeds nine-point plan"),
        new(NameKind.Plan, 4, 4, "Leeds youth plan"),
        new(NameKind.Service, 10, 1, "First Response"),
        new(NameKind.Service, 11, 1, "Children in Care"),
        new(NameKind.Service, 15, 1, "Child Protection"),
        new(NameKind.Lead, 20, 1, "Head of Service, Children in Care"),
        new(NameKind.Lead, 22, 1, "Jo Bloggs"),
        new(NameKind.Lead, 23, 2, "Head of Quality and Performance"),
        new(NameKind.Lead, 24, 2, "Sarah Ahmed"),
        new(NameKind.Lead, 25, 2, "Sarah Price"),
        new(NameKind.Section, 30, 1, "Policy and Performance"),
    ]);

    public static Speaker Nobody { get; } = new("Ann Other", null, null);

    /// <summary>Somebody who was just shown action 2.5 of the plan 2.</summary>
    public static Speaker Shown { get; } = new("Ann Other", null, null, new Remembered(null, [new ShownAction(2, "2.5")], 2));

    /// <summary>Somebody who was just shown two actions.</summary>
    public static Speaker ShownTwo { get; } = new("Ann Other", null, null, new Remembered(null, [new ShownAction(2, "2.5"), new ShownAction(1, "3.1")], null));

    public static Understood? Read(string said, Speaker? speaker = null) => PostRules.Read(new Reading(said, Names, Today), Names, speaker ?? Nobody);

    public static string InALine(string said, Speaker? speaker = null) => InALine(Read(said, speaker)?.Request);

    public static string InALine(Request? request) => request switch
    {
        null => "-",
        Request.Post post => $"post {Of(post.Action)}{(post.Text is null ? "" : $" “{post.Text}”")}{Lower(post.Brag)}{Lower(post.State)}",
        Request.Reschedule moved => $"due {Of(moved.Action)} {moved.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "never"}{(moved.Reason is null ? "" : $" “{moved.Reason}”")}",
        Request.Reassign led => $"leads {Of(led.Action)} {(led.Besides ? "+" : "=")} {string.Join("; ", led.Leads)}",
        Request.Tag tag => $"{(tag.TakesAway ? "untag" : "tag")} {Of(tag.Action)} {tag.Service}",
        Request.Undo => "undo",
        Request.Impossible => $"ask {request.Intent}",
        Request.NoSuchName none => $"none {request.Intent} {none.Name}",
        Request.Torn torn => $"torn {request.Intent} {torn.Name}",
        Request.Several several => string.Join(" / ", several.Parts.Select(part => InALine(part.Request))),
        _ => request.GetType().Name,
    };

    private static string Of(ActionNamed action) => $"{action.Ref ?? "it"}{(action.Plans.Count == 0 ? "" : $"@{string.Join(",", action.Plans)}")}{(action.IsSaid ? "!" : "")}";

    private static string Lower<T>(T? value)
        where T : struct, Enum => value is { } said ? $" {said}".ToLowerInvariant() : "";
}
