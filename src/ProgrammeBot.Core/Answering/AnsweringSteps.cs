using ProgrammeBot.Answering.Steps;
using ProgrammeBot.Answering.Understanding;

namespace ProgrammeBot.Answering;

/// <summary>A question's way to its reply: the steps in the order they are taken.</summary>
internal static class AnsweringSteps
{
    public static IReadOnlyList<IAnsweringStep> InOrder(Knowledge knowledge, TimeProvider time)
    {
        var names = new ProgrammeNames(knowledge.Scopes);
        return
        [
            new CleanText(),
            new AnswerWithCare(knowledge.Care),
            new TakeFollowUp(knowledge.Faq, time),
            new DeclineSmallTalk(),
            new CorrectSpelling(),
            new CompleteFollowUp(names),
            new FindProgramme(names),
            new TellKind(),
            new FindAspects(knowledge.Encoder),
            new WeighTerms(knowledge.Synonyms),
            new HeedRejections(knowledge.Faq),
            new MatchFaq(knowledge.Faq, time),
            new LookUpRows(names),
            new GatherList(),
            new CompareProgrammes(),
            new GatherEvidence(),
            new BranchByProgramme(),
            new Decide(),
        ];
    }
}
