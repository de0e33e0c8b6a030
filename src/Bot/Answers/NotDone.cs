using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Questions;
using TeamsPlanBot.Data.Recording;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>Why something was not put on the record, and what to do about it.</summary>
internal static class NotDone
{
    private static readonly Choice[] WhichPlans = [new("Which plans are there?", "Which plans are there?")];

    public static Advice Refused(Entry entry, string intent, ActionLine action) => entry switch
    {
        Entry.Forbidden forbidden when intent is "reschedule" or "reassign" =>
            NotAllowed(intent, $"Dates and leads of {forbidden.Plan} are for {Owners(forbidden)} to change, and for the leads of the action. You may post progress: “{action.Ref}: …”."),
        Entry.Forbidden forbidden => NotAllowed(intent, $"Guests may post only to plans that name them. Ask {Owners(forbidden)} to be named in {forbidden.Plan}."),
        _ => NotFound(intent, $"No plan you can see has an action {action.Ref}. Ask which plans there are, or for the actions of a team."),
    };

    public static string Owners(Entry.Forbidden forbidden) => forbidden.Owners.Count > 0 ? $"its owners ({string.Join(", ", forbidden.Owners)})" : "whoever administers the bot";

    public static Advice NotAllowed(string intent, string sentence) => new([sentence], [])
    {
        Intent = intent,
        Headline = "That is not for you to change",
        Problem = new Problem(Problem.NotAllowed, sentence, []),
    };

    public static Advice Invalid(string intent, string sentence) => new([sentence], [])
    {
        Intent = intent,
        Headline = "Nothing was changed",
        Problem = new Problem(Problem.Invalid, sentence, []),
    };

    public static Advice NotFound(string intent, string sentence) => new([sentence], WhichPlans)
    {
        Intent = intent,
        Headline = "Not found",
        Problem = new Problem(Problem.NotFound, sentence, []),
    };
}
