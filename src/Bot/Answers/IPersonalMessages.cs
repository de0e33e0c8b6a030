using TeamsPlanBot.Data.Conversations;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>The way to write to somebody when they have not asked anything.</summary>
public interface IPersonalMessages
{
    /// <param name="from">A conversation of the same tenant, to find them from.</param>
    Task<Reached> WriteAsync(Person to, Answer answer, Conversation from, CancellationToken cancelled);
}

/// <summary>Whether somebody could be written to.</summary>
public enum Reached
{
    /// <summary>It arrived, or may have.</summary>
    Written,

    /// <summary>Not now; it may work later.</summary>
    NotNow,

    /// <summary>There is no way to them: they have no chat with the bot, or closed it.</summary>
    NoWay,
}
