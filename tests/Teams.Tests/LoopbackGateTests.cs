using System.Net;
using Microsoft.AspNetCore.Http;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Teams.Tests;

public sealed class LoopbackGateTests
{
    private static readonly TeamsOptions Open = new() { DangerouslyAllowUnauthenticatedLoopback = true };

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.9.9.9")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public void Callers_on_this_computer_come_in(string caller) => Assert.Null(Refusal(caller: caller));

    [Theory]
    [InlineData(null)]
    [InlineData("10.0.0.5")]
    [InlineData("192.168.1.2")]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("::ffff:10.0.0.5")]
    [InlineData("2001:db8::127.0.0.1")]
    public void Callers_elsewhere_stay_out(string? caller) => Assert.Equal("the caller is not on this computer", Refusal(caller: caller));

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("localhost:3978")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:3978")]
    [InlineData("127.9.9.9")]
    [InlineData("[::1]")]
    [InlineData("[::1]:3978")]
    public void A_request_to_this_computer_comes_in(string host) => Assert.Null(Refusal(host: host));

    [Theory]
    [InlineData("")]
    [InlineData("evil.com")]
    [InlineData("evil.com:3978")]
    [InlineData("localhost.evil.com")]
    [InlineData("evil.com.localhost")]
    [InlineData("evil.localhost")]
    [InlineData("127.0.0.1.evil.com")]
    [InlineData("localhost@evil.com")]
    [InlineData("evil.com:localhost")]
    [InlineData("10.0.0.5")]
    [InlineData("0.0.0.0")]
    [InlineData("[::]")]
    [InlineData("[fe80::1]")]
    [InlineData("bot.contoso.com")]
    public void A_request_to_another_name_stays_out(string host) => Assert.Equal("the Host header names another computer", Refusal(host: host));

    [Theory]
    [InlineData("Forwarded")]
    [InlineData("forwarded")]
    [InlineData("Via")]
    [InlineData("X-Real-IP")]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Forwarded-Host")]
    [InlineData("X-Forwarded-Proto")]
    [InlineData("X-Forwarded-Prefix")]
    [InlineData("X-Forwarded-Port")]
    [InlineData("X-FORWARDED-SERVER")]
    [InlineData("X-Original-Host")]
    [InlineData("X-Original-For")]
    public void A_forwarded_request_stays_out_whatever_the_header_says(string header)
    {
        Assert.Equal("the request was forwarded by a proxy", Refusal(headers: new() { [header] = "127.0.0.1" }));
        Assert.Equal("the request was forwarded by a proxy", Refusal(headers: new() { [header] = "" }));
    }

    [Fact]
    public void Ordinary_headers_change_nothing() =>
        Assert.Null(Refusal(headers: new() { ["Accept"] = "*/*", ["User-Agent"] = "client", ["Content-Type"] = "application/json", ["X-Request-Id"] = "1" }));

    [Fact]
    public void Nobody_comes_in_while_the_setting_is_off()
    {
        Assert.Equal(
            "callers without a valid token are not let in",
            LoopbackGate.Refusal(new TeamsOptions(), IPAddress.Loopback, new HostString("localhost"), new HeaderDictionary()));
    }

    private static string? Refusal(string? caller = "127.0.0.1", string host = "localhost", HeaderDictionary? headers = null) =>
        LoopbackGate.Refusal(Open, caller is null ? null : IPAddress.Parse(caller), new HostString(host), headers ?? []);
}
