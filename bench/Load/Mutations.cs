using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Load;

/// <summary>Sends spoilt activities of every kind with good tokens to the published bot, and looks whether it stays as it was.</summary>
internal sealed class Mutations(Server server, Tenant[] tenants, IReadOnlyList<JsonObject> presses, int seed) : IDisposable
{
    private const int Senders = 16;

    // Fewer would be slowed down by what a thread of Teams takes; more would still be met for the first time at the end, and fill memory.
    private const int ConversationsOfAKind = 150;

    private static readonly string[] Inside = ["Exception", "   at ", "Something went wrong on my side", "SQLite"];

    private readonly Door door = new(server);
    private readonly ConcurrentDictionary<(string Kind, string Outcome), int> counts = new();
    private readonly ConcurrentQueue<string> failed = new();

    public static async Task<int> RunAsync(int count, int seed, string folder, CancellationToken cancelled)
    {
        const int Tenants = 200;
        await using var issuer = await Issuer.StartAsync(cancelled);
        await using var replies = await Replies.StartAsync(cancelled);
        replies.ReadsSummaries = true;
        var tenants = Tenant.Make(Tenants, replies.Url, issuer);
        var chats = Chat.Make(Tenants, tenants);
        var bot = new ServedBot(Path.Combine(folder, "bot"), issuer, tenants);
        await bot.PublishAsync(cancelled);
        var store = Path.Combine(folder, "plans.db");
        await using var server = await bot.StartAsync(store, cancelled);

        var rehearsal = new Rehearsal(server, chats, replies, issuer);
        using var mutations = new Mutations(server, tenants, await rehearsal.PressesAsync(cancelled), seed);
        var before = await bot.ExportAsync(store, "actions", cancelled);
        var toldBefore = await bot.ExportAsync(store, "progress", cancelled);
        var plain = await rehearsal.AskAsync("1.1 in somerset-2018", cancelled);
        replies.Watch = mutations.Watch;
        var memory = await mutations.SendAsync(count, cancelled);
        replies.Watch = null;

        var after = await bot.ExportAsync(store, "actions", cancelled);
        var toldAfter = await bot.ExportAsync(store, "progress", cancelled);
        var told = toldAfter.Select(row => (row["plan"], row["ref"])).ToHashSet();
        var unsaid = before.Zip(after).Where(pair => Standing(pair.First) != Standing(pair.Second)).Select(pair => (pair.First["plan"], pair.First["ref"])).Where(action => !told.Contains(action)).ToList();
        var bars = new (string Bar, bool IsMet, string Found)[]
        {
            ("no status of 500 or more, and no answer that shows the inside", mutations.failed.IsEmpty, $"{mutations.failed.Count:N0} did"),
            ("no error or exception in the log", server.Complaints == 0, $"{server.Complaints:N0} lines"),
            ("a plain question is answered as before", await rehearsal.AskAsync("1.1 in somerset-2018", cancelled) == plain, plain[..Math.Min(60, plain.Length)]),
            ("no plan changed but by what was posted", before.Count == after.Count && unsaid.Count == 0, $"{unsaid.Count:N0} did; {toldAfter.Count - toldBefore.Count:N0} rows came onto the record"),
            ("memory at the end at most a fifth above that after a third", memory.End <= 1.2 * memory.Third, $"{memory.Third / 1e6:N0} and {memory.End / 1e6:N0} MB"),
        };
        mutations.Print();
        foreach (var (bar, isMet, found) in bars)
        {
            Console.WriteLine($"{(isMet ? "met   " : "MISSED")}  {bar}: {found}");
        }

        Console.Error.Write(string.Concat(mutations.failed.Take(5).Select(one => $"{one}\n")) + (server.Log.Length > 0 ? $"The bot wrote:\n{server.Log}\n" : ""));
        return bars.All(bar => bar.IsMet) ? 0 : 1;
    }

    public void Dispose() => door.Dispose();

    private static (string, string, string) Standing(IReadOnlyDictionary<string, string> action) => (action["state"], action["brag"], action["due"]);

    private static bool ShowsInside(string answer) => Inside.Any(sign => answer.Contains(sign, StringComparison.Ordinal));

    private void Watch(string path, byte[] body)
    {
        // Each kind has conversations of its own, so that what is sent tells what it answers; ids that were spoilt do not.
        var digits = new string([.. Uri.UnescapeDataString(path).SkipWhile(letter => letter is not ':').Skip(1).TakeWhile(char.IsAsciiDigit)]);
        Count(int.TryParse(digits, out var number) && number / ConversationsOfAKind < EveryActivity.Kinds.Count ? EveryActivity.Kinds[number / ConversationsOfAKind] : "(spoilt)", "sent");
        if (Encoding.UTF8.GetString(body) is var said && ShowsInside(said))
        {
            failed.Enqueue($"It said: {said}");
        }
    }

    private async Task<(long Third, long End)> SendAsync(int count, CancellationToken cancelled)
    {
        await Console.Error.WriteLineAsync($"Sending {count:N0}.");
        var (next, third) = (-1, 0L);
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(
            async () =>
            {
                var random = new Random(seed + sender);
                var (every, spoiling) = (new EveryActivity(presses, random), new Spoiling(random));
                while (Interlocked.Increment(ref next) is var number && number < count)
                {
                    await SendAsync(number, random, every, spoiling, cancelled);
                    if (number == count / 3)
                    {
                        third = server.Memory;
                    }
                }
            },
            CancellationToken.None)));
        return (third, server.Memory);
    }

    private async Task SendAsync(int number, Random random, EveryActivity every, Spoiling spoiling, CancellationToken cancelled)
    {
        var place = number % EveryActivity.Kinds.Count;
        var kind = EveryActivity.Kinds[place];
        var conversation = (place * ConversationsOfAKind) + random.Next(ConversationsOfAKind);
        var tenant = tenants[conversation % tenants.Length];
        var where = new Whereabouts(conversation, $"{tenant.Id}", tenant.ServiceUrl);
        var body = spoiling.Spoil(every.Make(kind, where), every.Make(EveryActivity.Kinds[random.Next(EveryActivity.Kinds.Count)], where));
        try
        {
            var answered = await door.HandAsync(tenant, body.Bytes, body.ContentType, cancelled);
            Count(kind, $"{answered.Status}");
            if (answered.Status >= 500 || ShowsInside(answered.Body))
            {
                failed.Enqueue($"{answered.Status} {answered.Body} for {Encoding.UTF8.GetString(body.Bytes)}");
            }
        }
        catch (Exception problem) when (problem is HttpRequestException || (problem is OperationCanceledException && !cancelled.IsCancellationRequested))
        {
            Count(kind, "none");
            failed.Enqueue($"No answer ({problem.Message}) for {Encoding.UTF8.GetString(body.Bytes)}");
        }
    }

    private void Count(string kind, string outcome) => counts.AddOrUpdate((kind, outcome), 1, (_, count) => count + 1);

    private void Print()
    {
        var outcomes = counts.Keys.Select(one => one.Outcome).Distinct().Order(StringComparer.Ordinal).ToList();
        Console.WriteLine($"{"",-32}{string.Concat(outcomes.Select(outcome => $"{outcome,9}"))}");
        foreach (var kind in EveryActivity.Kinds.Append("(spoilt)"))
        {
            Console.WriteLine($"{kind,-32}{string.Concat(outcomes.Select(outcome => $"{counts.GetValueOrDefault((kind, outcome)),9:N0}"))}");
        }

        Console.WriteLine();
    }
}
