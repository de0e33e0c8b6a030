using TeamsPlanBot.Teams.Incoming;
using TeamsPlanBot.Teams.Incoming.Tokens;

namespace TeamsPlanBot.Teams.Tests.Tokens;

public sealed class TokenRulesTests
{
    private const string App = "6b2e2f62-4a0a-4d0e-9d4c-2f5d6f0b7c11";
    private const string Home = "0d3c1c4e-6f0b-4b0e-9c57-6a7b6f4b0a11";
    private const string Microsoft = "d6d49420-f39b-4df7-a1dc-d59a935871db";
    private const string Elsewhere = "11111111-2222-3333-4444-555555555555";
    private const string Caller = "5a807f24-c9de-44ee-a3a7-329e88a00ffc";

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private static readonly Token Channel = new()
    {
        Algorithm = "RS256",
        KeyId = "k",
        Issuer = "https://api.botframework.com",
        Audience = App,
        Expires = At(3600),
        NotBefore = At(0),
        SignedPart = default,
        Signature = default,
    };

    private static readonly Token Entra2 = Channel with { Issuer = $"https://login.microsoftonline.com/{Home}/v2.0", TenantId = Home, AuthorisedParty = Caller, Version = "2.0" };

    private static readonly Token Entra1 = Channel with { Issuer = $"https://sts.windows.net/{Home}/", TenantId = Home, ApplicationId = Caller, Version = "1.0" };

