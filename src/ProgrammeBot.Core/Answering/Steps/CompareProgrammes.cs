using ProgrammeBot.Answering.Evidence;
using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Scopes;

namespace ProgrammeBot.Answering.Steps;

/// <summary>The same facet of two programmes side by side, each a quote with its citation; what one lacks is said.</summary>
internal sealed class CompareProgrammes : IAnsweringStep
{
    private const int MostProgrammes = 4;

    /// <summary>Less than for a plain answer: the words of the comparison itself stand in neither document.</summary>
    private const double LeastCoverage = 0.35;

    public QuestionSoFar Take(QuestionSoFar question, CancellationToken cancellationToken)
    {
        var programmes = question.Programmes.Count > 1 ? question.Programmes
            : question is { Kind: QuestionKind.Compare, Programmes.Count: 0, IsGeneral: false } ? [.. question.Scopes.Scopes.Where(s => s.Kind == ScopeKind.Programme)]
            : (IReadOnlyList<Scope>)[];
        if (programmes.Count is < 2 or > MostProgrammes)
        {
            return question;
        }

        var composer = new AnswerComposer();
        var found = 0;
        double least = 1;
        foreach (var programme in programmes)
        {
            var best = ProgrammeEvidence.Best(question, programme, LeastCoverage, cancellationToken);
            if (best.Count > 0 && composer.Quote([best[0]], $"{programme.Name}: "))
            {
                found++;
                least = Math.Min(least, best[0].Coverage);
                if (best.Count > 1 && (best[1].Passage.Id == best[0].Passage.Id || (programmes.Count == 2 && !question.Asked.IsOneOfSeveral)))
                {
                    composer.Quote([best[1]]);
                }
            }
            else
            {
                composer.Say(SharedWording.Filled(question.Says.ProgrammeSilent, programme.Name));
            }
        }

        return found == 0
            ? question
            : question.Replying("compare", new Answer(composer.Text, composer.Citations, Confidences.Of(least, found == programmes.Count)), $"{found} of {programmes.Count} programmes say something");
    }
}
