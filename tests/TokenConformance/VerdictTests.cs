using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using TeamsPlanBot.FakeTeams;
using TeamsPlanBot.Teams;
using TeamsPlanBot.Teams.Incoming.Tokens;

namespace TeamsPlanBot.TokenConformance;

/// <summary>Our verdict on thousands of tokens, held against Microsoft's own library.</summary>
public sealed class VerdictTests : IAsyncLifetime
{
    private const int Tokens = 4_000;
    private const string Application = "5a807f24-c9de-44ee-a3a7-329e88a00ffc";

    private static readonly Family[] Families = Enum.GetValues<Family>();

    private readonly TestKey[] channelKeys = [new(["msteams"]), new(["msteams"])];
    private readonly TestKey tenantKey = new();
    private readonly JsonWebTokenHandler library = new();
    private readonly Dictionary<Family, TokenValidationParameters> theirs = [];
    private readonly HttpClient http = KeySource.Client();
    private TestIssuer issuer = null!;
    private TokenCheck ours = null!;

    public async Task InitializeAsync()
    {
        issuer = await TestIssuer.StartAsync();
        issuer.PublishChannel(channelKeys[0].Published(), channelKeys[1].Published());
        issuer.PublishTenant(Chat.Tenant, tenantKey);

        var settings = Options.Create(new TeamsOptions { AppId = RunningBot.AppId, TenantId = Chat.Tenant, AllowedCallers = [Application], ChannelMetadata = issuer.ChannelMetadata, Authority = issuer.Url });
        ours = new TokenCheck(Trust.In(settings.Value), new IssuerKeys(settings, http, TimeProvider.System, NullLogger<SigningKeys>.Instance), TimeProvider.System);

        var tenantMetadata = $"{issuer.Url}/{Chat.Tenant}/v2.0/.well-known/openid-configuration";
        theirs[Family.Channel] = await ParametersAsync(issuer.ChannelMetadata, TestIssuer.ChannelIssuer);
        theirs[Family.EntraVersion1] = await ParametersAsync(tenantMetadata, $"https://sts.windows.net/{Chat.Tenant}/");
        theirs[Family.EntraVersion2] = await ParametersAsync(tenantMetadata, $"https://login.microsoftonline.com/{Chat.Tenant}/v2.0");
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await issuer.DisposeAsync();
    }

    [Fact]
    public async Task Both_agree_but_where_we_are_stricter_on_purpose()
    {
        var random = new Random(20261121);
        var (bothAccept, stricter, disagreements) = (0, 0, new List<string>());
        for (var i = 0; i < Tokens; i++)
        {
            var draft = Draft(random);
            var spoilings = random.Next(100) switch
            {
                < 45 => [],
                < 75 => Pick(random, draft.Family, 1),
                _ => Pick(random, draft.Family, random.Next(2, 4)),
            };
            var (accepted, refusal, theyAccept) = await JudgeAsync(draft, spoilings);
            if (accepted && theyAccept)
            {
                bothAccept++;
            }
            else if (!accepted && theyAccept && spoilings.Any(spoiling => spoiling.Stricter is not null))
            {
                stricter++;
            }
            else if (accepted || theyAccept)
            {
                disagreements.Add($"token {i} of {draft.Family}, {string.Join(" + ", spoilings.Select(spoiling => spoiling.Name))}: we say {refusal ?? "yes"}, they say {(theyAccept ? "yes" : "no")}");
            }
        }

        Assert.True(disagreements.Count == 0, string.Join('\n', disagreements.Take(20)));
        Assert.InRange(bothAccept, Tokens / 3, Tokens / 2);
        Assert.InRange(stricter, 100, Tokens / 4);
    }

    public static TheoryData<string> Names { get; } = [.. Spoiling.All.Select(spoiling => spoiling.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_way_to_spoil_a_token_is_refused_by_us_and_by_them_but_where_we_are_stricter(string name)
    {
        var spoiling = Spoiling.All.Single(spoiling => spoiling.Name == name);
        foreach (var family in Families.Where(spoiling.Touches))
        {
            var (accepted, _, theyAccept) = await JudgeAsync(Draft(family, new Random(1)), [spoiling]);
            Assert.False(accepted);
            Assert.Equal(spoiling.Stricter is not null, theyAccept);
        }
    }

    private static List<Spoiling> Pick(Random random, Family family, int count) =>
        [.. Spoiling.All.Where(spoiling => spoiling.Touches(family)).OrderBy(_ => random.Next()).Take(count)];

    private async Task<(bool Accepted, string? Refusal, bool TheyAccept)> JudgeAsync(Draft draft, IReadOnlyList<Spoiling> spoilings)
    {
        foreach (var spoiling in spoilings)
        {
            spoiling.Apply(draft);
        }

        var token = draft.Finish();
        var (caller, refusal) = await ours.CheckAsync(token);
        return (caller is not null, refusal, library.ValidateToken(token, theirs[draft.Family]).IsValid);
    }

    private Draft Draft(Random random) => Draft(Families[random.Next(Families.Length)], random);

    // Good tokens of many looks: algorithms, keys, times up to the edge of the skew, types, further claims.
    private Draft Draft(Family family, Random random)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = family switch
        {
            Family.Channel => TestIssuer.ChannelClaims(RunningBot.AppId, "https://smba.trafficmanager.net/uk/"),
            Family.EntraVersion1 => TestIssuer.OlderEntraClaims(RunningBot.AppId, Chat.Tenant, Application),
            _ => TestIssuer.EntraClaims(RunningBot.AppId, Chat.Tenant, Application),
        };
        var draft = new Draft(family, family == Family.Channel ? channelKeys[random.Next(channelKeys.Length)] : tenantKey, claims);
        draft.Header["alg"] = (string[])["RS256", "RS384", "RS512"] is var algorithms ? algorithms[random.Next(3)] : null;
        claims["nbf"] = now + random.Next(-7200, -400);
        claims["exp"] = now + random.Next(-240, 86_400);
        switch (random.Next(4))
        {
            case 0:
                draft.Header.Remove("typ");
                claims.Remove("nbf");
                break;
            case 1:
                draft.Header["typ"] = "jwt";
                (claims["nbf"], claims["exp"]) = (now + random.Next(0, 240), now + 3600);
                break;
            case 2:
                draft.Header["x5t"] = draft.Key.Id;
                claims["roles"] = new JsonArray("a", "b");
                claims["extra"] = new JsonObject { ["aud"] = "not this one", ["words"] = "Zuständigkeit – 責任" };
                break;
            default:
                claims.Remove("iat");
                break;
        }

        return draft;
    }

    private static async Task<TokenValidationParameters> ParametersAsync(string metadata, string issuerName)
    {
        var published = await OpenIdConnectConfigurationRetriever.GetAsync(metadata, new HttpDocumentRetriever { RequireHttps = false }, CancellationToken.None);
        return new TokenValidationParameters
        {
            ValidIssuer = issuerName,
            ValidAudience = RunningBot.AppId,
            IssuerSigningKeys = published.SigningKeys,
            ValidAlgorithms = ["RS256", "RS384", "RS512"],
            ClockSkew = TokenRules.Skew,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
        };
    }
}
