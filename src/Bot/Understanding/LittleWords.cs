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
        "mention", "mentions", "mentioning", "containing", "concerning", "s", "send", "email", "pls", "cheers", "thats", "led", "owned", "assigned", "so", "far",
        "am", "as", "ok", "okay", "then", "well", "morning", "afternoon", "evening", "good", "pull", "bring", "up", "ta", "thx", "hiya", "yet", "already", "should", "will", "shall", "may", "might", "must", "getting", "being",
        "doing", "responsible", "own", "owns", "owner", "leading", "leads", "lead", "down", "working", "answer", "answers", "answering", "under", "against", "total", "altogether", "across", "council", "overall",
        "these", "those", "them", "also", "quick", "question", "quickly", "actually", "really", "exactly", "currently", "presently", "still", "yes", "bit", "look", "looking", "kindly", "rag", "brag", "rated", "rating", "ratings", "people", "everyone", "hows", "wheres", "theyre", "were", "weve", "ive", "youve", "into", "out", "off", "here", "say", "says", "said", "remaining", "remains", "remain", "mate", "plate", "her", "his", "hers", "calendar", "later", "instead", "allocated", "mr", "mrs", "ms", "where", "wondering", "wonder", "if", "someone", "somebody", "sorry", "um", "er", "btw", "fyi", "x", "many", "regarding", "where", "when",
        "planbot", "teamsplanbot", "bot", "please", "howmany", "sort", "sorted", "order", "full", "whole", "entire", "run", "through", "each", "both", "some", "only", "just", "but");

    public static Func<string, bool> Hold { get; } = All.Contains;
}
