using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ProgrammeBot.Semantics;

/// <summary>Stands for a text by its content: the first half of its SHA-256.</summary>
public readonly record struct TextKey(UInt128 Value)
{
    public static TextKey Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), hash);
        return new(MemoryMarshal.Read<UInt128>(hash));
    }
}
