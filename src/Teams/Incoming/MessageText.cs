using System.Net;
using System.Text;
using System.Text.Json;

namespace TeamsPlanBot.Teams.Incoming;

/// <summary>What a person said to the bot, freed from Teams' markup.</summary>
public static class MessageText
{
    private const string Open = "<at";
    private const string Close = "</at>";

    /// <summary>The words of a message: the bot's own mention gone, other mentions as plain names, entities decoded.</summary>
    public static string Said(this Activity message)
    {
        var text = message.Text ?? "";

        foreach (var mention in message.MentionsOfBot())
        {
            if (mention.Text("text") is { Length: > 0 } marked)
            {
                text = text.Replace(marked, " ", StringComparison.Ordinal);
            }
        }

        return WebUtility.HtmlDecode(WithoutTags(text)).Replace('\u00A0', ' ').Trim();
    }

    /// <summary>Whether the message calls the bot by its mention.</summary>
    public static bool MentionsBot(this Activity message) => message.MentionsOfBot().Any();

    private static IEnumerable<JsonElement> MentionsOfBot(this Activity message) =>
        message.Recipient?.Id is { Length: > 0 } bot
            ? (message.Entities ?? []).Where(entity => entity.Text("type") == "mention" && entity.Text("mentioned", "id") == bot)
            : [];

    // Mentions of others: <at>Jo Bloggs</at> and <at id="1">Jo Bloggs</at> leave the name.
    private static string WithoutTags(string text)
    {
        if (!text.Contains(Open, StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        var lastEnd = text.LastIndexOf('>');
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var rest = text.AsSpan(i);
            if (rest.StartsWith(Close, StringComparison.OrdinalIgnoreCase))
            {
                i += Close.Length;
            }
            else if (i < lastEnd && rest.StartsWith(Open, StringComparison.OrdinalIgnoreCase) && rest[Open.Length] is '>' or ' '
                && rest.IndexOf('>') is > 0 and var end)
            {
                i += end + 1;
            }
            else
            {
                plain.Append(text[i++]);
            }
        }

        return plain.ToString();
    }
}
