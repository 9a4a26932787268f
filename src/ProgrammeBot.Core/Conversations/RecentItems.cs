namespace ProgrammeBot.Conversations;

/// <summary>What came lately, in memory only: at most so many, then the oldest go. Many may call at once.</summary>
/// <param name="most">How many are kept.</param>
public sealed class RecentItems<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, TValue> _items = [];
    private readonly Queue<TKey> _oldestFirst = new();

    /// <summary>Keeps it unless it is there. Whether it was new.</summary>
    public bool TryAdd(TKey key, TValue value)
    {
        lock (_gate)
        {
            if (!_items.TryAdd(key, value))
            {
                return false;
            }

            _oldestFirst.Enqueue(key);
            if (_oldestFirst.Count > most)
            {
                _items.Remove(_oldestFirst.Dequeue());
            }

            return true;
        }
    }

    /// <summary>What is kept of it. Whether anything is.</summary>
    public bool TryFind(TKey key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out TValue value)
    {
        lock (_gate)
        {
            return _items.TryGetValue(key, out value);
        }
    }

    /// <summary>Forgets all of these.</summary>
    public void RemoveAll(Predicate<TKey> which)
    {
        lock (_gate)
        {
            foreach (var key in _items.Keys.Where(k => which(k)).ToList())
            {
                _items.Remove(key);
            }
        }
    }

    /// <summary>Forgets all whose value is one of these.</summary>
    public void RemoveValues(Predicate<TValue> which)
    {
        lock (_gate)
        {
            foreach (var key in _items.Where(i => which(i.Value)).Select(i => i.Key).ToList())
            {
                _items.Remove(key);
            }
        }
    }

    /// <summary>Forgets it; added again, it is new.</summary>
    public void Remove(TKey key)
    {
        lock (_gate)
        {
            // Its place in the order stays: were it added again, it would at worst go a little early.
            _items.Remove(key);
        }
    }
}
