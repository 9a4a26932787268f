using ProgrammeBot.Answering.Understanding;

namespace ProgrammeBot.Answering.Steps;

/// <summary>Tells what kind of thing is asked for.</summary>
internal sealed class TellKind : IAnsweringStep
{
    public QuestionSoFar Take(QuestionSoFar question, CancellationToken cancellationToken)
    {
        var kind = QuestionKinds.Of(question.Text);
        if (kind == QuestionKind.Open && question.Carried.Length > 0)
        {
            kind = QuestionKinds.Of(question.Carried);
        }

        var holding = kind == QuestionKind.Compare ? QuestionKinds.Of(question.Text, facet: true) : kind;
        return (question with { Kind = kind, Holding = holding }).Noting("kind", kind == holding ? $"{kind}" : $"{kind} of {holding}");
    }
}
