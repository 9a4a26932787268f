using System.Text.RegularExpressions;
using ProgrammeBot.Answering.Understanding;

namespace ProgrammeBot.Answering.Steps;

/// <summary>Tells what kind of thing is asked for.</summary>
internal sealed partial class TellKind : IAnsweringStep
{
    public QuestionSoFar Take(QuestionSoFar question, CancellationToken cancellationToken)
    {
        var kind = QuestionKinds.Of(question.Text);
        if (kind == QuestionKind.Open && question.Carried.Length > 0 && !AsksByItself().IsMatch(question.Text))
        {
            kind = QuestionKinds.Of(question.Carried);
        }

        // Who names two programmes sets them side by side, in whatever words.
        kind = question.Programmes.Count > 1 ? QuestionKind.Compare : kind;
        var holding = kind == QuestionKind.Compare ? QuestionKinds.Of(question.Text, facet: true) : kind;
        return (question with { Kind = kind, Holding = holding }).Noting("kind", kind == holding ? $"{kind}" : $"{kind} of {holding}");
    }

    /// <summary>'And what is the pass mark' asks for a thing of its own, 'and on the MRes' for the one before.</summary>
    [GeneratedRegex(@"\b(what|which|why|how)\b(?! about)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AsksByItself();
}
