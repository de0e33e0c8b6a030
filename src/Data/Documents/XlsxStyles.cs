using System.Globalization;
using System.Xml;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Documents;

/// <summary>What number a cell shows.</summary>
internal enum NumberLook
{
    Number,
    Percent,
    Day,
    Month,
    Time,
}

/// <summary>What the cell styles of a workbook say: how numbers look, fills and struck-through fonts.</summary>
internal sealed class XlsxStyles
{
    private static readonly string[] Indexed =
    [
        "000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF", "000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF",
        "800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080", "9999FF", "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF",
        "000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000", "008080", "0000FF", "00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99",
        "3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696", "003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333",
    ];

    private static readonly string[] ThemeOrder = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"];

    private readonly List<(NumberLook Look, Brag? Fill, bool IsStruck, bool IsBold)> looks = [];

    public XlsxStyles(XmlReader? xml, IReadOnlyList<string> theme)
    {
        if (xml is null)
        {
            return;
        }

        using (xml)
        {
            Read(xml, theme);
        }
    }

    public (NumberLook Look, Brag? Fill, bool IsStruck, bool IsBold) Of(string? style) =>
        int.TryParse(style, CultureInfo.InvariantCulture, out var at) && at >= 0 && at < looks.Count ? looks[at] : default;

    /// <summary>The colours of a workbook's theme, in the order in which cells count them.</summary>
    public static IReadOnlyList<string> Theme(XmlReader? xml)
    {
        if (xml is null)
        {
            return [];
        }

        using (xml)
        {
            var colours = new Dictionary<string, string>(StringComparer.Ordinal);
            var name = "";
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                if (xml.LocalName is "dk1" or "lt1" or "dk2" or "lt2" or "accent1" or "accent2" or "accent3" or "accent4" or "accent5" or "accent6")
                {
                    name = xml.LocalName;
                }
                else if (name.Length > 0 && xml.LocalName is "srgbClr" or "sysClr")
                {
                    colours.TryAdd(name, (xml.LocalName == "srgbClr" ? xml.GetAttribute("val") : xml.GetAttribute("lastClr")) ?? "");
                }
            }

            return [.. ThemeOrder.Select(one => colours.GetValueOrDefault(one, ""))];
        }
    }

    private void Read(XmlReader xml, IReadOnlyList<string> theme)
    {
        var formats = new Dictionary<string, string>(StringComparer.Ordinal);
        var fills = new List<Brag?>();
        var fonts = new List<(bool IsStruck, bool IsBold)>();
        var (inFonts, inCells, inFills) = (false, false, false);
        while (xml.Read())
        {
            var opens = xml.NodeType == XmlNodeType.Element;
            if (xml.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement))
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "fonts":
                    inFonts = opens && !xml.IsEmptyElement;
                    break;
                case "fills":
                    inFills = opens && !xml.IsEmptyElement;
                    break;
                case "cellXfs":
                    inCells = opens && !xml.IsEmptyElement;
                    break;
                case "numFmt" when opens:
                    formats[xml.GetAttribute("numFmtId") ?? ""] = xml.GetAttribute("formatCode") ?? "";
                    break;
                case "font" when opens && inFonts:
                    fonts.Add((false, false));
                    break;
                case "strike" when opens && inFonts && fonts.Count > 0:
                    fonts[^1] = fonts[^1] with { IsStruck = xml.GetAttribute("val") is not ("0" or "false") };
                    break;
                case "b" when opens && inFonts && fonts.Count > 0:
                    fonts[^1] = fonts[^1] with { IsBold = xml.GetAttribute("val") is not ("0" or "false") };
                    break;
                case "fill" when opens && inFills:
                    fills.Add(null);
                    break;
                case "fgColor" when opens && inFills && fills.Count > 0:
                    fills[^1] = FillColour.Rating(Colour(xml, theme));
                    break;
                case "xf" when opens && inCells:
                    looks.Add((
                        Look(xml.GetAttribute("numFmtId") ?? "0", formats),
                        At(fills, xml.GetAttribute("fillId")),
                        At(fonts, xml.GetAttribute("fontId")).IsStruck,
                        At(fonts, xml.GetAttribute("fontId")).IsBold));
                    break;
                default:
                    break;
            }
        }
    }

    private static T? At<T>(List<T> list, string? index) => int.TryParse(index, CultureInfo.InvariantCulture, out var at) && at >= 0 && at < list.Count ? list[at] : default;

    private static string? Colour(XmlReader xml, IReadOnlyList<string> theme) =>
        xml.GetAttribute("rgb") is { } rgb ? rgb
        : int.TryParse(xml.GetAttribute("theme"), CultureInfo.InvariantCulture, out var at) && at >= 0 && at < theme.Count ? theme[at]
        : int.TryParse(xml.GetAttribute("indexed"), CultureInfo.InvariantCulture, out var index) && index >= 0 && index < Indexed.Length ? Indexed[index]
        : null;

    private static NumberLook Look(string format, Dictionary<string, string> formats)
    {
        if (formats.TryGetValue(format, out var code))
        {
            return OfCode(code);
        }

        return int.TryParse(format, CultureInfo.InvariantCulture, out var known)
            ? known switch
            {
                9 or 10 => NumberLook.Percent,
                17 => NumberLook.Month,
                14 or 15 or 16 or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) => NumberLook.Day,
                18 or 19 or 20 or 21 or 45 or 46 or 47 => NumberLook.Time,
                _ => NumberLook.Number,
            }
            : NumberLook.Number;
    }

    private static NumberLook OfCode(string code)
    {
        var (hasDay, hasMonth, hasYear, hasTime, hasPercent) = (false, false, false, false, false);
        var (quoted, bracketed) = (false, false);
        for (var at = 0; at < code.Length && code[at] != ';'; at++)
        {
            switch (char.ToLowerInvariant(code[at]))
            {
                case '"':
                    quoted = !quoted;
                    break;
                case '\\' or '_' or '*':
                    at++;
                    break;
                case '[':
                    bracketed = true;
                    break;
                case ']':
                    bracketed = false;
                    break;
                case var letter when !quoted && !bracketed:
                    hasDay |= letter == 'd';
                    hasMonth |= letter == 'm';
                    hasYear |= letter == 'y';
                    hasTime |= letter is 'h' or 's';
                    hasPercent |= letter == '%';
                    break;
                default:
                    break;
            }
        }

        return hasDay ? NumberLook.Day : hasYear ? NumberLook.Month : hasMonth && !hasTime ? NumberLook.Month : hasTime ? NumberLook.Time : hasPercent ? NumberLook.Percent : NumberLook.Number;
    }
}
