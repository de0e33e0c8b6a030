using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>The package that tells Teams about the bot: its manifest and its icons.</summary>
internal static partial class AppPackage
{
    private const string AppIdPlace = "${APP_ID}";
    private const string SignInAppIdPlace = "${SIGN_IN_APP_ID}";
    private const string DomainPlace = "${DOMAIN}";

    // The oldest time a zip can hold: the same bot gives the same bytes, whenever it is asked.
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether this is a host alone, by its full name, as Teams and people elsewhere know it.</summary>
    public static bool IsHost(string domain) => domain.Length <= 253 && FullHostName().IsMatch(domain);

    /// <summary>The package as a zip: the manifest with these application ids and this host, its words in other languages, and the icons.</summary>
    public static byte[] Write(Guid appId, Guid signInAppId, string domain)
    {
        var manifest = Encoding.UTF8.GetString(Part("manifest.json"))
            .Replace(SignInAppIdPlace, signInAppId.ToString("D", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace(AppIdPlace, appId.ToString("D", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace(DomainPlace, domain.ToLowerInvariant(), StringComparison.Ordinal);

        var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create))
        {
            Add(zip, "manifest.json", Encoding.UTF8.GetBytes(manifest));
            foreach (var name in (string[])["cy.json", "color.png", "outline.png"])
            {
                Add(zip, name, Part(name));
            }
        }

        return package.ToArray();
    }

    // Stored as it is: what a compressor makes of it may change with the runtime.
    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = Always;
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static byte[] Part(string name)
    {
        using var part = typeof(AppPackage).Assembly.GetManifestResourceStream($"Manifest/{name}")!;
        var content = new byte[part.Length];
        part.ReadExactly(content);
        return content;
    }

    // At least two labels, the last one no number: neither this computer's name nor an IP address.
    [GeneratedRegex(@"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FullHostName();
}
