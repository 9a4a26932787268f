using System.Collections.Concurrent;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Support;

/// <summary>Protects nothing: what it was given it gives back, as long as it lives.</summary>
internal sealed class PlainProtection : IPersonProtection
{
    private readonly ConcurrentDictionary<ProtectedText, string> _kept = new();

    public ProtectedText Protect(string text)
    {
        var cipher = new ProtectedText($"cipher {_kept.Count} of {text.Length}");
        _kept[cipher] = text;
        return cipher;
    }

    public string? Unprotect(ProtectedText text) => _kept.GetValueOrDefault(text);

    public KeyedHash HashOf(string id) => SomePlaces.Hash(id);
}
