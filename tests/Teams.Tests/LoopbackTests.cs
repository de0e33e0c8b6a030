namespace TeamsPlanBot.Teams.Tests;

public sealed class LoopbackTests
{
    [Theory]
    [InlineData("http://localhost:1/_connector")]
    [InlineData("https://localhost/")]
    [InlineData("HTTP://LOCALHOST:56150/_connector")]
    [InlineData("http://127.0.0.1:56150")]
    [InlineData("http://127.9.9.9/")]
    [InlineData("http://[::1]:56150/_connector")]
    public void These_addresses_are_on_this_computer(string url)
    {
        Assert.True(Loopback.IsUrl(url, out var address));
        Assert.True(address.IsLoopback);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("localhost")]
    [InlineData("//localhost")]
    [InlineData("/_connector")]
    [InlineData("_connector")]
    [InlineData("localhost:56150/_connector")]
    [InlineData("ftp://localhost/")]
    [InlineData("file://localhost/etc/hosts")]
    [InlineData("ws://localhost/")]
    [InlineData("http://")]
    [InlineData("http://localhost@evil.com")]
    [InlineData("http://localhost:80@evil.com/")]
    [InlineData("http://127.0.0.1@evil.com")]
    [InlineData("http://evil.com#localhost")]
    [InlineData("http://evil.com?localhost")]
    [InlineData("http://evil.com/localhost")]
    [InlineData("http://evil.com\\@localhost")]
    [InlineData("http://localhost.evil.com")]
    [InlineData("http://127.0.0.1.evil.com")]
    [InlineData("http://127.0.0.1.nip.io/")]
    [InlineData("http://10.0.0.5/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://[::]/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://smba.trafficmanager.net/uk/")]
    public void These_addresses_are_not(string? url) => Assert.False(Loopback.IsUrl(url, out _));
}
