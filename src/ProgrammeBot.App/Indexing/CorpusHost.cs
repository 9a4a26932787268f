using ProgrammeBot.Searching;

namespace ProgrammeBot.App.Indexing;

/// <summary>Holds the corpus in use. A question that took one keeps it to its end, whatever is published meanwhile.</summary>
public sealed class CorpusHost(ICorpus first) : ICorpusSource
{
    private volatile ICorpus _current = first;

    public ICorpus Current => _current;

    public void Publish(ICorpus corpus)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        _current = corpus;
    }
}
