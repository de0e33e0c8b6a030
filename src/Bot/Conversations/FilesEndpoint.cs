using TeamsPlanBot.Bot.Reports;
using TeamsPlanBot.Data.Files;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary><c>GET /files/…</c>: where links to files lead. Each works once, and the file is made for it with what its conversation may see.</summary>
public sealed partial class FilesEndpoint(FileLinks links, FileMaker maker, TimeProvider time, ILogger<FilesEndpoint> log)
{
    private const string Nothing = """
        <!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>No file here</title></head>
        <body><h1>No file here</h1><p>This link was used already, or is older than 15 minutes, or never was one. Ask the bot again in Teams, and it gives you another link.</p></body></html>
        """;

    public async Task HandleAsync(HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
        var token = http.Request.RouteValues["token"] as string ?? "";
        var link = await links.TakeAsync(token, time.GetUtcNow().UtcDateTime, http.RequestAborted);
        var wanted = FileWanted.Read(link?.Wanted);
        await using var made = link is null || wanted is null ? null : await maker.MakeAsync(wanted, link.Viewer, time.Today(), http.RequestAborted);
        if (made is null)
        {
            NotFollowed(log, link is null ? "it is unknown, used or too old" : "there is nothing left to be seen");
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(Nothing, http.RequestAborted);
            return;
        }

        Followed(log, made.Content.Length);
        http.Response.ContentType = made.MediaType;
        http.Response.ContentLength = made.Content.Length;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{made.Name}\"";
        await made.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    [LoggerMessage(2511, LogLevel.Information, "A link to a file was followed: {Bytes} bytes.")]
    private static partial void Followed(ILogger log, long bytes);

    [LoggerMessage(2512, LogLevel.Information, "A link to a file led to nothing: {Why}.")]
    private static partial void NotFollowed(ILogger log, string why);
}
