using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Moderation;

/// <summary>256 random bits that open a sign-in: a link's or a session's. The store knows the hash alone.</summary>
/// <remarks>Prints as nothing that opens anything; <see cref="Reveal"/> gives the 43 characters that go into a link or a cookie.</remarks>
public readonly record struct SignInSecret
{
    private const int Bytes = 32;
    private const int Length = 43;

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private readonly string? _text;

    private SignInSecret(string text) => _text = text;

    /// <summary>What the store keeps. A hash without a key is enough: nobody can try 256 random bits.</summary>
    public KeyedHash Hash => KeyedHash.Of(SHA256.HashData(Encoding.ASCII.GetBytes(Reveal())));

    /// <param name="random">Fills bytes; a source fit for keys.</param>
    public static SignInSecret New(UlidSource.Randomness random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var bytes = new byte[Bytes];
        random(bytes);
        return new SignInSecret(Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_'));
    }

    /// <summary>Whether a text has the form of one. White space around it is what copying adds.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SignInSecret secret)
    {
        var trimmed = text?.Trim();
        var parsed = trimmed is { Length: Length } && trimmed.AsSpan().IndexOfAnyExcept(Letters) < 0;
        secret = parsed ? new SignInSecret(trimmed!) : default;
        return parsed;
    }

    /// <summary>The secret itself: for the link, the cookie, and nothing else.</summary>
    public string Reveal() => _text ?? "";

    public override string ToString() => "(secret)";
}
