using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>Files on their way to whoever asked for them.</summary>
public sealed class FilesTests : IAsyncLifetime
{
    private const string PublicUrl = "http://127.0.0.1:9/bot";

    private readonly HttpClient http = new();
    private LocalTeams teams = null!;
    private RunningBot bot = null!;
    private Chat personal = null!;
    private Chat group = null!;
    private int messages;

    public async Task InitializeAsync()
    {
        teams = await LocalTeams.StartAsync();
        bot = await RunningBot.StartAsync(new DateOnly(2017, 4, 20), null, "--Samples:Load=false", $"--Teams:PublicUrl={PublicUrl}");
        personal = Chat.Personal(teams);
        group = Chat.Group(teams);
        await bot.ImportAsync("""
            plan,plan name,section,ref,action,leads,due,state,brag
            york-2017,York plan,1. Help,7.1,Answer calls,Pat Roe,2017-03-31,in progress,red
            york-2017,York plan,1. Help,7.2,Answer letters,Pat Roe,2017-06-30,in progress,amber
            hull-2017,Hull plan,1. Help,8.1,Answer emails,Pat Roe,2017-03-31,in progress,
            """);
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await bot.DisposeAsync();
        await teams.DisposeAsync();
    }

    [Fact]
    public async Task In_a_personal_chat_a_report_is_offered_and_put_into_ones_store_once_one_agrees()
    {
        var offer = await OfferAsync("board report for York");
        Assert.Equal("application/vnd.microsoft.teams.card.file.consent", offer.GetProperty("contentType").GetString());
        Assert.Equal("york-2017-board-report-q4-2016-17.docx", offer.GetProperty("name").GetString());
        Assert.Equal("Board report of York plan for Q4 2016/17", offer.GetProperty("content").GetProperty("description").GetString());

        var told = await AnsweredAsync(personal.AnswerOffer(offer, isAccepted: true, teams.UploadUrl("report"), "http://localhost/found"));

        var upload = Assert.Single(teams.Uploads);
        Assert.Equal(($"bytes 0-{upload.Content.Length - 1}/{upload.Content.Length}", ""), (upload.Range, upload.Authorization));
        Assert.InRange(offer.GetProperty("content").GetProperty("sizeInBytes").GetInt64(), upload.Content.Length - 200, upload.Content.Length + 200);
        using var document = WordprocessingDocument.Open(new MemoryStream(upload.Content), isEditable: false);
        Assert.StartsWith("York plan", document.MainDocumentPart!.Document.Body!.InnerText, StringComparison.Ordinal);
        var info = told.GetProperty("attachments")[0];
        Assert.Equal("application/vnd.microsoft.teams.card.file.info", info.GetProperty("contentType").GetString());
        Assert.Equal(("http://localhost/found", "8e1f8a2c", "docx"), (info.GetProperty("contentUrl").GetString(), info.GetProperty("content").GetProperty("uniqueId").GetString(), info.GetProperty("content").GetProperty("fileType").GetString()));
        Assert.Equal(["offer-1"], teams.Deleted);
    }

    [Fact]
    public async Task Who_declines_gets_no_file_and_is_told_so()
    {
        var offer = await OfferAsync("export York");

        var told = await AnsweredAsync(personal.AnswerOffer(offer, isAccepted: false, "", ""));

        Assert.Equal("All right, I made no file.", told.GetProperty("text").GetString());
        Assert.Empty(teams.Uploads);
    }

