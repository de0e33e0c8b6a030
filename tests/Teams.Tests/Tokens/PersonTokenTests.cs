using TeamsPlanBot.Teams.Incoming;
using TeamsPlanBot.Teams.Incoming.Tokens;

namespace TeamsPlanBot.Teams.Tests.Tokens;

/// <summary>The token of a person whom Teams signed in opens the pages; no other does, and it opens nothing else.</summary>
public sealed class PersonTokenTests
{
    private const string App = "6b2e2f62-4a0a-4d0e-9d4c-2f5d6f0b7c11";
    private const string Home = "0d3c1c4e-6f0b-4b0e-9c57-6a7b6f4b0a11";
    private const string Allowed = "99999999-2222-3333-4444-555555555555";
    private const string Elsewhere = "11111111-2222-3333-4444-555555555555";
    private const string Desktop = "1fec8e78-bce4-4aaf-ab1b-5451cc387264";
    private const string Browser = "5e3ce6c0-2b1f-4285-8d4b-75ee78787346";

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private static readonly Token Good = new()
    {
        Algorithm = "RS256",
        KeyId = "k",
        Issuer = $"https://login.microsoftonline.com/{Home}/v2.0",
        Audience = App,
        Expires = At(3600),
        NotBefore = At(0),
        TenantId = Home,
        AuthorisedParty = Browser,
        Version = "2.0",
        ObjectId = "aaaaaaaa-0000-0000-0000-000000000001",
        Name = "Jo Bloggs",
        Scopes = "access_as_user",
        SignedPart = default,
        Signature = default,
    };

