using System.Globalization;
using System.Xml;

namespace TeamsPlanBot.Data.Documents;

/// <summary>What the paragraph styles of a Word document say of headings and lists.</summary>
internal sealed class DocxStyles
{
    private const int MostAncestors = 20;
    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);

    public DocxStyles(XmlReader? xml)
    {
        if (xml is null)
        {
            return;
        }

        using (xml)
        {
            var id = "";
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                switch (xml.LocalName)
                {
                    case "style":
                        id = DocxNumbering.Value(xml, "styleId");
                        styles[id] = new Style();
                        break;
                    case "name" when id.Length > 0:
                        styles[id].Name = DocxNumbering.Value(xml, "val").ToLowerInvariant();
                        break;
                    case "basedOn" when id.Length > 0:
                        styles[id].Parent = DocxNumbering.Value(xml, "val");
                        break;
                    case "outlineLvl" when id.Length > 0:
                        styles[id].Outline = int.TryParse(DocxNumbering.Value(xml, "val"), CultureInfo.InvariantCulture, out var level) ? level : null;
                        break;
                    case "numId" when id.Length > 0:
                        styles[id].Number = DocxNumbering.Value(xml, "val");
                        break;
                    case "ilvl" when id.Length > 0:
                        styles[id].Level = int.TryParse(DocxNumbering.Value(xml, "val"), CultureInfo.InvariantCulture, out var depth) ? depth : 0;
                        break;
                    default:
                        break;
                }
            }
        }
    }

    /// <summary>How deep a heading of this style stands, from 1; 0 for what is no heading.</summary>
    public int HeadingLevel(string style)
    {
        foreach (var one in Line(style))
        {
            if (one.Name is "title")
            {
                return 1;
            }

            if (one.Name.StartsWith("heading ", StringComparison.Ordinal) && int.TryParse(one.Name.AsSpan(8), CultureInfo.InvariantCulture, out var level))
            {
                return level;
            }

            if (one.Outline is >= 0 and < 9 and var outline)
            {
                return outline + 1;
            }
        }

        // A document without its styles still names the built-in ones.
        return style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase) && int.TryParse(style.AsSpan(7), CultureInfo.InvariantCulture, out var named) && !styles.ContainsKey(style) ? named : 0;
    }

    public bool IsTitle(string style) => Line(style).Any(one => one.Name == "title") || style == "Title";

    public bool IsContents(string style) => Line(style).Any(one => one.Name.StartsWith("toc", StringComparison.Ordinal));

    public (string Number, int Level)? List(string style)
    {
        foreach (var one in Line(style))
        {
            if (one.Number is { } number)
            {
                return (number, one.Level);
            }
        }

        return null;
    }

    public bool IsBulletByName(string style) => style.StartsWith("ListBullet", StringComparison.OrdinalIgnoreCase) || Line(style).Any(one => one.Name.StartsWith("list bullet", StringComparison.Ordinal));

    private IEnumerable<Style> Line(string style)
    {
        for (var at = 0; at < MostAncestors && styles.TryGetValue(style, out var one); at++)
        {
            yield return one;
            style = one.Parent;
        }
    }

    private sealed class Style
    {
        public string Name { get; set; } = "";

        public string Parent { get; set; } = "";

        public int? Outline { get; set; }

        public string? Number { get; set; }

        public int Level { get; set; }
    }
}
