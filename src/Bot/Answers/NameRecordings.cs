using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Recording;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>Makes two names one, and says who holds a role.</summary>
internal static class NameRecordings
{
    public static async Task<Answer> MergeAsync(Ledger ledger, Request.Merge merge, string words) =>
        await ledger.MergeAsync(merge.Kept, merge.Gone) switch
        {
            Entry.Merged merged => new OnRecord(
                [
                    .. merged.Plans.Select(plan => $"{plan.Plan}: {Wording.Count(plan.Actions, "action")} moved from {merged.Gone} to {merged.Kept}."),
                    $"“{merged.Gone}” is understood as another spelling from now on. What the record says stays as it was said.",
                ],
                MayUndo: true)
            {
                Intent = "merge",
                Understood = words,
                Headline = $"{merged.Gone} is {merged.Kept} from now on",
            },
            Entry.Forbidden forbidden => NotDone.NotAllowed("merge", $"Merging names of {forbidden.Plan} is for {NotDone.Owners(forbidden)} to do."),
            _ => NotDone.NotFound("merge", $"No plan has both {merge.Gone} and {merge.Kept}, so there is nothing to merge."),
        };

    public static async Task<Answer> HandAsync(Ledger ledger, Request.HandRole asked, string words, Circumstances now) =>
        await ledger.HandAsync(asked.Role, asked.Holder, asked.From) switch
        {
            Entry.Handed handed => new OnRecord(
                [
                    .. handed.Plans.Select(plan => $"{plan.Plan}: {(plan.Before is { } before && before != handed.Holder ? $"{before} held it until then" : "nobody was named before")}."),
                    $"Its actions are {handed.Holder}’s {(asked.From > now.Today ? "from that day on" : "from now on")}: they come with “my actions”.",
                ],
                MayUndo: true)
            {
                Intent = "reassign",
                Understood = words,
                Headline = $"{handed.Holder} is {handed.Role} from {Dates.InWords(asked.From)}",
            },
            Entry.Forbidden forbidden => NotDone.NotAllowed("reassign", $"Saying who holds a role in {forbidden.Plan} is for {NotDone.Owners(forbidden)} to do."),
            _ => NotDone.NotFound("reassign", $"No plan you can see has a lead {asked.Role}."),
        };
}
