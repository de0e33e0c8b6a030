using System.Text;
using System.Xml;

namespace TeamsPlanBot.Bot.Reports;

/// <summary>Texts as a document can hold them, whatever somebody wrote.</summary>
internal static class WordText
{
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.Value is '\t' or '\r')
            {
                clean.Append(' ');
            }
            else if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }
}
