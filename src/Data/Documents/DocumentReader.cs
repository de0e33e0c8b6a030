using System.Text;
using System.Xml;

namespace TeamsPlanBot.Data.Documents;

/// <summary>What a file holds, or the sentence that says why it could not be read.</summary>
public sealed record ReadDocument(Document? Document, string? Problem);

/// <summary>Reads Word and Excel files and tables in text, whatever their names end in.</summary>
public static class DocumentReader
{
    private const string WordMain = "wordprocessingml";
    private const string SheetMain = "spreadsheetml";

    /// <summary>Reads a file that can be gone through twice.</summary>
    public static ReadDocument Read(Stream file, string name)
    {
        try
        {
            return new ReadDocument(ReadOrThrow(file, name), null);
        }
        catch (UnreadableDocumentException reason)
        {
            return new ReadDocument(null, reason.Message);
        }
        catch (XmlException reason) when (reason.Message.Contains("DTD", StringComparison.Ordinal))
        {
            return new ReadDocument(null, "It declares a document type of its own, which no Word or Excel does and which can pull in other files, so it was not read.");
        }
        catch (Exception reason) when (reason is XmlException or InvalidDataException or EndOfStreamException or FormatException or OverflowException or NotSupportedException)
        {
            return new ReadDocument(null, OfficePackage.Damaged().Message);
        }
    }

    private static Document ReadOrThrow(Stream file, string name)
    {
        if (file.Length == 0)
        {
            throw new UnreadableDocumentException("It is empty. Check that it was saved.");
        }

        if (file.Length > DocumentLimits.MostBytesOfFile)
        {
            throw new UnreadableDocumentException($"It is larger than {DocumentLimits.MostBytesOfFile >> 20} MB, which no plan is. Take pictures and other sheets out of it.");
        }

        Span<byte> start = stackalloc byte[8];
        file.Position = 0;
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return start[..length] switch
        {
            [(byte)'P', (byte)'K', 3, 4, ..] => Office(file),
            [(byte)'P', (byte)'K', 5, 6, ..] => throw OfficePackage.Damaged(),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => throw Old(file),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => throw new UnreadableDocumentException("It is a PDF, which keeps no tables. Bring the Word or Excel file that it was made from."),
            [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => throw new UnreadableDocumentException("It is an RTF file. Save it as a Word document (.docx) and bring that."),
            _ when IsOfficeByName(name) => throw new UnreadableDocumentException($"It is no {(name.EndsWith('x') ? "Word or Excel" : "Office")} file, whatever its ending says. Open it, save it as .docx, .xlsx or .csv and bring it again."),
            _ => PlainTextReader.Read(file, name),
        };
    }

    private static bool IsOfficeByName(string name) => Path.GetExtension(name).ToLowerInvariant() is ".docx" or ".xlsx" or ".docm" or ".xlsm";

    private static Document Office(Stream file)
    {
        using var package = new OfficePackage(file);
        var main = package.Relations("").Values.FirstOrDefault(relation => relation.Type == "officeDocument").Part;
        var type = ContentTypeOf(package, main);
        var remarks = new List<DocumentRemark>();
        if (main is not null && package.Relations(main).Values.Any(relation => relation.Type == "vbaProject"))
        {
            remarks.Add(new DocumentRemark("", "The file carries macros; they were passed over."));
        }

        if (type.Contains(WordMain, StringComparison.Ordinal))
        {
            return new DocxReader(package, main!, remarks).Read();
        }

        if (type.Contains(SheetMain, StringComparison.Ordinal))
        {
            return new XlsxReader(package, main!, remarks).Read();
        }

        throw new UnreadableDocumentException(
            package.Has("mimetype") ? "It is an OpenDocument file. Save it as Word (.docx) or Excel (.xlsx) and bring that."
            : type.Contains("presentationml", StringComparison.Ordinal) ? "It is a PowerPoint file. Bring the plan as Word (.docx), Excel (.xlsx) or text."
            : type.Contains("sheet.binary", StringComparison.Ordinal) ? "It is a binary workbook. Save it as an Excel workbook (.xlsx) and bring that."
            : "It is a packed file, but neither a Word nor an Excel file. Unpack it and bring the plan itself.");
    }

    private static string ContentTypeOf(OfficePackage package, string? main)
    {
        using var xml = package.Open("[Content_Types].xml");
        while (main is not null && xml is not null && xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Override" && string.Equals(xml.GetAttribute("PartName")?.TrimStart('/'), main, StringComparison.OrdinalIgnoreCase))
            {
                return xml.GetAttribute("ContentType") ?? "";
            }
        }

        return main is null ? "" : main.StartsWith("word/", StringComparison.OrdinalIgnoreCase) ? WordMain : main.StartsWith("xl/", StringComparison.OrdinalIgnoreCase) ? SheetMain : "";
    }

    // Encrypted files and those of before 2007 come in the same box; the names in its list of contents tell them apart.
    private static UnreadableDocumentException Old(Stream file)
    {
        var most = (int)Math.Min(file.Length, 20 << 20);
        var box = new byte[most];
        file.Position = 0;
        file.ReadExactly(box);
        return box.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
            ? new UnreadableDocumentException("It is protected by a password. Save it without one and bring it again.")
            : box.AsSpan().IndexOf(Encoding.Unicode.GetBytes("Workbook")) >= 0
            ? new UnreadableDocumentException("It is an Excel file of before 2007 (.xls). Save it as an Excel workbook (.xlsx) and bring that.")
            : new UnreadableDocumentException("It is a Word file of before 2007 (.doc), or protected. Save it as a Word document (.docx) without a password and bring that.");
    }
}
