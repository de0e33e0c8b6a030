namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Messages that mean one thing as a whole.</summary>
internal static class WholeMessageRules
{
    private const int LongestTalk = 7;

    private const string Greetings = "hi hello hey hiya morning afternoon evening good there bot all everyone team happy monday friday howdy greetings yo night goodnight bye goodbye cheerio ttfn later see you tomorrow soon x teamsplanbot planbot again";

    private const string Thanks = "thanks thank you ta cheers thx ty much appreciated ok okay great brilliant perfect excellent lovely good super fab fantastic wonderful nice cool awesome smashing amazing well done for that the help your very so many thats really got it understood noted fine sorted no problem sounds bot mate a lot is useful helpful helpfull kind of indeed job one bless star youre legend a";

    private const string ThanksAlone = "thanks thank ta cheers thx ty appreciated ok okay great brilliant perfect excellent lovely good super fab fantastic wonderful nice cool awesome smashing amazing noted understood sorted star legend useful helpful";

    private const string HowAreYou = "how are you today doing hi hello hey hows things is it going your day good morning afternoon bot there whats up sup alright life being getting on";

    private const string HelpWords = "help what can you do i ask how does this work me please commands examples show could whats possible hi hello should use to are your options menu instructions hey with here we say get started guide things kind of questions sort the for some give bot an example know know tell about more yourself features it";

    private const string Asking = "who what are you whats is your name a bot robot human real person tell me about yourself hi hello this teamsplanbot made the please exactly ai";

    private const string PlanWords = "what which plans are there list show me all the my our do you have know we please us can could hi hello of tell available got on here see i thanks any current how many";

    private const string MoreWords = "more show me the rest next page please continue and see all can could i you carry on keep going give us some of them list remaining others ok thanks hi";

    /// <summary>The words that such messages consist of.</summary>
    public static (Traits Traits, IEnumerable<string> Words)[] Telling { get; } =
    [
        (Traits.Greets, Greetings.Split(' ')), (Traits.Thanks, Thanks.Split(' ')), (Traits.ThanksAlone, ThanksAlone.Split(' ')), (Traits.Wellbeing, HowAreYou.Split(' ')),
        (Traits.Helps, HelpWords.Split(' ')), (Traits.AsksWho, Asking.Split(' ')), (Traits.Plans, PlanWords.Split(' ')), (Traits.More, MoreWords.Split(' ')),
    ];

    public static Understood? Read(Reading reading)
    {
        var said = reading.Words;
        if (said.Length == 0)
        {
            return Simply(new Request.Help(), "Help", "an empty message asks for help");
        }

        return said.Length > LongestTalk + 4 ? null
            : IsHelp(reading, said) ? Simply(new Request.Help(), "Help", "help")
            : reading.Consists(Traits.Greets) && said.Length <= 5 && Has(said, IsGreeting) ? Simply(new Request.Greet(), "Greeting", "greeting")
            : reading.Consists(Traits.Plans) && Has(said, word => word == "plans") ? Simply(new Request.ListPlans(), "Plans", "plans")
            : reading.Consists(Traits.More) && IsMore(said) ? Simply(new Request.ShowMore(), "The rest of the last list", "more")
            : said.Length <= LongestTalk && reading.Consists(Traits.Thanks) && reading.Has(Traits.ThanksAlone) ? Simply(new Request.Greet(), "Thanks", "thanks")
            : reading.Consists(Traits.Wellbeing) && IsHowAreYou(said) ? Simply(new Request.Greet(), "Greeting", "how are you")
            : null;
    }

    private static bool IsGreeting(string word) => word is "hi" or "hello" or "hey" or "hiya" or "morning" or "afternoon" or "evening" or "howdy" or "greetings" or "yo" or "night" or "goodnight" or "bye" or "goodbye" or "cheerio" or "ttfn" or "later" or "see" or "happy";

    private static bool IsHelp(Reading reading, Word[] said) =>
        (reading.Consists(Traits.Helps) && (Has(said, word => word is "help" or "commands" or "examples" or "example" or "instructions" or "menu" or "options" or "guide" or "started" or "features" or "possible")
            || (Has(said, word => word is "what" or "whats" or "how") && Has(said, word => word is "can" or "work" or "use" or "ask" or "could" or "should") && Has(said, word => word is "you" or "i" or "this" or "it"))))
        || (said.Length is > 3 and <= 12 && said[0].Plain == "how" && said[1].Plain is "do" or "can" or "would" or "should" or "to" && said[said[1].Plain == "to" ? 2 : 3].Plain is "post" or "record" or "update" or "change" or "close" or "mark" or "undo" or "subscribe" or "use" or "add" or "tag" or "set" or "move" or "reopen" or "log" or "complete" or "get" or "stop" or "assign" or "report")
        || (reading.Consists(Traits.AsksWho) && Has(said, word => word is "who" or "what" or "whats" or "are" or "yourself") && Has(said, word => word is "you" or "your" or "yourself") && said.Length > 1);

    private static bool IsMore(Word[] said) =>
        Has(said, word => word is "more" or "rest" or "continue" or "remaining" or "others" or "carry" or "keep") || (said[0].Plain == "next" && (said.Length == 1 || (said.Length == 2 && said[1].Plain is "page" or "please"))) || (Has(said, word => word == "next") && Has(said, word => word == "page"));

    // "how is it going" of nothing else is talk; of something, a question.
    private static bool IsHowAreYou(Word[] said) =>
        (Has(said, word => word is "how" or "hows") && Has(said, word => word is "you" or "your" or "going" or "life" or "things")) || (Has(said, word => word is "sup" or "alright")) || (Has(said, word => word is "whats" or "what") && Has(said, word => word == "up") && said.Length <= 3);

    private static bool Has(Word[] said, Func<string, bool> wanted)
    {
        foreach (var word in said)
        {
            if (wanted(word.Plain))
            {
                return true;
            }
        }

        return false;
    }

    private static Understood Simply(Request request, string words, string rule) => new(request, words, [rule]);
}
