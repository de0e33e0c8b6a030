using System.IO.Compression;
using System.Xml;

namespace TeamsPlanBot.Data.Documents;

/// <summary>
/// The parts of a Word or Excel file. Everything comes through here, so that sizes are counted as they unpack, no document type is obeyed and
/// nothing outside the file is ever asked for.
/// </summary>
internal sealed class OfficePackage : IDisposable
{
    private const int MostParts = 10_000;
    private const int MostGrowth = 250;
    private const long GrowthCountsFrom = 20L << 20;
    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private long unpacked;

    public OfficePackage(Stream file)
    {
        try
        {
            archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MostParts || archive.Entries.Sum(entry => entry.Length) > 10 * DocumentLimits.MostBytesUnpacked)
            {
                throw DocumentLimits.TooLarge;
            }

            foreach (var entry in archive.Entries)
            {
                parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
            }
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            throw Damaged();
        }
    }

    public bool Has(string part) => parts.ContainsKey(part);

    /// <summary>A part as XML, or null where there is none.</summary>
    public XmlReader? Open(string part)
    {
        if (!parts.TryGetValue(part, out var entry))
        {
            return null;
        }

        if (entry.Length > DocumentLimits.MostBytesUnpacked)
        {
            throw DocumentLimits.TooLarge;
        }

        return XmlReader.Create(new Counted(entry.Open(), this, entry.CompressedLength), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
            MaxCharactersInDocument = DocumentLimits.MostBytesUnpacked,
        });
    }

    /// <summary>Where the relations of a part lead inside the file, by their numbers; those that lead outside are left out.</summary>
    public Dictionary<string, (string Type, string Part)> Relations(string part)
    {
        var slash = part.LastIndexOf('/');
        var folder = slash < 0 ? "" : part[..slash];
        var relations = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        using var xml = Open($"{(folder.Length == 0 ? "" : folder + "/")}_rels/{part[(slash + 1)..]}.rels");
        while (xml is not null && xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("TargetMode") != "External"
                && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
            {
                var type = xml.GetAttribute("Type") ?? "";
                relations[id] = (type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target));
            }
        }

        return relations;
    }

    public void Dispose() => archive.Dispose();

    public static UnreadableDocumentException Damaged() => new("It is damaged or was cut off. Open it, save it anew and bring it again.");

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target.TrimStart('/');
        }

        var path = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && path.Count > 0)
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (step is not (".." or "." or ""))
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }

    /// <summary>A part while it unpacks, which ends where it grows beyond all measure: a file can lie about its sizes.</summary>
    private sealed class Counted(Stream part, OfficePackage package, long packed) : Stream
    {
        private long read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Count(part.Read(buffer, offset, count));

        public override int Read(Span<byte> buffer) => Count(part.Read(buffer));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                part.Dispose();
            }

            base.Dispose(disposing);
        }

        private int Count(int bytes)
        {
            read += bytes;
            package.unpacked += bytes;
            return package.unpacked > DocumentLimits.MostBytesUnpacked || (read > GrowthCountsFrom && read / MostGrowth > packed) ? throw DocumentLimits.TooLarge : bytes;
        }
    }
}
