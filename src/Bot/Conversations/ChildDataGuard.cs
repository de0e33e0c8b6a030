using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Privacy;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>Lets nothing through that tells who one child or family is: it is neither answered, stored nor said back.</summary>
internal static class ChildDataGuard
{
    /// <summary>What was understood; or, where the words hold such a thing, only what to leave out of them.</summary>
    public static Understood Passed(Understood understood, string said)
    {
        if (ChildData.In(said) is not { Count: > 0 } found)
        {
            return understood;
        }

        var intent = understood.Request.Intent;
        var sentence = $"I changed nothing and kept nothing of your message, because it holds {ChildData.InWords(found)}. Please leave {(found.Count == 1 ? "it" : "them")} out and say it again: a plan is about services, never about one child or family. If others can read your message here, delete it.";
        return new Understood(new Request.Impossible(intent == "unknown" ? "progress" : intent, sentence, []), "", ["words that tell who one child or family is"]);
    }
}
