using ProgrammeBot.Passages;
using ProgrammeBot.Searching;
using ProgrammeBot.Semantics.UseLite;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Conformance;

public sealed class FusedIndexConformance : PassageIndexConformance
{
    protected override IPassageIndex Build(IReadOnlyList<IndexedDocument> documents) => MeaningOf.All(UseLiteEncoder.BuiltIn, documents).Index;
}
