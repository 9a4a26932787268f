using ProgrammeBot.App.Citing;
using ProgrammeBot.Documents;
using ProgrammeBot.Searching;

namespace ProgrammeBot.App.Web.Reading;

/// <summary>Which text a link to a document leads to.</summary>
public enum Edition
{
    /// <summary>The one in use.</summary>
    Current,

    /// <summary>The one that was cited; the document has changed or gone since.</summary>
    AsCited,

    /// <summary>The one in use, because the cited one is not kept.</summary>
    CurrentInstead,
}

/// <param name="Document">What is shown.</param>
/// <param name="Edition">Whether that is what the link meant.</param>
/// <param name="IsSource">Whether the document is still among the sources.</param>
public sealed record SourceReading(SourceDocument Document, Edition Edition, bool IsSource);

/// <summary>Finds the text that a citation points into: the current one, else the kept one.</summary>
public sealed class SourceReader(ICorpusSource corpus, CitedTextKeeper kept)
{
    private const string Algorithm = "sha256:";

    // Fewer digits would name too many texts.
    private const int MinDigits = 12;
    private const int AllDigits = 64;

    /// <summary>The document in that version, or null when there is no such document or text at all.</summary>
    /// <param name="documentId">As it stands in the address.</param>
    /// <param name="version">With or without <c>sha256:</c>, whole or its beginning; null or nonsense is the current one.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async Task<SourceReading?> FindAsync(string documentId, string? version, CancellationToken cancellationToken)
    {
        var current = corpus.Current.Find(documentId);
        var digits = DigitsOf(version);
        if (digits is null || current?.Version.AsSpan(Algorithm.Length).StartsWith(digits, StringComparison.Ordinal) == true)
        {
            return current is null ? null : new SourceReading(current, Edition.Current, IsSource: true);
        }

        if (await kept.FindAsync(documentId, Algorithm + digits, cancellationToken) is { } text)
        {
            var metadata = current?.Metadata ?? new DocumentMetadata(documentId);
            return new SourceReading(PlainText.AsDocument(metadata, text), Edition.AsCited, current is not null);
        }

        return current is null ? null : new SourceReading(current, Edition.CurrentInstead, IsSource: true);
    }

    /// <summary>The stored text of exactly that version, or null.</summary>
    public async Task<string?> TextAsync(string documentId, string version, CancellationToken cancellationToken)
    {
        if (DigitsOf(version) is not { Length: AllDigits } digits)
        {
            return null;
        }

        return await FindAsync(documentId, digits, cancellationToken) is { Edition: not Edition.CurrentInstead } reading
            && reading.Document.Version == Algorithm + digits
                ? reading.Document.Text
                : null;
    }

    private static string? DigitsOf(string? version)
    {
        var digits = version?.StartsWith(Algorithm, StringComparison.Ordinal) == true ? version[Algorithm.Length..] : version;
        return digits is { Length: >= MinDigits and <= AllDigits } && digits.All(char.IsAsciiHexDigitLower) ? digits : null;
    }
}
