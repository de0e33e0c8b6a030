using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Pages;

namespace TeamsPlanBot.Bot.Tab;

/// <summary>Draws numbers. What a picture shows is always said beside it, so those who do not see it miss nothing.</summary>
internal static class Picture
{
    private const double Wide = 640;
    private const double High = 220;
    private const double Left = 56;
    private const double Right = 16;
    private const double Top = 12;
    private const double Bottom = 32;
    private const double SmallWide = 120;
    private const double SmallHigh = 32;
    private const double BarWide = 240;
    private const double Gap = 2;

    /// <summary>One bar of several, as long as its number against the largest.</summary>
    public static Markup Bar(Bar bar, int largest) =>
        $"""<svg class="bar" viewBox="0 0 240 12" preserveAspectRatio="none" aria-hidden="true"><rect class="{Tone(bar.Tone)}" width="{(largest == 0 ? 0 : BarWide * bar.Number / largest)}" height="12"/></svg>""";

    /// <summary>What one thing divides into, in one bar.</summary>
    public static Markup Divided(IReadOnlyList<Bar> bars)
    {
        var all = bars.Sum(bar => bar.Number);
        var shown = bars.Where(bar => bar.Number > 0).ToList();
        var place = 0.0;
        var unit = all == 0 ? 0 : (BarWide - (Gap * (shown.Count - 1))) / all;
        var drawn = new List<Markup>();
        foreach (var bar in shown)
        {
            drawn.Add($"""<rect class="{Tone(bar.Tone)}" x="{place}" width="{unit * bar.Number}" height="12"/>""");
            place += (unit * bar.Number) + Gap;
        }

        return $"""<svg class="bar" viewBox="0 0 240 12" preserveAspectRatio="none" aria-hidden="true">{drawn}</svg>""";
    }

    /// <summary>How something moved, small enough to stand in a row.</summary>
    public static Markup Small(IReadOnlyList<Curve> curves)
    {
        if (curves.Count == 0 || curves[0].Dots.Count < 2)
        {
            return Markup.None;
        }

        var scale = new Scale(curves, 4, SmallWide - 4, 4, SmallHigh - 4);
        var (x, y) = scale.Of(curves[0].Dots[^1], curves[0].Dots.Count - 1);
        return $"""<svg class="small" viewBox="0 0 120 32" aria-hidden="true">{curves.Select((curve, at) => Line(curve, at, scale))}<circle class="line0" cx="{x}" cy="{y}" r="3"/></svg>""";
    }

    /// <summary>How figures moved, with their periods and the range they moved in.</summary>
    public static Markup Trend(Passage.Trend trend, string unique)
    {
        var scale = new Scale(trend.Curves, Left, Wide - Right, Top, High - Bottom);
        var periods = scale.Periods;
        IEnumerable<Markup> grid = scale.Marks.Select(mark => (Markup)$"""<line class="grid" x1="{Left}" x2="{Wide - Right}" y1="{scale.Height(mark)}" y2="{scale.Height(mark)}"/><text class="axis" x="{Left - 8}" y="{scale.Height(mark) + 4}" text-anchor="end">{Wording.Number(mark)}</text>""");
        Markup first = periods.Count == 0 ? Markup.None : $"""<text class="axis" x="{Left}" y="{High - 8}">{periods[0]}</text>""";
        Markup last = periods.Count < 2 ? Markup.None : $"""<text class="axis" x="{Wide - Right}" y="{High - 8}" text-anchor="end">{periods[^1]}</text>""";
        IEnumerable<Markup> key = trend.Curves.Select((curve, at) => (Markup)$"""<li><svg viewBox="0 0 28 10" aria-hidden="true"><path class="curve line{at % 4}" d="M0 5H28"/></svg>{curve.Name}</li>""");
        return $"""
            <svg class="trend" viewBox="0 0 640 220" role="img" aria-labelledby="{unique}"><title id="{unique}">{trend.Title}: {(trend.Sentence.Length > 0 ? trend.Sentence : "the figures are in the table below.")}</title>{grid}{trend.Curves.Select((curve, at) => Line(curve, at, scale))}{trend.Curves.Select((curve, at) => Dots(curve, at, scale))}{first}{last}</svg>
            <ul class="key">{key}</ul>
            """;
    }

    public static string Tone(Tone tone) => tone.ToString().ToLowerInvariant();

    private static Markup Line(Curve curve, int at, Scale scale) =>
        $"""<path class="curve line{at % 4}" d="{Path(curve, scale)}"/>""";

    private static Markup Path(Curve curve, Scale scale) => Markup.Of(curve.Dots.Select((dot, place) =>
    {
        var (x, y) = scale.Of(dot, place);
        return place == 0 ? (Markup)$"M{x} {y}" : $"L{x} {y}";
    }));

    private static Markup Dots(Curve curve, int at, Scale scale) => Markup.Of(curve.Dots.Select((dot, place) =>
    {
        var (x, y) = scale.Of(dot, place);
        return (Markup)$"""<circle class="line{at % 4}" cx="{x}" cy="{y}" r="3.5"/>""";
    }));

    /// <summary>Where values and periods lie in a picture.</summary>
    private sealed class Scale
    {
        private readonly double left;
        private readonly double width;
        private readonly double bottom;
        private readonly double height;
        private readonly decimal lowest;
        private readonly decimal range;
        private readonly int most;

        public Scale(IReadOnlyList<Curve> curves, double left, double right, double top, double bottom)
        {
            var values = curves.SelectMany(curve => curve.Dots).Select(dot => dot.Value).DefaultIfEmpty().ToList();
            (this.left, width, this.bottom, height) = (left, right - left, bottom, bottom - top);
            lowest = values.Min();
            range = values.Max() - lowest is > 0 and var spread ? spread : 1;
            Periods = curves.Count == 0 ? [] : [.. curves[0].Dots.Select(dot => dot.Period)];
            most = Math.Max(2, Periods.Count);
            Marks = [lowest, .. values.Max() > lowest ? [values.Max()] : Array.Empty<decimal>()];
        }

        /// <summary>The periods of the first curve, which the others are held against.</summary>
        public IReadOnlyList<string> Periods { get; }

        /// <summary>The values that stand beside the picture.</summary>
        public IReadOnlyList<decimal> Marks { get; }

        public double Height(decimal value) => bottom - (height * (double)((value - lowest) / range));

        // A curve that lacks periods still stands where its own are.
        public (double X, double Y) Of(Dot dot, int place)
        {
            var known = Periods.ToList().IndexOf(dot.Period);
            return (left + (width * Math.Min(known < 0 ? place : known, most - 1) / (most - 1)), Height(dot.Value));
        }
    }
}
