using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Data.Exports;

namespace TeamsPlanBot.Bot.Reports;

/// <summary>Bars as a chart of Word's own, with the small workbook that it can be edited in.</summary>
internal sealed class WordChart(Passage.Bars bars)
{
    private const int EmuOfTwentieth = 635;
    private const int LetterSize = 10;
    private const string Sheet = "Chart";
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace D = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Where the chart stands in the text, and what somebody hears who does not see it.</summary>
    public static XElement Drawing(Passage.Bars bars, int number, string id, int width, int height)
    {
        object[] extent = [new XAttribute("cx", width * EmuOfTwentieth), new XAttribute("cy", height * EmuOfTwentieth)];
        return new XElement(W + "drawing", new XElement(
            D + "inline",
            new XElement(D + "extent", extent),
            new XElement(D + "docPr", new XAttribute("id", number), new XAttribute("name", $"Chart {number}"), new XAttribute("descr", $"Bar chart, {bars.Title}: {bars.Sentence}")),
            new XElement(D + "cNvGraphicFramePr"),
            new XElement(A + "graphic", new XElement(A + "graphicData", new XAttribute("uri", C.NamespaceName), new XElement(C + "chart", new XAttribute(R + "id", id))))));
    }

    /// <param name="size">How large its letters are, in hundredths of a paragraph's.</param>
    public void Write(ChartPart part, int size)
    {
        using (var workbook = part.AddNewPart<EmbeddedPackagePart>(WorkbookType, "data").GetStream(FileMode.Create))
        {
            using var written = new MemoryStream();
            using (var sheets = new Workbook(written))
            {
                sheets.Add(Sheet, [new SheetColumn(bars.Title, CellKind.Words, 20), new SheetColumn("Actions", CellKind.Number, 12)], bars.Said.Select(bar => (IReadOnlyList<string>)[bar.Name, Number(bar)]));
                sheets.Finish();
            }

            written.Position = 0;
            written.CopyTo(workbook);
        }

        using var stream = part.GetStream(FileMode.Create);
        new XElement(
            C + "chartSpace",
            new XElement(C + "lang", Value("en-GB")),
            new XElement(C + "roundedCorners", Value(0)),
            new XElement(
                C + "chart",
                new XElement(C + "autoTitleDeleted", Value(1)),
                new XElement(C + "plotArea", new XElement(C + "layout"), Plot(), Names(), Numbers()),
                new XElement(C + "plotVisOnly", Value(1)),
                new XElement(C + "dispBlanksAs", Value("gap"))),
            new XElement(C + "spPr", new XElement(A + "noFill"), new XElement(A + "ln", new XElement(A + "noFill"))),
            new XElement(C + "txPr", new XElement(A + "bodyPr"), new XElement(A + "lstStyle"), new XElement(A + "p", new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", LetterSize * size))), new XElement(A + "endParaRPr", new XAttribute("lang", "en-GB")))),
            new XElement(C + "externalData", new XAttribute(R + "id", "data"), new XElement(C + "autoUpdate", Value(0)))).Save(stream, SaveOptions.DisableFormatting);
    }

    private XElement Plot() => new(
        C + "barChart",
        new XElement(C + "barDir", Value("bar")),
        new XElement(C + "grouping", Value("clustered")),
        new XElement(C + "varyColors", Value(0)),
        new XElement(
            C + "ser",
            new XElement(C + "idx", Value(0)),
            new XElement(C + "order", Value(0)),
            new XElement(C + "tx", new XElement(C + "strRef", new XElement(C + "f", $"{Sheet}!$B$1"), new XElement(C + "strCache", new XElement(C + "ptCount", Value(1)), Point(0, "Actions")))),
            new XElement(C + "spPr", Fill(Tone.Plain)),
            new XElement(C + "invertIfNegative", Value(0)),
            bars.Said.Select((bar, at) => new XElement(
                C + "dPt", new XElement(C + "idx", Value(at)), new XElement(C + "invertIfNegative", Value(0)), new XElement(C + "bubble3D", Value(0)), new XElement(C + "spPr", Fill(bar.Tone)))),
            new XElement(
                C + "dLbls",
                new[] { ("showLegendKey", 0), ("showVal", 1), ("showCatName", 0), ("showSerName", 0), ("showPercent", 0), ("showBubbleSize", 0) }.Select(show => new XElement(C + show.Item1, Value(show.Item2)))),
            new XElement(
                C + "cat",
                new XElement(C + "strRef", new XElement(C + "f", $"{Sheet}!$A$2:$A${bars.Said.Count + 1}"), new XElement(C + "strCache", new XElement(C + "ptCount", Value(bars.Said.Count)), bars.Said.Select((bar, at) => Point(at, bar.Name))))),
            new XElement(
                C + "val",
                new XElement(
                    C + "numRef",
                    new XElement(C + "f", $"{Sheet}!$B$2:$B${bars.Said.Count + 1}"),
                    new XElement(C + "numCache", new XElement(C + "formatCode", "General"), new XElement(C + "ptCount", Value(bars.Said.Count)), bars.Said.Select((bar, at) => Point(at, Number(bar))))))),
        new XElement(C + "gapWidth", Value(40)),
        new XElement(C + "axId", Value(1)),
        new XElement(C + "axId", Value(2)));

    // The worst rating stands on top.
    private static XElement Names() => new(
        C + "catAx",
        new XElement(C + "axId", Value(1)),
        new XElement(C + "scaling", new XElement(C + "orientation", Value("maxMin"))),
        new XElement(C + "delete", Value(0)),
        new XElement(C + "axPos", Value("l")),
        new XElement(C + "numFmt", new XAttribute("formatCode", "General"), new XAttribute("sourceLinked", 0)),
        new XElement(C + "majorTickMark", Value("none")),
        new XElement(C + "minorTickMark", Value("none")),
        new XElement(C + "tickLblPos", Value("nextTo")),
        new XElement(C + "crossAx", Value(2)),
        new XElement(C + "crosses", Value("autoZero")));

    private static XElement Numbers() => new(
        C + "valAx",
        new XElement(C + "axId", Value(2)),
        new XElement(C + "scaling", new XElement(C + "orientation", Value("minMax")), new XElement(C + "min", Value(0))),
        new XElement(C + "delete", Value(1)),
        new XElement(C + "axPos", Value("b")),
        new XElement(C + "numFmt", new XAttribute("formatCode", "General"), new XAttribute("sourceLinked", 0)),
        new XElement(C + "majorTickMark", Value("none")),
        new XElement(C + "minorTickMark", Value("none")),
        new XElement(C + "tickLblPos", Value("nextTo")),
        new XElement(C + "crossAx", Value(1)),
        new XElement(C + "crosses", Value("max")));

    private static XElement Fill(Tone tone) => new(A + "solidFill", new XElement(A + "schemeClr", Value(tone switch
    {
        Tone.Red => "accent2",
        Tone.Amber => "accent3",
        Tone.Green => "accent4",
        Tone.Blue => "accent1",
        _ => "accent5",
    })));

    private static XElement Point(int at, string value) => new(C + "pt", new XAttribute("idx", at), new XElement(C + "v", value));

    private static string Number(Bar bar) => bar.Number.ToString(CultureInfo.InvariantCulture);

    private static XAttribute Value(object value) => new("val", value);
}
