using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Pages;

namespace TeamsPlanBot.Bot.Tab;

/// <summary>Draws what a view can be narrowed with.</summary>
internal static class Filters
{
    public static Markup Draw(string view, params IEnumerable<Markup> controls) =>
        $"""<form class="filters" data-view="{view}" aria-label="Narrow this view">{controls}<button id="narrow">Show</button></form>""";

    public static Markup Choice(string name, string label, string any, IEnumerable<Option> options, string? chosen)
    {
        IEnumerable<Markup> drawn = options.Select(option => option.Value == chosen
            ? (Markup)$"""<option value="{option.Value}" selected>{option.Title}</option>"""
            : $"""<option value="{option.Value}">{option.Title}</option>""");
        return $"""<p><label for="by-{name}">{label}</label><select id="by-{name}" name="{name}"><option value="">{any}</option>{drawn}</select></p>""";
    }

    public static Markup Text(string name, string label, string? typed) =>
        $"""<p><label for="by-{name}">{label}</label><input id="by-{name}" name="{name}" value="{typed}" maxlength="{TabRequest.LongestWords}" autocomplete="off"></p>""";

    /// <summary>Choices that come back as they are said.</summary>
    public static IEnumerable<Option> Words(IEnumerable<string> words) => words.Select(word => new Option(Wording.Sentence(word), word));
}
