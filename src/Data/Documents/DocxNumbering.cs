using System.Globalization;
using System.Text;
using System.Xml;

namespace TeamsPlanBot.Data.Documents;

/// <summary>Counts the numbered paragraphs of a Word document, whose numbers stand nowhere in its text.</summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;
    private readonly Dictionary<string, string> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<(string List, int Level), (string Format, string Text, int Start)> levels = [];
    private readonly Dictionary<(string Number, int Level), int> restarts = [];
    private readonly Dictionary<string, int?[]> counts = new(StringComparer.Ordinal);
    private readonly HashSet<(string Number, int Level)> restarted = [];

    public DocxNumbering(XmlReader? numbering)
    {
        if (numbering is null)
        {
            return;
        }

        using (numbering)
        {
            Read(numbering);
        }
    }

    /// <summary>The label of the next paragraph of a list, such as “4.” or “b)”; a bullet has none, and what is in no list is null.</summary>
    public string? Next(string number, int level)
    {
        if (number == "0" || !lists.TryGetValue(number, out var list))
        {
            return null;
        }

        level = Math.Clamp(level, 0, Levels - 1);
        if (!counts.TryGetValue(list, out var count))
        {
            counts[list] = count = new int?[Levels];
        }

        for (var at = 0; at <= level; at++)
        {
            if (restarts.TryGetValue((number, at), out var start) && restarted.Add((number, at)))
            {
                count[at] = start - 1;
                Array.Clear(count, at + 1, Levels - at - 1);
            }
        }

        for (var at = 0; at < level; at++)
        {
            count[at] ??= Of(list, at).Start;
        }

        count[level] = (count[level] ?? Of(list, level).Start - 1) + 1;
        Array.Clear(count, level + 1, Levels - level - 1);
        var (format, text, _) = Of(list, level);
        if (format is "bullet" or "none")
        {
            return "";
        }

        var label = new StringBuilder(text.Length == 0 ? $"%{level + 1}" : text);
        for (var at = 0; at <= level; at++)
        {
            label.Replace($"%{at + 1}", Written(count[at] ?? 1, Of(list, at).Format));
        }

        return label.ToString();
    }

    private (string Format, string Text, int Start) Of(string list, int level) => levels.GetValueOrDefault((list, level), ("decimal", $"%{level + 1}.", 1));

    private static string Written(int count, string format) => format switch
    {
        "lowerLetter" => Letters(count).ToLowerInvariant(),
        "upperLetter" => Letters(count),
        "lowerRoman" => Roman(count).ToLowerInvariant(),
        "upperRoman" => Roman(count),
        "bullet" or "none" => "",
        _ => count.ToString(CultureInfo.InvariantCulture),
    };

    private static string Letters(int count) => new((char)('A' + (count + 25) % 26), Math.Clamp((count + 25) / 26, 1, 20));

    private static string Roman(int count)
    {
        var roman = new StringBuilder();
        foreach (var (value, sign) in new[] { (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I") })
        {
            for (; count >= value && roman.Length < 20; count -= value)
            {
                roman.Append(sign);
            }
        }

        return roman.ToString();
    }

    private void Read(XmlReader xml)
    {
        var (list, number, level) = ("", "", 0);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "abstractNum":
                    (list, number) = (Value(xml, "abstractNumId"), "");
                    break;
                case "num":
                    (number, list) = (Value(xml, "numId"), "");
                    break;
                case "abstractNumId" when number.Length > 0:
                    lists[number] = Value(xml, "val");
                    break;
                case "lvl":
                    level = Number(xml, "ilvl");
                    break;
                case "lvlOverride":
                    level = Number(xml, "ilvl");
                    break;
                case "startOverride" when number.Length > 0:
                    restarts[(number, level)] = Number(xml, "val");
                    break;
                case "start" when list.Length > 0:
                    levels[(list, level)] = Of(list, level) with { Start = Number(xml, "val") };
                    break;
                case "numFmt" when list.Length > 0:
                    levels[(list, level)] = Of(list, level) with { Format = Value(xml, "val") };
                    break;
                case "lvlText" when list.Length > 0:
                    levels[(list, level)] = Of(list, level) with { Text = Value(xml, "val") };
                    break;
                default:
                    break;
            }
        }
    }

    internal static string Value(XmlReader xml, string name)
    {
        // Word writes its attributes with a prefix of its own, whose namespace differs between its two dialects.
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == name)
            {
                var value = xml.Value;
                xml.MoveToElement();
                return value;
            }
        }

        xml.MoveToElement();
        return "";
    }

    private static int Number(XmlReader xml, string name) => int.TryParse(Value(xml, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 0, 100_000) : 0;
}
