using System.Xml.Linq;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>The walls between the rooms.</summary>
public sealed class HouseTests
{
    private static readonly string Root = FindRoot();

    [Theory]
    [InlineData("src/Teams/TeamsPlanBot.Teams.csproj")]
    [InlineData("src/Data/TeamsPlanBot.Data.csproj", "../../feed/Microsoft.SqlServer.Server/Microsoft.SqlServer.Server.csproj")]
    [InlineData("src/Bot/TeamsPlanBot.Bot.csproj", "../Data/TeamsPlanBot.Data.csproj", "../Teams/TeamsPlanBot.Teams.csproj")]
    public void A_room_uses_only_the_rooms_it_may(string room, params string[] mayUse) =>
        Assert.Equal(mayUse, References(room).Order());

    [Fact]
    public void Nothing_in_the_product_refers_to_tests() =>
        Assert.All(Directory.GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories), project => Assert.DoesNotContain(References(project), reference => reference.Contains("tests", StringComparison.Ordinal)));

    [Fact]
    public void No_package_has_its_version_outside_the_one_place_for_versions() =>
        Assert.All(
            Directory.GetFiles(Root, "*.csproj", SearchOption.AllDirectories).Where(path => !path.Contains("node_modules", StringComparison.Ordinal)),
            project => Assert.DoesNotContain(XDocument.Load(project).Descendants("PackageReference"), package => package.Attribute("Version") is not null));

    [Theory]
    [InlineData("Common")]
    [InlineData("Helpers")]
    [InlineData("Utils")]
    [InlineData("Managers")]
    [InlineData("Services")]
    public void No_room_has_a_drawer_for_odds_and_ends(string folder) =>
        Assert.DoesNotContain(
            Directory.GetDirectories(Path.Combine(Root, "src"), folder, SearchOption.AllDirectories),
            path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(Path.Combine(Root, project)).Descendants("ProjectReference").Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TeamsPlanBot.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not lie inside the project.");
        }

        return folder.FullName;
    }
}
