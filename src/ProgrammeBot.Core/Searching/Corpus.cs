using ProgrammeBot.Documents;
using ProgrammeBot.Passages;
using ProgrammeBot.Semantics;

namespace ProgrammeBot.Searching;

/// <summary>The documents in use and the index over their passages, as one immutable snapshot.</summary>
/// <remarks>Whoever holds one may go on using it after a newer one has come. Many may read at once.</remarks>
public interface ICorpus
{
    /// <summary>What is known of each document, by id in ordinal order.</summary>
    IReadOnlyList<DocumentMetadata> Documents { get; }

    /// <summary>Those documents that hold a table, in the same order.</summary>
    IReadOnlyList<DocumentMetadata> WithTables => [.. Documents.Where(d => Find(d.Id)?.Blocks.Any(b => b.Table >= 0) == true)];

    IPassageIndex Index { get; }

    IVocabulary Vocabulary { get; }

    /// <summary>What is known of the meaning of its texts; null when that is switched off.</summary>
    IMeaning? Meaning => null;

    /// <summary>The document with this id, or null.</summary>
    SourceDocument? Find(string documentId);

    /// <summary>The passage with this id, or null.</summary>
    Passage? Find(PassageId passage) =>
        passage.Document is not null && PassagesOf(passage.Document) is var all && (uint)passage.Ordinal < (uint)all.Count ? all[passage.Ordinal] : null;

    /// <summary>The passages of a document in reading order; none when there is no such document.</summary>
    IReadOnlyList<Passage> PassagesOf(string documentId);
}

/// <summary>Hands out the corpus in use; a newer one replaces it by one assignment.</summary>
public interface ICorpusSource
{
    ICorpus Current { get; }
}
