using System.IO.Compression;
using System.Text.Json;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>The app package: what is in it, and what is said when it cannot be made.</summary>
public sealed class PackageTests : IDisposable
{
    private const string AppId = "1B2C3D4E-5f60-4718-8293-a4b5c6d7e8f9";

    private readonly string folder = Directory.CreateTempSubdirectory("teamsplanbot-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_package_holds_the_manifest_its_Welsh_words_and_two_icons_and_nothing_else()
    {
        var file = await PackagedAsync("plans.zip");
        Assert.Equal(["manifest.json", "cy.json", "color.png", "outline.png"], Parts(file).Keys);
        Assert.Equal(["plans.zip"], Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task The_manifest_names_the_app_and_the_domain_and_leaves_no_place_empty()
    {
        var parts = Parts(await PackagedAsync("plans.zip"));
        var manifest = JsonDocument.Parse(parts["manifest.json"]).RootElement;

        Assert.Equal("1.30", manifest.GetProperty("manifestVersion").GetString());
        Assert.Equal(AppId.ToLowerInvariant(), manifest.GetProperty("id").GetString());
        Assert.Equal(AppId.ToLowerInvariant(), manifest.GetProperty("bots")[0].GetProperty("botId").GetString());
        var developer = manifest.GetProperty("developer");
        Assert.Equal("https://plans.example.gov.uk/", developer.GetProperty("websiteUrl").GetString());
        Assert.Equal("https://plans.example.gov.uk/privacy", developer.GetProperty("privacyUrl").GetString());
        Assert.Equal("https://plans.example.gov.uk/terms", developer.GetProperty("termsOfUseUrl").GetString());
        Assert.Equal("https://plans.example.gov.uk/tab", manifest.GetProperty("staticTabs")[1].GetProperty("contentUrl").GetString());
        Assert.Equal(["plans.example.gov.uk"], manifest.GetProperty("validDomains").EnumerateArray().Select(domain => domain.GetString()));
        Assert.Equal(AppId.ToLowerInvariant(), manifest.GetProperty("webApplicationInfo").GetProperty("id").GetString());
        Assert.Equal($"api://plans.example.gov.uk/botid-{AppId.ToLowerInvariant()}", manifest.GetProperty("webApplicationInfo").GetProperty("resource").GetString());
        Assert.DoesNotContain("${", manifest.GetRawText(), StringComparison.Ordinal);
        Assert.All(["color", "outline"], icon => Assert.Contains(manifest.GetProperty("icons").GetProperty(icon).GetString()!, parts.Keys));
    }

    [Fact]
    public async Task People_may_sign_in_to_an_application_of_its_own()
    {
        const string SignIn = "9f8e7d6c-5b4a-4398-8271-605f4e3d2c1b";
        var parts = Parts(await PackagedAsync("plans.zip", "--sign-in-app-id", SignIn));
        var manifest = JsonDocument.Parse(parts["manifest.json"]).RootElement;

        Assert.Equal(SignIn, manifest.GetProperty("webApplicationInfo").GetProperty("id").GetString());
        Assert.Equal(AppId.ToLowerInvariant(), manifest.GetProperty("bots")[0].GetProperty("botId").GetString());
    }

    [Fact]
    public async Task Every_question_that_Teams_offers_is_one_that_the_bot_answers()
    {
        var manifest = JsonDocument.Parse(Parts(await PackagedAsync("plans.zip"))["manifest.json"]).RootElement;
        var questions = manifest.GetProperty("bots")[0].GetProperty("commandLists").EnumerateArray()
            .SelectMany(list => list.GetProperty("commands").EnumerateArray()).Select(command => command.GetProperty("title").GetString()!).Distinct().ToList();
        var run = await CommandRun.EndedAsync(folder, ["ask", "-", "--as", "Gwyneth Pryce", "--json"], string.Concat(questions.Select(question => $"{question}\n")));

        var answers = run.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(questions.Count, answers.Count);
        Assert.All(questions.Zip(answers), said =>
        {
            var problem = said.Second.GetProperty("problem");
            Assert.True(problem.ValueKind == JsonValueKind.Null || (said.First == "undo" && problem.GetProperty("code").GetString() == "not-found"), $"{said.First}: {problem}");
        });
    }

    [Fact]
    public async Task The_icons_are_as_Teams_wants_them()
    {
        var parts = Parts(await PackagedAsync("plans.zip"));

        var colour = Picture.Read(parts["color.png"]);
        Assert.Equal((192, 192), (colour.Width, colour.Height));
        Assert.True(colour.Pixels.Distinct().Count() > 1);

        var outline = Picture.Read(parts["outline.png"]);
        Assert.Equal((32, 32), (outline.Width, outline.Height));
        Assert.All(outline.Pixels.Where(pixel => pixel.Alpha > 0), pixel => Assert.Equal((255, 255, 255), (pixel.Red, pixel.Green, pixel.Blue)));
        Assert.Contains(outline.Pixels, pixel => pixel.Alpha == 255);
        Assert.Contains(outline.Pixels, pixel => pixel.Alpha == 0);
    }

    [Fact]
    public async Task The_same_bot_gives_the_same_bytes()
    {
        var first = await PackagedAsync("first.zip");
        await Task.Delay(TimeSpan.FromSeconds(2.5)); // A zip's times are two seconds apart.
        Assert.Equal(await File.ReadAllBytesAsync(first), await File.ReadAllBytesAsync(await PackagedAsync("second.ZIP")));
    }

    [Fact]
    public async Task A_package_that_is_there_already_is_replaced()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "plans.zip"), new string('x', 100_000));
        Assert.Equal(4, Parts(await PackagedAsync("plans.zip")).Count);
    }

