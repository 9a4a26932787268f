using ProgrammeBot.Passages;
using ProgrammeBot.Searching;
using ProgrammeBot.Searching.InTree;

namespace ProgrammeBot.Tests.Conformance;

public sealed class InTreeIndexConformance : PassageIndexConformance
{
    protected override IPassageIndex Build(IReadOnlyList<IndexedDocument> documents) => InTreeCorpus.FromDocuments(documents).Index;
}
