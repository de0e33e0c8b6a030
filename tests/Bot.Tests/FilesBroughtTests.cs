using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>A plan that is sent to the bot as a file.</summary>
public sealed class FilesBroughtTests : IAsyncLifetime
{
    private const string Plan = "What we will do,Captain,By when,RAG\nRing each family,Una Bell,31/03/2018,Amber\nWrite plainer letters,Una Bel,soon,\n";

    private LocalTeams teams = null!;
    private RunningBot bot = null!;
    private WebApplication drive = null!;
    private byte[] content = Encoding.UTF8.GetBytes(Plan);
    private int messages;

    public async Task InitializeAsync()
    {
        teams = await LocalTeams.StartAsync();
        bot = await RunningBot.StartAsync(new DateOnly(2018, 4, 20));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        drive = builder.Build();
        drive.MapGet("/plan", (HttpContext context) => context.Request.Query["key"] == "secret" ? Results.Bytes(content) : Results.NotFound());
        drive.MapGet("/elsewhere", () => Results.Redirect("http://192.0.2.1/plan"));
        await drive.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await drive.DisposeAsync();
        await bot.DisposeAsync();
        await teams.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_shown_first_changed_by_words_and_imported_when_they_say_so()
    {
        var chat = Chat.Personal(teams);
        var shown = await SendAsync(chat, Drive("/plan?key=secret"), "family-plan.csv");
        Assert.Contains("family-plan.csv: nothing is stored yet", shown, StringComparison.Ordinal);
        Assert.Contains("2 actions in 1 section, 0 leads", shown, StringComparison.Ordinal);
        Assert.Contains("Captain → note", shown, StringComparison.Ordinal);
        Assert.Contains("Line 3: “soon”", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("family-plan", await AskAsync(chat, "which plans are there"), StringComparison.Ordinal);

        var mapped = await AskAsync(chat, "map Captain to leads");
        Assert.Contains("Captain → leads", mapped, StringComparison.Ordinal);
        Assert.Contains("Una Bell and Una Bel", mapped, StringComparison.Ordinal);

        Assert.Contains("Imported family-plan", await AskAsync(chat, "import it"), StringComparison.Ordinal);
        Assert.Contains("Ring each family", await AskAsync(chat, "actions for Una Bell"), StringComparison.Ordinal);
        Assert.Contains("Jo Bloggs", await AskAsync(chat, "who can see family-plan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_cancelled_leaves_nothing_behind()
    {
        var chat = Chat.Personal(teams);
        await SendAsync(chat, Drive("/plan?key=secret"), "family-plan.csv");

        Assert.Contains("Nothing was imported", await AskAsync(chat, "cancel"), StringComparison.Ordinal);
        Assert.DoesNotContain("Imported", await AskAsync(chat, "import it"), StringComparison.Ordinal);
        Assert.DoesNotContain("family-plan", await AskAsync(chat, "which plans are there"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_takes_nothing_is_told_of()
    {
        var writing = bot;
        bot = await RunningBot.StartAsync(new DateOnly(2018, 4, 20), writing.Folder, $"--Store:ConnectionString=Data Source={Path.Combine(writing.Folder, "plans.db")};Mode=ReadOnly");
        try
        {
            var chat = Chat.Personal(teams);
            Assert.Contains("so nothing was recorded. Please send it again in a minute", await SendAsync(chat, Drive("/plan?key=secret"), "family-plan.csv"), StringComparison.Ordinal);
            Assert.DoesNotContain("family-plan", await AskAsync(chat, "which plans are there"), StringComparison.Ordinal);
            Assert.Contains(bot.Log.Lines, line => line.Line.Contains("could not be recorded: ReadOnly", StringComparison.Ordinal));
        }
        finally
        {
            await bot.DisposeAsync();
            bot = writing;
        }
    }

    [Fact]
    public async Task A_plan_with_an_owner_is_not_imported_by_others()
    {
        await SendAsync(Chat.Personal(teams), Drive("/plan?key=secret"), "family-plan.csv");
        await AskAsync(Chat.Personal(teams), "import it");

        var other = Chat.Personal(teams, "a:other") with { Person = "Pat Roe" };

        Assert.Contains("Importing family-plan is for its owners: Jo Bloggs.", await SendAsync(other, Drive("/plan?key=secret"), "family-plan.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/plan.docx")]
    [InlineData("http://contoso.sharepoint.com/plan.docx")]
    [InlineData("https://contoso.sharepoint.com.example.org/plan.docx")]
    [InlineData("file:///etc/passwd")]
    public async Task Nothing_is_fetched_from_where_files_of_Teams_do_not_lie(string url) =>
        Assert.Contains("The file lies somewhere I may not fetch files from.", await SendAsync(Chat.Personal(teams), url, "plan.docx"), StringComparison.Ordinal);

    [Fact]
    public async Task A_redirect_is_not_followed() =>
        Assert.Contains("The file could not be fetched (302).", await SendAsync(Chat.Personal(teams), Drive("/elsewhere"), "plan.csv"), StringComparison.Ordinal);

    [Fact]
    public async Task A_file_of_more_than_20_MB_is_refused()
    {
        content = new byte[(20 << 20) + 1];

        Assert.Contains("The file is larger than 20 MB.", await SendAsync(Chat.Personal(teams), Drive("/plan?key=secret"), "plan.csv"), StringComparison.Ordinal);
    }

    private string Drive(string path) => drive.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + path;

    private async Task<string> SendAsync(Chat chat, string url, string name)
    {
        var message = chat.Say("");
        message["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
            ["name"] = name,
            ["content"] = new JsonObject { ["downloadUrl"] = url, ["uniqueId"] = "1", ["fileType"] = "csv" },
        });
        return await PostAsync(chat, message);
    }

    private Task<string> AskAsync(Chat chat, string words) => PostAsync(chat, chat.Say(words));

    private async Task<string> PostAsync(Chat chat, JsonObject message)
    {
        using var response = await teams.PostAsync(bot.Url, message);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        messages++;
        var answers = teams.All.Where(received => received.Type == "message").ToList();
        Assert.Equal(messages, answers.Count);
        Assert.Equal(chat.Id, answers[^1].Conversation);
        return JsonSerializer.Deserialize<JsonElement>(answers[^1].Activity.GetRawText()).ToString().Replace("\\u201C", "“", StringComparison.Ordinal).Replace("\\u201D", "”", StringComparison.Ordinal).Replace("\\u2192", "→", StringComparison.Ordinal);
    }
}
