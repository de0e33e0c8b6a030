using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>What somebody wants; a closed family.</summary>
public abstract record Request
{
    private Request()
    {
    }

    /// <summary>Answering it changes nothing, and a message so understood never did; of anything else a repeat may have to be told from the first time.</summary>
    public bool OnlyAsks => this is ListActions or ShowMore or ShowAction or ListPlans or Help or Greet;

    /// <summary>The actions that fit, from one place of the list on.</summary>
    /// <param name="Heading">What was understood: "Overdue actions for First Response".</param>
    /// <param name="Subject">The name asked about, where only the actions' words can tell whether there is such a thing.</param>
    public sealed record ListActions(ActionQuestion Question, string Heading, DateOnly AsOf, NoSuchName? Subject = null, int From = 0) : Request;

    /// <summary>The rest of the list that was last shown.</summary>
    public sealed record ShowMore : Request;

    /// <summary>One action in full.</summary>
    public sealed record ShowAction(string Ref, IReadOnlyList<int> Plans) : Request;

    public sealed record ListPlans : Request;

    /// <summary>From now on this conversation is about that plan.</summary>
    public sealed record BindPlan(int Plan, string Name) : Request;

    public sealed record Help : Request;

    public sealed record Greet : Request;

    /// <summary>A name that several things bear.</summary>
    public sealed record Torn(string Name, IReadOnlyList<Choice> Choices) : Request;

    /// <summary>A name that nothing bears, where one was needed.</summary>
    public sealed record NoSuchName(string Name, IReadOnlyList<Choice> Nearest) : Request;

    /// <summary>Words that ask for a change of an action, which is not among the things this bot does.</summary>
    public sealed record WouldChange(string Ref) : Request;

    /// <summary>Not understood; the words nobody could place.</summary>
    public sealed record Unclear(IReadOnlyList<string> Unplaced) : Request;
}

/// <summary>Something a person may have meant, and the whole message that would say so.</summary>
public sealed record Choice(string Name, string Ask);

/// <summary>A request, with what was understood in words and the rules that led there.</summary>
public sealed record Understood(Request Request, string Words, IReadOnlyList<string> Rules);
