using System.CommandLine;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using TeamsPlanBot.Bot.Conversations;
using TeamsPlanBot.Bot.Digests;
using TeamsPlanBot.Bot.Pages;
using TeamsPlanBot.Bot.Tab;
using TeamsPlanBot.Teams;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>Runs the bot.</summary>
internal static partial class ServeCommand
{
    private static readonly TimeSpan TurnsMayFinish = TimeSpan.FromSeconds(30);

    public static Command Create(string[] settings)
    {
        var command = new Command("serve", "Runs the bot (also without any command).");
        command.SetAction(async (_, cancelled) =>
        {
            await using var bot = Build(settings);
            await bot.Services.GetRequiredService<StorePreparation>().PrepareAsync(cancelled);
            await bot.Services.GetRequiredService<MessagesEndpoint>().WarmUpAsync(cancelled);
            await StartAsync(bot, cancelled);
            await bot.WaitForShutdownAsync(cancelled);
            return 0;
        });
        return command;
    }

    private static async Task StartAsync(WebApplication bot, CancellationToken cancelled)
    {
        try
        {
            await bot.StartAsync(cancelled);
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            // Which one of several was taken is only in Kestrel's sentence, by a name nobody set.
            var where = bot.Configuration["urls"] is { Length: > 0 } urls ? string.Join(" or ", urls.Split(';', StringSplitOptions.RemoveEmptyEntries)) : "the bot's port";
            throw new CommandException($"Another program listens on {where} already. Stop it, or set urls to another address.");
        }
    }

    /// <summary>The bot as a web application, not yet started.</summary>
    public static WebApplication Build(string[] settings, Action<WebApplicationBuilder>? change = null)
    {
        var builder = Composition.Compose(settings);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TurnsMayFinish);

        // What keeps it from starting is also thrown, and so said once, as a sentence.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.AddSingleton<StoreHealth>().AddHealthChecks().AddCheck<StoreHealth>("store").AddCheck<ScheduleHealth>(ScheduleHealth.Name);
        builder.Services.AddSingleton<ScheduleHealth>().AddHostedService(provider => provider.GetRequiredService<DeliveryRounds>());
        change?.Invoke(builder);
        Telemetry.Add(builder);

        var bot = builder.Build();
        Commands.Settings.Check(bot.Services);
        if (bot.Services.GetRequiredService<IOptions<TeamsOptions>>().Value.AppId is { Length: > 0 } && !bot.Services.GetRequiredService<BotTokens>().HasCredential)
        {
            NoCredential(bot.Logger);
        }

        bot.UseMiddleware<PageHeaders>();
        bot.MapPost("/api/messages", bot.Services.GetRequiredService<MessagesEndpoint>().HandleAsync);
        bot.MapGet("/files/{token}", bot.Services.GetRequiredService<FilesEndpoint>().HandleAsync);
        bot.Services.GetRequiredService<TabEndpoint>().Map(bot);
        bot.Services.GetRequiredService<AboutPages>().Map(bot);
        bot.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        bot.MapHealthChecks("/health/ready");
        bot.MapHealthChecks("/health/digests", new()
        {
            Predicate = check => check.Name == ScheduleHealth.Name,
            ResultStatusCodes = { [HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable },
        });
        return bot;
    }

    [LoggerMessage(3101, LogLevel.Warning, "Teams__AppId is set, and nothing that proves it: no answer can be sent. Set one of Teams__ClientSecret, Teams__CertificatePath, Teams__ManagedIdentityClientId and Teams__WorkloadIdentity.")]
    private static partial void NoCredential(ILogger log);
}
