using System.Text.Json.Serialization;

namespace TeamsPlanBot.Bot.Tab;

/// <summary>What a page asks for: a view, and what narrows it. What is left out does not.</summary>
/// <param name="View">One of the views of the page; the first where none is named.</param>
/// <param name="Plan">The number of a plan.</param>
/// <param name="When">What is said of the date, in the words of the chat; likewise <paramref name="State"/> and <paramref name="Rating"/>.</param>
/// <param name="Words">Words that stand somewhere in the action.</param>
/// <param name="From">How many of a list come before what is to be shown.</param>
/// <param name="Ask">A question in somebody's own words.</param>
/// <param name="Open">What a button of an answer leads to.</param>
/// <param name="As">Who somebody at this computer wants to see it as.</param>
public sealed record TabRequest(
    string? View = null,
    string? Plan = null,
    string? Section = null,
    string? Service = null,
    string? Lead = null,
    string? When = null,
    string? State = null,
    string? Rating = null,
    string? Words = null,
    string? From = null,
    string? Ask = null,
    string? Open = null,
    string? As = null)
{
    public const int LongestWords = 500;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TabRequest))]
internal sealed partial class TabRequestJson : JsonSerializerContext;
