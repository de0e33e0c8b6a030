using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Imports;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>Takes a file of indicators, progress or details into the store, and says what came of it.</summary>
internal static class RowsImport
{
    public static async Task<int> RunAsync(RowsImporter importer, string name, CsvTable file, ImportDefaults defaults, bool dryRun, bool json, CancellationToken cancelled)
    {
        var kind = FileKinds.Of(file.Headings);
        var outcome = kind is { } known
            ? await ImportAsync(importer, known, file, defaults, dryRun, cancelled)
            : new RowsOutcome([], [], [new ImportProblem(1, null, FileKinds.Unknown(file.Headings))]);
        if (outcome is { Problems.Count: 0, Plans.Count: 0 })
        {
            outcome = outcome with { Problems = [new ImportProblem(null, null, $"{name} has headings, but no rows below them.")] };
        }

        if (json)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(
                new RowsDocument(dryRun, kind?.ToString().ToLowerInvariant(), outcome.Plans, outcome.UnknownHeadings, [.. outcome.Problems.Select(problem => problem.ToString())]),
                RowsDocumentJson.Readable.RowsDocument));
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

    private static async Task<RowsOutcome> ImportAsync(RowsImporter importer, FileKind kind, CsvTable file, ImportDefaults defaults, bool dryRun, CancellationToken cancelled)
    {
        try
        {
            return await importer.ImportAsync(kind, file, defaults, dryRun, cancelled);
        }
        catch (Exception reason) when (reason is DbUpdateConcurrencyException || StoreProblem.Of(reason) is { Kind: StoreProblemKind.Conflict })
        {
            throw new CommandException("Somebody else changed the plan in the same moment, so nothing was imported. Import it again.");
        }
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
