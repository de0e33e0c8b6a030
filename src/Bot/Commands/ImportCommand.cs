using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Documents;
using TeamsPlanBot.Data.Documents;
using TeamsPlanBot.Data.Imports;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>Takes a plan from a file into the store.</summary>
internal static class ImportCommand
{
    public static Command Create(string[] settings)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The plan as Word (.docx), Excel (.xlsx) or text (.csv, .tsv, .txt), in its own layout or as canonical CSV." };
        var plan = new Option<string?>("--plan") { Description = "The plan's short name, where the file does not say it." };
        var name = new Option<string?>("--name") { Description = "The plan's full name, where the file does not say it." };
        var baseDate = new Option<DateOnly?>("--base-date") { Description = "The day that “within 3 months” counts from, as yyyy-MM-dd.", CustomParser = DayOption.Parse };
        var map = new Option<string[]>("--map") { Description = "What a heading of the document means, such as \"Key Lead=leads\"; may be given several times.", DefaultValueFactory = _ => [] };
        var retire = new Option<bool>("--retire") { Description = "Closes the actions that the file leaves out of its plans." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would happen, and changes nothing." };
        var json = new Option<bool>("--json") { Description = "Prints the outcome as JSON." };

        var command = new Command("import", "Imports a plan from a document, or actions, indicators, progress or details from CSV; the headings say which.") { file, plan, name, baseDate, map, retire, dryRun, json };
        command.SetAction((parsed, cancelled) => RunAsync(
            settings,
            parsed.GetValue(file)!,
            new ImportDefaults(parsed.GetValue(plan), parsed.GetValue(name), parsed.GetValue(baseDate)),
            parsed.GetValue(map) ?? [],
            parsed.GetValue(retire),
            parsed.GetValue(dryRun),
            parsed.GetValue(json),
            cancelled));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, FileInfo file, ImportDefaults defaults, string[] maps, bool retire, bool dryRun, bool json, CancellationToken cancelled)
    {
        if (!file.Exists)
        {
            throw new CommandException($"There is no file {file.Name} in {file.DirectoryName}. Check the name.");
        }

        var (map, wrongMap) = ColumnMap.Read(maps);
        await using var stream = file.OpenRead();
        var (read, unread) = map is null ? (null, null) : PlanFile.Open(stream, file.Name, map, defaults.Plan, defaults.PlanName, defaults.BaseDate);
        if (read is null)
        {
            throw new CommandException($"Nothing was imported from {file.Name}. {wrongMap ?? unread}");
        }

        using var opened = read;
        await using var bot = Quiet(settings).Build();
        Settings.Check(bot.Services);
        await bot.Services.GetRequiredService<StorePreparation>().BringUpToDateAsync(cancelled);
        using (var table = new CsvTable(opened.Canonical))
        {
            if (table.Problems.Count == 0 && FileKinds.Of(table.Headings) is not FileKind.Actions)
            {
                return await RowsImport.RunAsync(bot.Services.GetRequiredService<RowsImporter>(), file.Name, table, defaults, dryRun, json, cancelled);
            }
        }

        opened.Canonical.Position = 0;
        var outcome = await bot.Services.GetRequiredService<PlanImporter>().ImportAsync(opened.Canonical, defaults, dryRun, retire, Report, cancelled);

        if (json)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(
                new ImportDocument(dryRun, outcome.Plans, [.. outcome.Problems.Select(opened.Say)], opened.Plan is { } told && dryRun ? PreviewDocument.Of(told) : null),
                ImportDocumentJson.Readable.ImportDocument));
        }

        if (outcome.Problems is [{ Row: null } only])
        {
            throw new CommandException($"Nothing was imported from {file.Name}. {opened.Say(only)}");
        }

        if (outcome.Problems.Count > 0)
        {
            var all = string.Join('\n', outcome.Problems.Select(opened.Say));
            throw new CommandException($"Nothing was imported. {Wording.Count(outcome.Problems.Count, "problem")} in {file.Name}:\n{all}");
        }

        if (!json)
        {
            foreach (var imported in outcome.Plans)
            {
                await Console.Out.WriteLineAsync(Sentence(imported, dryRun));
            }

            if (opened.Plan is { } document)
            {
                await Console.Out.WriteLineAsync(dryRun ? ImportPreview.Of(document).InText() : ImportPreview.Of(document).InShort());
            }
        }

        return 0;
    }

    // Only large files come so far.
    private static void Report(ImportProgress progress) =>
        Console.Error.WriteLine(progress.Of is { } all ? $"{progress.Rows:N0} of {all:N0} rows written" : $"{progress.Rows:N0} rows checked");

    private static string Sentence(ImportedPlan plan, bool dryRun)
    {
        var what = $"{plan.Name} ({plan.Key}): {Wording.Count(plan.Added, "action")} new, {plan.Changed:N0} changed, {plan.Unchanged:N0} unchanged.";
        var left = plan.LeftOut.Count == 0 ? "" : $" The file leaves out {Some(plan.LeftOut)}; they are kept. Import it with --retire to close them.";
        var retired = plan.Retired.Count == 0 ? "" : $" The file leaves out {Some(plan.Retired)}; they {(dryRun ? "would be" : "are")} closed.";
        return $"{(dryRun ? "Would import " : "Imported ")}{what}{left}{retired}";
    }

    private static string Some(IReadOnlyList<string> references)
    {
        const int Most = 100;
        var rest = references.Count - Most;
        return string.Join(", ", references.Take(Most)) + (rest > 0 ? $" and {rest:N0} more (--json names all)" : "");
    }

    internal static WebApplicationBuilder Quiet(string[] settings)
    {
        var builder = Composition.Compose(settings);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("TeamsPlanBot", LogLevel.Warning);
        return builder;
    }
}

internal sealed record ImportDocument(bool DryRun, IReadOnlyList<ImportedPlan> Plans, IReadOnlyList<string> Problems, PreviewDocument? Preview);

/// <summary>How a document was understood, for scripts.</summary>
internal sealed record PreviewDocument(int Rows, IReadOnlyDictionary<string, string> Columns, IReadOnlyList<string> NotUnderstood, IReadOnlyList<string> NeedDates, IReadOnlyList<string> Past, IReadOnlyList<string> Spellings, int WithoutRating)
{
    public static PreviewDocument Of(PlanDocument plan)
    {
        var preview = ImportPreview.Of(plan);
        return new PreviewDocument(plan.Rows.Count, preview.Columns, preview.NotUnderstood, preview.NeedDates, preview.Past, preview.Spellings, preview.WithoutRating);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImportDocument))]
internal sealed partial class ImportDocumentJson : JsonSerializerContext
{
    public static ImportDocumentJson Readable { get; } =
        new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
