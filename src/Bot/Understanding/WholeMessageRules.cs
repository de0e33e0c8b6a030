namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Messages that mean one thing as a whole.</summary>
internal static class WholeMessageRules
{
    private static readonly HashSet<string> Greetings = ["hi", "hello", "hey", "hiya", "morning", "afternoon", "evening", "good", "there", "bot", "all"];

    private static readonly HashSet<string> HelpWords = ["help", "what", "can", "you", "do", "i", "ask", "how", "does", "this", "work", "me", "please", "commands", "examples", "show"];

    private static readonly HashSet<string> PlanWords = ["what", "which", "plans", "are", "there", "list", "show", "me", "all", "the", "my", "our", "do", "you", "have", "know", "we", "please", "us"];

    private static readonly HashSet<string> MoreWords = ["more", "show", "me", "the", "rest", "next", "page", "please", "continue", "and", "see"];

    public static Understood? Read(Reading reading)
    {
        var said = reading.Words;
        return said.Length == 0 ? Simply(new Request.Help(), "Help", "an empty message asks for help")
            : Consists(said, HelpWords) && Array.Exists(said, word => word.Plain is "help" or "commands" or "examples" or "can" or "work") ? Simply(new Request.Help(), "Help", "help")
            : Consists(said, Greetings) && said.Length <= 4 ? Simply(new Request.Greet(), "Greeting", "greeting")
            : Consists(said, PlanWords) && Array.Exists(said, word => word.Plain == "plans") ? Simply(new Request.ListPlans(), "Plans", "plans")
            : Consists(said, MoreWords) && Array.Exists(said, word => word.Plain is "more" or "rest" or "continue") || (said.Length == 2 && said[0].Plain == "next" && said[1].Plain == "page")
                ? Simply(new Request.ShowMore(), "The rest of the last list", "more")
            : null;
    }

    private static bool Consists(Word[] said, HashSet<string> of) => Array.TrueForAll(said, word => of.Contains(word.Plain));

    private static Understood Simply(Request request, string words, string rule) => new(request, words, [rule]);
}
