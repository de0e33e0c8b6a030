using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace EndToEnd.Client;

/// <summary>Microsoft's Agents Playground as a person uses it: a chat window on a bot, in a real browser.</summary>
public sealed class Playground : IAsyncDisposable
{
    private static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(20);

    private readonly PlaygroundFolder _folder;
    private readonly PlaygroundProcess _process;
    private readonly IPage _page;
    private bool _inChannel;

    private Playground(PlaygroundFolder folder, PlaygroundProcess process, IPage page, TimeSpan patience)
    {
        _folder = folder;
        _process = process;
        _page = page;
        _page.SetDefaultTimeout((float)patience.TotalMilliseconds);
    }

    /// <summary>Starts the Playground against a bot's messaging endpoint and opens it as the given person.</summary>
    /// <param name="chromium">The browser to open it in.</param>
    /// <param name="botEndpoint">Where the bot takes messages.</param>
    /// <param name="speaker">Who sits at the keyboard; the team manager unless given.</param>
    /// <param name="patience">How long any one step may take.</param>
    public static async Task<Playground> Start(
        Chromium chromium,
        Uri botEndpoint,
        Person? speaker = null,
        TimeSpan? patience = null)
    {
        var folder = new PlaygroundFolder(speaker ?? Council.TeamManager);
        PlaygroundProcess? process = null;
        IPage? page = null;
        try
        {
            (process, var address) = await PlaygroundProcess.Start(botEndpoint, folder.Path);
            page = await chromium.OpenPage(width: 1280, height: 900);
            await page.AddInitScriptAsync(scriptPath: Path.Combine(AppContext.BaseDirectory, "Client", "seen-cards.js"));
            var playground = new Playground(folder, process, page, patience ?? DefaultPatience);
            await playground.Step("open the Playground", async () =>
            {
                await page.GotoAsync(address.ToString());
                await page.AddStyleTagAsync(new() { Path = Chromium.SegoeStandIn });
                await page.GetByText("Connected.").WaitForAsync();
            });
            return playground;
        }
        catch
        {
            await (page?.Context.CloseAsync() ?? Task.CompletedTask);
            process?.Dispose();
            folder.Dispose();
            throw;
        }
    }

    /// <summary>What the Playground's server has printed and logged.</summary>
    public string Output => _process.Output + _folder.Log;

    /// <summary>Opens the chat between the person and the bot.</summary>
    public Task OpenPersonalChat() => Open("Personal Chat", inChannel: false);

    /// <summary>Opens the group chat, where the bot hears only what mentions it.</summary>
    public Task OpenGroupChat() => Open(Council.GroupChat, inChannel: false);

    /// <summary>Opens a channel of the team, where the bot hears only what mentions it.</summary>
    public Task OpenChannel(string name = Council.GeneralChannel) => Open(name, inChannel: true);

    /// <summary>Sends a text as it stands; in a channel, as a new post.</summary>
    public Task Say(string text) => Send(text, mention: false, inThread: false);

    /// <summary>Sends a text that begins by mentioning the bot; in a channel, as a new post.</summary>
    public Task SayToBot(string text) => Send(text, mention: true, inThread: false);

    /// <summary>Asks the bot in a new post of a channel and waits for its card. A reply that arrives before the Playground has drawn its own post is never drawn; then the same is asked in another post, once.</summary>
    public async Task AskInNewPost(string text, string card)
    {
        await SayToBot(text);
        try
        {
            await WaitForCard(card, TimeSpan.FromSeconds(10));
        }
        catch (PlaygroundFailure)
        {
            await SayToBot(text);
            await WaitForCard(card);
        }
    }

    /// <summary>Answers in the channel thread of the card last waited for, with a text that begins by mentioning the bot.</summary>
    public Task ReplyToBot(string text) => Send(text, mention: true, inThread: true);

    /// <summary>Waits for a card with this text that came or changed since the last thing done, and gives all its text.</summary>
    public async Task<string> WaitForCard(string text, TimeSpan? patience = null)
    {
        var words = "";
        await Step($"see a card with '{text}'", async () =>
        {
            var found = await _page.WaitForFunctionAsync(
                "text => seenCards.fresh(text)",
                text,
                new() { Timeout = (float?)patience?.TotalMilliseconds, PollingInterval = 100 });
            words = await found.JsonValueAsync<string>();
        });
        return words;
    }

    /// <summary>Fills in an input, by its label, of the card last waited for.</summary>
    public Task Fill(string label, string value) => Step(
        $"fill in '{label}'",
        () => CardWaitedFor.GetByLabel(label).FillAsync(value));

    /// <summary>Presses a button, by its title, of the card last waited for.</summary>
    public Task Press(string title) => Step($"press '{title}'", async () =>
    {
        var button = CardWaitedFor.GetByRole(AriaRole.Button, new() { Name = title, Exact = true });
        await button.WaitForAsync();
        await _page.EvaluateAsync("seenCards.remember()");
        await button.ClickAsync();
    });

    /// <summary>Writes a picture of the whole window, creating its folder.</summary>
    public Task Screenshot(string path) => _page.ScreenshotAsync(new() { Path = path });

    /// <summary>Closes the window and ends the server.</summary>
    public async ValueTask DisposeAsync()
    {
        await _page.Context.CloseAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    private ILocator CardWaitedFor => _page.Locator("[data-waited-for]");

    private ILocator ThreadWaitedFor => CardWaitedFor.Locator("xpath=ancestor::*[@role='group'][1]");

    private Task Open(string name, bool inChannel) => Step($"open '{name}'", async () =>
    {
        _inChannel = inChannel;
        await _page.GetByRole(AriaRole.Treeitem, new() { Name = name }).ClickAsync();
        await _page.GetByText(inChannel ? "Start a new post" : "Type a message...").First.WaitForAsync();
    });

    private Task Send(string text, bool mention, bool inThread, [CallerMemberName] string how = "") => Step($"send '{text}' ({how})", async () =>
    {
        await _page.EvaluateAsync("seenCards.remember()");
        var place = inThread ? ThreadWaitedFor : _page.Locator("body");
        await place.Locator("[contenteditable=true]").First.ClickAsync();
        if (mention)
        {
            await _page.Keyboard.TypeAsync("@");
            await _page.Locator("#typeahead-menu").GetByRole(AriaRole.Menuitem, new() { Name = Council.BotName }).ClickAsync();
            await _page.Keyboard.InsertTextAsync(" ");
        }

        // Inserted whole: the Playground drops line breaks that are typed or pasted.
        await _page.Keyboard.InsertTextAsync(text);
        var button = _inChannel && !inThread ? "Post" : "Send Message";
        await place.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
    });

    private async Task Step(string what, Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception failure) when (failure is TimeoutException or PlaywrightException)
        {
            throw new PlaygroundFailure(await Explain(what, failure), failure);
        }
    }

    private async Task<string> Explain(string what, Exception failure)
    {
        var picture = Path.Combine(AppContext.BaseDirectory, "failures", $"{DateTime.UtcNow:yyyyMMdd-HHmmss-fff}.png");
        var window = "(the window could not be read)";
        try
        {
            await Screenshot(picture);
            window = await _page.Locator("body").InnerTextAsync();
        }
        catch (Exception second) when (second is TimeoutException or PlaywrightException)
        {
            picture = $"none: {second.Message}";
        }

        return $"""
            Could not {what}: {failure.Message.Split('\n')[0]}
            Picture: {picture}
            Server {(_process.HasEnded ? "has ended" : "is running")}.
            --- the window
            {window}
            --- the server
            {Output}
            """;
    }
}
