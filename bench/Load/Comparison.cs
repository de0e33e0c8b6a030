namespace TeamsPlanBot.Load;

/// <summary>Measures the bot and the bare endpoint in one run, turn about, so that what else this computer does falls on both.</summary>
internal static class Comparison
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(Amounts amounts, CancellationToken cancelled)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        bounded.CancelAfter(LongestRun);
        var folder = Directory.CreateTempSubdirectory("teamsplanbot-load-");
        try
        {
            await CompareAsync(amounts, Path.Combine(folder.FullName, "plans.db"), bounded.Token);
            return 0;
        }
        catch (Unmeasurable reason)
        {
            await Console.Error.WriteLineAsync(reason.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(cancelled.IsCancellationRequested ? "Stopped." : $"Given up: the run took longer than {LongestRun.TotalMinutes} minutes.");
            return 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CompareAsync(Amounts amounts, string store, CancellationToken cancelled)
    {
        var program = ServedBot.Find();
        await using var replies = await Replies.StartAsync(cancelled);

        TimeSpan onNewStore;
        await using (var first = await ServedBot.StartAsync(program, store, cancelled))
        {
            onNewStore = await FirstReplyAsync(first, replies, amounts, cancelled);
        }

        await using var bot = await ServedBot.StartAsync(program, store, cancelled);
        try
        {
            await CompareAsync(bot, onNewStore, replies, amounts, cancelled);
        }
        finally
        {
            foreach (var line in bot.Log)
            {
                await Console.Error.WriteLineAsync($"The bot wrote: {line}");
            }
        }
    }

    private static async Task CompareAsync(Server bot, TimeSpan onNewStore, Replies replies, Amounts amounts, CancellationToken cancelled)
    {
        var onKnownStore = await FirstReplyAsync(bot, replies, amounts, cancelled);
        await Task.Delay(Quiet, cancelled);
        var idle = bot.Memory;

        using var askBot = new Asker(bot, replies, amounts);
        var replyBytes = await RehearseAsync(askBot, replies, cancelled);
        await using var bare = await BareEndpoint.StartAsync(replyBytes, cancelled);
        using var askBare = new Asker(bare, replies, amounts);

        var sides = (Bot: new Side(bot, askBot), Bare: new Side(bare, askBare));
        await MeasureAsync(sides.Bot, sides.Bare, amounts, cancelled);

        Table.Print(sides.Bot.Figures(), sides.Bare.Figures());
        await Console.Out.WriteLineAsync($"""

            First reply after the bot's process was started: {onNewStore.TotalMilliseconds:N0} ms with a new store (samples loaded), {onKnownStore.TotalMilliseconds:N0} ms with the store there.
            Memory of the idle bot, after that reply: {idle / 1e6:N0} MB.
            """);
    }

    private static async Task<TimeSpan> FirstReplyAsync(Server bot, Replies replies, Amounts amounts, CancellationToken cancelled)
    {
        using var asker = new Asker(bot, replies, amounts);
        var before = bot.Age;
        var (wait, _) = await asker.AskAsync(Asker.Questions[0], cancelled);
        return before + wait;
    }

    // Shows what the questions are answered with, and gives the size of a reply on average.
    private static async Task<int> RehearseAsync(Asker asker, Replies replies, CancellationToken cancelled)
    {
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

    private static async Task MeasureAsync(Side bot, Side bare, Amounts amounts, CancellationToken cancelled)
    {
        await Console.Error.WriteLineAsync($"Warming up with {amounts.WarmUpTurns:N0} turns each, or more.");
        await bot.WarmUpAsync(amounts.WarmUpTurns, cancelled);
        await bare.WarmUpAsync(amounts.WarmUpTurns, cancelled);
        for (var round = 1; round <= Amounts.Rounds; round++)
        {
            await Console.Error.WriteLineAsync($"Round {round} of {Amounts.Rounds}, {amounts.TurnsARound:N0} turns each, or more.");

            // Whoever goes second in one round goes first in the next.
            foreach (var side in round % 2 == 1 ? [bot, bare] : new[] { bare, bot })
            {
                await side.MeasureAsync(amounts.TurnsARound, cancelled);
            }
        }
    }
}
