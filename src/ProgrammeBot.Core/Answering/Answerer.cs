using ProgrammeBot.Channels;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;
using ProgrammeBot.Semantics;

namespace ProgrammeBot.Answering;

/// <summary>Takes a question through the steps until one knows the reply.</summary>
public sealed class Answerer : IAnswerer
{
    private readonly ICorpusSource _corpora;
    private readonly ScopeCatalog _scopes;
    private readonly TimeProvider _time;
    private readonly IReadOnlyList<IAnsweringStep> _steps;

    /// <param name="corpora">Hands out the documents in use.</param>
    /// <param name="scopes">The programmes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="encoder">Tells the meaning of a question; null to go by its words alone.</param>
    public Answerer(ICorpusSource corpora, ScopeCatalog scopes, TimeProvider time, ISentenceEncoder? encoder = null)
    {
        ArgumentNullException.ThrowIfNull(corpora);
        ArgumentNullException.ThrowIfNull(scopes);
        ArgumentNullException.ThrowIfNull(time);
        _corpora = corpora;
        _scopes = scopes;
        _time = time;
        _steps = AnsweringSteps.InOrder(scopes, encoder);
    }

    public Answered Answer(Question question, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        var start = _time.GetTimestamp();
        var soFar = new QuestionSoFar(question, _corpora.Current, _scopes);
        foreach (var step in _steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            soFar = step.Take(soFar, cancellationToken);
            if (soFar.Reply is { } reply)
            {
                return new Answered(reply, soFar.Trace, _time.GetElapsedTime(start));
            }
        }

        throw new InvalidOperationException("No step answered: the last one must always reply.");
    }
}
