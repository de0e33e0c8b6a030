namespace TeamsPlanBot.Load;

/// <summary>Measures the bot and the bare endpoint in one run, turn about, so that what else this computer does falls on both.</summary>
internal static class Comparison
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(30);

    public static async Task<int> RunAsync(Amounts amounts, CancellationToken cancelled)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        bounded.CancelAfter(LongestRun);
        var folder = Directory.CreateTempSubdirectory("teamsplanbot-load-");
        try
        {
            await CompareAsync(amounts, folder.FullName, bounded.Token);
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

    private static async Task CompareAsync(Amounts amounts, string folder, CancellationToken cancelled)
    {
        await using var issuer = await Issuer.StartAsync(cancelled);
        await using var replies = await Replies.StartAsync(cancelled);
        var tenants = Tenant.Make(amounts.Tenants, replies.Url, issuer);
        var chats = Chat.Make(amounts.Conversations, tenants);

        var servedBot = new ServedBot(Path.Combine(folder, "bot"), issuer, tenants);
        var bareEndpoint = new BareEndpoint(Path.Combine(folder, "bare"), servedBot.RuntimeSettings);
        await servedBot.PublishAsync(cancelled);
        await bareEndpoint.PublishAsync(cancelled);

        Asker AskerOf(Server server, string? outboundToken) => new(server, chats, replies, outboundToken, amounts.AtATime);
        await using var starts = new Starts(servedBot, bareEndpoint, folder, server => AskerOf(server, issuer.OutboundToken), server => AskerOf(server, null), replies);
        await starts.MeasureAsync(cancelled);

        using var bot = new Side(starts.Bot, AskerOf(starts.Bot, issuer.OutboundToken), new Forger(starts.Bot, Asker.Path, chats));
        using var bare = new Side(starts.Bare, AskerOf(starts.Bare, null), new Forger(starts.Bare, BareEndpoint.RefusingPath, chats));
        try
        {
            await MeasureTurnsAsync(bot, bare, amounts, cancelled);
        }
        finally
        {
            await Console.Error.WriteAsync(starts.Bot.Log.Length > 0 ? $"The bot wrote:\n{starts.Bot.Log}\n" : "");
        }

        await MeasureRefusalsAsync(bot, bare, cancelled);
        Table.Print(starts, bot, bare, amounts);
    }

    private static async Task MeasureTurnsAsync(Side bot, Side bare, Amounts amounts, CancellationToken cancelled)
    {
        await Console.Error.WriteLineAsync($"Warming up with {amounts.WarmUpTurns:N0} turns each, or more.");
        await bot.WarmUpAsync(amounts.WarmUpTurns, cancelled);
        await bare.WarmUpAsync(amounts.WarmUpTurns, cancelled);
        await TurnAboutAsync($"{amounts.TurnsARound:N0} turns each, or more", bot, bare, side => side.MeasureTurnsAsync(amounts.TurnsARound, cancelled));
    }

    private static async Task MeasureRefusalsAsync(Side bot, Side bare, CancellationToken cancelled)
    {
        await bot.WarmRefusalsUpAsync(cancelled);
        await bare.WarmRefusalsUpAsync(cancelled);
        await TurnAboutAsync("forged tokens", bot, bare, side => side.MeasureRefusalsAsync(cancelled));

        // The bot is none the worse for it.
        await bot.WarmUpAsync(1, cancelled);
    }

    // Whoever goes second in one round goes first in the next.
    private static async Task TurnAboutAsync(string what, Side bot, Side bare, Func<Side, Task> measure)
    {
        for (var round = 1; round <= Amounts.Rounds; round++)
        {
            await Console.Error.WriteLineAsync($"Round {round} of {Amounts.Rounds}, {what}.");
            foreach (var side in round % 2 == 1 ? [bot, bare] : new[] { bare, bot })
            {
                await measure(side);
            }
        }
    }
}
