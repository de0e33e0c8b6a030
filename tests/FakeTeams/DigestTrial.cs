using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Bot.Commands;
using TeamsPlanBot.Bot.Digests;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Digests;
using TeamsPlanBot.Data.Questions;
using TeamsPlanBot.Data.Sqlite;

namespace TeamsPlanBot.FakeTeams;

/// <summary>What came of many digests that fell due at once.</summary>
/// <param name="Missing">Conversations that were told nothing.</param>
/// <param name="Duplicates">Messages beyond the first in a conversation.</param>
/// <param name="Doubts">Sends of which the bots could not tell whether they had arrived: cut off by Teams, or by the death of a bot.</param>
/// <param name="Unexplained">Conversations that were told more often than doubts about them explain.</param>
/// <param name="Processor">What the bots that lived to the end took of the processor.</param>
/// <param name="PeakMemory">The most memory one of them held, in bytes.</param>
public sealed record TrialOutcome(int Digests, int Missing, int Duplicates, int Unexplained, int Deaths, int Doubts, int InDoubt, int DoubtfullyTaken, int Throttled, int Failed, TimeSpan Took, TimeSpan Processor, long PeakMemory)
{
    public double Rate => Digests / Took.TotalSeconds;
}

/// <summary>Several bots on one store, of which now and then one is killed, while many digests fall due at once.</summary>
public sealed class DigestTrial(int bots, int digests, int deaths, TimeSpan between, Troubles troubles, Action<string>? tell = null)
{
    private static readonly TimeSpan Starting = TimeSpan.FromSeconds(60);

