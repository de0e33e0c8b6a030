using System.Collections.Frozen;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Words that carry no meaning of their own in a question about actions.</summary>
internal static class LittleWords
{
    public static FrozenSet<string> All { get; } = FrozenSet.Create(StringComparer.Ordinal,
        "what", "whats", "which", "who", "is", "are", "was", "were", "be", "been", "the", "a", "an", "for", "in", "of", "on", "to", "at", "with", "and", "or", "that", "this",
        "show", "me", "list", "give", "tell", "find", "get", "see", "us", "we", "our", "you", "i", "have", "has", "had", "do", "does", "did", "there", "theres", "any", "all", "every", "everything",
        "anything", "how", "many", "much", "number", "count", "can", "could", "would", "please", "from", "about", "it", "its", "still", "now", "currently", "moment", "left", "hi", "hello", "hey",
        "thanks", "thank", "status", "right", "just", "want", "need", "know", "like", "id", "im", "their", "they", "them", "got", "go", "going", "stuff", "work", "ones", "one", "things", "plan", "plans",
        "mention", "mentions", "mentioning", "containing", "concerning", "s", "send", "email", "pls", "cheers", "thats", "led", "owned", "assigned", "so", "far");

    public static Func<string, bool> Hold { get; } = All.Contains;
}
