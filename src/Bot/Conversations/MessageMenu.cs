using System.Net;
using System.Text;
using System.Text.Json;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>"Log as progress" in the menu of a message: the form it opens, with the message's words and, where these tell, the action.</summary>
internal static class MessageMenu
{
    private const int LongestWords = 4000;
    private const int LongestLink = 2000;

    private static readonly string[] TeamsHosts = ["teams.microsoft.com", "teams.cloud.microsoft", "gov.teams.microsoft.us", "dod.teams.microsoft.us"];

    /// <summary>The form; null where no message came with the press.</summary>
    public static Request.LogMessage? FormOf(JsonElement? value, Names names, DateOnly today, Speaker speaker)
    {
        if (value?.At("messagePayload") is not { ValueKind: JsonValueKind.Object } message || message.At("body") is not { ValueKind: JsonValueKind.Object } body || body.Text("content") is not { } content)
        {
            return null;
        }

        var words = (body.Text("contentType") == "html" ? WithoutMarkup(content) : content).Trim();
        words = words.Length > LongestWords ? words[..LongestWords] : words;
        var by = message.At("from")?.At("user")?.Text("displayName") is { Length: > 0 } name && name != speaker.Name ? $" ({name})" : "";
        var drawn = DrawnAction.OfMessage(Safe(message.Text("linkToMessage")));
        return new Request.LogMessage(drawn, drawn.Untouched with { Text = words + by, Which = Which(words, names, today, speaker) });
    }

    /// <summary>A link that leads into Teams and nowhere else; null for all others.</summary>
    public static string? Safe(string? link) =>
        link is { Length: > 0 and <= LongestLink } && Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0 && Array.IndexOf(TeamsHosts, uri.Host) >= 0 ? uri.AbsoluteUri : null;

    // What the message names, else its first word that looks like a number of an action, else the one just shown.
    private static string Which(string words, Names names, DateOnly today, Speaker speaker)
    {
        var named = Reader.Read(words, names, today, speaker).Request switch
        {
            Request.Post post => post.Action.Ref,
            Request.Reschedule moved => moved.Action.Ref,
            Request.ShowAction one => one.Action.Ref,
            _ => null,
        };
        return named
            ?? words.Split([' ', '\n', '\t', ',', ':', ';', '(', ')', '!', '?'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.')).FirstOrDefault(IsNumber)
            ?? (speaker.Last?.Shown is [var shown] ? shown.Ref : "");
    }

    private static bool IsNumber(string word) =>
        word.Length is >= 3 and <= 8 && word.IndexOf('.') is > 0 and var dot && word.AsSpan(0, dot).IndexOfAnyExceptInRange('0', '9') < 0 && dot + 1 < word.Length && char.IsAsciiDigit(word[dot + 1])
        && word.AsSpan(dot + 1).TrimEnd("abcdefghijklmnopqrstuvwxyz").IndexOfAnyExceptInRange('0', '9') < 0;

    // Teams' messages are simple HTML; only their words and lines are wanted. No library for that restores here.
    private static string WithoutMarkup(string html)
    {
        var words = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length; at++)
        {
            if (html[at] != '<')
            {
                words.Append(html[at]);
                continue;
            }

            var end = html.IndexOf('>', at);
            if (end < 0)
            {
                break;
            }

            if (html.AsSpan(at, end - at).StartsWith("<br", StringComparison.OrdinalIgnoreCase) || html.AsSpan(at, end - at) is "</p" or "</div" or "</li" or "</tr")
            {
                words.Append('\n');
            }

            at = end;
        }

        return WebUtility.HtmlDecode(words.ToString()).Replace('\u00a0', ' ');
    }
}
