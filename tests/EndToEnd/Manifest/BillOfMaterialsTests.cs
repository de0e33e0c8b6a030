using System.Text.Json.Nodes;
using TeamsPlanBot.Bot.Commands;

namespace EndToEnd.Manifest;

/// <summary>The bill of materials, held against CycloneDX's own schema.</summary>
public sealed class BillOfMaterialsTests
{
    [NodeFact]
    public async Task It_is_valid_and_one_that_breaks_a_rule_is_not()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("teamsplanbot-").FullName, "bill.json");
        try
        {
            Assert.Equal(0, await CommandLine.RunAsync(["sbom", "--out", file]));
            var bill = await File.ReadAllTextAsync(file);
            Assert.Equal("", await Validation.RunAsync("validate-bill.js", bill));

            var spoilt = JsonNode.Parse(bill)!;
            spoilt["components"]![0]!["type"] = "thing";
            Assert.Contains("/components/0/type ", await Validation.RunAsync("validate-bill.js", spoilt.ToJsonString()), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }
}
