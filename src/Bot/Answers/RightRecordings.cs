using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Recording;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>Gives rights, and says what a conversation is about.</summary>
internal static class RightRecordings
{
    public static async Task<Answer> GiveAsync(Ledger ledger, int plan, string holder, string name, RightKind? kind, string words) =>
        await ledger.GiveAsync(plan, holder, name, kind) switch
        {
            Entry.Given given => new OnRecord(
                given.Before == given.Now ? ["So it was already; nothing was changed."] : [RightWords.Allows(kind)],
                MayUndo: given.Before != given.Now)
            {
                Intent = "rights",
                Understood = words,
                Headline = kind is { } now ? $"{given.Name} is {RightWords.Kind(now)} of {given.Plan}" : $"{given.Name} has no right of their own to {given.Plan}",
                Plan = plan,
            },
            Entry.Forbidden forbidden => NotDone.NotAllowed(
                "rights",
                forbidden.Owners.Count > 0
                    ? $"Rights to {forbidden.Plan} are for {NotDone.Owners(forbidden)} to give."
                    : $"{forbidden.Plan} has no owner yet. The first one is appointed by an administrator, whom the setting Rights__Administrators names."),
            _ => NotDone.NotFound("rights", "There is no such plan that you can see. Ask which plans there are."),
        };

    public static async Task<Answer> BindAsync(Ledger ledger, Request.BindPlan bind, string words, Circumstances now) =>
        await ledger.BindAsync(now.Conversation, bind.Plan) is Entry.Bound
            ? new Advice(
                [$"Questions here that name no plan, team, lead or section are about {bind.Name} from now on. Say “this channel is about …” to change it."],
                [new Choice("What's overdue?", "What's overdue?")])
            {
                Intent = "bind",
                Understood = words,
                Headline = $"This conversation is about {bind.Name}",
            }
            : NotDone.NotFound("bind", "There is no such plan that you can see. Ask which plans there are.");
}
