using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>How rights are said.</summary>
internal static class RightWords
{
    /// <summary>Who may do what with a plan.</summary>
    public static IEnumerable<string> Of(PlanRights plan)
    {
        yield return plan.Visibility == Visibility.Everyone ? "Everyone in the organisation sees it and may post to it; guests only if they are named." : "Only those named here see it, and they may post to it.";
        var owners = plan.Rights.Where(right => right.Kind == RightKind.Own).Select(right => right.Name).ToList();
        yield return owners.Count > 0
            ? $"Owners: {string.Join(", ", owners)}. They and the leads of an action change its date and leads."
            : "It has no owner: whoever may post may change dates and leads, too. Administrators appoint the first owner.";
        foreach (var (kind, title) in new[] { (RightKind.Contribute, "Contributors"), (RightKind.Read, "Readers") })
        {
            if (plan.Rights.Where(right => right.Kind == kind).Select(right => right.Name).ToList() is { Count: > 0 } named)
            {
                yield return $"{title}: {string.Join(", ", named)}.";
            }
        }
    }

    /// <summary>What somebody with a right may do.</summary>
    public static string Allows(RightKind? kind) => kind switch
    {
        RightKind.Own => "Owners change dates and leads and give others rights.",
        RightKind.Contribute => "Contributors see the plan and post to it.",
        RightKind.Read => "Readers see the plan, and whoever sees a plan may post to it.",
        null => "What everybody may do they may still do, unless the plan is for those it names.",
        _ => "",
    };

    public static string Kind(RightKind kind) => kind switch
    {
        RightKind.Own => "an owner",
        RightKind.Contribute => "a contributor",
        _ => "a reader",
    };
}
