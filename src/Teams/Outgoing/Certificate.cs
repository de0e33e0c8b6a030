using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>The certificate that proves who the bot is.</summary>
internal static class Certificate
{
    /// <summary>The certificate in this file, or a sentence that says what is wrong with it.</summary>
    public static (X509Certificate2? Certificate, string? Problem) Read(string path, DateTimeOffset now)
    {
        X509Certificate2 certificate;
        try
        {
            certificate = Load(path);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, File.Exists(path)
                ? "The file in Teams__CertificatePath cannot be read as a certificate with its private key: give a .pfx without a password, or a .pem that holds both."
                : "The file in Teams__CertificatePath does not exist, or the bot may not read it: name another, or give the bot the right to read it.");
        }

        var problem = certificate switch
        {
            { HasPrivateKey: false } => "The certificate in Teams__CertificatePath has no private key with it: give a .pfx without a password, or a .pem that holds both.",
            _ when certificate.NotAfter.ToUniversalTime() <= now => $"The certificate in Teams__CertificatePath ran out on {certificate.NotAfter:d MMMM yyyy}: make a new one, and add it to the bot's Entra registration.",
            _ when certificate.NotBefore.ToUniversalTime() > now => $"The certificate in Teams__CertificatePath is good from {certificate.NotBefore:d MMMM yyyy} only: use one that is good today.",
            _ when certificate.GetRSAPrivateKey() is null => "The certificate in Teams__CertificatePath has no RSA key: Entra takes RSA certificates only.",
            _ => null,
        };
        if (problem is null)
        {
            return (certificate, null);
        }

        certificate.Dispose();
        return (null, problem);
    }

    // Where the platform can, the key stays in memory instead of a key store of the user.
    private static X509Certificate2 Load(string path) => Path.GetExtension(path).Equals(".pem", StringComparison.OrdinalIgnoreCase)
        ? X509Certificate2.CreateFromPemFile(path)
        : X509CertificateLoader.LoadPkcs12FromFile(path, null, OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet);
}
