using System.Text.Json;
using System.Text.RegularExpressions;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Documents;
using TeamsPlanBot.Data.Imports;
using TeamsPlanBot.Data.Recording;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Bot.Documents;

/// <summary>Takes plans that people send as files: shows what they would bring, and imports them once they say so.</summary>
public sealed partial class FilesBrought(FileFetcher fetcher, PendingFiles pending, BroughtPlans plans, TimeProvider time)
{
    private const string FileInfo = "application/vnd.microsoft.teams.file.download.info";
    private const int MostLines = 6;
    private const int LongestName = 200;

    /// <summary>Whether a message brings a file.</summary>
    public static bool Holds(Activity message) => FileOf(message) is not null;

    /// <summary>Fetches what was sent and shows what it would bring.</summary>
    public async Task<Answer> TakeAsync(Activity message, string place, bool isPersonal, Actor by, DateOnly today, CancellationToken cancelled)
    {
        var (name, url) = FileOf(message)!.Value;
        if (!isPersonal)
        {
            return Refusal(Problem.Invalid, "Send me the file in our personal chat: what it holds may not be for everybody here.");
        }

        var fetched = await fetcher.FetchAsync(url, cancelled);
        if (fetched.Content is not { } content)
        {
            return Refusal(Problem.Invalid, fetched.Problem!);
        }

        return await ShowAsync(new PendingFile(name, content, PlanFile.KeyOf(name), ColumnMap.Empty, time.GetUtcNow()), place, by, today, cancelled);
    }

    /// <summary>What somebody says of the file they sent; null where they speak of something else, or sent none.</summary>
    public async Task<Answer?> HearAsync(string said, string place, Actor by, DateOnly today, CancellationToken cancelled)
    {
        if (pending.Of(place, by.Key) is not { } file)
        {
            return null;
        }

        var words = said.Trim().TrimEnd('.', '!').Trim();
        if (Import().Match(words) is { Success: true } import)
        {
            return await ImportAsync(file, place, by, import.Groups["retire"].Success, cancelled);
        }

        if (Cancel().IsMatch(words))
        {
            pending.Forget(place, by.Key);
            return new FileInHand([new FilePart("", [$"{file.Name} was not imported, and I have forgotten it."])], []) { Intent = "import", Headline = "Nothing was imported" };
        }

        if (As().Match(words) is { Success: true } renamed)
        {
            return await ShowAsync(file with { Key = PlanFile.KeyOf(renamed.Groups["key"].Value + ".x") }, place, by, today, cancelled);
        }

        if (Map().Match(words) is { Success: true } map)
        {
            var (read, wrong) = ColumnMap.Read([$"{map.Groups["heading"].Value}={map.Groups["column"].Value}"]);
            return read is null ? Refusal(Problem.Invalid, wrong!) : await ShowAsync(file with { Map = file.Map.With(read) }, place, by, today, cancelled);
        }

        return null;
    }

    private async Task<Answer> ShowAsync(PendingFile file, string place, Actor by, DateOnly today, CancellationToken cancelled)
    {
        var may = await plans.MayAsync(file.Key, by, cancelled);
        if (!may.MayImport)
        {
            return Refusal(Problem.NotAllowed, may.IsNew
                ? "Only people of this organisation can bring a new plan."
                : $"Importing {may.Key} is for its owners{(may.Owners.Count > 0 ? $": {string.Join(", ", may.Owners)}" : "")}. Ask one of them, or rename the file to bring a plan of another name.");
        }

        file = file with { Key = may.Key };
        using var content = new MemoryStream(file.Content, writable: false);
        var (read, problem) = PlanFile.Open(content, file.Name, file.Map, file.Key, null, null);
        if (read is null)
        {
            return Refusal(Problem.Invalid, $"I could not read {file.Name}. {problem}");
        }

        using (read)
        {
            if (read.Plan is not { } plan)
            {
                return Refusal(Problem.Invalid, $"{file.Name} is a canonical file, which can hold several plans. Import it with the import command.");
            }

            var outcome = await plans.ImportAsync(read.Canonical, file.Key, by, dryRun: true, retire: false, cancelled);
            if (outcome.Problems.Count > 0)
            {
                return Refusal(Problem.Invalid, $"{file.Name} cannot be imported. {string.Join(' ', outcome.Problems.Take(MostLines).Select(read.Say))}");
            }

            pending.Keep(place, by.Key, file);
            return Shown(file, ImportPreview.Of(plan, today), outcome.Plans[0]);
        }
    }

