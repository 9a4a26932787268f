using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ProgrammeBot.App.Channels.Teams;

/// <summary>The certificate that stands in for a secret: a .pfx, or a .pem with certificate and key in one.</summary>
internal static class TeamsCertificate
{
    private const string Key = "Teams:CertificateFile";

    /// <summary>The certificate with its private key; null where there is a fault.</summary>
    public static TeamsCredential.Certificate? Load(string path, string? passwordFile, List<string> faults)
    {
        var password = passwordFile is null ? null : SettingFile.Read("Teams:CertificatePasswordFile", passwordFile, "the certificate's password", faults);
        if (passwordFile is not null && password is null)
        {
            return null;
        }

        try
        {
            var certificate = Read(path, password);
            if (certificate.HasPrivateKey && certificate.GetRSAPublicKey() is not null)
            {
                return new TeamsCredential.Certificate(certificate);
            }

            faults.Add(certificate.HasPrivateKey
                ? $"{Key}: '{path}' holds no RSA key, which Entra wants: make a certificate with an RSA key of at least 2048 bits."
                : $"{Key}: '{path}' holds no private key: export the certificate together with its key.");
            certificate.Dispose();
        }
        catch (CryptographicException e)
        {
            faults.Add($"{Key}: '{path}' is no certificate that can be opened ({e.Message.TrimEnd('.')}). Give a .pfx, or a .pem with certificate and key, and its password in Teams:CertificatePasswordFile.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            faults.Add($"{Key}: '{path}' cannot be read ({e.Message}). Put the certificate there, and let this user read it.");
        }

        return null;
    }

    private static X509Certificate2 Read(string path, string? password)
    {
        var bytes = File.ReadAllBytes(path);
        if (!IsPem(bytes))
        {
            return X509CertificateLoader.LoadPkcs12(bytes, password);
        }

        var text = System.Text.Encoding.ASCII.GetString(bytes);
        return text.Contains("PRIVATE KEY-----", StringComparison.Ordinal)
            ? password is null ? X509Certificate2.CreateFromPem(text, text) : X509Certificate2.CreateFromEncryptedPem(text, text, password)
            : X509Certificate2.CreateFromPem(text);
    }

    private static bool IsPem(ReadOnlySpan<byte> bytes) => bytes.IndexOf("-----BEGIN "u8) >= 0;
}
