using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Data.Imports;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>Takes a file of indicators, progress or details into the store, and says what came of it.</summary>
internal static class RowsImport
{
    public static async Task<int> RunAsync(RowsImporter importer, string name, CsvTable file, ImportDefaults defaults, bool dryRun, bool json, CancellationToken cancelled)
    {
        var kind = FileKinds.Of(file.Headings);
        var outcome = kind is { } known
            ? await importer.ImportAsync(known, file, defaults, dryRun, cancelled)
            : new RowsOutcome([], [], [new ImportProblem(1, null, FileKinds.Unknown(file.Headings))]);
        if (json)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(
                new RowsDocument(dryRun, kind?.ToString().ToLowerInvariant(), outcome.Plans, outcome.UnknownHeadings, [.. outcome.Problems.Select(problem => problem.ToString())]),
                RowsDocumentJson.Readable.RowsDocument));
        }

        if (outcome.Problems is [{ Row: null } only])
        {
            throw new CommandException($"Nothing was imported from {name}. {only}");
        }

        if (outcome.Problems.Count > 0)
        {
            throw new CommandException($"Nothing was imported. {Wording.Count(outcome.Problems.Count, "problem")} in {name}:\n{string.Join('\n', outcome.Problems)}");
        }

        if (!json)
        {
            foreach (var plan in outcome.Plans)
            {
                await Console.Out.WriteLineAsync(Sentence(kind!.Value, plan, dryRun));
            }

            if (outcome.UnknownHeadings.Count > 0)
            {
                await Console.Out.WriteLineAsync($"Passed over, as they have no place in such a file: {string.Join(", ", outcome.UnknownHeadings)}.");
            }
        }

        return 0;
    }

    private static string Sentence(FileKind kind, ImportedRows plan, bool dryRun)
    {
        var rows = kind switch
        {
            FileKind.Indicators => Wording.Count(plan.Added, "row of indicators", "rows of indicators"),
            FileKind.Progress => Wording.Count(plan.Added, "row of progress", "rows of progress"),
            _ => Wording.Count(plan.Added, "fact"),
        };
        var what = $"{plan.Name} ({plan.Key}): {rows} new, {plan.Changed:N0} changed, {plan.Unchanged:N0} unchanged.";
        var otherwise = plan.StandOtherwise.Count == 0 ? "" : $" Progress changes no action; these stand otherwise than the file's last progress says: {string.Join(", ", plan.StandOtherwise)}. Import the plan's actions if that is not meant.";
        return $"{(dryRun ? "Would import " : "Imported ")}{what}{otherwise}";
    }
}

internal sealed record RowsDocument(bool DryRun, string? Kind, IReadOnlyList<ImportedRows> Plans, IReadOnlyList<string> UnknownHeadings, IReadOnlyList<string> Problems);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RowsDocument))]
internal sealed partial class RowsDocumentJson : JsonSerializerContext
{
    public static RowsDocumentJson Readable { get; } =
        new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
