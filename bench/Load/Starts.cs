namespace TeamsPlanBot.Load;

/// <summary>How soon both answer after their processes were started, and what memory they then hold. The last of each stays for what comes next.</summary>
internal sealed class Starts(ServedBot servedBot, BareEndpoint bareEndpoint, string folder, Func<Server, Asker> botsAsker, Func<Server, Asker> baresAsker, Replies replies) : IAsyncDisposable
{
    private const int Times = 3;

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);

    private readonly List<double> newStores = [];
    private readonly List<double> knownStores = [];
    private readonly List<double> bares = [];
    private Server? bot;
    private Server? bare;

    public Server Bot => bot!;

    public Server Bare => bare!;

    /// <summary>The middle of three, in milliseconds, as are the next two.</summary>
    public double OnNewStore => Middle(newStores);

    public double OnKnownStore => Middle(knownStores);

    public double OfBare => Middle(bares);

    public long IdleMemoryOfBot { get; private set; }

    public long IdleMemoryOfBare { get; private set; }

    public async Task MeasureAsync(CancellationToken cancelled)
    {
        var replyBytes = 0;
        for (var time = 1; time <= Times; time++)
        {
            await Console.Error.WriteLineAsync($"First replies, {time} of {Times}.");
            await StopAsync();
            var store = Path.Combine(folder, $"plans{time}.db");
            await using (var onNewStore = await servedBot.StartAsync(store, cancelled))
            {
                newStores.Add(await FirstReplyAsync(onNewStore, botsAsker, cancelled));
                replyBytes = replyBytes == 0 ? await RehearseAsync(onNewStore, cancelled) : replyBytes;
            }

            bot = await servedBot.StartAsync(store, cancelled);
            knownStores.Add(await FirstReplyAsync(bot, botsAsker, cancelled));
            bare = await bareEndpoint.StartAsync(replyBytes, cancelled);
            bares.Add(await FirstReplyAsync(bare, baresAsker, cancelled));
        }

        await Task.Delay(Quiet, cancelled);
        IdleMemoryOfBot = Bot.Memory;
        IdleMemoryOfBare = Bare.Memory;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private static double Middle(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static async Task<double> FirstReplyAsync(Server server, Func<Server, Asker> askerOf, CancellationToken cancelled)
    {
        using var asker = askerOf(server);
        try
        {
            var (_, reply) = await asker.AskAsync(Asker.Questions[0], cancelled);
            return server.AgeAt(reply.At).TotalMilliseconds;
        }
        catch (Unmeasurable reason) when (server.Log.Length > 0)
        {
            throw new Unmeasurable($"{reason.Message} It wrote:\n{server.Log}");
        }
    }

    // Shows what the questions are answered with, and gives the size of a reply on average.
    private async Task<int> RehearseAsync(Server server, CancellationToken cancelled)
    {
        using var asker = botsAsker(server);
        var bytes = 0;
        replies.ReadsSummaries = true;
        foreach (var question in Asker.Questions)
        {
            var (_, reply) = await asker.AskAsync(question, cancelled);
            bytes += reply.Bytes;
            await Console.Out.WriteLineAsync($"{question,-36}{Short(reply.Summary),-44}{reply.Bytes,7:N0} bytes");
        }

        replies.ReadsSummaries = false;
        return bytes / Asker.Questions.Length;
    }

    private static string? Short(string? summary) => summary is { Length: > 42 } ? $"{summary[..41]}…" : summary;

    private async Task StopAsync()
    {
        await (bot?.DisposeAsync() ?? default);
        await (bare?.DisposeAsync() ?? default);
        (bot, bare) = (null, null);
    }
}
