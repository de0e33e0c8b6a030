using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Teams.Tests;

public sealed class LoopbackGateOverHttpTests
{
    [Fact]
    public async Task A_caller_on_this_computer_comes_in()
    {
        await using var gate = await StartAsync(open: true);

        using var response = await CallAsync(gate);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("inside", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Nobody_comes_in_while_the_setting_is_off()
    {
        await using var gate = await StartAsync(open: false);

        using var response = await CallAsync(gate);

        await SaysNothingButUnauthorisedAsync(response);
    }

    [Theory]
    [InlineData("Host", "evil.com")]
    [InlineData("Host", "localhost.evil.com")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    public async Task A_suspicious_request_stays_out_and_learns_nothing(string header, string value)
    {
        await using var gate = await StartAsync(open: true);

        using var response = await CallAsync(gate, header, value);

        await SaysNothingButUnauthorisedAsync(response);
    }

    [Fact]
    public async Task A_token_that_nobody_checks_does_not_open_the_gate()
    {
        await using var gate = await StartAsync(open: false);

        using var response = await CallAsync(gate, "Authorization", "Bearer eyJhbGciOiJub25lIn0.e30.");

        await SaysNothingButUnauthorisedAsync(response);
    }

    private static Task<LocalServer> StartAsync(bool open) => LocalServer.StartAsync(
        app =>
        {
            app.UseAuthentication();
            app.UseAuthorization();
            app.MapPost("/", () => "inside").RequireAuthorization();
        },
        services =>
        {
            services.Configure<TeamsOptions>(teams => teams.DangerouslyAllowUnauthenticatedLoopback = open);
            services.AddSingleton(TimeProvider.System).AddSingleton<Refusals>();
            services.AddAuthentication(LoopbackGate.SchemeName).AddScheme<AuthenticationSchemeOptions, LoopbackGate>(LoopbackGate.SchemeName, null);
            services.AddAuthorization();
        });

    private static async Task<HttpResponseMessage> CallAsync(LocalServer gate, string? header = null, string? value = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, gate.Url);
        if (header is not null)
        {
            request.Headers.Add(header, value);
        }

        return await http.SendAsync(request);
    }

    private static async Task SaysNothingButUnauthorisedAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Empty(response.Headers.WwwAuthenticate);
        Assert.Empty(response.Headers.Select(header => header.Key).Except(["Date", "Server"]));
    }
}
