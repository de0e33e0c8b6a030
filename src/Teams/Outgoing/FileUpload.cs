using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>How putting a file somewhere ended.</summary>
public enum Uploaded
{
    Done,

    /// <summary>The address is not among those that files may go to.</summary>
    NotAllowed,

    /// <summary>The other side refused it, or was not reached in time.</summary>
    Failed,
}

/// <summary>Puts files where persons agreed to have them. The address itself is the permission: no token goes with it.</summary>
public sealed class FileUpload(HttpMessageInvoker http, IOptions<TeamsOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly MediaTypeHeaderValue AnyBytes = new("application/octet-stream");

    /// <summary>Puts a whole file at an address.</summary>
    public async Task<Uploaded> PutAsync(string address, Stream file, CancellationToken cancelled)
    {
        if (!options.Value.MayUploadTo(address))
        {
            return Uploaded.NotAllowed;
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancelled);
        using var body = new StreamContent(file);
        body.Headers.ContentType = AnyBytes;
        body.Headers.ContentLength = file.Length;
        body.Headers.ContentRange = new ContentRangeHeaderValue(0, file.Length - 1, file.Length);
        using var put = new HttpRequestMessage(HttpMethod.Put, address) { Content = body };
        try
        {
            using var answer = await http.SendAsync(put, both.Token);
            return answer.IsSuccessStatusCode ? Uploaded.Done : Uploaded.Failed;
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException || (problem is OperationCanceledException && !cancelled.IsCancellationRequested))
        {
            return Uploaded.Failed;
        }
    }
}
