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
public sealed partial class StorePreparation(PlanStores stores, StoreSchema schema, PlanImporter importer, RowsImporter rowsImporter, IOptions<SamplesOptions> samples, ILogger<StorePreparation> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Brings the embedded store's schema up to date, and loads the samples where they are wanted.</summary>
    public async Task PrepareAsync(CancellationToken cancelled)
    {
        await BringUpToDateAsync(cancelled);
        if (!samples.Value.Load)
        {
            return;
        }

        if (stores.Location is { } file)
        {
            await LoadInTurnAsync($"{file}.samples", cancelled);
        }
        else if (await schema.IsEmptyAsync(cancelled))
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

    // Of several that start together on one file, one loads and the others wait until all is there. What was cut short stays marked and is loaded again.
    private async Task LoadInTurnAsync(string mark, CancellationToken cancelled)
    {
        if (!File.Exists(mark) && !await schema.IsEmptyAsync(cancelled))
        {
            return;
        }

        using (var turn = await TurnAsync(mark, cancelled))
        {
            if (turn.Length > 0 || await schema.IsEmptyAsync(cancelled))
            {
                turn.WriteByte((byte)'.');
                turn.Flush(flushToDisk: true);
                await LoadSamplesAsync(cancelled);
                turn.SetLength(0);
            }
        }

        try
        {
            File.Delete(mark);
        }
        catch (IOException)
        {
            // Another start holds it by now, and will take it away.
        }
    }

    private static async Task<FileStream> TurnAsync(string mark, CancellationToken cancelled)
    {
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(50))
        {
            try
            {
                return new FileStream(mark, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < Patience && File.Exists(mark))
            {
                await Task.Delay(50, cancelled);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                throw new CommandException($"The sample plans cannot be loaded ({problem.Message}). Another start of the bot may still be loading them; try again, or start with Samples__Load=false.");
            }
        }
    }

    private async Task LoadSamplesAsync(CancellationToken cancelled)
    {
        // Where another process loads them in the same moment, or some are there, those are found and not written again.
        var plans = 0;
        foreach (var name in Samples(FileKind.Actions))
        {
            await using var file = Sample(name);
            plans += (await importer.ImportAsync(file, new ImportDefaults(), dryRun: false, retire: false, report: null, cancelled)).Plans.Count;
        }

        // Details, indicators and progress speak of actions.
        foreach (var kind in new[] { FileKind.Details, FileKind.Indicators, FileKind.Progress })
        {
            foreach (var name in Samples(kind))
            {
                await using var file = Sample(name);
                using var table = new CsvTable(file);
                await rowsImporter.ImportAsync(kind, table, new ImportDefaults(), dryRun: false, cancelled);
            }
        }

        Loaded(log, plans);
    }

    private static IEnumerable<string> Samples(FileKind kind) => typeof(StorePreparation).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("Samples/", StringComparison.Ordinal) && name.EndsWith($".{kind}.csv", StringComparison.OrdinalIgnoreCase))
        .Order(StringComparer.Ordinal);

    private static Stream Sample(string name) => typeof(StorePreparation).Assembly.GetManifestResourceStream(name)!;

    [LoggerMessage(3001, LogLevel.Information, "Loaded {Count} sample plans into the empty store.")]
    private static partial void Loaded(ILogger log, int count);
}