    private static FileInHand Shown(PendingFile file, ImportPreview preview, ImportedPlan plan)
    {
        var difference = plan.IsNew
            ? $"A new plan, to be called {plan.Key}; you will be its owner. Say “import as” and another short name to change that."
            : $"Another version of {plan.Name} ({plan.Key}): {Wording.Count(plan.Added, "action")} new, {plan.Changed:N0} changed, {plan.Unchanged:N0} unchanged{(plan.LeftOut.Count > 0 ? $"; it leaves out {string.Join(", ", plan.LeftOut.Take(20))}{(plan.LeftOut.Count > 20 ? " and more" : "")}, which are kept" : "")}.";
        FilePart[] parts =
        [
            new("", [preview.Counts, difference]),
            new("As they would be stored", preview.FirstRows),
            new("Not understood", Some(preview.NotUnderstood)),
            new("Dates that need a person", Some(preview.NeedDates)),
            new("Due already", preview.Past.Count > MostLines ? [$"{Wording.Count(preview.Past.Count, "action")}, such as {preview.Past[0]}"] : preview.Past),
            new("Perhaps one person, spelt in two ways", Some(preview.Spellings)),
            new("Columns", preview.Columns.Count == 0 ? [] : [string.Join("; ", preview.Columns.Select(column => $"{column.Key} → {column.Value}")), "Say, for example, “map Key Lead to leads” to change one."]),
            new("", preview.WithoutRating > 0 ? [$"{Wording.Count(preview.WithoutRating, "action")} without a rating."] : []),
        ];
        return new FileInHand(
            [.. parts.Where(part => part.Lines.Count > 0)],
            [new Choice("Import", "import it"), .. plan.LeftOut.Count > 0 ? [new Choice("Import and close what it leaves out", "import it and close the rest")] : Array.Empty<Choice>(), new Choice("Cancel", "cancel")])
        {
            Intent = "import",
            Understood = $"What {file.Name} would bring",
            Headline = $"{file.Name}: nothing is stored yet",
        };
    }

    private static IReadOnlyList<string> Some(IReadOnlyList<string> lines) => lines.Count <= MostLines ? lines : [.. lines.Take(MostLines), $"and {lines.Count - MostLines:N0} more"];

    private async Task<Answer> ImportAsync(PendingFile file, string place, Actor by, bool retire, CancellationToken cancelled)
    {
        using var content = new MemoryStream(file.Content, writable: false);
        var (read, problem) = PlanFile.Open(content, file.Name, file.Map, file.Key, null, null);
        if (read is null)
        {
            return Refusal(Problem.Invalid, problem!);
        }

        using (read)
        {
            var outcome = await plans.ImportAsync(read.Canonical, file.Key, by, dryRun: false, retire, cancelled);
            if (outcome.Problems.Count > 0)
            {
                return Refusal(Problem.Conflict, string.Join(' ', outcome.Problems.Take(MostLines).Select(read.Say)));
            }

            pending.Forget(place, by.Key);
            var plan = outcome.Plans[0];
            List<string> lines = [$"{Wording.Count(plan.Added, "action")} new, {plan.Changed:N0} changed, {plan.Unchanged:N0} unchanged."];
            if (plan.Retired.Count > 0)
            {
                lines.Add($"Closed, as the file leaves them out: {string.Join(", ", plan.Retired.Take(50))}.");
            }

            if (plan.IsNew)
            {
                lines.Add("You are its owner: “who can see” and its name shows who may do what with it.");
            }

            return new FileInHand([new FilePart("", lines)], [new Choice("Summary", $"summary of {plan.Name}")])
            {
                Intent = "import",
                Understood = $"Import {file.Name}",
                Headline = $"Imported {plan.Name}",
            };
        }
    }

    private static (string Name, string Url)? FileOf(Activity message)
    {
        if (message.Rest?.GetValueOrDefault("attachments") is not { ValueKind: JsonValueKind.Array } attachments)
        {
            return null;
        }

        foreach (var one in attachments.EnumerateArray())
        {
            if (one.ValueKind == JsonValueKind.Object && Text(one, "contentType") == FileInfo && one.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.Object && Text(content, "downloadUrl") is { } url)
            {
                var name = Path.GetFileName(Text(one, "name") ?? "plan");
                return (name.Length is > 0 and <= LongestName ? name : "plan", url);
            }
        }

        return null;

        static string? Text(JsonElement of, string member) => of.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    private static FileInHand Refusal(string code, string sentence) => new([new FilePart("", [sentence])], [])
    {
        Intent = "import",
        Headline = "Nothing was imported",
        Problem = new Problem(code, sentence, []),
    };

    [GeneratedRegex(@"^(?:yes,?\s*)?(?:please\s+)?(?:import|confirm|go ahead|do it|yes)(?:\s+(?:it|this|the (?:plan|file)|them))?(?<retire>\s+and\s+(?:close|retire)\b.*)?(?:,?\s*please)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Import();

    [GeneratedRegex(@"^(?:no,?\s*)?(?:please\s+)?(?:cancel|no|forget|drop|don['’]t import)(?:\s+(?:it|this|that|the (?:plan|file|import)))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Cancel();

    [GeneratedRegex(@"^(?:import(?:\s+it)?\s+as|call\s+it)\s+(?<key>[a-z0-9][a-z0-9 _-]{1,60})$", RegexOptions.IgnoreCase)]
    private static partial Regex As();

    [GeneratedRegex(@"^map\s+[""“']?(?<heading>.+?)[""”']?\s*(?:\bto\b|\bas\b|=|→)\s*[""“']?(?<column>[a-z ]+?)[""”']?$", RegexOptions.IgnoreCase)]
    private static partial Regex Map();
}
