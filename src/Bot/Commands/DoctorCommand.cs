using System.CommandLine;
using System.Diagnostics;
using Microsoft.Extensions.Options;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Conversations;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Questions;
using TeamsPlanBot.Teams;
using TeamsPlanBot.Teams.Incoming.Tokens;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>Says what is wrong with the settings, the credentials, the manifest and the store, and what to do about it.</summary>
internal static class DoctorCommand
{
    public static Command Create(string[] settings)
    {
        var command = new Command("doctor", "Checks the settings, the credentials, the manifest and the store; one sentence and a remedy each.");
        command.SetAction(async (_, cancelled) =>
        {
            // The findings say it all, in order; what the parts log while they are tried would only stand between them.
            var builder = Composition.Compose(settings);
            builder.Logging.ClearProviders();
            await using var bot = builder.Build();
            var findings = await ExamineAsync(bot.Services, cancelled);
            foreach (var finding in findings)
            {
                await Console.Out.WriteLineAsync($"{(finding.IsWell ? "well " : "wrong")}  {finding.Sentence}");
            }

            var wrong = findings.Count(finding => !finding.IsWell);
            return wrong == 0 ? 0 : throw new CommandException($"{Wording.Count(wrong, "thing")} to put right, above.");
        });
        return command;
    }

    private static async Task<List<Finding>> ExamineAsync(IServiceProvider services, CancellationToken cancelled)
    {
        try
        {
            Settings.Check(services);
        }
        catch (OptionsValidationException wrong)
        {
            // Nothing else can be told before the settings are right.
            return [.. wrong.Failures.Select(failure => new Finding(false, failure))];
        }

        var teams = services.GetRequiredService<IOptions<TeamsOptions>>().Value;
        return [new Finding(true, "Settings: every one is readable."), .. await CallersAsync(services), .. await CredentialsAsync(services, cancelled), Manifest(teams), .. Tab(teams), .. await StoreAsync(services, cancelled)];
    }

    private static async Task<IEnumerable<Finding>> CallersAsync(IServiceProvider services)
    {
        var teams = services.GetRequiredService<IOptions<TeamsOptions>>().Value;
        if (teams.DangerouslyAllowUnauthenticatedLoopback)
        {
            return [new Finding(true, "Callers: programs on this computer are let in without a token, for development.")];
        }

        if (teams.AppId is not { Length: > 0 })
        {
            return [new Finding(false, "Callers: nobody is let in, since no token can be for a bot without an application id. Set Teams__AppId; to try the bot on this computer, run it in the Development environment.")];
        }

        var keys = services.GetRequiredService<IssuerKeys>();
        var findings = await Task.WhenAll(keys.TenantSources
            .Select(tenant => KeysAsync($"Entra's for tenant {tenant.TenantId}", tenant.Source, "Teams__Authority"))
            .Prepend(KeysAsync("the channel's", keys.ChannelSource, "Teams__ChannelMetadata")));
        return teams.TenantId is { Length: > 0 } || teams.AllowedTenants.Count > 0
            ? findings
            : [.. findings, new Finding(true, "Callers: people of any organisation that installs the app are let in. To let in your own only, set Teams__TenantId.")];
    }

    private static async Task<Finding> KeysAsync(string whose, KeySource source, string setting)
    {
        var (keys, problem) = await source.ReadAsync();
        return keys is null
            ? new Finding(false, $"Callers: the keys that tokens are checked with, {whose}, could not be read from {source.Address}: {problem}. Check that a firewall or proxy lets the bot read that address, and that {setting} is right.")
            : new Finding(true, $"Callers: {Wording.Count(keys.Count, "key")} to check tokens with, {whose}, read from {source.Address}.");
    }

    // The manifest itself is part of the program; what can be wrong is whether Teams finds the bot it names.
    private static Finding Manifest(TeamsOptions teams)
    {
        var link = string.IsNullOrEmpty(teams.PublicUrl) ? null : new Uri(teams.PublicUrl);
        return teams.AppId is not { Length: > 0 } appId
            ? new Finding(true, "Manifest: the app package is not needed yet, since Teams__AppId is not set.")
            : link is null
                ? new Finding(true, $"Manifest: to make the app package, run package --app-id {appId} --domain HOST --out plans.zip; HOST is the bot's public host.")
            : AppPackage.IsHost(link.Host)
                ? new Finding(true, $"Manifest: to make the app package, run package --app-id {appId} --domain {link.Host} --out plans.zip.")
                : new Finding(false, "Manifest: Teams__PublicUrl leads to no host that people in Teams can reach. Set it to the bot's public address, like https://plans.example.gov.uk, or leave it out.");
    }

    // The chat works without any of this, so nothing here is wrong; but whoever opens the tab would see no more than a sentence.
    private static IEnumerable<Finding> Tab(TeamsOptions teams) =>
        teams.AppId is not { Length: > 0 } ? []
        : teams.TenantId is not { Length: > 0 } && teams.AllowedTenants.Count == 0 ? [new Finding(true, "Tab: it lets nobody in, since no tenant is named. Set Teams__TenantId.")]
        : teams.SignInAppId is not { Length: > 0 } && teams.ManagedIdentityClientId is { Length: > 0 } ? [new Finding(true, "Tab: nobody can sign in to a managed identity. Set Teams__SignInAppId to an Entra application that exposes access_as_user.")]
        : [];

    private static async Task<IEnumerable<Finding>> CredentialsAsync(IServiceProvider services, CancellationToken cancelled)
    {
        var tokens = services.GetRequiredService<BotTokens>();
        if (!tokens.HasCredential && services.GetRequiredService<IOptions<TeamsOptions>>().Value.AppId is not { Length: > 0 })
        {
            return [];
        }

        return await tokens.GetAsync(cancelled) switch
        {
            TokenAnswer.Given given => [new Finding(true, $"Credentials: a token for sends was given, good until {given.Until.UtcDateTime:HH:mm} UTC.")],
            TokenAnswer.Denied denied => [new Finding(false, $"Credentials: {denied.Sentence}")],
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<IEnumerable<Finding>> StoreAsync(IServiceProvider services, CancellationToken cancelled)
    {
        var stores = services.GetRequiredService<PlanStores>();
        if (stores.IsGone)
        {
            return [new Finding(false, $"Store: there is no store at {stores.Location}. Check Store__ConnectionString; if it is right, run migrate (or start the bot) to make one there.")];
        }

        try
        {
            var state = await services.GetRequiredService<StoreSchema>().StateAsync(cancelled);
            if (state.Unknown is { } unknown)
            {
                return [new Finding(false, $"Store: made by a newer version of the bot ({unknown} is not known here). Install that version, or name another store in Store__ConnectionString.")];
            }

            if (!state.UpToDate)
            {
                return [new Finding(false, $"Store: its schema is at {state.Current ?? "nothing"}, and {state.Needed} is needed. Run migrate.")];
            }

            var plans = await services.GetRequiredService<PlanQuestions>().ListAsync(Viewer.Operator, TimeProvider.System.Today(), cancelled);
            return [new Finding(true, $"Store: reachable, schema up to date ({state.Current}), {Wording.Count(plans.Count, "plan")}.")];
        }
        catch (Exception reason) when (StoreProblem.Of(reason) is { } problem)
        {
            return [new Finding(false, $"Store: {problem.Sentence}")];
        }
    }

    private sealed record Finding(bool IsWell, string Sentence);
}
