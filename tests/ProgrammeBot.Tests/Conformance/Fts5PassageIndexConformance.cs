using ProgrammeBot.Passages;
using ProgrammeBot.Searching;
using ProgrammeBot.Storage;

namespace ProgrammeBot.Tests.Conformance;

public sealed class Fts5PassageIndexConformance : PassageIndexConformance
{
    protected override IPassageIndex Build(IReadOnlyList<IndexedDocument> documents) => Fts5PassageIndex.InMemory(documents);
}
