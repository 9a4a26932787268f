using ProgrammeBot.Documents;
using ProgrammeBot.Passages;
using ProgrammeBot.Searching;

namespace ProgrammeBot.Faq.Impact;

/// <summary>The documents in use as they would be with one of them changed, added or taken away; for looking up words, not for searching.</summary>
/// <param name="under">The documents in use.</param>
/// <param name="id">The document.</param>
/// <param name="document">What it would be; null takes it away.</param>
internal sealed class CorpusWith(ICorpus under, string id, SourceDocument? document) : ICorpus
{
    public IReadOnlyList<DocumentMetadata> Documents { get; } =
        [.. under.Documents.Where(d => d.Id != id).Concat(document is null ? [] : [document.Metadata]).OrderBy(d => d.Id, StringComparer.Ordinal)];

    public IPassageIndex Index => under.Index;

    public IVocabulary Vocabulary => under.Vocabulary;

    public SourceDocument? Find(string documentId) => documentId == id ? document : under.Find(documentId);

    public IReadOnlyList<Passage> PassagesOf(string documentId) => documentId == id ? document is null ? [] : PassageCutter.Cut(document) : under.PassagesOf(documentId);
}
