using ProgrammeBot.Channels;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;

namespace ProgrammeBot.Answering;

/// <summary>Takes a question through the steps until one knows the reply.</summary>
public sealed class Answerer : IAnswerer
{
    private readonly ICorpusSource _corpora;
    private readonly ScopeCatalog _scopes;
    private readonly TimeProvider _time;
    private readonly IReadOnlyList<IAnsweringStep> _steps;

    /// <param name="corpora">What is answered from.</param>
    /// <param name="knowledge">What is known beside it.</param>
    /// <param name="time">The clock.</param>
    public Answerer(ICorpusSource corpora, Knowledge knowledge, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(corpora);
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(time);
        _corpora = corpora;
        _scopes = knowledge.Scopes;
        _time = time;
        _steps = AnsweringSteps.InOrder(knowledge, time);
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
