using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Conversations;
using TeamsPlanBot.Bot.Digests;
using TeamsPlanBot.Bot.Documents;
using TeamsPlanBot.Bot.Pages;
using TeamsPlanBot.Bot.Reports;
using TeamsPlanBot.Bot.Tab;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Digests;
using TeamsPlanBot.Data.Exports;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Files;
using TeamsPlanBot.Data.Imports;
using TeamsPlanBot.Data.Keeping;
using TeamsPlanBot.Data.Questions;
using TeamsPlanBot.Data.Recording;
using TeamsPlanBot.Teams;
using TeamsPlanBot.Teams.Incoming;
using TeamsPlanBot.Teams.Incoming.Tokens;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>Puts the rooms together.</summary>
public static class Composition
{
    private const string DefaultUrl = "http://localhost:3978";

    /// <summary>The bot with these settings, ready to be built.</summary>
    public static WebApplicationBuilder Compose(string[] settings)
    {
        // The settings files lie beside the program, wherever it is started from.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null && builder.Configuration["https_ports"] is null)
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.WebHost.UseKestrelHttpsConfiguration();
        if (OperatingSystem.IsWindows())
        {
            builder.WebHost.UseIISIntegration().UseIIS();
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 4 * ActivityReader.LargestBody;
        });

        // Nothing but the result of a command goes to stdout.
        builder.Logging.ClearProviders().AddConsole(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;

            // The slim builder sets this, whatever the settings say.
            console.FormatterName = builder.Configuration["Logging:Console:FormatterName"];
        });

        AddOptions(builder.Services, builder.Configuration);
        AddStore(builder.Services);
        AddConversations(builder.Services);
        AddGates(builder.Services);
        return builder;
    }

    private static void AddOptions(IServiceCollection services, ConfigurationManager configuration)
    {
        services.AddOptions<TeamsOptions>().Bind(configuration.GetSection(TeamsOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptionsRules>();
        services.AddOptions<StoreOptions>().Bind(configuration.GetSection(StoreOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StoreOptions>, StoreOptionsRules>();
        services.AddOptions<FilesOptions>().Bind(configuration.GetSection(FilesOptions.Section));
        services.AddOptions<RightsOptions>().Bind(configuration.GetSection(RightsOptions.Section));
        services.AddOptions<KeepOptions>().Bind(configuration.GetSection(KeepOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<KeepOptions>, KeepOptionsRules>();
        services.AddOptions<DigestOptions>().Bind(configuration.GetSection(DigestOptions.Section)).ValidateOnStart();
        services.AddOptions<SamplesOptions>().Bind(configuration.GetSection(SamplesOptions.Section)).ValidateOnStart();
    }

    private static void AddStore(IServiceCollection services)
    {
        services.AddSingleton(OpenStore);
        services.AddSingleton<StoreSchema>();
        services.AddSingleton<ActionQuestions>();
        services.AddSingleton<SearchQuestions>();
        services.AddSingleton<PlanQuestions>();
        services.AddSingleton<RightQuestions>();
        services.AddSingleton<LeadQuestions>();
        services.AddSingleton<BoardQuestions>();
        services.AddSingleton<BreakdownQuestions>();
        services.AddSingleton<ChangeQuestions>();
        services.AddSingleton<HistoryQuestions>();
        services.AddSingleton<CoverageQuestions>();
        services.AddSingleton<WatermelonQuestions>();
        services.AddSingleton<IndicatorQuestions>();
        services.AddSingleton<ConversationStore>();
        services.AddSingleton<PeopleMet>();
        services.AddSingleton<UpdatesAsked>();
        services.AddSingleton<PlanImporter>();
        services.AddSingleton<BroughtPlans>();
        services.AddSingleton<ActionsCsvWriter>();
        services.AddSingleton<RowsImporter>();
        services.AddSingleton<IndicatorsCsvWriter>();
        services.AddSingleton<ProgressCsvWriter>();
        services.AddSingleton<DetailsCsvWriter>();
        services.AddSingleton<Searches>();
        services.AddSingleton<WorkbookWriter>();
        AddReports(services);
        services.AddSingleton<Summaries>();
        services.AddSingleton<ChangeAnswers>();
        services.AddSingleton<IndicatorAnswers>();
        services.AddSingleton<Coverages>();
        services.AddSingleton<Recorder>();
        services.AddSingleton<ActionsNamed>();
        services.AddSingleton<Recordings>();
        services.AddSingleton<UpdateRequests>();
        services.AddSingleton<Forgetting>();
        services.AddSingleton<PersonalData>();
        services.AddSingleton<AuditCsvWriter>();
        services.AddSingleton<DigestStore>();
        services.AddSingleton<WordsQuestions>();
        services.AddSingleton<NudgeQuestions>();
        services.AddSingleton<DigestContent>();
        services.AddSingleton<DigestAnswers>();
        services.AddSingleton<StorePreparation>();
    }

    private static void AddReports(IServiceCollection services)
    {
        services.AddSingleton<ProgressQuestions>();
        services.AddSingleton<MilestoneQuestions>();
        services.AddSingleton<Exceptions>();
        services.AddSingleton<PeriodOfReport>();
        services.AddSingleton<MilestonesAhead>();
        services.AddSingleton<IndicatorTables>();
        services.AddSingleton<BoardReports>();
        services.AddSingleton<PlanOnAPage>();
        services.AddSingleton<FileMaker>();
        services.AddSingleton<FileAnswers>();
        services.AddSingleton<FileLinks>();
        services.AddSingleton<FileUpload>();
        services.AddSingleton<Files>();
        services.AddSingleton<FilesEndpoint>();
    }

    private static PlanStores OpenStore(IServiceProvider provider)
    {
        var set = provider.GetRequiredService<IOptions<StoreOptions>>().Value;
        var stores = StoreEngines.Named(set.Provider)!.Open(set.ConnectionString is { Length: > 0 } named ? named : DataFolder.ConnectionString(provider.GetRequiredService<IHostEnvironment>()));
        stores.Masking = new Masking(set.MaskBelow);
        return stores;
    }

    private static void AddGates(IServiceCollection services)
    {
        services.AddSingleton<Refusals>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<TokenCheck>(provider, Trust.In(provider.GetRequiredService<IOptions<TeamsOptions>>().Value)));
        services.AddKeyedSingleton(PersonGate.SchemeName, (provider, _) => ActivatorUtilities.CreateInstance<TokenCheck>(provider, Trust.InPeople(provider.GetRequiredService<IOptions<TeamsOptions>>().Value)));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<IssuerKeys>(provider, KeySource.Client()));

        // Not AddAuthentication: it also makes and keeps keys for cookies, which nothing here has.
        services.AddAuthenticationCore();
        services.AddWebEncoders();
        new AuthenticationBuilder(services)
            .AddScheme<AuthenticationSchemeOptions, LoopbackGate>(LoopbackGate.SchemeName, null)
            .AddScheme<AuthenticationSchemeOptions, TokenGate>(TokenGate.SchemeName, null)
            .AddScheme<AuthenticationSchemeOptions, PersonGate>(PersonGate.SchemeName, null);
    }

    private static void AddConversations(IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Answerer>();
        services.AddSingleton<NamesBook>();
        services.AddSingleton<ConversationBook>();
        services.AddSingleton<PeopleBook>();
        services.AddSingleton<IPersonalMessages, PersonalMessages>();
        services.AddSingleton<Replies>();
        services.AddSingleton<ComposeBox>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<FileFetcher>(provider, FileFetcher.Wire()));
        services.AddSingleton<PendingFiles>();
        services.AddSingleton<FilesBrought>();
        services.AddSingleton<MemoryBook>();
        services.AddHostedService(provider => provider.GetRequiredService<MemoryBook>());
        services.AddHostedService<Housekeeping>();
        services.AddSingleton<TurnOrder>();
        services.AddSingleton<Repeats>();
        services.AddSingleton<SenderLimit>();
        services.AddSingleton<Hearing>();
        services.AddSingleton<Answering>();
        services.AddSingleton<Sending>();
        services.AddSingleton<Messages>();
        services.AddSingleton<Presses>();
        services.AddSingleton<TurnHandler>();
        services.AddSingleton<MessagesEndpoint>();
        services.AddSingleton<AboutPages>();
        services.AddSingleton<TabAnswers>();
        services.AddSingleton<TabEndpoint>();
        services.AddSingleton<Nudges>();
        services.AddSingleton<DeliveryRounds>();
        AddWayOut(services);
    }

    private static void AddWayOut(IServiceCollection services)
    {
        services.AddSingleton<BotTokens>();

        // The limits are Teams'; what runs on this computer in its place has none.
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<TeamsOptions>>().Value.DangerouslyAllowUnauthenticatedLoopback
            ? SendLimits.None(provider.GetRequiredService<TimeProvider>())
            : new SendLimits(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(_ => new HttpMessageInvoker(Wire.Handler()));
        services.AddSingleton<Connector>();
        services.AddSingleton<IConnector>(provider => provider.GetRequiredService<Connector>());
    }
}
