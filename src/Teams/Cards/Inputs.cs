namespace TeamsPlanBot.Teams.Cards;

/// <summary>A field to write into.</summary>
public sealed record TextInput : CardElement
{
    public override string Type => "Input.Text";

    public required string Id { get; init; }

    public required string Label { get; init; }

    public string? Value { get; init; }

    public string? Placeholder { get; init; }

    public bool? IsMultiline { get; init; }
}

/// <summary>A field to choose one of several things in.</summary>
public sealed record ChoiceInput : CardElement
{
    public override string Type => "Input.ChoiceSet";

    public required string Id { get; init; }

    public required string Label { get; init; }

    public string? Value { get; init; }

    public required IReadOnlyList<InputChoice> Choices { get; init; }
}

/// <summary>Something to choose.</summary>
public sealed record InputChoice(string Title, string Value);

/// <summary>A field for a day.</summary>
public sealed record DateInput : CardElement
{
    public override string Type => "Input.Date";

    public required string Id { get; init; }

    public required string Label { get; init; }

    public string? Value { get; init; }
}
