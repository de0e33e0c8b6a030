using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using TeamsPlanBot.Bot.Reports;
using Drawing = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>Reads a report as Word does, by Microsoft's own library, and finds what a board or a screen reader would stumble over.</summary>
internal sealed class WordReader : IDisposable
{
    private readonly MemoryStream file = new();
    private readonly WordprocessingDocument document;

    public WordReader(BoardReport report, bool onAPage = false)
    {
        if (onAPage)
        {
            WordFace.WriteOnAPage(report, file);
        }
        else
        {
            WordFace.Write(report, file);
        }

        document = WordprocessingDocument.Open(file, isEditable: false);
    }

    public MainDocumentPart Main => document.MainDocumentPart!;

    public Body Body => Main.Document.Body!;

    public string? Title => document.PackageProperties.Title;

    public string? Language => document.PackageProperties.Language;

    /// <summary>Everything that can be read, a line a paragraph.</summary>
    public string Text => string.Join('\n', Body.Descendants<Paragraph>().Select(TextOf));

    /// <summary>What Microsoft's validator says against it.</summary>
    public IReadOnlyList<string> Errors =>
        [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];

    /// <summary>The headings of a level, in order.</summary>
    public IReadOnlyList<string> Headings(int level) => Styled($"Heading{level}");

    public IReadOnlyList<string> Styled(string style) => [.. Body.Descendants<Paragraph>().Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val == style).Select(TextOf)];

    public IReadOnlyList<Table> Tables => [.. Body.Descendants<Table>()];

    /// <summary>The cells of the table under a heading.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Under(string heading)
    {
        var table = Body.Elements().SkipWhile(element => element is not Paragraph paragraph || TextOf(paragraph) != heading).OfType<Table>().First();
        return [.. table.Elements<TableRow>().Select(row => (IReadOnlyList<string>)[.. row.Elements<TableCell>().Select(cell => string.Join('\n', cell.Elements<Paragraph>().Select(TextOf)))])];
    }

    public IReadOnlyList<Drawing.DocProperties> Pictures => [.. Body.Descendants<Drawing.DocProperties>()];

    public void Dispose()
    {
        document.Dispose();
        file.Dispose();
    }

    private static string TextOf(Paragraph paragraph) => string.Concat(paragraph.Descendants().Select(part => part switch
    {
        Text text => text.Text,
        Break { Type: null } => "\n",
        _ => "",
    }));
}
