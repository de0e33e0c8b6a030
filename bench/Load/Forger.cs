using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace TeamsPlanBot.Load;

/// <summary>Sends messages whose tokens are right in everything but the signature, as fast as they are refused.</summary>
internal sealed class Forger(Server server, string path, Chat[] chats) : IDisposable
{
    private const int Connections = 4;
    private const int Together = 16;
    private const int LargestRequest = 8 * 1024;
    private const int SignatureBytes = 256;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Connection?[] connections = new Connection?[Connections];

    /// <summary>Forges for so long; says how many messages were refused, all of them with 401.</summary>
    public async Task<int> ForgeAsync(TimeSpan time, CancellationToken cancelled)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        patience.CancelAfter(time + Patience);
        using var over = new CancellationTokenSource(time);
        try
        {
            return (await Task.WhenAll(Enumerable.Range(0, Connections).Select(place => Task.Run(() => ForgeOnAsync(place, over.Token, patience.Token), CancellationToken.None)))).Sum();
        }
        catch (SocketException)
        {
            throw new Unmeasurable($"The {server.Name} closed a connection or takes no more.");
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            throw new Unmeasurable($"The {server.Name} left a message without an answer for {Patience.TotalSeconds} seconds.");
        }
    }

    public void Dispose()
    {
        foreach (var connection in connections)
        {
            connection?.Dispose();
        }
    }

    private async Task<int> ForgeOnAsync(int place, CancellationToken over, CancellationToken cancelled)
    {
        var connection = connections[place] ??= await Connection.OpenAsync(server.Url, cancelled);

        // The requests of one batch are of different tenants; only their signatures are made anew each time.
        var batch = new byte[Together * LargestRequest];
        var signaturesAt = new int[Together];
        var length = 0;
        for (var number = 0; number < Together; number++)
        {
            signaturesAt[number] = length + Write(batch.AsSpan(length), chats[((place * Together) + number) % chats.Length], out var written);
            length += written;
        }

        var refused = 0;
        while (!over.IsCancellationRequested)
        {
            foreach (var signatureAt in signaturesAt)
            {
                Forge(batch.AsSpan(signatureAt));
            }

            await connection.SendAsync(batch.AsMemory(0, length), cancelled);
            for (var number = 0; number < Together; number++, refused++)
            {
                if (await connection.StatusAsync(cancelled) is var status && status != 401)
                {
                    throw new Unmeasurable($"The {server.Name} answered a forged token with status {status}, not with 401.");
                }
            }
        }

        return refused;
    }

    // Says where in the request the token's signature stands.
    private int Write(Span<byte> request, Chat chat, out int written)
    {
        var token = chat.Tenant.Token;
        var head = Connection.Head(path, token);
        head.CopyTo(request);
        var body = new byte[LargestRequest];
        var bodyLength = chat.Write(body, Asker.Questions[0], 1);
        var headLength = head.Length + Connection.EndHead(request[head.Length..], bodyLength);
        body.AsSpan(0, bodyLength).CopyTo(request[headLength..]);
        written = headLength + bodyLength;
        return head.AsSpan().IndexOf(Encoding.ASCII.GetBytes(token[token.LastIndexOf('.')..])) + 1;
    }

    // A signature that is a larger number than the key's modulus would be refused without any reckoning; this one is smaller.
    private static void Forge(Span<byte> signatureAt)
    {
        Span<byte> signature = stackalloc byte[SignatureBytes];
        Random.Shared.NextBytes(signature);
        signature[0] &= 0x7F;
        Base64Url.EncodeToUtf8(signature, signatureAt);
    }
}
