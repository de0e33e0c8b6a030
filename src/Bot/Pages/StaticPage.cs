using System.Security.Cryptography;
using System.Text;

namespace TeamsPlanBot.Bot.Pages;

/// <summary>Something that is the same for everybody while the bot runs; a browser that has it already is told so.</summary>
public sealed class StaticPage
{
    private readonly byte[] content;
    private readonly string mediaType;
    private readonly string tag;

    public StaticPage(string content, string mediaType)
    {
        (this.content, this.mediaType) = (Encoding.UTF8.GetBytes(content), mediaType);
        tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(this.content).AsSpan(0, 16))}\"";
    }

    /// <summary>One that lies in the program, with these places filled.</summary>
    public static StaticPage Embedded(string name, string mediaType, params (string Place, string Text)[] filled)
    {
        using var file = new StreamReader(typeof(StaticPage).Assembly.GetManifestResourceStream(name)!);
        return new StaticPage(filled.Aggregate(file.ReadToEnd(), (page, place) => page.Replace($"${{{place.Place}}}", place.Text, StringComparison.Ordinal)), mediaType);
    }

    public void Map(IEndpointRouteBuilder bot, string path) => bot.MapGet(path, AnswerAsync);

    private Task AnswerAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.ETag = tag;
        if (http.Request.Headers.IfNoneMatch.Contains(tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        http.Response.ContentType = mediaType;
        http.Response.ContentLength = content.Length;
        return http.Response.Body.WriteAsync(content, http.RequestAborted).AsTask();
    }
}
