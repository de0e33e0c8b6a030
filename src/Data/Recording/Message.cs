using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Recording;

/// <summary>A message that may change something: who said it, where and when.</summary>
/// <param name="Imprint">What is the same only where the same was said again; null where that is not to be looked for.</param>
/// <param name="On">The day it is dated by.</param>
public sealed record Message(Actor By, string ConversationKey, string Id, string? Imprint, DateTime At, DateOnly On)
{
    /// <summary>What stands on the record of all that it says.</summary>
    public Posting ToPosting() => new()
    {
        Origin = Origin.Person,
        At = At,
        On = On,
        By = By.Name,
        PersonKey = By.Key,
        ConversationKey = ConversationKey,
        MessageId = Id,
    };
}
