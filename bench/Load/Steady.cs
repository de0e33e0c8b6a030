using System.Collections.Concurrent;
using System.Diagnostics;

namespace TeamsPlanBot.Load;

/// <summary>How long people work with the bot, how much in a second, and how many they are.</summary>
internal sealed record SteadyAmounts(TimeSpan Time, int ASecond, int Tenants, int Conversations);

/// <summary>Lets turns begin at an even rate, however long those before take, and holds the bot to what it promised.</summary>
internal sealed class Steady(SteadyAmounts amounts, Server server, Chat[] chats, Replies replies, Issuer issuer, Day day) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(2);

    // Teams' own answer is not there at once.
    private static readonly TimeSpan TeamsTakes = TimeSpan.FromMilliseconds(10);

    private static long lastActivity = 1_490_000_000_000;

    private readonly Door door = new(server);
    private readonly ConcurrentDictionary<string, int> wrong = new();
    private readonly ConcurrentDictionary<string, byte> recorded = new();
    private readonly ConcurrentDictionary<Chat, Stack<string>> saidIn = new();
    private readonly Minutes minutes = new();

    public static async Task<int> RunAsync(SteadyAmounts amounts, string folder, CancellationToken cancelled)
    {
        await using var issuer = await Issuer.StartAsync(cancelled);
        await using var replies = await Replies.StartAsync(cancelled);
        (replies.ReadsSummaries, replies.Takes) = (true, TeamsTakes);
        var tenants = Tenant.Make(amounts.Tenants, replies.Url, issuer);
        var chats = Chat.Make(amounts.Conversations, tenants);
        var bot = new ServedBot(Path.Combine(folder, "bot"), issuer, tenants, limitsSenders: true);
        await bot.PublishAsync(cancelled);
        var store = Path.Combine(folder, "plans.db");
        await using var server = await bot.StartAsync(store, cancelled);
        var rehearsal = new Rehearsal(server, chats, replies, issuer);
        using var steady = new Steady(amounts, server, chats, replies, issuer, await rehearsal.DayAsync(await bot.ExportAsync(store, "actions", cancelled), cancelled));
        await steady.WorkAsync(store, cancelled);
        var lost = steady.Lost(await bot.ExportAsync(store, "progress", cancelled));
        return steady.Verdict(lost) ? 0 : 1;
    }

    public void Dispose() => door.Dispose();

    private async Task WorkAsync(string store, CancellationToken cancelled)
    {
        await Console.Out.WriteLineAsync($"{amounts.ASecond:N0} turns a second for {amounts.Time.TotalMinutes:N0} minutes, over {amounts.Tenants:N0} tenants and {amounts.Conversations:N0} conversations.\n\n{Minutes.Heading}");
        var started = Stopwatch.GetTimestamp();
        var underWay = new ConcurrentDictionary<long, Task>();
        var turns = (long)(amounts.Time.TotalSeconds * amounts.ASecond);
        var minute = 1;
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        for (long number = 0; number < turns;)
        {
            await pace.WaitForNextTickAsync(cancelled);
            var due = Math.Min(turns, (long)(Stopwatch.GetElapsedTime(started).TotalSeconds * amounts.ASecond));
            for (; number < due; number++)
            {
                // Counted from when it should have begun: what this program is late itself is added, and not hidden.
                var at = started + (long)(number / (double)amounts.ASecond * Stopwatch.Frequency);
                var turn = number;
                underWay[turn] = Task.Run(
                    async () =>
                    {
                        await TakeAsync(turn, at, cancelled);
                        underWay.TryRemove(turn, out _);
                    },
                    CancellationToken.None);
            }

            minutes.Sample(() => server.Memory);
            if (Stopwatch.GetElapsedTime(started) >= TimeSpan.FromMinutes(minute))
            {
                await Console.Out.WriteLineAsync(minutes.End(minute++, server, store, wrong.Values.Sum()));
            }
        }

        await Task.WhenAll(underWay.Values);
        await Console.Out.WriteLineAsync(minutes.End(minute, server, store, wrong.Values.Sum()));
        await Task.Delay(Late, cancelled);
    }

    private async Task TakeAsync(long number, long due, CancellationToken cancelled)
    {
        var chat = chats[number * 11 % chats.Length];
        var deed = day.Next(number);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        patience.CancelAfter(Patience);
        try
        {
            var id = Interlocked.Increment(ref lastActivity);
            var arriving = deed.Says is null ? null : replies.To(id, issuer.OutboundToken);
            var answered = await door.HandAsync(chat.Tenant, Activity(chat, deed, id), "application/json", patience.Token);
            if (answered.Status != 200)
            {
                Wrong($"{deed.Does}: status {answered.Status}");
                return;
            }

            var (at, said) = (answered.At, answered.Body);
            if (arriving is not null)
            {
                var reply = await arriving.WaitAsync(patience.Token);
                (at, said) = (reply.At, reply.Summary ?? "");
            }

            minutes.Add(Stopwatch.GetElapsedTime(due, at).TotalMilliseconds);
            Judge(chat, deed, said);
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            Wrong($"{deed.Does}: no answer in {Patience.TotalSeconds:N0} s");
        }
        catch (Exception problem) when (problem is HttpRequestException or Unmeasurable)
        {
            Wrong($"{deed.Does}: {problem.Message}");
        }
    }

    private static ReadOnlyMemory<byte> Activity(Chat chat, Deed deed, long id)
    {
        if (deed.Says is null)
        {
            return chat.Write(deed.Type, id, deed.Members!);
        }

        var message = new byte[8 * 1024];
        return message.AsMemory(0, chat.Write(message, deed.Says, id));
    }

    private void Judge(Chat chat, Deed deed, string said)
    {
        if (deed.Words is { } words)
        {
            if (!said.Contains("Recorded on ", StringComparison.Ordinal))
            {
                Wrong($"{deed.Does}: {Short(said)}");
                return;
            }

            recorded[words] = 0;
            saidIn.GetOrAdd(chat, _ => new()).Push(words);
        }
        else if (deed.Does == "undo" && said.StartsWith("Taken back", StringComparison.Ordinal) && saidIn.GetValueOrDefault(chat) is { } mine && mine.TryPop(out var back))
        {
            recorded.TryRemove(back, out _);
        }
        else if (said.Contains("application/vnd.microsoft.error", StringComparison.Ordinal) || said.Contains("went wrong", StringComparison.Ordinal) || (deed.Does == "search" && said.Length == 0))
        {
            Wrong($"{deed.Does}: {Short(said)}");
        }
    }

    private static string Short(string said) => said.Length > 120 ? said[..120] : said;

    private void Wrong(string what) => wrong.AddOrUpdate(what, 1, (_, count) => count + 1);

    // Each recorded post has one row for each of its changes, and one if it has none.
    private List<string> Lost(IReadOnlyList<IReadOnlyDictionary<string, string>> progress)
    {
        var kept = progress.ToLookup(row => row["text"].Split(", ")[0], row => row["field"]);
        return [.. recorded.Keys.Select(words => words.Split(", ")[0]).Where(words => kept[words].ToList() is var fields && (fields.Count == 0 || fields.Distinct().Count() < fields.Count || (fields.Count > 1 && fields.Contains(""))))];
    }

    private bool Verdict(List<string> lost)
    {
        var (first, last) = minutes.FirstAndLastP99;
        var growth = minutes.GrowthAMinute;
        var bars = new (string Bar, bool IsMet, string Found)[]
        {
            ("no turn went wrong", wrong.IsEmpty, $"{wrong.Values.Sum():N0} did"),
            ("each message got one answer", replies.Surplus == 0, $"{replies.Surplus:N0} got another"),
            ("each post is in the store once", lost.Count == 0, $"{recorded.Count:N0} recorded and not taken back, {lost.Count:N0} of them not there once"),
            ("no error in the log", server.Complaints == 0, $"{server.Complaints:N0} lines"),
            ("p99 under 100 ms", minutes.Wait(99) < 100, $"p50 {minutes.Wait(50):N1}, p99 {minutes.Wait(99):N1}, longest {minutes.Wait(100):N1} ms"),
            ($"p99 at the end at most 1.5 times that of the beginning ({minutes.Part:N0} minutes each)", last <= 1.5 * first, $"{first:N1} and {last:N1} ms"),
            ("memory grows by less than 0.5 MB a minute once warm", growth < 0.5, $"{growth:N2} MB a minute"),
        };
        Console.WriteLine();
        foreach (var (bar, isMet, found) in bars)
        {
            Console.WriteLine($"{(isMet ? "met   " : "MISSED")}  {bar}: {found}");
        }

        foreach (var (what, count) in wrong.OrderByDescending(one => one.Value).Take(10))
        {
            Console.WriteLine($"{count,8:N0}  {what}");
        }

        Console.Error.Write(server.Log.Length > 0 ? $"The bot wrote:\n{server.Log}\n" : "");
        return bars.All(bar => bar.IsMet);
    }
}
