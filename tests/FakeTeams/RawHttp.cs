using System.Net.Sockets;
using System.Text;

namespace TeamsPlanBot.FakeTeams;

/// <summary>An HTTP answer as it came over the wire.</summary>
public sealed record RawAnswer(int Status, string Headers, string Body);

/// <summary>Speaks HTTP word for word, so that a request can say what no well-behaved client would.</summary>
public static class RawHttp
{
    public static async Task<RawAnswer> PostAsync(Uri bot, string path, IEnumerable<string> headers, string body)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(bot.Host, bot.Port);
        await using var stream = client.GetStream();
        var bytes = Encoding.UTF8.GetBytes(body);
        var lines = headers.ToList();
        var head = new StringBuilder($"POST {path} HTTP/1.1\r\n");
        if (!lines.Any(line => line.StartsWith("Host:", StringComparison.Ordinal)))
        {
            lines.Add($"Host: {bot.Authority}");
        }

        if (!lines.Any(line => line.StartsWith("Content-Type:", StringComparison.Ordinal)))
        {
            lines.Add("Content-Type: application/json");
        }

        foreach (var line in lines.Append($"Content-Length: {bytes.Length}").Append("Connection: close"))
        {
            head.Append(line).Append("\r\n");
        }

        await stream.WriteAsync(Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()));
        await stream.WriteAsync(bytes);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync();
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return new RawAnswer(int.Parse(answer.AsSpan(9, 3), provider: null), answer[..end], answer[(end + 4)..]);
    }
}
