using ProgrammeBot.Answering.Evidence;
using ProgrammeBot.Answering.Understanding.Aspects;
using ProgrammeBot.Semantics;

namespace ProgrammeBot.Answering.Steps;

/// <summary>Tells what a question asks for, however it is put: 'will somebody ring me up' asks for the interview.</summary>
internal sealed class FindAspects(ISentenceEncoder? encoder) : IAnsweringStep
{
    private readonly Lazy<AspectFinder> _finder = new(() => new AspectFinder(AspectBook.BuiltIn, encoder));

    public QuestionSoFar Take(QuestionSoFar question, CancellationToken cancellationToken)
    {
        var text = question.Carried.Length == 0 ? question.Wanted : $"{question.Wanted} {question.Carried}";
        float[] vector = [];
        if (encoder is not null)
        {
            vector = new float[encoder.Dimensions];
            encoder.Encode(text, vector);
        }

        var aspects = _finder.Value.Find(text, vector);
        return (question with { Aspects = aspects, Speaks = AspectEvidence.Of(aspects, question.Corpus.Vocabulary), Vector = vector }).Noting(
            "aspects", aspects.Count == 0 ? "none" : string.Join(", ", aspects.Select(a => FormattableString.Invariant($"{a.Aspect.Id} {a.Share:0.00} ('{a.Nearest}')"))));
    }
}
