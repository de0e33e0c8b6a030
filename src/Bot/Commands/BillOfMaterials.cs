using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsPlanBot.Data.Sqlite;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>The parts of a program as a CycloneDX document (https://cyclonedx.org), read from the list that the compiler put beside it.</summary>
/// <remarks>By hand, since no tool for it restores here; and so a published bot can say it of itself, without the project it was built from.</remarks>
internal sealed record BillOfMaterials(string Json, int Parts)
{
    private const string Hash = "sha512-";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static BillOfMaterials OfThisProgram()
    {
        var listed = Path.Combine(AppContext.BaseDirectory, $"{typeof(BillOfMaterials).Assembly.GetName().Name}.deps.json");
        using var list = JsonDocument.Parse(File.ReadAllText(listed));
        return Of(list.RootElement, [
            Platform("Microsoft.NETCore.App", Environment.Version.ToString(3)),
            Platform("Microsoft.AspNetCore.App", typeof(WebApplication).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]),
            Platform("SQLite", SqliteNative.InUse),
        ]);
    }

    /// <param name="list">The program's deps.json.</param>
    /// <param name="platform">What the program finds on the machine it runs on.</param>
    private static BillOfMaterials Of(JsonElement list, IReadOnlyList<JsonObject> platform)
    {
        var target = list.GetProperty("targets").GetProperty(list.GetProperty("runtimeTarget").GetProperty("name").GetString()!);
        var parts = list.GetProperty("libraries").EnumerateObject().OrderBy(part => part.Name, StringComparer.Ordinal).ToList();
        var program = parts.Single(part => part.Name.StartsWith($"{typeof(BillOfMaterials).Assembly.GetName().Name}/", StringComparison.Ordinal));
        var components = parts.Where(part => part.Name != program.Name).Select(Component).Concat(platform).ToList();
        var application = Component(program);
        application["type"] = "application";
        var versions = parts.Select(part => part.Name.Split('/')).ToDictionary(named => named[0], named => named[1], StringComparer.OrdinalIgnoreCase);
        var bill = new JsonObject
        {
            ["$schema"] = "http://cyclonedx.org/schema/bom-1.6.schema.json",
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["component"] = application },
            ["components"] = new JsonArray([.. components]),
            ["dependencies"] = new JsonArray([.. parts.Select(part => Needs(part.Name, target.GetProperty(part.Name), versions))]),
        };
        return new BillOfMaterials(bill.ToJsonString(Indented), components.Count);
    }

    private static JsonObject Component(JsonProperty part)
    {
        var (name, version) = (part.Name.Split('/')[0], part.Name.Split('/')[1]);
        var component = new JsonObject { ["type"] = "library", ["bom-ref"] = part.Name, ["name"] = name, ["version"] = version };
        switch (part.Value.GetProperty("type").GetString())
        {
            case "package":
                component["purl"] = $"pkg:nuget/{name}@{version}";
                if (part.Value.GetProperty("sha512").GetString() is { } hash && hash.StartsWith(Hash, StringComparison.Ordinal))
                {
                    component["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = Convert.ToHexStringLower(Convert.FromBase64String(hash[Hash.Length..])) });
                }

                break;
            case "reference":
                // Named by its file, whose version has a fourth part that its package does not.
                component["purl"] = $"pkg:nuget/{name}@{Version.Parse(version).ToString(3)}";
                break;
            default:
                component["publisher"] = "TeamsPlanBot";
                break;
        }

        return component;
    }

    private static JsonObject Needs(string part, JsonElement told, Dictionary<string, string> versions)
    {
        var needs = told.TryGetProperty("dependencies", out var named) ? named.EnumerateObject().Select(one => one.Name).Where(versions.ContainsKey) : [];
        return new JsonObject { ["ref"] = part, ["dependsOn"] = new JsonArray([.. needs.Select(name => (JsonNode)$"{name}/{versions[name]}")]) };
    }

    private static JsonObject Platform(string name, string version) => new() { ["type"] = name == "SQLite" ? "library" : "framework", ["bom-ref"] = $"{name}/{version}", ["name"] = name, ["version"] = version };
}