    public static TheoryData<string, Token, string?> Tokens { get; } = new()
    {
        { "Teams in a browser", Good, null },
        { "Teams on a desktop or phone", Good with { AuthorisedParty = Desktop }, null },
        { "of a tenant that may call", Good with { Issuer = $"https://login.microsoftonline.com/{Allowed}/v2.0", TenantId = Allowed }, null },
        { "several scopes", Good with { Scopes = "openid access_as_user profile" }, null },
        { "without a name", Good with { Name = null }, null },
        { "no algorithm", Good with { Algorithm = "none" }, TokenRefusals.Algorithm },
        { "no key", Good with { KeyId = null }, TokenRefusals.NoKeyId },
        { "for somebody else", Good with { Audience = Elsewhere }, TokenRefusals.Audience },
        { "for the address of the app, as version 1 writes it", Good with { Audience = $"api://plans.example/botid-{App}" }, TokenRefusals.Audience },
        { "for Graph", Good with { Audience = "00000003-0000-0000-c000-000000000000" }, TokenRefusals.Audience },
        { "expired", Good with { Expires = At(-300) }, TokenRefusals.Expired },
        { "without an end", Good with { Expires = null }, TokenRefusals.NoExpiry },
        { "not valid yet", Good with { NotBefore = At(301) }, TokenRefusals.NotYet },
        { "of a tenant that may not call", Good with { Issuer = $"https://login.microsoftonline.com/{Elsewhere}/v2.0", TenantId = Elsewhere }, TokenRefusals.Issuer },
        { "of every tenant", Good with { Issuer = "https://login.microsoftonline.com/common/v2.0" }, TokenRefusals.Issuer },
        { "of a tenant of Microsoft's", Good with { Issuer = "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0", TenantId = "d6d49420-f39b-4df7-a1dc-d59a935871db" }, TokenRefusals.Issuer },
        { "of version 1's issuer", Good with { Issuer = $"https://sts.windows.net/{Home}/" }, TokenRefusals.Issuer },
        { "of the channel", Good with { Issuer = "https://api.botframework.com" }, TokenRefusals.Issuer },
        { "of a host with a like name", Good with { Issuer = $"https://login.microsoftonline.com.evil.example/{Home}/v2.0" }, TokenRefusals.Issuer },
        { "of another tenant than its issuer's", Good with { TenantId = Allowed }, TokenRefusals.Tenant },
        { "of no tenant", Good with { TenantId = null }, TokenRefusals.Tenant },
        { "of version 1", Good with { Version = "1.0" }, TokenRefusals.Version },
        { "of no version", Good with { Version = null }, TokenRefusals.Version },
        { "asked for by another application", Good with { AuthorisedParty = Elsewhere }, TokenRefusals.NotTeams },
        { "asked for by the bot itself", Good with { AuthorisedParty = App }, TokenRefusals.NotTeams },
        { "asked for by an application that may hand over activities", Good with { AuthorisedParty = "5a807f24-c9de-44ee-a3a7-329e88a00ffc" }, TokenRefusals.NotTeams },
        { "asked for by nobody", Good with { AuthorisedParty = null }, TokenRefusals.NotTeams },
        { "asked for by Teams, where version 1 has it", Good with { AuthorisedParty = null, ApplicationId = Browser }, TokenRefusals.NotTeams },
        { "for nobody", Good with { ObjectId = null }, TokenRefusals.NoPerson },
        { "for somebody with an odd key", Good with { ObjectId = "1/../2" }, TokenRefusals.NoPerson },
        { "for an application", Good with { IdentityKind = "app" }, TokenRefusals.NoPerson },
        { "without a scope", Good with { Scopes = null }, TokenRefusals.Scope },
        { "of another scope", Good with { Scopes = "User.Read" }, TokenRefusals.Scope },
        { "of a longer scope", Good with { Scopes = "access_as_user_not" }, TokenRefusals.Scope },
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    public void What_a_persons_token_says_decides_whether_its_signature_is_looked_at(string what, Token token, string? refusal)
    {
        var judged = TokenRules.Judge(token, Trust.InPeople(Settings()), Now);
        Assert.True(refusal == judged.Refusal, $"{what}: {judged.Refusal}");
        Assert.Equal(refusal is null, judged.Issuer is not null);
    }

    [Fact]
    public void Without_a_tenant_nobody_comes_in()
    {
        var settings = Settings();
        (settings.TenantId, settings.AllowedTenants) = (null, []);
        Assert.Equal(TokenRefusals.Issuer, TokenRules.Judge(Good, Trust.InPeople(settings), Now).Refusal);
    }

    [Fact]
    public void Without_an_application_id_nobody_comes_in()
    {
        var settings = Settings();
        settings.AppId = null;
        Assert.Equal(TokenRefusals.NoAppId, TokenRules.Judge(Good, Trust.InPeople(settings), Now).Refusal);
    }

    [Fact]
    public void Where_people_sign_in_to_another_application_only_its_tokens_are_taken_from_them_and_the_channels_are_still_the_bots()
    {
        var settings = Settings();
        settings.SignInAppId = Elsewhere;
        Assert.Null(TokenRules.Judge(Good with { Audience = Elsewhere }, Trust.InPeople(settings), Now).Refusal);
        Assert.Equal(TokenRefusals.Audience, TokenRules.Judge(Good, Trust.InPeople(settings), Now).Refusal);
        Assert.Equal(TokenRefusals.Audience, TokenRules.Judge(Good with { Audience = Elsewhere, Issuer = "https://api.botframework.com" }, Trust.In(settings), Now).Refusal);
    }

    [Fact]
    public void In_another_cloud_its_own_issuer_is_trusted_and_the_other_is_not()
    {
        var settings = Settings();
        settings.Authority = "https://login.microsoftonline.us";
        Assert.Null(TokenRules.Judge(Good with { Issuer = $"https://login.microsoftonline.us/{Home}/v2.0" }, Trust.InPeople(settings), Now).Refusal);
        Assert.Equal(TokenRefusals.Issuer, TokenRules.Judge(Good, Trust.InPeople(settings), Now).Refusal);
    }

    [Fact]
    public void A_persons_token_hands_over_no_activity_even_where_Teams_itself_may_call()
    {
        var settings = Settings();
        settings.AllowedCallers = [Browser];
        Assert.Equal(TokenRefusals.OfAPerson, TokenRules.Judge(Good, Trust.In(settings), Now).Refusal);
        Assert.Equal(TokenRefusals.CallingApplication, TokenRules.Judge(Good with { Scopes = null }, Trust.In(Settings()), Now).Refusal);
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(null, 0, false)]
    [InlineData($"https://login.microsoftonline.com/{Home}/v2.0", null, false)]
    [InlineData($"https://sts.windows.net/{Home}/", null, false)]
    [InlineData(null, 1, true)]
    [InlineData($"https://sts.windows.net/{Elsewhere}/", null, true)]
    [InlineData("live.com", 0, true)]
    public void Whom_somebody_else_knows_is_a_guest(string? provider, int? account, bool isGuest)
    {
        var key = new FakeTeams.TestKey();
        var claims = new System.Text.Json.Nodes.JsonObject
        {
            ["iss"] = Good.Issuer, ["aud"] = App, ["exp"] = Good.Expires, ["tid"] = Home, ["oid"] = Good.ObjectId!.ToUpperInvariant(), ["name"] = Good.Name, ["scp"] = Good.Scopes, ["azp"] = Browser, ["ver"] = "2.0",
        };
        if (provider is not null)
        {
            claims["idp"] = provider;
        }

        if (account is not null)
        {
            claims["acct"] = account;
        }

        var token = TokenReader.Read(key.Sign(claims)).Token!;
        var issuer = TokenRules.Judge(token, Trust.InPeople(Settings()), Now).Issuer!;
        var published = KeyDocuments.Keys(System.Text.Json.JsonSerializer.SerializeToElement(new { keys = new[] { key.Published() } }))!.Values.Single();
        Assert.Equal(new Caller.Person(Home, Good.ObjectId!, "Jo Bloggs", isGuest), TokenRules.Prove(token, issuer, published));
    }

    private static TeamsOptions Settings() => new() { AppId = App, TenantId = Home, AllowedTenants = [Allowed], AllowedCallers = ["5a807f24-c9de-44ee-a3a7-329e88a00ffc"] };

    private static long At(int seconds) => Now.ToUnixTimeSeconds() + seconds;
}
