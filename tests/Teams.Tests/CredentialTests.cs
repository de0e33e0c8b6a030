using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Teams.Tests;

/// <summary>The four ways in which the bot proves who it is.</summary>
public sealed class CredentialTests : IAsyncLifetime
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";
    private const string Tenant = "99999999-2222-3333-4444-555555555555";

    private readonly string folder = Directory.CreateTempSubdirectory("teamsplanbot-").FullName;
    private readonly HandClock clock = new();
    private TokenServer server = null!;

    public async Task InitializeAsync() => server = await TokenServer.StartAsync();

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(null, "/botframework.com/oauth2/v2.0/token")]
    [InlineData(Tenant, $"/{Tenant}/oauth2/v2.0/token")]
    public async Task A_secret_is_sent_to_the_tenants_own_address_and_nowhere_else(string? tenant, string path)
    {
        await GivenAsync(new() { ClientSecret = "a+b/c=d é", TenantId = tenant });

        var asked = Assert.Single(server.Asked);
        Assert.Equal(("POST", path), (asked.Method, asked.Path));
        Assert.Equal(("client_credentials", AppId, "a+b/c=d é", "https://api.botframework.com/.default"), (asked["grant_type"], asked["client_id"], asked["client_secret"], asked["scope"]));
    }

    [Fact]
    public async Task An_authority_may_have_a_path_of_its_own()
    {
        using var way = new WayOut(new() { AppId = AppId, ClientSecret = "secret", Authority = $"{server.Url}/issuer/" });

        Assert.IsType<TokenAnswer.Given>(await way.Tokens.GetAsync(default));
        Assert.Equal("/issuer/botframework.com/oauth2/v2.0/token", Assert.Single(server.Asked).Path);
    }

    [Fact]
    public async Task The_US_governments_bots_ask_for_their_own_scope()
    {
        await GivenAsync(new() { ClientSecret = "secret", ChannelMetadata = "https://login.botframework.azure.us/v1/.well-known/openidconfiguration" });

        Assert.Equal("https://api.botframework.us/.default", Assert.Single(server.Asked)["scope"]);
    }

    [Fact]
    public async Task A_redirect_takes_no_secret_elsewhere()
    {
        await using var elsewhere = await TokenServer.StartAsync();
        await using var turning = await LocalServer.StartAsync(app => app.Run((HttpContext http) =>
        {
            http.Response.StatusCode = 307;
            http.Response.Headers.Location = elsewhere.Url + http.Request.Path;
            return Task.CompletedTask;
        }));
        using var way = new WayOut(new() { AppId = AppId, ClientSecret = "secret", Authority = turning.Url.GetLeftPart(UriPartial.Authority) });

        Assert.IsType<TokenAnswer.Denied>(await way.Tokens.GetAsync(default));
        Assert.Empty(elsewhere.Asked);
    }

    [Theory]
    [InlineData(".pfx")]
    [InlineData(".pem")]
    public async Task A_certificate_signs_an_assertion_and_never_travels(string kind)
    {
        using var certificate = NewCertificate();
        await GivenAsync(new() { CertificatePath = Save(certificate, kind), TenantId = Tenant });

        var asked = Assert.Single(server.Asked);
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", asked["client_assertion_type"]);
        Assert.Equal("", asked["client_secret"]);
        var parts = asked["client_assertion"].Split('.');
        var claims = JsonDocument.Parse(Decode(parts[1])).RootElement;
        Assert.Equal((AppId, AppId), (claims.GetProperty("iss").GetString(), claims.GetProperty("sub").GetString()));
        using var key = certificate.GetRSAPublicKey()!;
        var padding = JsonDocument.Parse(Decode(parts[0])).RootElement.GetProperty("alg").GetString() == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        Assert.True(key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Decode(parts[2]), HashAlgorithmName.SHA256, padding));
    }

    [Fact]
    public async Task A_certificate_that_was_replaced_is_used_without_a_new_start()
    {
        using var first = NewCertificate();
        using var second = NewCertificate();
        var path = Save(first, ".pem");
        using var way = Way(new() { CertificatePath = path });
        await way.Tokens.GetAsync(default);

        File.Move(Save(second, ".new.pem"), path, overwrite: true);
        clock.GoOn(TimeSpan.FromHours(2));
        await way.Tokens.GetAsync(default);

        Assert.Equal(2, server.Asked.Select(asked => Encoding.UTF8.GetString(Decode(asked["client_assertion"].Split('.')[0]))).Distinct().Count());
    }

    [Theory]
    [InlineData("missing.pfx", "does not exist")]
    [InlineData("garbage.pfx", "cannot be read as a certificate")]
    [InlineData("garbage.pem", "cannot be read as a certificate")]
    [InlineData("password.pfx", "without a password")]
    [InlineData("keyless.pfx", "has no private key")]
    [InlineData("expired.pfx", "ran out on")]
    [InlineData("early.pem", "is good from")]
    public async Task A_certificate_that_cannot_serve_is_named_with_the_remedy_and_nobody_is_asked(string file, string wrong)
    {
        var path = Path.Combine(folder, file);
        using var certificate = file switch
        {
            "expired.pfx" => NewCertificate(-20, -10),
            "early.pem" => NewCertificate(10, 20),
            _ => NewCertificate(),
        };
        switch (file)
        {
            case "missing.pfx":
                break;
            case "garbage.pfx" or "garbage.pem":
                await File.WriteAllTextAsync(path, "-----BEGIN NOTHING-----");
                break;
            case "password.pfx":
                await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pfx, "password"));
                break;
            case "keyless.pfx":
                using (var keyless = X509CertificateLoader.LoadCertificate(certificate.RawData))
                {
                    await File.WriteAllBytesAsync(path, keyless.Export(X509ContentType.Pfx));
                }

                break;
            default:
                File.Move(Save(certificate, Path.GetExtension(file)), path);
                break;
        }

        using var way = Way(new() { CertificatePath = path });

        var denied = Assert.IsType<TokenAnswer.Denied>(await way.Tokens.GetAsync(default));
        Assert.Contains("Teams__CertificatePath", denied.Sentence, StringComparison.Ordinal);
        Assert.Contains(wrong, denied.Sentence, StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task A_workloads_token_file_is_read_anew_each_time()
    {
        var file = Path.Combine(folder, "token");
        Environment.SetEnvironmentVariable("AZURE_FEDERATED_TOKEN_FILE", file);
        try
        {
            using var way = Way(new() { WorkloadIdentity = true, TenantId = Tenant });
            Assert.Contains("AZURE_FEDERATED_TOKEN_FILE", Assert.IsType<TokenAnswer.Denied>(await way.Tokens.GetAsync(default)).Sentence, StringComparison.Ordinal);

            await File.WriteAllTextAsync(file, "assertion-1\n");
            clock.GoOn(TimeSpan.FromSeconds(6));
            Assert.IsType<TokenAnswer.Given>(await way.Tokens.GetAsync(default));
            await File.WriteAllTextAsync(file, "assertion-2");
            clock.GoOn(TimeSpan.FromHours(2));
            Assert.IsType<TokenAnswer.Given>(await way.Tokens.GetAsync(default));

            Assert.Equal(["assertion-1", "assertion-2"], server.Asked.Select(asked => asked["client_assertion"]));
        }
        finally
        {
            Environment.SetEnvironmentVariable("AZURE_FEDERATED_TOKEN_FILE", null);
        }
    }

    [Fact]
    public async Task A_managed_identity_is_asked_of_the_platform_anew_when_its_token_runs_out()
    {
        const string identity = "77777777-2222-3333-4444-555555555555";
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", $"{server.Url}/msi/token");
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", "the platform's word");
        try
        {
            using var way = Way(new() { ManagedIdentityClientId = identity });
            Assert.Equal("Bearer token-1", Assert.IsType<TokenAnswer.Given>(await way.Tokens.GetAsync(default)).Header.ToString());
            clock.GoOn(TimeSpan.FromHours(2));
            Assert.Equal("Bearer token-2", Assert.IsType<TokenAnswer.Given>(await way.Tokens.GetAsync(default)).Header.ToString());

            Assert.All(server.Asked, asked =>
            {
                Assert.Equal(("GET", "/msi/token", "https://api.botframework.com", identity), (asked.Method, asked.Path, asked["resource"], asked["client_id"]));
                Assert.Equal("the platform's word", asked.Headers["X-IDENTITY-HEADER"]);
            });

            server.Instead = (400, """{"statusCode":400,"message":"No User Assigned or Delegated Managed Identity found"}""");
            clock.GoOn(TimeSpan.FromHours(2));
            Assert.Contains("Teams__ManagedIdentityClientId", Assert.IsType<TokenAnswer.Denied>(await way.Tokens.GetAsync(default)).Sentence, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", null);
            Environment.SetEnvironmentVariable("IDENTITY_HEADER", null);
        }
    }

    [Fact]
    public async Task With_nothing_to_prove_it_nobody_is_asked()
    {
        using var way = Way(new());

        var denied = Assert.IsType<TokenAnswer.Denied>(await way.Tokens.GetAsync(default));
        Assert.All(["Teams__ClientSecret", "Teams__CertificatePath", "Teams__ManagedIdentityClientId", "Teams__WorkloadIdentity"], setting => Assert.Contains(setting, denied.Sentence, StringComparison.Ordinal));
        Assert.Empty(server.Asked);
    }

    private async Task GivenAsync(TeamsOptions teams)
    {
        using var way = Way(teams);
        Assert.IsType<TokenAnswer.Given>(await way.Tokens.GetAsync(default));
    }

    private WayOut Way(TeamsOptions teams)
    {
        teams.AppId = AppId;
        teams.Authority = server.Url;
        return new WayOut(teams, clock);
    }

    private static X509Certificate2 NewCertificate(int fromDays = -1, int toDays = 10)
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(fromDays), DateTimeOffset.UtcNow.AddDays(toDays));
    }

    private string Save(X509Certificate2 certificate, string ending)
    {
        var path = Path.Combine(folder, $"certificate{ending}");
        if (ending.EndsWith(".pfx", StringComparison.Ordinal))
        {
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx));
        }
        else
        {
            using var key = certificate.GetRSAPrivateKey()!;
            File.WriteAllText(path, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}");
        }

        return path;
    }

    private static byte[] Decode(string part) => System.Buffers.Text.Base64Url.DecodeFromChars(part);
}