    public async Task<TrialOutcome> RunAsync(TimeSpan patience)
    {
        var folder = Directory.CreateTempSubdirectory("teamsplanbot-").FullName;
        await using var issuer = await TestIssuer.StartAsync();
        await using var teams = await BusyTeams.StartAsync(troubles);
        var running = new List<Process>();
        try
        {
            // The first one makes the store.
            running.Add(await StartAsync(folder, issuer));
            var stores = SqliteFile.Open($"Data Source={Path.Combine(folder, "plans.db")}");
            var due = DateTime.UtcNow.AddSeconds(10 + (digests / 1000));
            await ArrangeAsync(stores, teams.ServiceUrl, due);
            while (running.Count < bots)
            {
                running.Add(await StartAsync(folder, issuer));
            }

            var wait = due - DateTime.UtcNow;
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
            tell?.Invoke($"{digests:N0} digests are due.");
            var clock = Stopwatch.StartNew();
            var before = running.Sum(bot => bot.TotalProcessorTime.TotalSeconds);
            var died = 0;
            long peak = 0;
            var nextDeath = between;
            var dice = new Random(1);
            while (clock.Elapsed < patience && !await IsDoneAsync(stores))
            {
                await Task.Delay(500);
                peak = Math.Max(peak, running.Max(Memory));
                if (died < deaths && clock.Elapsed >= nextDeath)
                {
                    var victim = dice.Next(running.Count);
                    before -= running[victim].TotalProcessorTime.TotalSeconds;
                    running[victim].Kill();
                    await running[victim].WaitForExitAsync();
                    running[victim].Dispose();
                    running[victim] = await StartAsync(folder, issuer);
                    died++;
                    nextDeath = clock.Elapsed + between * (0.5 + dice.NextDouble());
                    tell?.Invoke($"{died} died; {teams.Taken.Count:N0} conversations were told after {clock.Elapsed.TotalSeconds:N0} s.");
                }
            }

            var took = clock.Elapsed;
            Dictionary<string, int> doubts;
            await using (var store = stores.Open())
            {
                doubts = await store.Deliveries.GroupBy(delivery => delivery.ConversationKey).Select(of => new { of.Key, Doubts = of.Sum(delivery => delivery.Doubts) }).ToDictionaryAsync(of => of.Key, of => of.Doubts);
            }

            return new TrialOutcome(
                digests,
                digests - teams.Taken.Count,
                teams.Taken.Values.Sum(number => number - 1),
                teams.Taken.Count(told => told.Value - 1 > doubts.GetValueOrDefault(told.Key)),
                died,
                doubts.Values.Sum(),
                teams.InDoubt,
                teams.DoubtfullyTaken,
                teams.Throttled,
                teams.Failed,
                took,
                TimeSpan.FromSeconds(running.Sum(bot => Refreshed(bot).TotalProcessorTime.TotalSeconds) - before),
                peak);
        }
        finally
        {
            foreach (var bot in running)
            {
                if (!bot.HasExited)
                {
                    bot.Kill();
                    await bot.WaitForExitAsync();
                }

                bot.Dispose();
            }

            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Process Refreshed(Process bot)
    {
        bot.Refresh();
        return bot;
    }

    private static long Memory(Process bot)
    {
        bot.Refresh();
        return bot.HasExited ? 0 : bot.WorkingSet64;
    }

    private async Task ArrangeAsync(PlanStores stores, string serviceUrl, DateTime due)
    {
        List<About> abouts;
        await using (var store = stores.Open())
        {
            abouts =
            [
                .. (await store.Services.Select(service => new { service.Id, service.Name }).ToListAsync()).Select(service => new About(new Scope { Services = [service.Id] }, service.Name)),
                .. (await store.Plans.Select(plan => new { plan.Id, plan.Name }).ToListAsync()).Select(plan => new About(new Scope { Plans = [plan.Id] }, plan.Name)),
            ];
        }

        var rhythm = RhythmJson.Write(new Rhythm(Every.Month, [], new TimeOnly(9, 0), DayOfMonth: 1));
        foreach (var some in Enumerable.Range(0, digests).Chunk(500))
        {
            await using var store = stores.Open();
            foreach (var number in some)
            {
                var isChannel = number % 3 == 0;
                var key = isChannel ? $"19:channel-{number}@thread.tacv2" : $"19:group-{number}@thread.v2";
                store.Conversations.Add(new Conversation { Key = key, Kind = isChannel ? ConversationKind.Channel : ConversationKind.Group, ServiceUrl = serviceUrl, BotId = Chat.Bot, TenantId = Chat.Tenant, MetAt = due });
                var isQuestion = number % 5 == 0;
                var digest = new Digest
                {
                    ConversationKey = key,
                    PersonKey = $"{Chat.Tenant}/somebody-{number}",
                    PersonName = "Jo Bloggs",
                    Question = isQuestion ? "overdue actions" : "",
                    About = RhythmJson.Write(isQuestion ? About.Everything : abouts[number % abouts.Count]),
                    Rhythm = rhythm,
                    MadeAt = due.AddDays(-1),
                };
                digest.Schedule(due);
                store.Digests.Add(digest);
            }

            await store.SaveChangesAsync();
        }
    }

    private static async Task<bool> IsDoneAsync(PlanStores stores)
    {
        await using var store = stores.Open();
        var now = DateTime.UtcNow;
        return !await store.Digests.AnyAsync(digest => digest.NextAt <= now) && !await store.Deliveries.AnyAsync(delivery => delivery.State == DeliveryState.Waiting);
    }

    private static async Task<Process> StartAsync(string folder, TestIssuer issuer)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder };
        string[] args =
        [
            typeof(CommandLine).Assembly.Location,
            "serve",
            "--urls=http://127.0.0.1:0",
            "--environment=Production",
            $"--Store:ConnectionString=Data Source={Path.Combine(folder, "plans.db")}",
            "--Samples:Load=true",
            $"--Teams:AppId={RunningBot.AppId}",
            "--Teams:ClientSecret=a-secret-for-tests",
            $"--Teams:TenantId={Chat.Tenant}",
            $"--Teams:ChannelMetadata={issuer.ChannelMetadata}",
            $"--Teams:Authority={issuer.Url}",
            "--Teams:ServiceHosts:0=127.0.0.1",
            "--Logging:LogLevel:Default=Warning",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information",
        ];
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        var bot = Process.Start(start)!;
        var listens = new TaskCompletionSource();
        bot.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("Now listening on", StringComparison.Ordinal) == true)
            {
                listens.TrySetResult();
            }
        };
        bot.BeginErrorReadLine();
        bot.BeginOutputReadLine();
        await listens.Task.WaitAsync(Starting);
        return bot;
    }
}
