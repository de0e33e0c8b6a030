using System.Text.Json.Serialization;

namespace TeamsPlanBot.Teams.Cards;

/// <summary>Bars beside their names, as Teams draws them; other clients draw the fallback.</summary>
public sealed record BarChart : CardElement
{
    public override string Type => "Chart.HorizontalBar";

    public required string Title { get; init; }

    public string DisplayMode => "AbsoluteNoAxis";

    public required IReadOnlyList<ChartBar> Data { get; init; }
}

/// <summary>A bar: its name and its length.</summary>
public sealed record ChartBar(string X, decimal Y, ChartColour Color);

/// <summary>Lines over time, as Teams draws them; other clients draw the fallback.</summary>
public sealed record LineChart : CardElement
{
    public override string Type => "Chart.Line";

    public required string Title { get; init; }

    public required IReadOnlyList<ChartLine> Data { get; init; }
}

/// <summary>A line and its name.</summary>
public sealed record ChartLine(string Legend, IReadOnlyList<ChartPoint> Values, ChartColour Color);

/// <summary>A value at a place of the axis.</summary>
public sealed record ChartPoint(string X, decimal Y);

/// <summary>The colours of charts that follow the reader's theme.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChartColour>))]
public enum ChartColour
{
    [JsonStringEnumMemberName("good")]
    Good,
    [JsonStringEnumMemberName("warning")]
    Warning,
    [JsonStringEnumMemberName("attention")]
    Attention,
    [JsonStringEnumMemberName("neutral")]
    Neutral,
    [JsonStringEnumMemberName("categoricalBlue")]
    Blue,
}
