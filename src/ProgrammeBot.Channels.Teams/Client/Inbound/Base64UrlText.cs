using System.Buffers;
using System.Buffers.Text;

namespace ProgrammeBot.Channels.Teams.Client.Inbound;

/// <summary>Base64url as tokens and keys have it (RFC 7515, section 2): without padding, one text for the same bytes.</summary>
internal static class Base64UrlText
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>The bytes; null where it is no such text, or none at all.</summary>
    public static byte[]? Decode(string? text)
    {
        // The decoder passes over white space and takes padding.
        if (string.IsNullOrEmpty(text) || text.AsSpan().ContainsAnyExcept(Letters))
        {
            return null;
        }

        try
        {
            return Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            // A length that cannot be, or bits behind the last byte.
            return null;
        }
    }
}
