using System.Xml.Linq;

namespace TeamsPlanBot.Bot.Reports;

/// <summary>The parts of a document that are the same in each: styles, theme, numbering and settings.</summary>
internal static class WordTemplate
{
    public static XElement Read(string part)
    {
        using var stream = typeof(WordTemplate).Assembly.GetManifestResourceStream($"Reports/{part}.xml")!;
        return XElement.Load(stream);
    }
}
