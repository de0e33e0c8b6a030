using System.Collections.Frozen;
using System.Text.Json;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Teams.Tests;

public sealed class ActivityRulesTests
{
    private const string Home = "0d3c1c4e-6f0b-4b0e-9c57-6a7b6f4b0a11";
    private const string Guest = "22222222-6f0b-4b0e-9c57-6a7b6f4b0a11";
    private const string Elsewhere = "33333333-6f0b-4b0e-9c57-6a7b6f4b0a11";
    private const string Service = "https://smba.trafficmanager.net/uk/";

    private static readonly Caller Channel = new Caller.Channel(Service, FrozenSet.Create("msteams", "webchat"));
    private static readonly Caller Application = new Caller.Application(null);

    [Theory]
    [InlineData("msteams", null)]
    [InlineData("webchat", null)]
    [InlineData("MSTEAMS", ActivityRules.NotEndorsed)]
    [InlineData("directline", ActivityRules.NotEndorsed)]
    [InlineData("", ActivityRules.NoChannel)]
    [InlineData(null, ActivityRules.NoChannel)]
    public void A_key_speaks_only_for_the_channels_it_is_endorsed_for(string? channel, string? refusal) =>
        Assert.Equal(refusal, Refusal(Channel, Activity() with { ChannelId = channel }));

    [Fact]
    public void A_key_without_endorsements_speaks_for_no_channel() =>
        Assert.Equal(ActivityRules.NotEndorsed, Refusal(new Caller.Channel(Service, FrozenSet<string>.Empty), Activity()));

    [Theory]
    [InlineData(Service, Service, null)]
    [InlineData(Service, "HTTPS://SMBA.trafficmanager.net/UK/", null)]
    [InlineData(Service, "https://smba.trafficmanager.net/uk", ActivityRules.OtherServiceUrl)]
    [InlineData(Service, "https://smba.trafficmanager.net/amer/", ActivityRules.OtherServiceUrl)]
    [InlineData(Service, "https://evil.example/", ActivityRules.OtherServiceUrl)]
    [InlineData(Service, "", ActivityRules.OtherServiceUrl)]
    [InlineData(Service, null, ActivityRules.OtherServiceUrl)]
    [InlineData(null, Service, ActivityRules.NoServiceUrl)]
    [InlineData("", "", ActivityRules.NoServiceUrl)]
    [InlineData(null, null, ActivityRules.NoServiceUrl)]
    public void A_channel_token_is_good_for_its_own_service_URL_alone(string? claimed, string? said, string? refusal) =>
        Assert.Equal(refusal, Refusal(new Caller.Channel(claimed, FrozenSet.Create("msteams")), Activity() with { ServiceUrl = said }));

    [Theory]
    [InlineData(null, Service, null)]
    [InlineData(Service, Service, null)]
    [InlineData("", Service, ActivityRules.OtherServiceUrl)]
    [InlineData("https://smba.trafficmanager.net/amer/", Service, ActivityRules.OtherServiceUrl)]
    [InlineData(null, "https://evil.example/", ActivityRules.HostNotListed)]
    [InlineData(null, null, ActivityRules.HostNotListed)]
    public void A_token_of_Entra_may_leave_the_service_URL_out_but_not_name_another(string? claimed, string? said, string? refusal) =>
        Assert.Equal(refusal, Refusal(new Caller.Application(claimed), Activity() with { ServiceUrl = said }));

    [Theory]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://evil.example/smba.trafficmanager.net")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://someone@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net/?to=evil.example")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("http://localhost:1/")]
    [InlineData("smba.trafficmanager.net")]
    public void Answers_go_to_the_listed_hosts_alone(string service)
    {
        Assert.Equal(ActivityRules.HostNotListed, Refusal(Application, Activity() with { ServiceUrl = service }));
        Assert.Equal(ActivityRules.HostNotListed, Refusal(new Caller.Channel(service, FrozenSet.Create("msteams")), Activity() with { ServiceUrl = service }));
    }

    [Theory]
    [InlineData(Home, Home, null)]
    [InlineData(Home, null, null)]
    [InlineData(null, Home, null)]
    [InlineData("", Home, null)]
    [InlineData(Guest, Guest, null)]
    [InlineData("0D3C1C4E-6F0B-4B0E-9C57-6A7B6F4B0A11", Home, null)]
    [InlineData(Elsewhere, Elsewhere, ActivityRules.TenantNotListed)]
    [InlineData(Elsewhere, null, ActivityRules.TenantNotListed)]
    [InlineData(null, Elsewhere, ActivityRules.TenantNotListed)]
    [InlineData(Home, Elsewhere, ActivityRules.TwoTenants)]
    [InlineData(Elsewhere, Home, ActivityRules.TwoTenants)]
    [InlineData(Home, Guest, ActivityRules.TwoTenants)]
    [InlineData(null, null, ActivityRules.NoTenant)]
    [InlineData("", "", ActivityRules.NoTenant)]
    public void With_a_list_of_tenants_an_activity_names_one_of_them_and_no_other(string? conversation, string? channelData, string? refusal)
    {
        var activity = InTenants(conversation, channelData);
        Assert.Equal(refusal, Refusal(Channel, activity, new TeamsOptions { TenantId = Home, AllowedTenants = [Guest] }));
        Assert.Equal(refusal, Refusal(Application, activity, new TeamsOptions { TenantId = Home, AllowedTenants = [Guest] }));
        Assert.Equal(refusal, Refusal(Channel, activity, new TeamsOptions { AllowedTenants = [Guest, Home] }));
        Assert.Null(Refusal(Channel, activity));
    }

    [Fact]
    public void A_tenant_that_is_no_text_is_none() =>
        Assert.Equal(
            ActivityRules.NoTenant,
            Refusal(Channel, Activity() with { ChannelData = JsonSerializer.SerializeToElement(new { tenant = new { id = new[] { Home } } }) }, new TeamsOptions { TenantId = Home }));

    [Theory]
    [InlineData("http://localhost:56150/_connector", null)]
    [InlineData(Service, ActivityRules.NotOnThisComputer)]
    [InlineData(null, ActivityRules.NotOnThisComputer)]
    public void A_program_on_this_computer_is_answered_on_this_computer(string? service, string? refusal) =>
        Assert.Equal(refusal, Refusal(new Caller.OnThisComputer(), new Activity { ServiceUrl = service }, new TeamsOptions { DangerouslyAllowUnauthenticatedLoopback = true }));

    private static string? Refusal(Caller caller, Activity activity, TeamsOptions? teams = null) => ActivityRules.Refusal(caller, activity, teams ?? new TeamsOptions());

    private static Activity Activity() => new() { Type = "message", ChannelId = "msteams", ServiceUrl = Service };

    private static Activity InTenants(string? conversation, string? channelData) => Activity() with
    {
        Conversation = new ConversationAccount { TenantId = conversation },
        ChannelData = channelData is null ? null : JsonSerializer.SerializeToElement(new { tenant = new { id = channelData } }),
    };
}
