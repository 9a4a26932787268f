using ProgrammeBot.Documents;
using ProgrammeBot.Passages;
using ProgrammeBot.Searching;

namespace ProgrammeBot.Semantics;

/// <summary>A corpus whose index also goes by meaning.</summary>
public sealed class CorpusWithMeaning : ICorpus
{
    public CorpusWithMeaning(ICorpus inner, IMeaning meaning)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(meaning);
        Inner = inner;
        Meaning = meaning;
        Index = new FusedIndex(inner, meaning);
    }

    /// <summary>The corpus as it is without.</summary>
    public ICorpus Inner { get; }

    public IMeaning? Meaning { get; }

    public IReadOnlyList<DocumentMetadata> Documents => Inner.Documents;

    public IReadOnlyList<DocumentMetadata> WithTables => Inner.WithTables;

    public IPassageIndex Index { get; }

    public IVocabulary Vocabulary => Inner.Vocabulary;

    public SourceDocument? Find(string documentId) => Inner.Find(documentId);

    public Passage? Find(PassageId passage) => Inner.Find(passage);

    public IReadOnlyList<Passage> PassagesOf(string documentId) => Inner.PassagesOf(documentId);
}
