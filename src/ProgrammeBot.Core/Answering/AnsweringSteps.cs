using ProgrammeBot.Answering.Steps;
using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Scopes;
using ProgrammeBot.Semantics;

namespace ProgrammeBot.Answering;

/// <summary>A question's way to its reply: the steps in the order they are taken.</summary>
internal static class AnsweringSteps
{
    public static IReadOnlyList<IAnsweringStep> InOrder(ScopeCatalog scopes, ISentenceEncoder? encoder)
    {
        var names = new ProgrammeNames(scopes);
        return
        [
            new CleanText(),
            new DeclineSmallTalk(),
            new CorrectSpelling(),
            new CompleteFollowUp(names),
            new FindProgramme(names),
            new TellKind(),
            new FindAspects(encoder),
            new WeighTerms(),
            new LookUpRows(names),
            new CompareProgrammes(),
            new GatherEvidence(),
            new BranchByProgramme(),
            new Decide(),
        ];
    }
}