    public static TheoryData<string, Token, string?> Tokens { get; } = new()
    {
        { "a channel token", Channel, null },
        { "RS384", Channel with { Algorithm = "RS384" }, null },
        { "RS512", Channel with { Algorithm = "RS512" }, null },
        { "an audience in capitals", Channel with { Audience = App.ToUpperInvariant() }, null },
        { "no not-before", Channel with { NotBefore = null }, null },
        { "no algorithm", Channel with { Algorithm = null }, TokenRefusals.Algorithm },
        { "none", Channel with { Algorithm = "none" }, TokenRefusals.Algorithm },
        { "None", Channel with { Algorithm = "None" }, TokenRefusals.Algorithm },
        { "rs256 in small letters", Channel with { Algorithm = "rs256" }, TokenRefusals.Algorithm },
        { "HS256", Channel with { Algorithm = "HS256" }, TokenRefusals.Algorithm },
        { "PS256", Channel with { Algorithm = "PS256" }, TokenRefusals.Algorithm },
        { "ES256", Channel with { Algorithm = "ES256" }, TokenRefusals.Algorithm },
        { "no key", Channel with { KeyId = null }, TokenRefusals.NoKeyId },
        { "an empty key", Channel with { KeyId = "" }, TokenRefusals.NoKeyId },
        { "no audience", Channel with { Audience = null }, TokenRefusals.Audience },
        { "an empty audience", Channel with { Audience = "" }, TokenRefusals.Audience },
        { "another audience", Channel with { Audience = Elsewhere }, TokenRefusals.Audience },
        { "the audience of what bots send", Channel with { Audience = "https://api.botframework.com" }, TokenRefusals.Audience },
        { "an audience with something behind it", Channel with { Audience = App + " " }, TokenRefusals.Audience },
        { "no expiry", Channel with { Expires = null }, TokenRefusals.NoExpiry },
        { "expired within the skew", Channel with { Expires = At(-299) }, null },
        { "expired at the skew", Channel with { Expires = At(-300) }, TokenRefusals.Expired },
        { "expired long ago", Channel with { Expires = 0 }, TokenRefusals.Expired },
        { "expired before time began", Channel with { Expires = DateTimeOffset.MinValue.ToUnixTimeSeconds() }, TokenRefusals.Expired },
        { "good for ever", Channel with { Expires = DateTimeOffset.MaxValue.ToUnixTimeSeconds() }, null },
        { "valid soon, within the skew", Channel with { NotBefore = At(300) }, null },
        { "valid later", Channel with { NotBefore = At(301) }, TokenRefusals.NotYet },
        { "no issuer", Channel with { Issuer = null }, TokenRefusals.Issuer },
        { "another issuer", Channel with { Issuer = "https://evil.example" }, TokenRefusals.Issuer },
        { "the issuer in capitals", Channel with { Issuer = "https://API.botframework.com" }, TokenRefusals.Issuer },
        { "the issuer with a slash", Channel with { Issuer = "https://api.botframework.com/" }, TokenRefusals.Issuer },
        { "the issuer of the US government's cloud", Channel with { Issuer = "https://api.botframework.us" }, TokenRefusals.Issuer },

        { "Entra, version 2", Entra2, null },
        { "Entra, version 1", Entra1, null },
        { "Entra, version not told", Entra2 with { Version = null }, null },
        { "Microsoft's own tenant", Entra2 with { Issuer = $"https://login.microsoftonline.com/{Microsoft}/v2.0", TenantId = Microsoft }, null },
        { "Microsoft's own tenant, version 1", Entra1 with { Issuer = $"https://sts.windows.net/{Microsoft}/", TenantId = Microsoft }, null },
        { "another tenant", Entra2 with { Issuer = $"https://login.microsoftonline.com/{Elsewhere}/v2.0", TenantId = Elsewhere }, TokenRefusals.Issuer },
        { "another tenant, version 1", Entra1 with { Issuer = $"https://sts.windows.net/{Elsewhere}/", TenantId = Elsewhere }, TokenRefusals.Issuer },
        { "an allowed tenant is no issuer", Entra2 with { Issuer = "https://login.microsoftonline.com/99999999-2222-3333-4444-555555555555/v2.0" }, TokenRefusals.Issuer },
        { "every tenant", Entra2 with { Issuer = "https://login.microsoftonline.com/common/v2.0" }, TokenRefusals.Issuer },
        { "a template", Entra2 with { Issuer = "https://login.microsoftonline.com/{tenantid}/v2.0" }, TokenRefusals.Issuer },
        { "version 1's issuer without its slash", Entra1 with { Issuer = $"https://sts.windows.net/{Home}" }, TokenRefusals.Issuer },
        { "version 2's issuer with a slash", Entra2 with { Issuer = $"https://login.microsoftonline.com/{Home}/v2.0/" }, TokenRefusals.Issuer },
        { "over http", Entra2 with { Issuer = $"http://login.microsoftonline.com/{Home}/v2.0" }, TokenRefusals.Issuer },
        { "no tenant", Entra2 with { TenantId = null }, TokenRefusals.Tenant },
        { "a tenant that is not the issuer's", Entra2 with { TenantId = Microsoft }, TokenRefusals.Tenant },
        { "the wrong version", Entra2 with { Version = "1.0" }, TokenRefusals.Version },
        { "an application that is not on the list", Entra2 with { AuthorisedParty = Elsewhere }, TokenRefusals.CallingApplication },
        { "ourselves", Entra2 with { AuthorisedParty = App }, TokenRefusals.CallingApplication },
        { "no application", Entra2 with { AuthorisedParty = null }, TokenRefusals.CallingApplication },
        { "the application where version 1 has it", Entra2 with { AuthorisedParty = null, ApplicationId = Caller }, TokenRefusals.CallingApplication },
        { "the application where version 2 has it", Entra1 with { ApplicationId = null, AuthorisedParty = Caller }, TokenRefusals.CallingApplication },
        { "a version 1 application that is not on the list", Entra1 with { ApplicationId = Elsewhere }, TokenRefusals.CallingApplication },
        { "Entra for somebody else", Entra2 with { Audience = $"api://{App}" }, TokenRefusals.Audience },
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    public void What_a_token_says_decides_whether_its_signature_is_looked_at(string what, Token token, string? refusal)
    {
        var judged = TokenRules.Judge(token, Trust.In(Settings()), Now);
        Assert.True(refusal == judged.Refusal, $"{what}: {judged.Refusal}");
        Assert.Equal(refusal is null, judged.Issuer is not null);
    }

    [Fact]
    public void Without_a_list_of_callers_nobody_comes_in_with_a_token_of_Entra()
    {
        var settings = Settings();
        settings.AllowedCallers = [];
        Assert.Equal(TokenRefusals.NoCallers, TokenRules.Judge(Entra2, Trust.In(settings), Now).Refusal);
        Assert.Equal(TokenRefusals.NoCallers, TokenRules.Judge(Entra1, Trust.In(settings), Now).Refusal);
        Assert.Null(TokenRules.Judge(Channel, Trust.In(settings), Now).Refusal);
    }

    [Fact]
    public void Without_a_home_tenant_only_Microsofts_are_left()
    {
        var settings = Settings();
        settings.TenantId = null;
        Assert.Equal(TokenRefusals.Issuer, TokenRules.Judge(Entra2, Trust.In(settings), Now).Refusal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_an_application_id_nobody_comes_in(string? appId)
    {
        var settings = Settings();
        settings.AppId = appId;
        Assert.Equal(TokenRefusals.NoAppId, TokenRules.Judge(Channel with { Audience = appId }, Trust.In(settings), Now).Refusal);
    }

    [Fact]
    public void In_the_US_governments_cloud_its_own_issuer_is_trusted_and_the_other_is_not()
    {
        var settings = Settings();
        settings.ChannelMetadata = "https://login.botframework.azure.us/v1/.well-known/openidconfiguration";
        Assert.Null(TokenRules.Judge(Channel with { Issuer = "https://api.botframework.us" }, Trust.In(settings), Now).Refusal);
        Assert.Equal(TokenRefusals.Issuer, TokenRules.Judge(Channel, Trust.In(settings), Now).Refusal);
    }

    [Fact]
    public void A_signature_proves_the_caller_and_another_ones_does_not()
    {
        var (key, stranger) = (new FakeTeams.TestKey(["msteams"]), new FakeTeams.TestKey(["msteams"]));
        var claims = FakeTeams.TestIssuer.ChannelClaims(App, "https://service.example");
        var published = Published(key);
        foreach (var algorithm in new[] { "RS256", "RS384", "RS512" })
        {
            var header = key.Header();
            header["alg"] = algorithm;
            var caller = Assert.IsType<Caller.Channel>(TokenRules.Prove(Read(key.Sign(header, claims)), new Issuer.Channel(), published));
            Assert.Equal("https://service.example", caller.ServiceUrl);
            Assert.Equal(["msteams"], caller.Endorsements);
            Assert.Null(TokenRules.Prove(Read(stranger.Sign(header, claims)), new Issuer.Channel(), published));
        }

        Assert.IsType<Caller.Application>(TokenRules.Prove(Read(key.Sign(claims)), new Issuer.Entra(Home, EntraVersion.Two), published));
    }

    private static Token Read(string token) => TokenReader.Read(token).Token!;

    private static SigningKey Published(FakeTeams.TestKey key) =>
        KeyDocuments.Keys(System.Text.Json.JsonSerializer.SerializeToElement(new { keys = new[] { key.Published() } }))!.Values.Single();

    private static TeamsOptions Settings() => new() { AppId = App, TenantId = Home, AllowedTenants = ["99999999-2222-3333-4444-555555555555"], AllowedCallers = [Caller] };

    private static long At(int seconds) => Now.ToUnixTimeSeconds() + seconds;
}
