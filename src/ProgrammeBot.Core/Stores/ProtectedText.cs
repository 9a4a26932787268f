namespace ProgrammeBot.Stores;

/// <summary>Text that points at a person or a message, made unreadable before it came to the store; see <see cref="IPersonProtection"/>.</summary>
/// <remarks>A store keeps it as it is. The default value holds nothing and is refused by the stores.</remarks>
public readonly record struct ProtectedText
{
    /// <summary>The most code units kept: room for the address of a conversation once it is protected.</summary>
    public const int MaxLength = 4096;

    /// <exception cref="ArgumentException">It is blank, too long, or holds what cannot be kept.</exception>
    public ProtectedText(string cipher) => Cipher = StoredText.Require(cipher, MaxLength, name: nameof(cipher));

    public string Cipher { get => field ?? ""; }

    /// <summary>Never what it holds: a log is no place for it.</summary>
    public override string ToString() => $"(protected, {Cipher.Length} characters)";
}
