using Microsoft.Extensions.Options;
using TeamsPlanBot.Data.Keeping;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>Deletes once a day what was kept long enough. Several bots on one store do no harm to each other.</summary>
internal sealed partial class Housekeeping(Forgetting forgetting, IOptions<KeepOptions> keep, TimeProvider time, ILogger<Housekeeping> log) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(AfterStart, time, stoppingToken);
            while (true)
            {
                await ForgetAsync(stoppingToken);
                await Task.Delay(Daily, time, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The bot stops; what is old stays so until tomorrow.
        }
    }

    private async Task ForgetAsync(CancellationToken cancelled)
    {
        try
        {
            if (await forgetting.ForgetAsync(keep.Value, time.GetUtcNow().UtcDateTime, cancelled) is { IsNothing: false } forgotten)
            {
                Forgot(log, forgotten.Receipts, forgotten.Memories, forgotten.Deliveries, forgotten.Conversations);
            }
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            NotForgotten(log, problem);
        }
    }

    [LoggerMessage(2131, LogLevel.Information, "Deleted what was kept long enough: {Receipts} receipts, {Memories} memories, {Deliveries} deliveries, {Conversations} conversations.")]
    private static partial void Forgot(ILogger log, int receipts, int memories, int deliveries, int conversations);

    [LoggerMessage(2132, LogLevel.Warning, "What was kept long enough could not be deleted; it is tried again tomorrow.")]
    private static partial void NotForgotten(ILogger log, Exception problem);
}