    [Theory]
    [InlineData("https://evil.example/upload", "http://localhost/found")]
    [InlineData("http://localhost:1/upload", "https://evil.example/found")]
    [InlineData("file:///etc/passwd", "http://localhost/found")]
    public async Task A_file_goes_nowhere_but_where_the_operator_lets_it(string upload, string content)
    {
        var offer = await OfferAsync("export York");

        var told = await AnsweredAsync(personal.AnswerOffer(offer, isAccepted: true, upload, content));

        Assert.StartsWith("I may not put files where that would have gone", told.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Empty(teams.Uploads);
    }

    [Fact]
    public async Task A_store_that_does_not_take_the_file_is_told_of()
    {
        var offer = await OfferAsync("export York");
        teams.Fail(HttpStatusCode.InsufficientStorage);

        var told = await AnsweredAsync(personal.AnswerOffer(offer, isAccepted: true, teams.UploadUrl("plan"), "http://localhost/found"));

        Assert.Equal("Your OneDrive did not take the file. Please ask for it again in a minute.", told.GetProperty("text").GetString());
    }

    [Fact]
    public async Task What_one_may_no_longer_see_when_one_agrees_is_not_in_a_file()
    {
        var offer = await OfferAsync("export York");
        await HideAsync("york-2017");

        var told = await AnsweredAsync(personal.AnswerOffer(offer, isAccepted: true, teams.UploadUrl("plan"), "http://localhost/found"));

        Assert.StartsWith("I cannot make that file any more", told.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Empty(teams.Uploads);
    }

    [Theory]
    [InlineData("""{"file":"{\"file\":\"page\",\"plan\":-1}"}""")]
    [InlineData("""{"file":"{\"file\":\"report\",\"plan\":1,\"from\":\"2017-04-01\",\"to\":\"2016-04-01\"}"}""")]
    [InlineData("""{"file":"{}"}""")]
    [InlineData("""{"file":7}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task An_answer_that_this_bot_never_asked_for_makes_nothing(string context)
    {
        var forged = personal.AnswerOffer(await OfferAsync("export York"), isAccepted: true, teams.UploadUrl("plan"), "http://localhost/found");
        forged["value"]!["context"] = JsonNode.Parse(context);

        var told = await AnsweredAsync(forged);

        Assert.StartsWith("I cannot make that file any more", told.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Empty(teams.Uploads);
    }

    [Fact]
    public async Task A_list_is_exported_from_its_card_which_stays_as_it_is()
    {
        var list = (await SayAsync(personal, "what is overdue")).GetProperty("attachments")[0].GetProperty("content");
        using var response = await teams.PostAsync(bot.Url, personal.Press(list.Buttons().Single(button => button.GetProperty("title").GetString() == "Export")));

        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(("application/vnd.microsoft.activity.message", "The file comes below."), (answer.GetProperty("type").GetString(), answer.GetProperty("value").GetString()));
        var offer = (await teams.MessageAsync(personal.Id, ++messages)).Activity.GetProperty("attachments")[0];
        Assert.Equal(("actions.xlsx", "Export: Overdue actions"), (offer.GetProperty("name").GetString(), offer.GetProperty("content").GetProperty("description").GetString()));

        await AnsweredAsync(personal.AnswerOffer(offer, isAccepted: true, teams.UploadUrl("list"), "http://localhost/found"));

        Assert.Equal(list.Lines().Where(line => char.IsDigit(line[0]) && line[1] == '.').Select(line => line.Split(' ')[0]), Refs(Assert.Single(teams.Uploads).Content));
    }

    [Fact]
    public async Task In_a_shared_conversation_a_link_leads_to_the_file_and_works_once()
    {
        var link = await LinkAsync("export York");
        using var first = await http.GetAsync(link);
        using var second = await http.GetAsync(link);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("attachment; filename=\"york-2017.xlsx\"", first.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", first.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("no-store", "nosniff"), (first.Headers.CacheControl!.ToString(), first.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Contains("default-src 'none'", first.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(["7.1", "7.2"], Refs(await first.Content.ReadAsByteArrayAsync()));
        Assert.Equal(HttpStatusCode.NotFound, second.StatusCode);
        Assert.Contains("This link was used already", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", second.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_who_follow_a_link_in_the_same_moment_one_gets_the_file()
    {
        var link = await LinkAsync("plan on a page for York");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => http.GetAsync(link)));

        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task A_link_that_is_too_old_leads_to_nothing()
    {
        var link = await LinkAsync("export York");
        await using (var store = bot.Stores.Open())
        {
            var noon = new DateTime(2017, 4, 20, 12, 0, 0, DateTimeKind.Utc);
            Assert.Equal(noon.AddMinutes(15), (await store.FileLinks.SingleAsync()).Until);
            await store.FileLinks.ExecuteUpdateAsync(one => one.SetProperty(l => l.Until, noon));
        }

        using var answer = await http.GetAsync(link);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_link_tells_what_its_conversation_may_see_when_it_is_followed()
    {
        var both = await LinkAsync("export everything");
        var hidden = await LinkAsync("board report for York");
        await HideAsync("york-2017");

        using var some = await http.GetAsync(both);
        using var nothing = await http.GetAsync(hidden);

        Assert.Equal(["8.1"], Refs(await some.Content.ReadAsByteArrayAsync()));
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    [Fact]
    public async Task A_right_of_ones_own_shows_nothing_to_a_shared_conversation()
    {
        await HideAsync("york-2017", $"{Chat.Tenant}/object-of-Jo Bloggs");

        Assert.Equal("york-2017.xlsx", (await OfferAsync("export York")).GetProperty("name").GetString());
        var shared = (await SayAsync(group, "export York")).GetProperty("attachments")[0].GetProperty("content");
        Assert.DoesNotContain(shared.Buttons(), button => button.GetProperty("type").GetString() == "Action.OpenUrl");
    }

    [Fact]
    public async Task What_a_link_ends_with_is_not_kept()
    {
        var token = (await LinkAsync("export York")).Segments[^1];

        await using var store = bot.Stores.Open();

        Assert.Equal(43, token.Length);
        Assert.NotEqual(token, (await store.FileLinks.SingleAsync()).Fingerprint);
        Assert.DoesNotContain(bot.Log.Lines, line => line.Line.Contains(token, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("..%2f..%2fhealth%2flive")]
    [InlineData("%00")]
    public async Task A_link_that_never_was_leads_to_nothing(string token)
    {
        using var answer = await http.GetAsync(new Uri(bot.Url, $"/files/{token}"));

        Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
    }

    [Fact]
    public async Task A_look_at_the_address_alone_does_not_use_a_link_up()
    {
        var link = await LinkAsync("export York");
        using var look = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, link));
        using var file = await http.GetAsync(link);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, HttpStatusCode.OK), (look.StatusCode, file.StatusCode));
    }

    [Fact]
    public async Task Without_an_address_for_links_the_answer_names_the_setting()
    {
        await using var alone = await RunningBot.StartAsync(new DateOnly(2017, 4, 20));
        using var response = await teams.PostAsync(alone.Url, group.Say("export Leeds"));

        var card = (await teams.MessageAsync(group.Id, 1)).Card!.Value;

        Assert.Contains(card.Lines(), line => line.Contains("Teams__PublicUrl", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_period_that_has_not_begun_has_no_report()
    {
        var card = (await SayAsync(personal, "board report for York Q2 2017/18")).GetProperty("attachments")[0].GetProperty("content");

        Assert.Contains(card.Lines(), line => line.StartsWith("Q2 2017/18 has not begun", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_asked_for_beside_something_else_comes_as_well()
    {
        Assert.Contains("7.1", (await SayAsync(personal, "mark 7.1 complete. export York")).GetRawText(), StringComparison.Ordinal);

        var offer = (await teams.MessageAsync(personal.Id, ++messages)).Activity.GetProperty("attachments")[0];

        Assert.Equal("york-2017.xlsx", offer.GetProperty("name").GetString());
    }

    private async Task<JsonElement> OfferAsync(string said) => (await SayAsync(personal, said)).GetProperty("attachments")[0];

    private async Task<Uri> LinkAsync(string said)
    {
        var card = (await SayAsync(group, said)).GetProperty("attachments")[0].GetProperty("content");
        var url = card.Buttons().Single(button => button.GetProperty("type").GetString() == "Action.OpenUrl").GetProperty("url").GetString()!;
        Assert.StartsWith($"{PublicUrl}/files/", url, StringComparison.Ordinal);
        return new Uri(bot.Url, url[PublicUrl.Length..]);
    }

    private async Task<JsonElement> SayAsync(Chat chat, string said)
    {
        using var response = await teams.PostAsync(bot.Url, chat.Say(said));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await teams.MessageAsync(chat.Id, chat == group ? teams.All.Count(r => r.Conversation == group.Id && r.Type == "message") : ++messages)).Activity;
    }

    private async Task<JsonElement> AnsweredAsync(JsonObject answer)
    {
        using var response = await teams.PostAsync(bot.Url, answer);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await teams.MessageAsync(personal.Id, ++messages)).Activity;
    }

    private async Task HideAsync(string key, string? but = null)
    {
        await using var store = bot.Stores.Open();
        var plan = await store.Plans.SingleAsync(one => one.Key == key);
        plan.Visibility = Visibility.Named;
        if (but is not null)
        {
            plan.Rights.Add(new Right { Holder = but, Name = "Jo Bloggs", Kind = RightKind.Read });
        }

        await store.SaveChangesAsync();
        await store.Revisions.ExecuteUpdateAsync(one => one.SetProperty(r => r.Number, r => r.Number + 1));
        await Task.Delay(TimeSpan.FromSeconds(1.2));
    }

    private static List<string> Refs(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        Assert.NotNull(zip.GetEntry("xl/workbook.xml"));
        using var sheets = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        return [.. sheets.WorkbookPart!.WorksheetParts.SelectMany(part =>
        {
            var rows = part.Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList()).ToList();
            return rows.Skip(1).Select(row => row[rows[0].IndexOf("Ref")]);
        })];
    }
}