    [Theory]
    [InlineData("--app-id", "me", "--app-id is not an application id")]
    [InlineData("--app-id", "", "--app-id is not an application id")]
    [InlineData("--app-id", "{1b2c3d4e-5f60-4718-8293-a4b5c6d7e8f9}", "--app-id is not an application id")]
    [InlineData("--app-id", "00000000-0000-0000-0000-000000000000", "--app-id is not an application id")]
    [InlineData("--sign-in-app-id", "me", "--sign-in-app-id is not an application id")]
    [InlineData("--domain", "https://plans.example.gov.uk", "--domain is not the full name of a host")]
    [InlineData("--domain", "plans.example.gov.uk:443", "--domain is not the full name of a host")]
    [InlineData("--domain", "plans.example.gov.uk/bot", "--domain is not the full name of a host")]
    [InlineData("--domain", "plans.example.gov.uk\n", "--domain is not the full name of a host")]
    [InlineData("--domain", "plans..uk", "--domain is not the full name of a host")]
    [InlineData("--domain", "-plans.uk", "--domain is not the full name of a host")]
    [InlineData("--domain", "*.example.gov.uk", "--domain is not the full name of a host")]
    [InlineData("--domain", "plans\".uk", "--domain is not the full name of a host")]
    [InlineData("--domain", "localhost", "--domain is not the full name of a host")]
    [InlineData("--domain", "10.0.0.1", "--domain is not the full name of a host")]
    [InlineData("--out", "plans.tar", "--out does not end in .zip")]
    [InlineData("--out", "", "--out does not end in .zip")]
    [InlineData("--out", "nowhere/plans.zip", "There is no folder")]
    [InlineData("--out", "/proc/self/plans.zip", "cannot be written")]
    public async Task What_keeps_the_package_from_being_made_is_a_sentence(string option, string value, string sentence)
    {
        var given = new Dictionary<string, string> { ["--app-id"] = AppId, ["--domain"] = "plans.example.gov.uk", ["--out"] = "plans.zip", [option] = value };
        var run = await CommandRun.EndedAsync(folder, ["package", .. given.SelectMany(pair => new[] { pair.Key, pair.Value })]);

        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_package_is_left_alone_and_said()
    {
        var inside = Directory.CreateDirectory(Path.Combine(folder, "plans.zip"));
        var run = await CommandRun.EndedAsync(folder, ["package", "--app-id", AppId, "--domain", "plans.example.gov.uk", "--out", "plans.zip"]);
        Assert.Equal(1, run.Code);
        Assert.Contains("cannot be written", run.Error, StringComparison.Ordinal);
        Assert.Equal([inside.FullName], Directory.GetFileSystemEntries(folder));
    }

    private async Task<string> PackagedAsync(string name, params string[] more)
    {
        var run = await CommandRun.EndedAsync(folder, ["package", "--app-id", AppId, "--domain", "Plans.example.gov.uk", "--out", name, .. more]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith($"Wrote {name}. Upload it in Teams", run.Output, StringComparison.Ordinal);
        Assert.Single(run.Output.TrimEnd('\n').Split('\n'));
        return Path.Combine(folder, name);
    }

    private static Dictionary<string, byte[]> Parts(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        });
    }
}
