namespace EndToEnd;

/// <summary>What these tests need on the machine besides .NET, and where it was found.</summary>
public static class Requirements
{
    /// <summary>Set to 1 where everything is installed on purpose, so that an absence fails instead of skipping.</summary>
    public const string RequireAllVariable = "TEAMSPLANBOT_REQUIRE_ALL";

    /// <summary>Names a Chromium or Chrome that is not on the PATH.</summary>
    public const string ChromiumVariable = "TEAMSPLANBOT_CHROMIUM";

    private static readonly string? ProjectFolder = FindProjectFolder();
    private static readonly string? FoundNode = OnPath("node");
    private static readonly string? FoundChromium = FindChromium();
    private static readonly string? FoundPlayground = InModules("@microsoft", "m365agentsplayground", "cli.js");
    private static readonly string? FoundCardLibrary = InModules("adaptivecards", "dist", "adaptivecards.min.js");
    private static readonly string? FoundAxe = InModules("axe-core", "axe.min.js");
    private static readonly string? FoundTeamsScript = InModules("@microsoft", "teams-js", "dist", "umd", "MicrosoftTeams.min.js");
    private static readonly string? FoundManifestSchemas = InModules("@microsoft", "app-manifest", "package.json");

    /// <summary>The node executable.</summary>
    public static string Node => FoundNode ?? throw Absent();

    /// <summary>The Chromium executable.</summary>
    public static string Chromium => FoundChromium ?? throw Absent();

    /// <summary>The script that starts Microsoft's Agents Playground.</summary>
    public static string PlaygroundScript => FoundPlayground ?? throw Absent();

    /// <summary>Microsoft's Adaptive Cards renderer, as one script for a page.</summary>
    public static string CardLibrary => FoundCardLibrary ?? throw Absent();

    /// <summary>Deque's checker of accessibility, as one script for a page.</summary>
    public static string Axe => FoundAxe ?? throw Absent();

    /// <summary>Microsoft's script for pages in Teams, as its CDN gives it out.</summary>
    public static string TeamsScript => FoundTeamsScript ?? throw Absent();

    /// <summary>The folder whose node_modules hold the npm packages.</summary>
    public static string ModulesFolder => FoundManifestSchemas is null ? throw Absent() : ProjectFolder!;

    /// <summary>True where an absence must fail.</summary>
    public static bool All => Environment.GetEnvironmentVariable(RequireAllVariable) == "1";

    /// <summary>Why these tests cannot run here, or null when they can.</summary>
    public static string? Missing => Explain(
        node: FoundNode is not null,
        chromium: FoundChromium is not null,
        modules: FoundModules);

    /// <summary>Why tests without a browser cannot run here, or null when they can.</summary>
    public static string? MissingForNode => Explain(node: FoundNode is not null, chromium: true, modules: FoundModules);

    private static bool FoundModules => FoundPlayground is not null && FoundCardLibrary is not null && FoundAxe is not null && FoundTeamsScript is not null && FoundManifestSchemas is not null;

    internal static string? Explain(bool node, bool chromium, bool modules)
    {
        List<string> absent = [];
        if (!node)
        {
            absent.Add("node is not on the PATH");
        }

        if (!chromium)
        {
            absent.Add($"no Chromium is on the PATH or named by {ChromiumVariable}");
        }

        if (!modules)
        {
            absent.Add("the npm packages are not installed (run 'npm ci' in tests/EndToEnd)");
        }

        return absent.Count == 0 ? null : $"The end-to-end tests cannot run: {string.Join("; ", absent)}.";
    }

    internal static string? SkipReason(string? missing, bool requireAll) => requireAll ? null : missing;

    private static InvalidOperationException Absent() => new(Missing);

    private static string? FindProjectFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            foreach (var candidate in new[] { folder.FullName, Path.Combine(folder.FullName, "tests", "EndToEnd") })
            {
                if (File.Exists(Path.Combine(candidate, "EndToEnd.csproj")))
                {
                    return candidate;
                }
            }
        }

        return null;
    }

    private static string? InModules(params string[] parts)
    {
        if (ProjectFolder is null)
        {
            return null;
        }

        var file = Path.Combine([ProjectFolder, "node_modules", .. parts]);
        return File.Exists(file) ? file : null;
    }

    private static string? FindChromium()
    {
        var named = Environment.GetEnvironmentVariable(ChromiumVariable);
        return File.Exists(named)
            ? named
            : OnPath("chromium") ?? OnPath("chromium-browser") ?? OnPath("google-chrome") ?? OnPath("chrome");
    }

    private static string? OnPath(string name)
    {
        var file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);
    }
}
