using ProgrammeBot.Channels.Teams.Client.Inbound;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Inbound;

/// <summary>A key source that does what the test says, and counts.</summary>
internal sealed class ScriptedSource : IKeySource
{
    private int _fetches;

    public int Fetches => Volatile.Read(ref _fetches);

    public Func<CancellationToken, Task<SigningKeySet>> Answer { get; set; } = _ => throw new KeySourceException("nothing is scripted.");

    public void Gives(params string[] names) => Answer = _ => Task.FromResult(SomeTokens.Read(SomeTokens.KeySet(names)));

    public void Fails() => Answer = _ => throw new KeySourceException("down.");

    public Task<SigningKeySet> FetchAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _fetches);
        return Answer(cancellationToken);
    }
}
