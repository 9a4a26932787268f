using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using ProgrammeBot.Answering;
using ProgrammeBot.Asking;
using ProgrammeBot.Care;
using ProgrammeBot.Conversations;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Gaps;

/// <summary>Takes the questions that were not answered, or not well, to the gaps: behind whoever answers, and never in their way.</summary>
/// <remarks>
/// Told of a reply, it notes it and returns at once. One writer in the background scrubs, groups and keeps what was noted; what it cannot
/// keep for long, or comes faster than it keeps, is dropped and counted. Many may tell at once.
/// What is no question of ours is not taken: talk, orders, what an entry speaks to, and above all what somebody in distress wrote.
/// </remarks>
/// <param name="keeper">Keeps a batch.</param>
/// <param name="care">Tells distress, whichever way a question comes.</param>
/// <param name="time">The clock.</param>
public sealed class GapCollector(GapKeeper keeper, CareBook care, TimeProvider time)
{
    private const int MostWaiting = 1_000;
    private const int MostAtOnce = 50;
    private const int MostAskers = 20_000;
    private static readonly TimeSpan CountsOnce = TimeSpan.FromDays(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Channel<AskedInVain> _waiting = Channel.CreateBounded<AskedInVain>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly RecentItems<UInt128, DateTimeOffset> _asked = new(MostAskers);
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private long _dropped;

    /// <summary>How many questions were lost: the store could not be written for long, or they came too fast.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>A reply was given: a refusal counts.</summary>
    public void Given(GivenReply given)
    {
        ArgumentNullException.ThrowIfNull(given);
        if (given.Reply is Abstain { IsPrivate: false, Faq: null })
        {
            Note(given, GapReason.Unanswered);
        }
    }

    /// <summary>Somebody says that a reply does not help.</summary>
    public void NotHelpful(GivenReply given)
    {
        ArgumentNullException.ThrowIfNull(given);
        if (given.Reply is not (SmallTalk or Abstain { IsPrivate: true }))
        {
            Note(given, GapReason.NotHelpful);
        }
    }

    /// <summary>A question was brought to the moderators.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="given">The reply it is about; null where nobody knows it any more.</param>
    /// <param name="within">The guild, team or tenant; null in a person's own chat.</param>
    public void Escalated(Ticket ticket, GivenReply? given, PlaceId? within)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        if (given is not null)
        {
            if (given.Reply is not (SmallTalk or Abstain { IsPrivate: true }))
            {
                Note(given, GapReason.Escalated);
            }
        }
        else if (ticket.Asker is { } asker)
        {
            Note(new AskedInVain(ticket.Question, asker.Hash.ToString(), time.GetUtcNow(), GapReason.Escalated) { Scope = ticket.Scope, Within = within, Answer = ticket.About });
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
            var batch = Taken();
            while (!await IsKeptAsync(batch, e =>
            {
                if (!told)
                {
                    failed(e);
                    told = true;
                }
            }))
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    Interlocked.Add(ref _dropped, batch.Count + Taken(int.MaxValue).Count);
                    return;
                }

                // What comes meanwhile waits, and what has no room is dropped and counted.
                await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            told = false;
        }
    }

    private void Note(GivenReply given, GapReason reason) =>
        Note(new AskedInVain(given.Question, given.Asker, time.GetUtcNow(), reason) { Scope = given.Scope, Within = given.Within, Answer = given.Id });

    private void Note(AskedInVain asked)
    {
        if (care.Find(asked.Question) is not null || !IsNew(asked))
        {
            return;
        }

        if (!_waiting.Writer.TryWrite(asked))
        {
            Interlocked.Increment(ref _dropped);
        }
    }

    /// <summary>Whoever asks the same again within a day counts once.</summary>
    private bool IsNew(AskedInVain asked)
    {
        var hash = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{asked.Asker}\n{GapGroups.Words(asked.Question)}"));
        var key = BinaryPrimitives.ReadUInt128LittleEndian(hash);
        if (_asked.TryFind(key, out var at) && asked.At - at < CountsOnce)
        {
            return false;
        }

        _asked.Remove(key);
        return _asked.TryAdd(key, asked.At);
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

    private List<AskedInVain> Taken(int most = MostAtOnce)
    {
        var batch = new List<AskedInVain>();
        while (batch.Count < most && _waiting.Reader.TryRead(out var asked))
        {
            batch.Add(asked);
        }

        return batch;
    }

    private async Task<bool> IsKeptAsync(IReadOnlyList<AskedInVain> batch, Action<StoreException> failed)
    {
        try
        {
            // Not stopped half-way at the end: what was noted is few, and kept in a moment.
            await keeper.KeepAsync(batch, CancellationToken.None);
            return true;
        }
        catch (StoreException e)
        {
            failed(e);
            return false;
        }
    }
}
