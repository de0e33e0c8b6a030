using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Teams.Tests;

/// <summary>Files on their way into a person's store, over real HTTP.</summary>
public sealed class FileUploadTests
{
    [Fact]
    public async Task A_file_is_put_there_whole_without_any_token()
    {
        string? said = null;
        await using var store = await LocalServer.StartAsync(routes => routes.MapPut("/u", async (HttpContext http) =>
        {
            using var body = new StreamReader(http.Request.Body);
            said = $"{http.Request.ContentType} {http.Request.ContentLength} {http.Request.Headers.ContentRange} {http.Request.Headers.Authorization.Count} {http.Request.QueryString} {await body.ReadToEndAsync()}";
            http.Response.StatusCode = StatusCodes.Status201Created;
        }));

        Assert.Equal(Uploaded.Done, await PutAsync(new TeamsOptions { UploadHosts = ["127.0.0.1"] }, $"{store.Url}u?session=1"));
        Assert.Equal("application/octet-stream 9 bytes 0-8/9 0 ?session=1 Some plan", said);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(507)]
    [InlineData(302)]
    public async Task A_store_that_says_anything_but_yes_has_not_taken_it(int status)
    {
        await using var store = await LocalServer.StartAsync(routes => routes.MapPut("/u", (HttpContext http) =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = "/elsewhere";
        }));

        Assert.Equal(Uploaded.Failed, await PutAsync(new TeamsOptions { UploadHosts = ["127.0.0.1"] }, $"{store.Url}u"));
    }

    [Fact]
    public async Task A_store_that_is_not_there_has_not_taken_it() =>
        Assert.Equal(Uploaded.Failed, await PutAsync(new TeamsOptions { UploadHosts = ["127.0.0.1"] }, "http://127.0.0.1:1/u"));

    [Theory]
    [InlineData("https://council-my.sharepoint.com/personal/_api/v2.0/upload?guid=1&overwrite=True", true)]
    [InlineData("https://council-my.sharepoint.us/u", true)]
    [InlineData("http://council-my.sharepoint.com/u", false)]
    [InlineData("https://sharepoint.com.evil.example/u", false)]
    [InlineData("https://evilsharepoint.com/u", false)]
    [InlineData("https://jo:secret@council-my.sharepoint.com/u", false)]
    [InlineData("https://council-my.sharepoint.com:8443/u", false)]
    [InlineData("https://169.254.169.254/u", false)]
    [InlineData("http://localhost/u", false)]
    [InlineData("ftp://council-my.sharepoint.com/u", false)]
    [InlineData("/u", false)]
    [InlineData("", false)]
    public void Files_go_to_SharePoint_alone_where_nobody_says_otherwise(string url, bool mayGo) => Assert.Equal(mayGo, new TeamsOptions().MayUploadTo(url));

    [Theory]
    [InlineData("http://127.0.0.1:5000/u", true)]
    [InlineData("https://council-my.sharepoint.com/u", false)]
    public void In_the_loopback_mode_files_stay_on_this_computer(string url, bool mayGo) =>
        Assert.Equal(mayGo, new TeamsOptions { DangerouslyAllowUnauthenticatedLoopback = true }.MayUploadTo(url));

    [Fact]
    public async Task An_address_that_is_not_allowed_is_not_called()
    {
        await using var store = await LocalServer.StartAsync(routes => routes.MapPut("/u", () => Assert.Fail("It was called.")));

        Assert.Equal(Uploaded.NotAllowed, await PutAsync(new TeamsOptions(), $"{store.Url}u"));
        Assert.Empty(store.Escaped);
    }

    private static async Task<Uploaded> PutAsync(TeamsOptions options, string address)
    {
        using var http = new HttpMessageInvoker(Wire.Handler());
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("Some plan"));
        return await new FileUpload(http, Options.Create(options), TimeProvider.System).PutAsync(address, file, default);
    }
}
