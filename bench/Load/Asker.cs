using System.Diagnostics;
using System.Net.Sockets;

namespace TeamsPlanBot.Load;

/// <summary>Asks a server the questions people ask, and waits for each reply.</summary>
internal sealed class Asker(Server server, Chat[] chats, Replies replies, string? outboundToken, int atATime) : IDisposable
{
    /// <summary>What is asked, in turn.</summary>
    public static readonly string[] Questions =
    [
        "what's overdue for First Response",
        "4.9",
        "which plans are there",
        "what's due next month",
        "red actions",
        "help",
    ];

    public const string Path = "/api/messages";
    private const int LargestRequest = 8 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static long lastMessage = 1_490_000_000_000;

    private readonly Dictionary<Guid, byte[]> heads = chats.Select(chat => chat.Tenant).Distinct().ToDictionary(tenant => tenant.Id, tenant => Connection.Head(Path, tenant.Token));
    private readonly Connection?[] connections = new Connection?[atATime];
    private int asked = -1;

    /// <summary>At least so many turns for at least so long, several of them at a time: how long each waited for its reply, in milliseconds.</summary>
    public async Task<IReadOnlyCollection<double>> AskAsync(int turns, TimeSpan time, CancellationToken cancelled)
    {
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        var started = Stopwatch.GetTimestamp();
        var last = asked + turns;
        var askers = Enumerable.Range(0, atATime).Select(place => Task.Run(
            async () =>
            {
                try
                {
                    return await AskOnAsync(place, number => number <= last || Stopwatch.GetElapsedTime(started) < time, stopped);
                }
                catch
                {
                    // The first that goes wrong ends them all.
                    await stopped.CancelAsync();
                    throw;
                }
            },
            CancellationToken.None)).ToArray();
        try
        {
            return [.. (await Task.WhenAll(askers)).SelectMany(waits => waits)];
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            throw askers.Select(asker => asker.Exception?.InnerException).OfType<Unmeasurable>().FirstOrDefault() ?? TooLate();
        }
    }

    /// <summary>One turn in the first conversation.</summary>
    public async Task<(TimeSpan Wait, Reply Reply)> AskAsync(string question, CancellationToken cancelled)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        return await TurnAsync(0, chats[0], question, new byte[LargestRequest], patience, cancelled);
    }

    public void Dispose()
    {
        foreach (var connection in connections)
        {
            connection?.Dispose();
        }
    }

    private async Task<List<double>> AskOnAsync(int place, Func<int, bool> goesOn, CancellationTokenSource stopped)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopped.Token);
        var waits = new List<double>();
        var buffer = new byte[LargestRequest];
        while (Interlocked.Increment(ref asked) is var number && goesOn(number))
        {
            // One question further each time round, so that every conversation asks all of them.
            var question = Questions[((number % chats.Length) + (number / chats.Length)) % Questions.Length];
            var (wait, _) = await TurnAsync(place, chats[number % chats.Length], question, buffer, patience, stopped.Token);
            waits.Add(wait.TotalMilliseconds);
        }

        return waits;
    }

    private async Task<(TimeSpan Wait, Reply Reply)> TurnAsync(int place, Chat chat, string question, byte[] buffer, CancellationTokenSource patience, CancellationToken cancelled)
    {
        var id = Interlocked.Increment(ref lastMessage);
        var arriving = replies.To(id, outboundToken);
        var message = Request(buffer, chat, question, id);
        patience.CancelAfter(Patience);
        try
        {
            var connection = connections[place] ??= await Connection.OpenAsync(server.Url, patience.Token);
            var sent = Stopwatch.GetTimestamp();
            await connection.SendAsync(message, patience.Token);
            var status = await connection.StatusAsync(patience.Token);
            if (arriving.IsFaulted)
            {
                await arriving;
            }

            if (status != 200)
            {
                throw new Unmeasurable(status == 0 ? $"The {server.Name} closed a connection." : $"The {server.Name} answered a message with status {status}.");
            }

            var reply = await arriving.WaitAsync(patience.Token);
            return (Stopwatch.GetElapsedTime(sent, reply.At), reply);
        }
        catch (SocketException)
        {
            throw new Unmeasurable($"The {server.Name} closed a connection or takes no more.");
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            throw TooLate();
        }
    }

    private ReadOnlyMemory<byte> Request(byte[] buffer, Chat chat, string question, long id)
    {
        // The body's length stands before it, so the body is written behind room for the longest head.
        var head = heads[chat.Tenant.Id];
        var bodyAt = head.Length + 16;
        var length = chat.Write(buffer.AsSpan(bodyAt), question, id);
        head.CopyTo(buffer, 0);
        var headLength = head.Length + Connection.EndHead(buffer.AsSpan(head.Length, 16), length);
        buffer.AsSpan(bodyAt, length).CopyTo(buffer.AsSpan(headLength));
        return buffer.AsMemory(0, headLength + length);
    }

    private Unmeasurable TooLate() => new($"The {server.Name} left a message without a reply for {Patience.TotalSeconds} seconds.");
}
