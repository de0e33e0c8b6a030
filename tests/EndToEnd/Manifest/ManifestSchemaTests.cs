using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using TeamsPlanBot.Bot.Commands;

namespace EndToEnd.Manifest;

/// <summary>The packaged manifest, held against Microsoft's own schema.</summary>
public sealed class ManifestSchemaTests
{
    [NodeFact]
    public async Task The_packaged_manifest_is_valid() => Assert.Equal("", await ProblemsAsync(await PackagedAsync()));

    [NodeFact]
    public async Task Its_words_in_another_language_are_valid_and_each_has_its_place_in_the_manifest()
    {
        var manifest = await PackagedAsync();
        foreach (var language in manifest["localizationInfo"]!["additionalLanguages"]!.AsArray())
        {
            var words = await PackagedAsync((string)language!["file"]!);
            Assert.Equal("", await ProblemsAsync(words, "MicrosoftTeams.Localization"));
            Assert.All(words.Where(word => word.Key != "$schema"), word => Assert.NotNull(At(manifest, word.Key)));

            // A title is what is sent to the bot, which understands English.
            Assert.DoesNotContain(words, word => word.Key.StartsWith("bots[", StringComparison.Ordinal) && word.Key.EndsWith(".title", StringComparison.Ordinal));
        }
    }

    [NodeFact]
    public async Task A_manifest_that_breaks_a_rule_is_not()
    {
        var manifest = await PackagedAsync();
        manifest.Remove("accentColor");
        manifest["id"] = "${APP_ID}";
        manifest["bots"]![0]!["frobnicates"] = true;
        manifest["description"]!["short"] = new string('x', 81);

        var problems = await ProblemsAsync(manifest);
        Assert.Contains("accentColor", problems, StringComparison.Ordinal);
        Assert.Contains("/id ", problems, StringComparison.Ordinal);
        Assert.Contains("/bots/0 ", problems, StringComparison.Ordinal);
        Assert.Contains("/description/short ", problems, StringComparison.Ordinal);
    }

    private static JsonNode? At(JsonNode manifest, string path) => path.Replace("]", "", StringComparison.Ordinal).Split('.', '[')
        .Aggregate((JsonNode?)manifest, (place, step) => place switch
        {
            JsonObject members => members[step],
            JsonArray items when int.Parse(step, CultureInfo.InvariantCulture) is var at && at < items.Count => items[at],
            _ => null,
        });

    private static async Task<JsonObject> PackagedAsync(string part = "manifest.json")
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("teamsplanbot-").FullName, "plans.zip");
        try
        {
            Assert.Equal(0, await CommandLine.RunAsync(["package", "--app-id", "1b2c3d4e-5f60-4718-8293-a4b5c6d7e8f9", "--domain", "plans.example.gov.uk", "--out", file]));
            using var zip = ZipFile.OpenRead(file);
            using var content = zip.GetEntry(part)!.Open();
            return JsonNode.Parse(content)!.AsObject();
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    private static Task<string> ProblemsAsync(JsonObject content, string schema = "MicrosoftTeams") => Validation.RunAsync("validate.js", content.ToJsonString(), "1.30", schema);
}
