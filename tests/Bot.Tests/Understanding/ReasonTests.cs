using TeamsPlanBot.Bot.Understanding;

namespace TeamsPlanBot.Bot.Tests.Understanding;

/// <summary>After a date was moved without a reason, the next message may be that reason.</summary>
public sealed class ReasonTests
{
    private static readonly Speaker Asked = new("Jo Bloggs", null, null, new Remembered(null, [new ShownAction(1, "4.3")], 1, Unexplained: "m1"));

    [Theory]
    [InlineData("because recruitment was delayed", "recruitment was delayed")]
    [InlineData("Because of staffing.", "staffing.")]
    [InlineData("reason: the software is late", "the software is late")]
    [InlineData("The reason is that 4.2 must come first", "4.2 must come first")]
    [InlineData("it's because nobody applied", "nobody applied")]
    [InlineData("due to sickness", "sickness")]
    [InlineData("owing to the election, which came early", "the election, which came early")]
    public void A_reason_is_heard_where_one_was_asked_for(string said, string reason)
    {
        Assert.Equal(reason, Assert.IsType<Request.GiveReason>(Read(said, Asked).Request).Reason);
        Assert.IsNotType<Request.GiveReason>(Read(said, Asked with { Last = null }).Request);
    }

    [Theory]
    [InlineData("because")]
    [InlineData("because of what?")]
    [InlineData("reasons to be cheerful")]
    [InlineData("what's overdue because of sickness")]
    [InlineData("undo")]
    public void Other_messages_are_none(string said) => Assert.IsNotType<Request.GiveReason>(Read(said, Asked).Request);

    private static Understood Read(string said, Speaker speaker) => Reader.Read(said, Names.None, new DateOnly(2017, 4, 20), speaker);
}
