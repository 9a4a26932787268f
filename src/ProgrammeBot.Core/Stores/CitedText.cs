using System.Text;
using ProgrammeBot.Documents;

namespace ProgrammeBot.Stores;

/// <summary>The stored text of a document version that something cites, so that the citation can be checked when the document has moved on.</summary>
/// <remarks>The version is computed from the text, so the two cannot part.</remarks>
public sealed record CitedText
{
    /// <summary>The most code units a text holds; far more than a document that ingestion takes.</summary>
    public const int MaxLength = 128 * 1024 * 1024;

    /// <param name="documentId">The document it is the text of.</param>
    /// <param name="text">Its stored text. Halves of surrogate pairs become U+FFFD, as in the version's hash; no offset moves by that.</param>
    /// <exception cref="ArgumentException">No document id, or a text over <see cref="MaxLength"/>.</exception>
    public CitedText(string documentId, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaxLength)
        {
            throw new ArgumentException($"The text of '{documentId}' has {text.Length} characters, at most {MaxLength} are kept.", nameof(text));
        }

        Text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        Cited = new CitedVersion(documentId, SourceDocument.VersionOf(text));
    }

    public CitedVersion Cited { get; }

    public string Text { get; }

    public static CitedText Of(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new CitedText(document.Id, document.Text);
    }

    public override string ToString() => $"{Cited} ({Text.Length} characters)";
}
