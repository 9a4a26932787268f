using ProgrammeBot.Answering;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Asking;

/// <summary>The latest replies, in memory; what it no longer has is put together again from the log of answers, as far as that goes.</summary>
internal sealed class GivenReplies(DiscordServices services)
{
    private const int Most = 5_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<AnswerId, GivenReply> _byId = [];
    private readonly Queue<AnswerId> _oldestFirst = new();

    public void Add(GivenReply given)
    {
        lock (_gate)
        {
            _byId[given.Id] = given;
            _oldestFirst.Enqueue(given.Id);
            while (_oldestFirst.Count > Most || (_oldestFirst.TryPeek(out var oldest) && services.Time.GetUtcNow() - oldest.Value.At >= Lifetime))
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

    /// <summary>'Forget me': who asked, and what.</summary>
    public void ForgetPerson(Values.Snowflake person)
    {
        lock (_gate)
        {
            foreach (var id in _byId.Values.Where(g => g.Asker == person).Select(g => g.Id).ToList())
            {
                _byId.Remove(id);
            }
        }
    }

    /// <summary>What a reply rests on: as it was given, or from the log as far as the versions cited are still served.</summary>
    public async Task<IReadOnlyList<Citation>> PassagesAsync(AnswerId id, CancellationToken cancellationToken)
    {
        if (Find(id) is { } given)
        {
            return Rendering.ReplyRendering.PassagesOf(given.Reply);
        }

        await using var unit = await services.Store.ReadAsync(cancellationToken);
        return await unit.Answers.FindAsync(id, cancellationToken) is { } record ? [.. record.Passages.Select(services.Quote).OfType<Citation>()] : [];
    }
}
