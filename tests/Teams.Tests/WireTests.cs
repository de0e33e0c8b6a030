using System.Net;

namespace TeamsPlanBot.Teams.Tests;

public sealed class WireTests
{
    [Theory]
    [InlineData("http://169.254.169.254/metadata/identity/oauth2/token")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[febf::1]:8080/")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    [InlineData("http://localhost:5000/")]
    [InlineData("http://127.0.0.2/")]
    [InlineData("http://[::1]/")]
    public void What_only_this_computer_can_reach_is_asked_of_no_proxy(string url) => Assert.Null(ProxyFor(url));

    [Theory]
    [InlineData("https://smba.trafficmanager.net/teams/")]
    [InlineData("http://169.253.169.254/")]
    [InlineData("http://[fec0::1]/")]
    [InlineData("http://169.254.169.254.example.com/")]
    public void Everything_else_goes_the_way_of_the_computers_settings(string url) => Assert.Equal("http://proxy.example:3128/", ProxyFor(url));

    private static string? ProxyFor(string url)
    {
        using var handler = Wire.Handler(new WebProxy("http://proxy.example:3128"));
        var address = new Uri(url);
        var proxy = handler.Proxy!.GetProxy(address)?.ToString();
        Assert.Equal(proxy is null, handler.Proxy.IsBypassed(address));
        return proxy;
    }
}
