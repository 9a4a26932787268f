using System.Buffers;
using ProgrammeBot.Documents;

namespace ProgrammeBot.Stores;

/// <summary>One version of one document, as citations name it.</summary>
public sealed record CitedVersion
{
    private const string Prefix = "sha256:";
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <param name="documentId">See <see cref="DocumentMetadata.IsId"/>.</param>
    /// <param name="version">'sha256:' and 64 lower-case hexadecimal digits; see <see cref="SourceDocument.Version"/>.</param>
    /// <exception cref="ArgumentException">One of them is not of that form.</exception>
    public CitedVersion(string documentId, string version)
    {
        if (!DocumentMetadata.IsId(documentId))
        {
            throw new ArgumentException($"'{documentId}' is no document id.", nameof(documentId));
        }

        if (!IsVersion(version))
        {
            throw new ArgumentException($"'{version}' is no version: '{Prefix}' and 64 lower-case hexadecimal digits.", nameof(version));
        }

        DocumentId = documentId;
        Version = version;
    }

    public string DocumentId { get; }

    public string Version { get; }

    public static bool IsVersion(string? version) =>
        version is { Length: 71 } && version.StartsWith(Prefix, StringComparison.Ordinal) && version.AsSpan(Prefix.Length).IndexOfAnyExcept(Hex) < 0;

    public override string ToString() => $"{DocumentId}@{Version}";
}
