using System.Text.Json.Serialization;

namespace TeamsPlanBot.Teams.Cards;

/// <summary>A part of a card.</summary>
[JsonConverter(typeof(CardElementWriter))]
public abstract record CardElement
{
    [JsonPropertyOrder(-1)]
    public abstract string Type { get; }

    /// <summary>Drawn instead by clients that do not know this element.</summary>
    public CardElement? Fallback { get; init; }

    public Spacing? Spacing { get; init; }

    public bool? Separator { get; init; }
}

/// <summary>Text; the only place for words of people and plans, since nothing reads markdown here.</summary>
public sealed record RichTextBlock : CardElement
{
    public override string Type => "RichTextBlock";

    public required IReadOnlyList<TextRun> Inlines { get; init; }
}

/// <summary>A piece of text in one style.</summary>
public sealed record TextRun(string Text)
{
    [JsonPropertyOrder(-1)]
    public string Type => "TextRun";

    public TextSize? Size { get; init; }

    public TextWeight? Weight { get; init; }

    public TextColour? Color { get; init; }

    public bool? IsSubtle { get; init; }
}

/// <summary>Elements that belong together.</summary>
public sealed record Container : CardElement
{
    public override string Type => "Container";

    /// <summary>What a press anywhere on it does.</summary>
    public CardAction? SelectAction { get; init; }

    public required IReadOnlyList<CardElement> Items { get; init; }
}

/// <summary>The distance to the element above.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Spacing>))]
public enum Spacing
{
    None,
    Small,
    Medium,
    Large,
}

/// <summary>How large a text is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TextSize>))]
public enum TextSize
{
    Small,
    Medium,
    Large,
}

/// <summary>How heavy a text is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TextWeight>))]
public enum TextWeight
{
    Lighter,
    Default,
    Bolder,
}

/// <summary>The colours that follow the reader's theme.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TextColour>))]
public enum TextColour
{
    Default,
    Accent,
    Good,
    Warning,
    Attention,
}
