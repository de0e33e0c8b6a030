using System.Globalization;
using System.Xml.Linq;

namespace TeamsPlanBot.Bot.Reports;

/// <summary>How a page is cut, in twentieths of a point.</summary>
/// <param name="Size">How large things are, in hundredths of the template's.</param>
internal sealed record WordPage(int Width, int Height, int Margin, int Columns, int Gap, int ChartHeight, int Size)
{
    private const int A4Short = 11906;
    private const int A4Long = 16838;
    private const int Whole = 100;

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly string[] Sizes = ["sz", "szCs"];
    private static readonly string[] Spaces = ["before", "after"];

    public static WordPage Portrait { get; } = new(A4Short, A4Long, 1134, 1, 0, 3000, Whole);

    public static WordPage OnePage { get; } = new(A4Long, A4Short, 680, 2, 400, 1900, 76);

    public int ColumnWidth => ((Width - (2 * Margin) - (Gap * (Columns - 1))) / Columns);

    /// <summary>The template's styles for this page.</summary>
    public XElement Fitting(XElement styles)
    {
        var attributes = styles.Descendants().Where(element => Sizes.Contains(element.Name.LocalName) && element.Parent!.Name.LocalName == "rPr").Attributes(W + "val")
            .Concat(styles.Descendants(W + "spacing").Attributes().Where(attribute => Spaces.Contains(attribute.Name.LocalName)));
        foreach (var attribute in attributes)
        {
            attribute.Value = (int.Parse(attribute.Value, CultureInfo.InvariantCulture) * Size / Whole).ToString(CultureInfo.InvariantCulture);
        }

        foreach (var tab in styles.Descendants(W + "tab").Attributes(W + "pos"))
        {
            tab.Value = (Width - (2 * Margin)).ToString(CultureInfo.InvariantCulture);
        }

        return styles;
    }
}
