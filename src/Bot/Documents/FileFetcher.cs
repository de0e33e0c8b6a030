using System.Net;
using Microsoft.Extensions.Options;
using TeamsPlanBot.Teams;

namespace TeamsPlanBot.Bot.Documents;

/// <summary>A file that was fetched, or the sentence that says why not.</summary>
public sealed record FetchedFile(byte[]? Content, string? Problem);

/// <summary>Fetches a file that a person sent, from where Teams put it and from nowhere else.</summary>
public sealed class FileFetcher(HttpMessageInvoker wire, IOptions<FilesOptions> files, IOptions<TeamsOptions> teams)
{
    public const int MostBytes = 20 << 20;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>The way out for files: no redirects, which could lead elsewhere, and no cookies.</summary>
    public static HttpMessageInvoker Wire() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5), AutomaticDecompression = DecompressionMethods.None });

    public async Task<FetchedFile> FetchAsync(string url, CancellationToken cancelled)
    {
        if (!MayFetch(url, out var address))
        {
            return new FetchedFile(null, "The file lies somewhere I may not fetch files from. Ask whoever looks after me to add its host to the setting Files:Hosts.");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        limit.CancelAfter(Longest);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var response = await wire.SendAsync(request, limit.Token);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                return new FetchedFile(null, $"The file could not be fetched ({(int)response.StatusCode}). Send it again.");
            }

            if (response.Content.Headers.ContentLength > MostBytes)
            {
                return TooLarge();
            }

            await using var body = await response.Content.ReadAsStreamAsync(limit.Token);
            using var content = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int read; (read = await body.ReadAsync(buffer, limit.Token)) > 0;)
            {
                content.Write(buffer, 0, read);
                if (content.Length > MostBytes)
                {
                    return TooLarge();
                }
            }

            return new FetchedFile(content.ToArray(), null);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException || (problem is OperationCanceledException && !cancelled.IsCancellationRequested))
        {
            return new FetchedFile(null, "The file could not be fetched in time. Send it again.");
        }
    }

    private static FetchedFile TooLarge() => new(null, $"The file is larger than {MostBytes >> 20} MB. Take pictures out of it, or import it with the import command.");

    private bool MayFetch(string url, out Uri address)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out address!) || address.UserInfo.Length > 0)
        {
            return false;
        }

        // The key to the file stands in the query, which says nothing of where it lies.
        return (address.Scheme == Uri.UriSchemeHttps && ServiceHost.IsAmong(files.Value.AllHosts, address.GetLeftPart(UriPartial.Path)))
            || (teams.Value.DangerouslyAllowUnauthenticatedLoopback && Loopback.IsUrl(url, out _));
    }
}
