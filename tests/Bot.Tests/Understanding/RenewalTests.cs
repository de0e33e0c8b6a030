using System.Text.Json;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Tests.Understanding;

/// <summary>A list of an earlier day is offered as of today: as if its words were said again.</summary>
public sealed class RenewalTests
{
    private static readonly DateOnly Then = new(2017, 4, 20);
    private static readonly DateOnly Now = new(2017, 6, 2);

    private static readonly Names Names = new(
    [
        new(NameKind.Plan, 1, 1, "Somerset improvement programme"),
        new(NameKind.Service, 10, 1, "First Response"),
        new(NameKind.Lead, 22, 1, "Jo Bloggs"),
    ]);

    [Theory]
    [InlineData("what's overdue for First Response")]
    [InlineData("my overdue actions")]
    [InlineData("what is due next month")]
    [InlineData("due in the next 3 weeks for Jo Bloggs")]
    [InlineData("due this week or overdue")]
    [InlineData("what's coming up")]
    [InlineData("due tomorrow")]
    [InlineData("red actions")]
    [InlineData("not updated in 6 weeks")]
    [InlineData("stale actions for First Response")]
    [InlineData("overdue and not updated for 2 months")]
    [InlineData("due this quarter")]
    [InlineData("actions without a date")]
    [InlineData("top 3 overdue")]
    public void The_words_of_a_list_ask_for_it_on_another_day(string text)
    {
        var jo = new Speaker("Jo Bloggs", null, null, null);
        var old = Assert.IsType<Request.ListActions>(Reader.Read(text, Names, Then, jo).Request);
        var anew = Assert.IsType<Request.ListActions>(Reader.Read(text, Names, Now, jo).Request);

        Assert.Equal(Written(anew), Written(Renewal.On(old with { From = 8 }, Now, Names)));
    }

    [Fact]
    public void A_list_whose_words_do_not_say_its_days_is_not_offered_again()
    {
        var old = Assert.IsType<Request.ListActions>(Reader.Read("what's overdue", Names, Then, new Speaker(null, null, null, null)).Request);
        Assert.Null(Renewal.On(old with { Question = old.Question with { DueTo = new DateOnly(2017, 1, 1) } }, Now, Names));
        Assert.Null(Renewal.On(old with { Terms = old.Terms with { Due = "some other day" } }, Now, Names));
    }

    private static string Written(Request.ListActions? list) => JsonSerializer.Serialize(list);
}
