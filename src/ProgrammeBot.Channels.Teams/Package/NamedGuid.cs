using System.Security.Cryptography;
using System.Text;

namespace ProgrammeBot.Channels.Teams.Package;

/// <summary>A GUID made from a name (RFC 9562, version 5): the same for the same name, and no other's.</summary>
internal static class NamedGuid
{
    // Our own, made by chance once.
    private static readonly Guid Space = new("6f3c1f0e-5d0b-4b52-9a45-0c9f7e5b21d4");

    public static string Of(string name)
    {
        // RFC 9562 names SHA-1 for version 5; nothing is kept secret by it.
#pragma warning disable CA5350
        var hash = SHA1.HashData([.. Space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString("D");
    }
}
