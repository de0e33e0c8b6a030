using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace EndToEnd.Client;

[Collection(BrowserCollection.Name)]
public sealed partial class PlaygroundTests(Chromium chromium)
{
    [BrowserFact]
    public async Task What_is_typed_reaches_the_bot_as_Teams_would_send_it()
    {
        var speaker = Council.Colleagues[0];
        using var bot = new ListeningBot();
        await using var playground = await Playground.Start(chromium, bot.Endpoint, speaker);

        await playground.OpenPersonalChat();
        await playground.Say("4.3: capacity in place\n4.4: mail sarah@council.example");
        var personal = bot.NextMessage();
        Assert.Equal("4.3: capacity in place\n4.4: mail sarah@council.example", personal.GetProperty("text").GetString());
        Assert.Equal("personal", personal.GetProperty("conversation").GetProperty("conversationType").GetString());
        Assert.Equal(speaker.ObjectId, personal.GetProperty("from").GetProperty("aadObjectId").GetGuid());
        Assert.Equal(Council.TenantId, personal.GetProperty("conversation").GetProperty("tenantId").GetGuid());

        await playground.OpenChannel();
        await playground.SayToBot("what's overdue");
        var channel = bot.NextMessage();
        Assert.Equal($"<at>{Council.BotName}</at> what's overdue", channel.GetProperty("text").GetString());
        Assert.StartsWith(Council.TeamId, channel.GetProperty("conversation").GetProperty("id").GetString());
        Assert.Contains(
            channel.GetProperty("entities").EnumerateArray(),
            entity => entity.GetProperty("type").GetString() == "mention"
                && entity.GetProperty("mentioned").GetProperty("id").GetString() == Council.BotId);

        await playground.OpenGroupChat();
        await playground.SayToBot("and next week?");
        Assert.Equal(
            "groupChat",
            bot.NextMessage().GetProperty("conversation").GetProperty("conversationType").GetString());
    }

    [BrowserFact]
    public async Task A_card_that_never_comes_is_a_failure_that_tells_what_was_there_instead()
    {
        using var bot = new ListeningBot();
        await using var playground = await Playground.Start(chromium, bot.Endpoint);
        await playground.OpenPersonalChat();
        await playground.Say("are you there?");

        var failure = await Assert.ThrowsAsync<PlaygroundFailure>(
            () => playground.WaitForCard("Overdue actions", TimeSpan.FromSeconds(1)));

        Assert.StartsWith("Could not see a card with 'Overdue actions'", failure.Message);
        Assert.Contains("are you there?", failure.Message);
        Assert.Contains("Server is running.", failure.Message);
        Assert.True(File.Exists(PictureLine().Match(failure.Message).Groups[1].Value));
    }

    [BrowserFact]
    public async Task Without_a_bot_it_does_not_open_and_leaves_no_server_behind()
    {
        var failure = await Assert.ThrowsAsync<PlaygroundFailure>(() => Playground.Start(
            chromium,
            new("http://localhost:9/api/messages"),
            patience: TimeSpan.FromSeconds(2)));

        Assert.StartsWith("Could not open the Playground", failure.Message);
        var port = int.Parse(ListeningLine().Match(failure.Message).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        using var client = new TcpClient();
        await Assert.ThrowsAnyAsync<SocketException>(() => client.ConnectAsync("localhost", port));
    }

    [GeneratedRegex("^Picture: (.*)$", RegexOptions.Multiline)]
    private static partial Regex PictureLine();

    [GeneratedRegex("Listening on ([0-9]+)")]
    private static partial Regex ListeningLine();
}
