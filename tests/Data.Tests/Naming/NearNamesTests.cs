using TeamsPlanBot.Data.Naming;

namespace TeamsPlanBot.Data.Tests.Naming;

public sealed class NearNamesTests
{
    [Theory]
    [InlineData("Jon Nevill", "John Nevill", Likeness.Spelling)]
    [InlineData("Vicki Marsh", "Vicky Marsh", Likeness.Spelling)]
    [InlineData("Claire Walker", "Clare Walker", Likeness.Spelling)]
    [InlineData("Jon Nevill", "Jon Neville", Likeness.Spelling)]
    [InlineData("JON NEVILL", "John Nevill", Likeness.Spelling)]
    [InlineData("J. Nevill", "Jon Nevill", Likeness.Initials)]
    [InlineData("JN", "Jon Nevill", Likeness.Initials)]
    [InlineData("MFitz", "Mary Fitzroy", Likeness.Initials)]
    public void Two_spellings_may_be_one_person(string one, string other, Likeness likeness)
    {
        Assert.Equal(likeness, NearNames.Of(one, other));
        Assert.Equal(likeness, NearNames.Of(other, one));
    }

    [Theory]
    [InlineData("Jon Nevill", "Jon Nevill")]
    [InlineData("Jon Nevill", "jon nevill")]
    [InlineData("Jon Nevill", "Jane Nevill")]
    [InlineData("Tom Hill", "Tim Hill")]
    [InlineData("Jo Hill", "Jo Mill")]
    [InlineData("Jon Nevill", "Pat Nevill")]
    [InlineData("JN", "Pat Roe")]
    [InlineData("Head of Service, Early Help", "Head of Services, Early Help")]
    [InlineData("Team Manager", "Team Managers")]
    [InlineData("Leeds Board", "Leed Board")]
    [InlineData("", "Jon Nevill")]
    [InlineData("J", "")]
    public void Others_are_two(string one, string other)
    {
        Assert.Null(NearNames.Of(one, other));
        Assert.Null(NearNames.Of(other, one));
    }
}
