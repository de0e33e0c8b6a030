using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Imports;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>The settings under <c>Samples</c>.</summary>
public sealed class SamplesOptions
{
    public const string Section = "Samples";

    /// <summary>Loads the sample plans into an empty store, once.</summary>
    public bool Load { get; set; }
}

/// <summary>Makes the store ready before anything is asked of it.</summary>
public sealed partial class StorePreparation(StoreSchema schema, PlanImporter importer, IOptions<SamplesOptions> samples, ILogger<StorePreparation> log)
{
    /// <summary>Brings the embedded store's schema up to date, and loads the samples where they are wanted.</summary>
    public async Task PrepareAsync(CancellationToken cancelled)
    {
        await BringUpToDateAsync(cancelled);
        if (samples.Value.Load && await schema.IsEmptyAsync(cancelled))
        {
            await LoadSamplesAsync(cancelled);
        }
    }

    /// <summary>Brings the schema up to date and says how it stood before; what keeps it from that is a sentence.</summary>
    public async Task<SchemaState> BringUpToDateAsync(CancellationToken cancelled)
    {
        try
        {
            var before = await schema.BringUpToDateAsync(cancelled);
            return before.Unknown is null
                ? before
                : throw new CommandException($"The store was made by a newer version of the bot ({before.Unknown} is not known here). Install that version, or set Store__ConnectionString to another store.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The folder of the store cannot be made ({problem.Message}). Name another place in Store__ConnectionString.");
        }
    }

    /// <summary>What is wrong with an SQLite file, and what to do.</summary>
    public static string Sentence(SqliteException problem) => problem.SqliteErrorCode switch
    {
        5 or 6 => "The store is locked by another program. Close it, or wait until it has finished, and try again.",
        8 => "The store's file may only be read. Give the bot the right to write to it and to its folder.",
        10 or 13 => "The disk that holds the store is full or failing. Make room, then try again.",
        11 or 26 => "The file named in Store__ConnectionString is not a store of this bot, or is damaged. Name another file, or put a backup in its place.",
        14 => "The store's file cannot be opened. Check that the folder named in Store__ConnectionString exists and that the bot may write to it.",
        _ => $"The store answered with an error ({problem.SqliteErrorCode}). Run doctor to see what is wrong.",
    };

    private async Task LoadSamplesAsync(CancellationToken cancelled)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var rows = new List<ActionRow>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Samples/", StringComparison.Ordinal)).Order())
        {
            await using var file = assembly.GetManifestResourceStream(name)!;
            rows.AddRange(ActionsCsvReader.Read(file, new ImportDefaults()).Rows);
        }

        try
        {
            var outcome = await importer.ImportAsync(rows, dryRun: false, cancelled);
            Loaded(log, outcome.Plans.Count);
        }
        catch (DbUpdateException) when (!schema.IsEmptyAsync(CancellationToken.None).GetAwaiter().GetResult())
        {
            // Another process loaded them in the same moment.
        }
    }

    [LoggerMessage(3001, LogLevel.Information, "Loaded {Count} sample plans into the empty store.")]
    private static partial void Loaded(ILogger log, int count);
}
