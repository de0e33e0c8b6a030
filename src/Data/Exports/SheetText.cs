using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace TeamsPlanBot.Data.Exports;

/// <summary>How a text stands in a cell, whatever somebody wrote into it.</summary>
internal static partial class SheetText
{
    private const int Longest = 32_767;
    private const string Cut = " … (cut: a cell holds no more)";

    /// <summary>Some programs run what begins like this, as soon as somebody edits the cell.</summary>
    public static bool LooksLikeFormula(string text) => text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    /// <summary>The text without what no such file may hold.</summary>
    public static string Written(string text)
    {
        var whole = text.Length <= Longest ? text : text[..(Longest - Cut.Length - 1)] + Cut;
        var lines = whole.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return Escapes().Replace(IsClean(lines) ? lines : Cleaned(lines), "_x005F_$1");
    }

    private static bool IsClean(string text)
    {
        foreach (var letter in text)
        {
            if (!XmlConvert.IsXmlChar(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static string Cleaned(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                clean.Append(text[at]).Append(text[++at]);
            }
            else if (XmlConvert.IsXmlChar(text[at]))
            {
                clean.Append(text[at]);
            }
        }

        return clean.ToString();
    }

    // Excel reads _x0041_ as an A: the underscore in front is written so that it does not.
    [GeneratedRegex("_(x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escapes();
}
