using System.Text.Json.Nodes;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>A bot that asks for tokens, with its issuers and its Teams.</summary>
public sealed class GuardedBot : IAsyncLifetime
{
    public const string MicrosoftTenant = "d6d49420-f39b-4df7-a1dc-d59a935871db";
    public const string OtherTenant = "99999999-8888-7777-6666-555555555555";
    public const string AllowedApplication = "5a807f24-c9de-44ee-a3a7-329e88a00ffc";

    public LocalTeams Teams { get; private set; } = null!;

    public TestIssuer Issuer { get; private set; } = null!;

    public RunningBot Bot { get; private set; } = null!;

    public TestKey ChannelKey => Issuer.ChannelKey;

    public TestKey HomeKey { get; } = new();

    public TestKey MicrosoftKey { get; } = new();

    public TestKey OtherTenantKey { get; } = new();

    public async Task InitializeAsync()
    {
        Teams = await LocalTeams.StartAsync();
        Issuer = await TestIssuer.StartAsync();
        Issuer.PublishTenant(Chat.Tenant, HomeKey);
        Issuer.PublishTenant(MicrosoftTenant, MicrosoftKey);
        Issuer.PublishTenant(OtherTenant, OtherTenantKey);
        Bot = await RunningBot.StartWithTokensAsync(Issuer, settings: $"--Teams:AllowedCallers:0={AllowedApplication}");
    }

    public async Task DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Issuer.DisposeAsync();
        await Teams.DisposeAsync();
    }

    /// <summary>The claims of a channel token with which nothing is wrong, changed like this.</summary>
    public JsonObject Channel(Action<JsonObject>? change = null) => Changed(TestIssuer.ChannelClaims(RunningBot.AppId, Teams.ServiceUrl), change);

    public JsonObject Entra(Action<JsonObject>? change = null) => Changed(TestIssuer.EntraClaims(RunningBot.AppId, Chat.Tenant, AllowedApplication), change);

    public JsonObject OlderEntra(Action<JsonObject>? change = null) => Changed(TestIssuer.OlderEntraClaims(RunningBot.AppId, Chat.Tenant, AllowedApplication), change);

    /// <summary>The header of a channel token, changed like this.</summary>
    public JsonObject Header(Action<JsonObject> change) => Changed(ChannelKey.Header(), change);

    private static JsonObject Changed(JsonObject json, Action<JsonObject>? change)
    {
        change?.Invoke(json);
        return json;
    }
}
