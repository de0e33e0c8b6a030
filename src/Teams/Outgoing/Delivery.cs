namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>How a send ended.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>It arrived; the ids are missing where the other side gives none. A conversation's id comes with a new conversation only.</summary>
    public sealed record Arrived(string? ActivityId, string? ConversationId = null) : Delivery;

    /// <summary>The other side said no.</summary>
    public sealed record Refused(int Status, string? Code = null) : Delivery
    {
        /// <summary>Whether the same message would be refused each time: it is the request that is wrong, and no token, delay or crowd.</summary>
        public bool IsForGood => Status is >= 400 and < 500 and not (401 or 408 or 412 or 429);
    }

    /// <summary>The conversation is closed to the bot: sending again helps nobody.</summary>
    public sealed record Closed(ClosedBecause Why) : Delivery;

    /// <summary>It was not sent, or not taken, because too much was sent before; it may go after so long.</summary>
    /// <param name="ComeBackAfter">How long to wait.</param>
    /// <param name="OtherSideAsked">The other side asked to wait; else the bot itself keeps to the limits.</param>
    public sealed record TooMany(TimeSpan ComeBackAfter, bool OtherSideAsked = false) : Delivery;

    /// <summary>No answer came: it may have arrived, or not.</summary>
    public sealed record Unknown(string Reason) : Delivery;

    /// <summary>It was certainly not sent; where the cause may pass, another time may go better.</summary>
    public sealed record NotSent(string Reason, bool MayPass = false) : Delivery;
}

/// <summary>Why a conversation is closed to the bot.</summary>
public enum ClosedBecause
{
    /// <summary>An administrator switched the bot off.</summary>
    BotDisabledByAdmin,

    /// <summary>The bot was taken out of the conversation.</summary>
    BotNotInConversationRoster,

    /// <summary>The person blocked the bot.</summary>
    ConversationBlockedByUser,

    /// <summary>The conversation is no more, or never was.</summary>
    ConversationNotFound,
}
