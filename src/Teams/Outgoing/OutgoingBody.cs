using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>JSON on its way out, that knows whether it began to leave: before that, a send that failed has certainly not arrived.</summary>
internal sealed class OutgoingBody : HttpContent
{
    private const int MostInUtf16 = 100 * 1024;

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly byte[] json;

    public OutgoingBody(byte[] json)
    {
        this.json = json;
        Headers.ContentType = Json;
    }

    public bool Left { get; private set; }

    /// <summary>Whether Teams would refuse it for its size: it counts in UTF-16, and leaves out pictures inside the message.</summary>
    public static bool IsTooLarge(ReadOnlySpan<byte> json) => 2 * json.Length > MostInUtf16 && 2 * (Encoding.UTF8.GetCharCount(json) - Pictures(json)) > MostInUtf16;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Left = true;
        return stream.WriteAsync(json, cancellationToken).AsTask();
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = json.Length;
        return true;
    }

    private static int Pictures(ReadOnlySpan<byte> json)
    {
        var length = 0;
        while (json.IndexOf("\"data:image/"u8) is >= 0 and var start)
        {
            json = json[(start + 1)..];
            var end = json.IndexOf((byte)'"');
            length += end;
            json = json[end..];
        }

        return length;
    }
}
