namespace ProgrammeBot.Conversations;

/// <summary>The last user turns of each conversation, in memory only; never on disk.</summary>
/// <remarks>
/// A conversation keeps its last <see cref="MaxTurns"/> turns and is forgotten <see cref="Lifetime"/> after its last one,
/// or earlier, the longest silent first, when there are more than <see cref="MaxConversations"/>. Many may call at once.
/// </remarks>
public sealed class ConversationMemory
{
    /// <summary>How many user turns are kept of a conversation.</summary>
    public const int MaxTurns = 6;

    /// <summary>How much of a turn is kept, in code units: what a follow-up leans on stands at a question's beginning, and memory is bounded.</summary>
    public const int MaxTurnLength = 1000;

    /// <summary>How many conversations are kept.</summary>
    public const int MaxConversations = 10_000;

    /// <summary>How long a silent conversation is kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly Dictionary<ConversationKey, LinkedListNode<Conversation>> _byKey = [];

    // The longest silent first.
    private readonly LinkedList<Conversation> _bySilence = new();

    public ConversationMemory(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
    }

    /// <summary>How many conversations are remembered now.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                ForgetSilent();
                return _byKey.Count;
            }
        }
    }

    /// <summary>The turns remembered, oldest first; none is an answer.</summary>
    public IReadOnlyList<string> TurnsOf(ConversationKey key)
    {
        lock (_gate)
        {
            ForgetSilent();
            return _byKey.TryGetValue(key, out var node) ? node.Value.Turns : [];
        }
    }

    /// <summary>Adds a turn. A blank one is not worth remembering.</summary>
    public void Remember(ConversationKey key, string turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (string.IsNullOrWhiteSpace(turn))
        {
            return;
        }

        lock (_gate)
        {
            ForgetSilent();
            IReadOnlyList<string> before = _byKey.TryGetValue(key, out var node) ? node.Value.Turns : [];
            Drop(key);
            _byKey[key] = _bySilence.AddLast(new Conversation(key, [.. before.TakeLast(MaxTurns - 1), Shorten(turn)], _time.GetTimestamp()));
            if (_byKey.Count > MaxConversations)
            {
                Drop(_bySilence.First!.Value.Key);
            }
        }
    }

    /// <summary>What a person said in every place, as far as it is remembered; the longest silent conversation first.</summary>
    public IReadOnlyList<string> TurnsOfPerson(string person)
    {
        lock (_gate)
        {
            ForgetSilent();
            return [.. _bySilence.Where(c => c.Key.Person == person).SelectMany(c => c.Turns)];
        }
    }

    /// <summary>Forgets what a person said in every place.</summary>
    public void ForgetPerson(string person)
    {
        lock (_gate)
        {
            foreach (var key in _byKey.Keys.Where(k => k.Person == person).ToList())
            {
                Drop(key);
            }
        }
    }

    /// <summary>Forgets what was said in one conversation.</summary>
    public void Forget(ConversationKey key)
    {
        lock (_gate)
        {
            Drop(key);
        }
    }

    private static string Shorten(string turn) => turn.Length <= MaxTurnLength ? turn
        : turn[..(char.IsHighSurrogate(turn[MaxTurnLength - 1]) ? MaxTurnLength - 1 : MaxTurnLength)];

    private void ForgetSilent()
    {
        while (_bySilence.First is { } oldest && _time.GetElapsedTime(oldest.Value.LastTurn) >= Lifetime)
        {
            Drop(oldest.Value.Key);
        }
    }

    private void Drop(ConversationKey key)
    {
        if (_byKey.Remove(key, out var node))
        {
            _bySilence.Remove(node);
        }
    }

    private sealed record Conversation(ConversationKey Key, IReadOnlyList<string> Turns, long LastTurn);
}
