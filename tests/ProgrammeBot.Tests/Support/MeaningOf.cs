using ProgrammeBot.Passages;
using ProgrammeBot.Searching;
using ProgrammeBot.Searching.InTree;
using ProgrammeBot.Semantics;

namespace ProgrammeBot.Tests.Support;

/// <summary>Corpora whose texts all have their vectors.</summary>
internal static class MeaningOf
{
    public static CorpusWithMeaning All(ISentenceEncoder encoder, params IReadOnlyList<IndexedDocument> documents)
    {
        var corpus = InTreeCorpus.FromDocuments(documents);
        return new CorpusWithMeaning(corpus, Some(encoder, corpus, _ => true));
    }

    /// <param name="encoder">Makes the vectors.</param>
    /// <param name="corpus">What they are of.</param>
    /// <param name="isFilled">Whether a passage has its vectors already.</param>
    public static CorpusMeaning Some(ISentenceEncoder encoder, ICorpus corpus, Func<Passage, bool> isFilled)
    {
        var table = new VectorTable(encoder.Dimensions);
        var vectors = new PassageVectors.Builder(table);
        foreach (var document in corpus.Documents.Select(d => corpus.Find(d.Id)!))
        {
            foreach (var passage in corpus.PassagesOf(document.Id).Where(isFilled))
            {
                vectors.Add(passage.Id, passage.Scope, [.. PassageTexts.Of(document, passage).Select(t => table.Add(TextKey.Of(t), TextVector.Of(encoder, t)))]);
            }
        }

        return new CorpusMeaning(encoder, table, vectors.Build());
    }
}
