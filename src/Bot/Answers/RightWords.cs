using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>How rights are said.</summary>
internal static class RightWords
{
    public static string Kind(RightKind kind) => kind switch
    {
        RightKind.Own => "an owner",
        RightKind.Contribute => "a contributor",
        _ => "a reader",
    };
}
