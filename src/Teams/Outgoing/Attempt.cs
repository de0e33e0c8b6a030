namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>How one try of a call went: an answer with its status, or none and why.</summary>
/// <param name="Left">The request may have reached the other side.</param>
internal readonly record struct Attempt(int Status, byte[] Body, TimeSpan? RetryAfter, string? Failure, bool Left)
{
    private const int LongestCode = 100;

    private static readonly byte[] Nothing = [];

    /// <summary>What made it fail, as it is counted.</summary>
    public string Cause => Failure is null ? $"{Status}" : "connection";

    public static Attempt Answered(int status, byte[] body, TimeSpan? retryAfter) => new(status, body, retryAfter, null, Left: true);

    public static Attempt Failed(string failure, bool left) => new(0, Nothing, null, failure, left);

    /// <summary>Whether another try may help, and can do no harm.</summary>
    public bool IsWorthAnother(Call call) => Failure is null ? Retrying.Passes(Status) : !Left || call.MayRepeat;

    /// <summary>What it comes to, if there is no other try.</summary>
    public Delivery Outcome(Call call) => this switch
    {
        { Failure: { } failure, Left: true } => new Delivery.Unknown(failure),
        { Failure: { } failure } => new Delivery.NotSent(failure, MayPass: true),
        { Status: >= 200 and < 300 } => call.Read(Body),
        _ => Refusal(Code()),
    };

    // It will be logged, so it must be a word.
    private string? Code() => ReplyJson.Text(Body, "error", "code") is { Length: > 0 and <= LongestCode } code && code.All(char.IsAsciiLetterOrDigit) ? code : null;

    private Delivery Refusal(string? code) => (Status, code) switch
    {
        (403, nameof(ClosedBecause.BotDisabledByAdmin)) => new Delivery.Closed(ClosedBecause.BotDisabledByAdmin),
        (403, nameof(ClosedBecause.BotNotInConversationRoster)) => new Delivery.Closed(ClosedBecause.BotNotInConversationRoster),
        (403, nameof(ClosedBecause.ConversationBlockedByUser)) => new Delivery.Closed(ClosedBecause.ConversationBlockedByUser),
        (404, nameof(ClosedBecause.ConversationNotFound)) => new Delivery.Closed(ClosedBecause.ConversationNotFound),
        _ => new Delivery.Refused(Status, code),
    };
}
