using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;

namespace TeamsPlanBot.Load;

/// <summary>Asks a server the questions people ask, and waits for each reply.</summary>
internal sealed class Asker(Server server, Replies replies, Amounts amounts) : IDisposable
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

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");
    private static long lastMessage = 1_490_000_000_000;

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { Timeout = Patience };
    private readonly Uri messages = new(server.Url, "/api/messages");
    private readonly Chat[] chats = [.. Enumerable.Range(0, amounts.Conversations).Select(number => new Chat(number))];
    private int asked;

    /// <summary>At least so many turns for at least so long, several of them at a time: how long each waited for its reply, in milliseconds.</summary>
    public async Task<IReadOnlyCollection<double>> AskAsync(int turns, TimeSpan time, CancellationToken cancelled)
    {
        var waits = new ConcurrentQueue<double>();
        var together = new ParallelOptions { MaxDegreeOfParallelism = amounts.AtATime, CancellationToken = cancelled };
        await Parallel.ForEachAsync(Numbers(turns, time), together, async (number, stopped) =>
        {
            // One question further each time round, so that every conversation asks all of them.
            var question = Questions[((number % chats.Length) + (number / chats.Length)) % Questions.Length];
            waits.Enqueue((await TurnAsync(chats[number % chats.Length], question, stopped)).Wait.TotalMilliseconds);
        });
        return waits;
    }

    /// <summary>One turn in the first conversation.</summary>
    public Task<(TimeSpan Wait, Reply Reply)> AskAsync(string question, CancellationToken cancelled) => TurnAsync(chats[0], question, cancelled);

    public void Dispose() => http.Dispose();

    private IEnumerable<int> Numbers(int turns, TimeSpan time)
    {
        var started = Stopwatch.GetTimestamp();
        for (var turn = 0; turn < turns || Stopwatch.GetElapsedTime(started) < time; turn++)
        {
            yield return asked++;
        }
    }

    private async Task<(TimeSpan Wait, Reply Reply)> TurnAsync(Chat chat, string question, CancellationToken cancelled)
    {
        var id = $"{Interlocked.Increment(ref lastMessage)}";
        var arriving = replies.To(id);
        using var message = new ByteArrayContent(chat.Say(question, id, replies.ServiceUrl));
        message.Headers.ContentType = Json;

        var sent = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await http.PostAsync(messages, message, cancelled);
            if (!answer.IsSuccessStatusCode)
            {
                throw new Unmeasurable($"The {server.Name} answered a message with status {(int)answer.StatusCode}.");
            }

            var reply = await arriving.WaitAsync(Patience, cancelled);
            return (Stopwatch.GetElapsedTime(sent, reply.At), reply);
        }
        catch (HttpRequestException)
        {
            throw new Unmeasurable($"The {server.Name} closed a connection or takes no more.");
        }
        catch (Exception late) when (late is TimeoutException || (late is TaskCanceledException && !cancelled.IsCancellationRequested))
        {
            throw new Unmeasurable($"The {server.Name} left a message without a reply for {Patience.TotalSeconds} seconds.");
        }
    }
}
