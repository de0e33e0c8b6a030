using System.Globalization;
using Microsoft.Extensions.Options;
using TeamsPlanBot.Data.Keeping;

namespace TeamsPlanBot.Bot.Pages;

/// <summary>The pages that the app's manifest leads to: what the bot is, what it keeps, and by which terms.</summary>
public sealed class AboutPages(IOptions<KeepOptions> keep)
{
    private const string Html = "text/html; charset=utf-8";

    public void Map(IEndpointRouteBuilder bot)
    {
        StaticPage.Embedded("Pages/about.html", Html).Map(bot, "/");
        StaticPage.Embedded(
            "Pages/privacy.html",
            Html,
            ("receipts", Days(keep.Value.ReceiptsForDays)),
            ("deliveries", Days(keep.Value.DeliveriesForDays)),
            ("conversations", Days(keep.Value.ConversationsForDays))).Map(bot, "/privacy");
        StaticPage.Embedded("Pages/terms.html", Html).Map(bot, "/terms");
    }

    private static string Days(int number) => number.ToString(CultureInfo.InvariantCulture);
}
