using System.Text.Json.Nodes;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>Who may do what with a plan, row by row.</summary>
public sealed class RightsTests : IAsyncLifetime
{
    private const string Plans = """
        plan,section,ref,action,leads,due,brag
        open,1. Help,71.1,Answer calls,Lena Lead,2018-03-31,amber
        owned,1. Help,72.1,Answer letters,Lena Lead,2018-03-31,amber
        secret,1. Help,73.1,Answer emails,Lena Lead,2018-03-31,amber
        """;

    private LocalTeams teams = null!;
    private RunningBot bot = null!;

    public async Task InitializeAsync()
    {
        teams = await LocalTeams.StartAsync();
        bot = await RunningBot.StartAsync(new DateOnly(2018, 4, 20), null, "--Samples:Load=false", "--Rights:Administrators:0=admin@council.example");
        await bot.ImportAsync(Plans);
        await using var store = bot.Stores.Open();
        foreach (var plan in store.Plans)
        {
            plan.Visibility = plan.Key == "secret" ? Visibility.Named : Visibility.Everyone;
            (RightKind Kind, string Name)[] named = plan.Key == "open" ? [(RightKind.Contribute, "Named Guest")]
                : [(RightKind.Own, "Olga Owner"), (RightKind.Contribute, "Carl Contributor"), (RightKind.Read, "Rita Reader"), (RightKind.Read, "Named Guest")];
            plan.Rights.AddRange(named.Select(one => new Right { Holder = Key(one.Name), Name = one.Name, Kind = one.Kind }));
        }

        await store.SaveChangesAsync();
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await teams.DisposeAsync();
    }

    [Theory]

    // Everybody may post to a plan without an owner, and change its dates and leads; guests only where they are named.
    [InlineData("Ed Everybody", "71.1: draft sent", null)]
    [InlineData("Ed Everybody", "71.1 slipped to 30 June 2018 because of staffing", null)]
    [InlineData("Ed Everybody", "assign 71.1 to Sam Field", null)]
    [InlineData("Guest", "71.1: draft sent", "not-found")]
    [InlineData("Named Guest", "71.1: draft sent", null)]
    [InlineData("Named Guest", "71.1 slipped to 30 June 2018 because of staffing", null)]

    // Once a plan has an owner, dates and leads are its owners', its actions' leads' and the administrators'.
    [InlineData("Ed Everybody", "72.1: draft sent", null)]
    [InlineData("Ed Everybody", "72.1 is green", null)]
    [InlineData("Ed Everybody", "mark 72.1 complete", null)]
    [InlineData("Ed Everybody", "72.1 slipped to 30 June 2018 because of staffing", "not-allowed")]
    [InlineData("Ed Everybody", "assign 72.1 to Sam Field", "not-allowed")]
    [InlineData("Carl Contributor", "72.1 slipped to 30 June 2018 because of staffing", "not-allowed")]
    [InlineData("Lena Lead", "72.1 slipped to 30 June 2018 because of staffing", null)]
    [InlineData("Lena Lead", "assign 72.1 to Sam Field", null)]
    [InlineData("Olga Owner", "72.1 slipped to 30 June 2018 because of staffing", null)]
    [InlineData("Olga Owner", "assign 72.1 to Sam Field", null)]
    [InlineData("Ada Admin", "72.1 slipped to 30 June 2018 because of staffing", null)]
    [InlineData("Guest", "72.1: draft sent", "not-found")]

    // A plan for named people is not there for anybody else, leads and administrators included.
    [InlineData("Ed Everybody", "73.1: draft sent", "not-found")]
    [InlineData("Ed Everybody", "73.1 slipped to 30 June 2018", "not-found")]
    [InlineData("Lena Lead", "73.1: draft sent", "not-found")]
    [InlineData("Ada Admin", "73.1: draft sent", "not-found")]
    [InlineData("Guest", "73.1: draft sent", "not-found")]
    [InlineData("Rita Reader", "73.1: draft sent", null)]
    [InlineData("Rita Reader", "73.1 slipped to 30 June 2018", "not-allowed")]
    [InlineData("Named Guest", "73.1: draft sent", null)]
    [InlineData("Carl Contributor", "73.1: draft sent", null)]
    [InlineData("Olga Owner", "73.1 slipped to 30 June 2018", null)]

