using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>The bot as in production: who brings a good token is answered.</summary>
public sealed class TokenModeTests : IAsyncLifetime
{
    private const string Caller = "5a807f24-c9de-44ee-a3a7-329e88a00ffc";

    private readonly HttpClient http = new();
    private LocalTeams teams = null!;
    private TestIssuer issuer = null!;
    private RunningBot bot = null!;

    public async Task InitializeAsync()
    {
        teams = await LocalTeams.StartAsync();
        issuer = await TestIssuer.StartAsync();
        bot = await RunningBot.StartWithTokensAsync(issuer, settings: $"--Teams:AllowedCallers:0={Caller}");
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await bot.DisposeAsync();
        await issuer.DisposeAsync();
        await teams.DisposeAsync();
    }

    [Fact]
    public async Task A_message_with_a_channel_token_is_answered()
    {
        await AssertAnsweredAsync(issuer.ChannelToken(RunningBot.AppId, teams.ServiceUrl));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_with_a_token_of_Entra_for_an_application_on_the_list_is_answered(bool older)
    {
        var key = new TestKey();
        issuer.PublishTenant(Chat.Tenant, key, atOlderAddress: older);
        await AssertAnsweredAsync(key.Sign(older ? TestIssuer.OlderEntraClaims(RunningBot.AppId, Chat.Tenant, Caller) : TestIssuer.EntraClaims(RunningBot.AppId, Chat.Tenant, Caller)));
    }

    [Fact]
    public async Task A_token_signed_with_a_key_that_came_later_is_taken()
    {
        await AssertAnsweredAsync(issuer.ChannelToken(RunningBot.AppId, teams.ServiceUrl));
        issuer.RollChannelKey();
        await AssertAnsweredAsync(issuer.ChannelToken(RunningBot.AppId, teams.ServiceUrl), number: 2);
        Assert.Equal(2, issuer.MetadataAsks);
    }

    [Fact]
    public async Task The_same_token_again_is_taken_again()
    {
        var token = issuer.ChannelToken(RunningBot.AppId, teams.ServiceUrl);
        await AssertAnsweredAsync(token);
        await AssertAnsweredAsync(token, number: 2);
        Assert.Equal(1, issuer.MetadataAsks);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Whether_the_bot_is_well_may_be_asked_without_a_token(string path)
    {
        using var response = await http.GetAsync(new Uri(bot.Url, path));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain(bot.Log.Lines, line => line.Line.Contains("refused", StringComparison.Ordinal));
    }

    private async Task AssertAnsweredAsync(string token, int number = 1)
    {
        var chat = Chat.Personal(teams);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Url, "/api/messages")) { Content = JsonContent.Create<JsonObject>(chat.Say("help")) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        Assert.True(response.StatusCode == HttpStatusCode.OK, string.Join('\n', bot.Log.Lines.Where(line => line.Line.Contains("efused", StringComparison.Ordinal))));
        await teams.MessageAsync(chat.Id, number);
    }
}
