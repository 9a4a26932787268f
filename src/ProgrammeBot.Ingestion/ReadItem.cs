using ProgrammeBot.Documents;

namespace ProgrammeBot.Ingestion;

/// <summary>What came out of a file: a document or a problem.</summary>
public abstract record ReadItem
{
    private ReadItem()
    {
    }

    public static implicit operator ReadItem(IngestionProblem problem) => new Problem(problem);

    public static implicit operator ReadItem(SourceDocument document) => new Document(document);

    /// <summary>A document.</summary>
    /// <param name="Value">The document.</param>
    /// <param name="Line">The 1-based line it stands on, where a file holds many.</param>
    public sealed record Document(SourceDocument Value, int? Line = null) : ReadItem;

    /// <summary>Why a file or a part of it was not read, or not as it may have been meant.</summary>
    public sealed record Problem(IngestionProblem Value) : ReadItem;
}

/// <summary>All that came out of one file.</summary>
public sealed record ReadOutcome(SourceFile File, IReadOnlyList<SourceDocument> Documents, IReadOnlyList<IngestionProblem> Problems);
