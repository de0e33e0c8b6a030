using System.Text.Json;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Cards;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Teams.Incoming;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>The search in a compose box: what it finds is a card that may be put into the conversation.</summary>
public sealed class ComposeBox(Searches searches, NamesBook names, TimeProvider time)
{
    public const string Command = "find";

    private const int LongestTyped = 200;

    /// <param name="place">Where the card would be put: nothing is found that the conversation may not see.</param>
    public async Task<SearchAnswer> FindAsync(JsonElement? value, Sender sender, Place place, CancellationToken cancelled)
    {
        if (value?.Text("commandId") != Command)
        {
            return SearchAnswer.Say("Search for an action or an indicator.");
        }

        var typed = string.Concat(Typed(value.Value).Where(letter => !char.IsControl(letter))).Trim();
        typed = typed.Length > LongestTyped ? typed[..LongestTyped] : typed;
        var viewer = sender.ViewerAt(place);
        var found = await searches.FindAsync(typed, viewer, await names.ForAsync(viewer, cancelled), time.Today(), new Speaker(sender.Name, sender.SignIn, null), cancelled);
        return found.Count > 0 ? SearchAnswer.Of([.. found.Select(one => new SearchResult(CardFace.DrawLasting(one.Answer, one.Asks, sender.TeamsId), new SearchPreview(new SearchLine(Inert(one.Title), Inert(one.Details)))))])
            : SearchAnswer.Say(typed.Length == 0
                ? "Nothing was put on the record yet. Type a number such as 4.3, a name, or words of an action."
                : "Nothing found that this conversation may see. Type a number such as 4.3, a lead, a team, or words of an action or indicator.");
    }

    // The box opens with a parameter of Teams' own, and nothing typed.
    private static string Typed(JsonElement value) =>
        value.At("parameters") is { ValueKind: JsonValueKind.Array } all
            ? all.EnumerateArray().Where(one => one.Text("name") == "words").Select(one => one.Text("value")).FirstOrDefault() ?? ""
            : "";

    // The line is drawn as simple HTML.
    private static string Inert(string words) => words.Replace('<', '‹').Replace('>', '›');
}
