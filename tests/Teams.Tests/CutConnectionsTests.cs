using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Teams.Tests;

public sealed class CutConnectionsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("Content-Length: 1000\r\n\r\n{\"type\":\"mess")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n3e8\r\n{\"type\":\"mess")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n12\r\n{\"type\":\"message\"}\r\n")]
    public async Task A_body_that_ends_early_is_no_activity_and_the_next_caller_is_served(string headersAndBody)
    {
        var reads = new TaskCompletionSource<ReadActivity?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var door = await LocalServer.StartAsync(app =>
        {
            app.MapPost("/cut", http => ReadAsync(http, reads));
            app.MapPost("/next", http => Task.CompletedTask);
        });

        using (var caller = new TcpClient())
        {
            await caller.ConnectAsync(IPAddress.Loopback, door.Url.Port);
            var request = $"POST /cut HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{headersAndBody}";
            await caller.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        }

        Assert.Null((await reads.Task.WaitAsync(Patience))?.Activity);
        Assert.Empty(door.Escaped);

        using var http = new HttpClient();
        using var response = await http.PostAsync(new Uri(door.Url, "/next"), null);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nnot a length\r\n")]
    [InlineData("Content-Length: 12\r\n\r\n{\"type\":\"mes")]
    public async Task A_body_that_its_framing_spoils_is_a_bad_request(string headersAndBody)
    {
        await using var door = await Door.OpenAsync();
        using var caller = new TcpClient();
        await caller.ConnectAsync(IPAddress.Loopback, door.Url.Port);
        var request = $"POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n{headersAndBody}";
        await caller.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));

        using var answer = new StreamReader(caller.GetStream(), Encoding.ASCII);
        Assert.StartsWith("HTTP/1.1 400 ", await answer.ReadToEndAsync().WaitAsync(Patience), StringComparison.Ordinal);
        Assert.Empty(door.Escaped);
    }

    private static async Task ReadAsync(HttpContext http, TaskCompletionSource<ReadActivity?> reads)
    {
        try
        {
            reads.SetResult(await ActivityReader.ReadAsync(http.Request, http.RequestAborted));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The server may notice that the caller hung up before the reader notices that the body ended.
            reads.SetResult(null);
        }
        catch (Exception escaped)
        {
            reads.SetException(escaped);
            throw;
        }
    }
}
