using ProgrammeBot.Answering;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Asking;

/// <summary>The latest replies, in memory; what it no longer has is put together again from the log of answers, as far as that goes.</summary>
/// <remarks>Many may call at once.</remarks>
/// <param name="store">Holds the log.</param>
/// <param name="quote">The citation of these stretches of a document version, while that version is served; null when it is not any more.</param>
/// <param name="time">The clock.</param>
public sealed class GivenReplies(IStore store, Func<UsedPassage, Citation?> quote, TimeProvider time)
{
    private const int Most = 5_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<AnswerId, GivenReply> _byId = [];
    private readonly Queue<AnswerId> _oldestFirst = new();

    /// <summary>The questions of all channels, to which those of this one are added; null where nobody wants them.</summary>
    public RecentQuestions? Recent { get; init; }

    public void Add(GivenReply given)
    {
        ArgumentNullException.ThrowIfNull(given);
        // What somebody wrote in a chat of their own is shown to nobody, and so is what somebody in distress wrote.
        if (given.Within is not null && given.Reply is not (Abstain { IsPrivate: true } or SmallTalk))
        {
            Recent?.Add(new RecentQuestion(given.Question, given.Scope, given.Within), given.Asker);
        }

        lock (_gate)
        {
            _byId[given.Id] = given;
            _oldestFirst.Enqueue(given.Id);
            while (_oldestFirst.Count > Most || (_oldestFirst.TryPeek(out var oldest) && time.GetUtcNow() - oldest.Value.At >= Lifetime))
            {
                _byId.Remove(_oldestFirst.Dequeue());
            }
        }
    }

    /// <summary>The reply, or null when it is long ago or was given before a restart.</summary>
    public GivenReply? Find(AnswerId id)
    {
        lock (_gate)
        {
            return _byId.GetValueOrDefault(id);
        }
    }

    /// <summary>The latest reply that somebody was given in a place, or anywhere; null when that is long ago or was before a restart.</summary>
    public GivenReply? Latest(PlaceId? place, string person)
    {
        lock (_gate)
        {
            return _oldestFirst.Reverse().Select(id => _byId.GetValueOrDefault(id)).FirstOrDefault(g => g is not null && (place is null || g.Place == place) && g.Asker == person);
        }
    }

    /// <summary>What a person asked, as far as it is remembered, the oldest first. What is not to be shown again is left out.</summary>
    public IReadOnlyList<string> QuestionsOf(string person)
    {
        lock (_gate)
        {
            return [.. _oldestFirst.Select(id => _byId.GetValueOrDefault(id)).Where(g => g is { Reply: not Abstain { IsPrivate: true } } && g.Asker == person).Select(g => g!.Question)];
        }
    }

    /// <summary>'Forget me': who asked, and what.</summary>
    public void ForgetPerson(string person)
    {
        Recent?.ForgetPerson(person);
        lock (_gate)
        {
            foreach (var id in _byId.Values.Where(g => g.Asker == person).Select(g => g.Id).ToList())
            {
                _byId.Remove(id);
            }
        }
    }

    /// <summary>Whether there was such a reply, as far as is remembered or logged: anybody can make up an id.</summary>
    public async Task<bool> IsKnownAsync(AnswerId id, CancellationToken cancellationToken)
    {
        if (Find(id) is not null)
        {
            return true;
        }

        await using var unit = await store.ReadAsync(cancellationToken);
        return await unit.Answers.FindAsync(id, cancellationToken) is not null;
    }

    /// <summary>What a reply rests on: as it was given, or from the log as far as the versions cited are still served.</summary>
    public async Task<IReadOnlyList<Citation>> PassagesAsync(AnswerId id, CancellationToken cancellationToken)
    {
        if (Find(id) is { } given)
        {
            return given.Passages;
        }

        await using var unit = await store.ReadAsync(cancellationToken);
        return await unit.Answers.FindAsync(id, cancellationToken) is { } record ? [.. record.Passages.Select(quote).OfType<Citation>()] : [];
    }
}
