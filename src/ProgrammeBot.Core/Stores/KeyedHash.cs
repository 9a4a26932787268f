using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace ProgrammeBot.Stores;

/// <summary>Stands for a person or a message in a store: equal for the same one, and of no use to whoever lacks the key.</summary>
/// <remarks>64 lower-case hexadecimal digits (HMAC-SHA-256). The default value stands for nobody and is refused by the stores.</remarks>
public readonly record struct KeyedHash
{
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    private KeyedHash(string text) => Text = text;

    [AllowNull]
    private string Text { get => field ?? ""; }

    /// <exception cref="ArgumentException">The hash has not 32 bytes.</exception>
    public static KeyedHash Of(ReadOnlySpan<byte> hash) =>
        hash.Length == 32 ? new KeyedHash(Convert.ToHexStringLower(hash)) : throw new ArgumentException($"A hash has 32 bytes, not {hash.Length}.", nameof(hash));

    public static bool TryParse([NotNullWhen(true)] string? text, out KeyedHash hash)
    {
        var parsed = text is { Length: 64 } && text.AsSpan().IndexOfAnyExcept(Hex) < 0;
        hash = parsed ? new KeyedHash(text!) : default;
        return parsed;
    }

    public override string ToString() => Text;
}
