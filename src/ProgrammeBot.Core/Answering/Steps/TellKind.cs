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

        // Who names two programmes sets them side by side, in whatever words.
        kind = question.Programmes.Count > 1 ? QuestionKind.Compare : kind;
        var holding = kind == QuestionKind.Compare ? QuestionKinds.Of(question.Text, facet: true) : kind;
        return (question with { Kind = kind, Holding = holding }).Noting("kind", kind == holding ? $"{kind}" : $"{kind} of {holding}");
    }
}
