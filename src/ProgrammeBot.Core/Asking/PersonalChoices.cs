using System.Collections.Concurrent;

namespace ProgrammeBot.Asking;

/// <summary>The programme that a person chose for themselves; in memory only, and forgotten some hours after it was last used.</summary>
public sealed class PersonalChoices(TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<string, (string Scope, DateTimeOffset At)> _chosen = new();

    public string? ScopeOf(string person)
    {
        if (!_chosen.TryGetValue(person, out var chosen) || time.GetUtcNow() - chosen.At >= Lifetime)
        {
            _chosen.TryRemove(person, out _);
            return null;
        }

        _chosen[person] = (chosen.Scope, time.GetUtcNow());
        return chosen.Scope;
    }

    public void Choose(string person, string scope)
    {
        if (_chosen.Count >= Most)
        {
            foreach (var old in _chosen.OrderBy(c => c.Value.At).Take(Most / 10).Select(c => c.Key).ToList())
            {
                _chosen.TryRemove(old, out _);
            }
        }

        _chosen[person] = (scope, time.GetUtcNow());
    }

    public void Forget(string person) => _chosen.TryRemove(person, out _);
}
