using System.Threading.Channels;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Asking;

/// <summary>Takes what was answered to the log of answers: behind whoever answers, and never in their way.</summary>
/// <remarks>
/// For channels that keep nothing else of a reply. One writer in the background keeps what was noted, many at once; what it cannot keep for long,
/// or comes faster than it keeps, is dropped and counted. Many may note at once.
/// </remarks>
/// <param name="store">Keeps them.</param>
/// <param name="time">The clock.</param>
public sealed class AnswerNotes(IStore store, TimeProvider time)
{
    private const int MostWaiting = 10_000;
    private const int MostAtOnce = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Channel<AnswerRecord> _waiting = Channel.CreateBounded<AnswerRecord>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private long _dropped;

    /// <summary>How many records were lost: the store could not be written for long, or they came too fast.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>A reply was given.</summary>
    public void Note(AnswerRecord answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (!_waiting.Writer.TryWrite(answer))
        {
            Interlocked.Increment(ref _dropped);
        }
    }

    /// <summary>Keeps what is noted until it is cancelled; then what is noted already is still kept, unless the store fails.</summary>
    /// <param name="failed">Is told of a store that fails: once, and again after it did not.</param>
    /// <param name="cancellationToken">The end.</param>
    public async Task RunAsync(Action<StoreException> failed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(failed);
        var told = false;
        while (await WaitAsync(cancellationToken))
        {
            var batch = Taken(MostAtOnce);
            while (await KeepAsync(batch) is { } fault)
            {
                if (!told)
                {
                    failed(fault);
                    told = true;
                }

                if (cancellationToken.IsCancellationRequested)
                {
                    Interlocked.Add(ref _dropped, batch.Count + Taken(int.MaxValue).Count);
                    return;
                }

                await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            told = false;
        }
    }

    private async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _waiting.Reader.WaitToReadAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return _waiting.Reader.TryPeek(out _);
        }
    }

    private List<AnswerRecord> Taken(int most)
    {
        var batch = new List<AnswerRecord>();
        while (batch.Count < most && _waiting.Reader.TryRead(out var answer))
        {
            batch.Add(answer);
        }

        return batch;
    }

    private async Task<StoreException?> KeepAsync(List<AnswerRecord> batch)
    {
        try
        {
            // Not stopped half-way at the end: what was noted is kept in a moment.
            await using var unit = await store.WriteAsync(CancellationToken.None);
            foreach (var answer in batch)
            {
                // One that a vote brought before is there already.
                await unit.Answers.AddAsync(answer, CancellationToken.None);
            }

            await unit.CommitAsync(CancellationToken.None);
            return null;
        }
        catch (StoreException e)
        {
            return e;
        }
    }
}
