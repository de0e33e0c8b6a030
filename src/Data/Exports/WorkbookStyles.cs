using System.Xml;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Exports;

/// <summary>How the cells of a workbook look, by number.</summary>
internal static class WorkbookStyles
{
    public const int Words = 0;
    public const int Heading = 1;
    public const int Day = 2;
    public const int Number = 3;
    public const int Quoted = 4;

    private const int FirstRating = 5;

    // The fill and the ink on it: dark on light, so that the word can be read on every one, and in print.
    private static readonly (string Fill, string Ink)[] Ratings = [("FFFFC7CE", "FF8B0000"), ("FFFFE699", "FF664B00"), ("FFC6E0B4", "FF1E4620"), ("FFBDD7EE", "FF1F3864")];

    public static int Of(Brag rating) => FirstRating + (int)rating;

    public static void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", "http://schemas.openxmlformats.org/spreadsheetml/2006/main");
        xml.WriteRaw("""<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>""");
        xml.WriteRaw($"""<fonts count="{2 + Ratings.Length}">{Font("FF000000")}{Font("FFFFFFFF", isBold: true)}{string.Concat(Ratings.Select(rating => Font(rating.Ink, isBold: true)))}</fonts>""");
        xml.WriteRaw($"""<fills count="{3 + Ratings.Length}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>{Fill("FF1F3864")}{string.Concat(Ratings.Select(rating => Fill(rating.Fill)))}</fills>""");
        xml.WriteRaw($"""<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>{Edge("left")}{Edge("right")}{Edge("top")}{Edge("bottom")}<diagonal/></border></borders>""");
        xml.WriteRaw("""<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>""");
        xml.WriteRaw($"""<cellXfs count="{FirstRating + Ratings.Length}">""");
        xml.WriteRaw(Cell(font: 0, fill: 0));
        xml.WriteRaw(Cell(font: 1, fill: 2));
        xml.WriteRaw(Cell(font: 0, fill: 0, format: 164, aligned: """horizontal="left" """));
        xml.WriteRaw(Cell(font: 0, fill: 0));
        xml.WriteRaw(Cell(font: 0, fill: 0, further: """ quotePrefix="1" """));
        for (var at = 0; at < Ratings.Length; at++)
        {
            xml.WriteRaw(Cell(font: 2 + at, fill: 3 + at));
        }

        xml.WriteRaw("""</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>""");
        xml.WriteEndElement();
    }

    private static string Font(string ink, bool isBold = false) => $"""<font>{(isBold ? "<b/>" : "")}<sz val="11"/><color rgb="{ink}"/><name val="Calibri"/><family val="2"/></font>""";

    private static string Fill(string colour) => $"""<fill><patternFill patternType="solid"><fgColor rgb="{colour}"/><bgColor indexed="64"/></patternFill></fill>""";

    private static string Edge(string side) => $"""<{side} style="thin"><color rgb="FFD0D0D0"/></{side}>""";

    private static string Cell(int font, int fill, int format = 0, string aligned = "", string further = "") =>
        $"""<xf numFmtId="{format}" fontId="{font}" fillId="{fill}" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"{further}><alignment {aligned}vertical="top" wrapText="1"/></xf>""";
}
