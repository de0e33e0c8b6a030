using TeamsPlanBot.Teams.Cards;

namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>The answer to a search from a compose box, as the body of the HTTP response.</summary>
public sealed record SearchAnswer(SearchStep ComposeExtension)
{
    /// <summary>Cards to choose from.</summary>
    public static SearchAnswer Of(IReadOnlyList<SearchResult> results) => new(new SearchStep("result") { AttachmentLayout = "list", Attachments = results });

    /// <summary>A sentence in the place of results.</summary>
    public static SearchAnswer Say(string sentence) => new(new SearchStep("message") { Text = sentence });
}

/// <summary>What a search shows.</summary>
public sealed record SearchStep(string Type)
{
    public string? AttachmentLayout { get; init; }

    public IReadOnlyList<SearchResult>? Attachments { get; init; }

    public string? Text { get; init; }
}

/// <summary>A card that can be chosen, and the line it is chosen by.</summary>
public sealed record SearchResult(AdaptiveCard Content, SearchPreview Preview)
{
    public string ContentType => AdaptiveCard.ContentType;
}

/// <summary>The line of a search result.</summary>
public sealed record SearchPreview(SearchLine Content)
{
    public string ContentType => "application/vnd.microsoft.card.thumbnail";
}

/// <summary>What the line says.</summary>
public sealed record SearchLine(string Title, string Text);