    // Rights are the owners' to give; the first owner is an administrator's.
    [InlineData("Ed Everybody", "make ed@council.example an owner of open", "not-allowed")]
    [InlineData("Lena Lead", "make lena@council.example an owner of owned", "not-allowed")]
    [InlineData("Carl Contributor", "make carl@council.example an owner of owned", "not-allowed")]
    [InlineData("Olga Owner", "make carl@council.example an owner of owned", null)]
    [InlineData("Ada Admin", "make carl@council.example an owner of open", null)]
    [InlineData("Olga Owner", "make Nora Known an owner of owned", "not-found")]
    public async Task Somebody_may_or_may_not(string who, string said, string? problem)
    {
        var (intent, headline) = await SayAsync(who, said);

        Assert.Equal(
            problem switch { null => "done", "not-allowed" => "That is not for you to change", _ => "Not found" },
            problem is null && headline is not ("That is not for you to change" or "Not found" or "Nothing was changed" or "I did not understand that" or "Which one?") ? "done" : headline);
        Assert.NotEmpty(intent);
    }

    [Fact]
    public async Task A_right_given_to_a_sign_in_name_is_the_persons_once_they_come()
    {
        await SayAsync("Ada Admin", "make sam@council.example an owner of open");
        Assert.Equal("That is not for you to change", (await SayAsync("Ed Everybody", "71.1 slipped to 30 June 2018")).Headline);
        Assert.StartsWith("Recorded on 71.1", (await SayAsync("Sam Field", "71.1 slipped to 30 June 2018")).Headline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_given_by_name_is_that_of_the_one_person_who_bears_it()
    {
        await SayAsync("Ed Everybody", "hello");
        Assert.Equal("Ed Everybody is an owner of open", (await SayAsync("Ada Admin", "make Ed Everybody an owner of open")).Headline);
        Assert.StartsWith("Recorded on 71.1", (await SayAsync("Ed Everybody", "71.1 slipped to 30 June 2018")).Headline, StringComparison.Ordinal);

        // Another who calls himself so is not he.
        var other = Activity("Ed Everybody", "71.1 slipped to 31 July 2018");
        other["from"]!["aadObjectId"] = "somebody-else";
        Assert.Equal("That is not for you to change", (await SendAsync(other)).Headline);
    }

    [Fact]
    public async Task A_refused_undo_of_a_right_leaves_it_and_an_allowed_one_takes_it_back()
    {
        await SayAsync("Olga Owner", "make carl@council.example an owner of owned");
        Assert.Equal("Taken back: carl@council.example has no right of their own to owned any more", (await SayAsync("Olga Owner", "undo")).Headline);
    }

    private async Task<(string Intent, string Headline)> SayAsync(string who, string said) => await SendAsync(Activity(who, said));

    private async Task<(string Intent, string Headline)> SendAsync(JsonObject activity)
    {
        var before = teams.All.Count(message => message.Type == "message");
        using var response = await teams.PostAsync(bot.Url, activity);
        Assert.True(response.IsSuccessStatusCode);
        var answer = teams.All.Where(message => message.Type == "message").Skip(before).Single();
        return (answer.Activity.GetProperty("type").GetString()!, answer.Card!.Value.Lines()[0]);
    }

    private JsonObject Activity(string who, string said)
    {
        var activity = (Chat.Personal(teams, $"a:{who}") with { Person = who }).Say(said);
        if (who.EndsWith("Guest", StringComparison.Ordinal))
        {
            activity["from"]!["userRole"] = "guest";
        }

        var signIn = who switch { "Ada Admin" => "admin@council.example", "Sam Field" => "sam@council.example", _ => null };
        if (signIn is not null)
        {
            activity["from"]!["userPrincipalName"] = signIn;
        }

        return activity;
    }

    private static string Key(string who) => $"{Chat.Tenant}/object-of-{who}";
}
