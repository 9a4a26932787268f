using ProgrammeBot.Intents;

namespace ProgrammeBot.Answering.Steps;

/// <summary>Notes which passages moderators found to be no answer to this question: no later step answers from them.</summary>
internal sealed class HeedRejections(IFaqBooks books) : IAnsweringStep
{
    public QuestionSoFar Take(QuestionSoFar question, CancellationToken cancellationToken)
    {
        var rejected = books.Current.Rejected.For(question.Wanted);
        return rejected.Count == 0 ? question : (question with { Rejected = rejected }).Noting("rejected", $"{rejected.Count} passages must not answer this");
    }
}
