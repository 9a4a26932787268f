namespace ProgrammeBot.Faq;

/// <summary>For a command that writes and ends: whoever serves the FAQ watches the store.</summary>
public sealed class NobodyWatches : IFaqChanges
{
    public static readonly NobodyWatches Instance = new();

    private NobodyWatches()
    {
    }

    public ValueTask ChangedAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
