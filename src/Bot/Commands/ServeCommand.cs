using System.CommandLine;
using Microsoft.Extensions.Options;
using TeamsPlanBot.Bot.Conversations;
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
            await bot.RunAsync(cancelled);
            return 0;
        });
        return command;
    }

    /// <summary>The bot as a web application, not yet started.</summary>
    public static WebApplication Build(string[] settings, Action<WebApplicationBuilder>? change = null)
    {
        var builder = Composition.Compose(settings);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TurnsMayFinish);
        builder.Services.AddSingleton<StoreHealth>().AddHealthChecks().AddCheck<StoreHealth>("store");
        change?.Invoke(builder);
        Telemetry.Add(builder);

        var bot = builder.Build();
        Commands.Settings.Check(bot.Services);
        if (bot.Services.GetRequiredService<IOptions<TeamsOptions>>().Value.AppId is { Length: > 0 } && !bot.Services.GetRequiredService<BotTokens>().HasCredential)
        {
            NoCredential(bot.Logger);
        }

        bot.MapPost("/api/messages", bot.Services.GetRequiredService<MessagesEndpoint>().HandleAsync);
        bot.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        bot.MapHealthChecks("/health/ready");
        return bot;
    }

    [LoggerMessage(3101, LogLevel.Warning, "Teams__AppId is set, and nothing that proves it: no answer can be sent. Set one of Teams__ClientSecret, Teams__CertificatePath, Teams__ManagedIdentityClientId and Teams__WorkloadIdentity.")]
    private static partial void NoCredential(ILogger log);
}
