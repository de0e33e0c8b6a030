using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace TeamsPlanBot.Load;

/// <summary>One kept-alive HTTP connection. It does no more than is needed here, for whatever it costs is taken from the server on the same cores.</summary>
internal sealed class Connection : IDisposable
{
    private const int StatusAt = 9;
    private const int LeastAnswer = StatusAt + 3;

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] received = new byte[16 * 1024];
    private int start;
    private int end;

    public static async Task<Connection> OpenAsync(Uri server, CancellationToken cancelled)
    {
        var connection = new Connection();
        try
        {
            await connection.socket.ConnectAsync(server.Host, server.Port, cancelled);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>What stands above the body of a message, but for its length.</summary>
    public static byte[] Head(string path, string token) => Encoding.ASCII.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ");

    /// <summary>Ends the head with the body's length; says how long that is.</summary>
    public static int EndHead(Span<byte> head, int bodyLength)
    {
        Utf8Formatter.TryFormat(bodyLength, head, out var digits);
        "\r\n\r\n"u8.CopyTo(head[digits..]);
        return digits + 4;
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> requests, CancellationToken cancelled)
    {
        while (requests.Length > 0)
        {
            requests = requests[await socket.SendAsync(requests, cancelled)..];
        }
    }

    /// <summary>Reads one answer to its end: its status, or 0 where the server closed the connection.</summary>
    public async ValueTask<int> StatusAsync(CancellationToken cancelled)
    {
        while (true)
        {
            if (TakeAnswer() is { } status)
            {
                return status;
            }

            if (!await ReceiveAsync(cancelled))
            {
                return 0;
            }
        }
    }

    public void Dispose() => socket.Dispose();

    private int? TakeAnswer()
    {
        var answer = received.AsSpan(start, end - start);
        var headers = answer.IndexOf("\r\n\r\n"u8);
        if (headers < LeastAnswer)
        {
            return null;
        }

        var length = headers + 4 + BodyLength(answer[..headers]);
        if (answer.Length < length)
        {
            return null;
        }

        start += length;
        return Utf8Parser.TryParse(answer.Slice(StatusAt, 3), out int status, out _) ? status : 0;
    }

    private static int BodyLength(ReadOnlySpan<byte> headers)
    {
        var named = headers.IndexOf("\r\nContent-Length: "u8);
        return named >= 0 && Utf8Parser.TryParse(headers[(named + "\r\nContent-Length: ".Length)..], out int length, out _)
            ? length
            : throw new Unmeasurable("A server answered without saying how long the answer is.");
    }

    private async ValueTask<bool> ReceiveAsync(CancellationToken cancelled)
    {
        if (start > 0)
        {
            received.AsSpan(start, end - start).CopyTo(received);
            (start, end) = (0, end - start);
        }

        if (end == received.Length)
        {
            throw new Unmeasurable("A server answered at greater length than a bot does.");
        }

        var got = await socket.ReceiveAsync(received.AsMemory(end), cancelled);
        end += got;
        return got > 0;
    }
}
