using ProgrammeBot.Stores;

namespace ProgrammeBot.Asking;

/// <summary>The latest questions of all channels, in memory and never elsewhere: what an edit of the FAQ is tried on before it is live.</summary>
/// <remarks>Many may call at once. What somebody asked in a chat of their own, or in distress, does not come here.</remarks>
public sealed class RecentQuestions(TimeProvider time)
{
    private const int Most = 500;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    private readonly Lock _gate = new();
    private readonly LinkedList<(RecentQuestion Question, string Person, DateTimeOffset At)> _newestFirst = new();

    /// <param name="question">What was asked.</param>
    /// <param name="person">Who asked, for 'forget me'; nobody is told.</param>
    public void Add(RecentQuestion question, string person)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (string.IsNullOrWhiteSpace(question.Text))
        {
            return;
        }

        lock (_gate)
        {
            _newestFirst.AddFirst((question, person, time.GetUtcNow()));
            while (_newestFirst.Count > Most || (_newestFirst.Last is { } oldest && time.GetUtcNow() - oldest.Value.At >= Lifetime))
            {
                _newestFirst.RemoveLast();
            }
        }
    }

    /// <summary>The newest first, each text once in a scope, and none that is too old.</summary>
    /// <param name="limit">The most given.</param>
    /// <param name="sees">Whether what was asked within a place may be shown; null is the web and the console.</param>
    public IReadOnlyList<RecentQuestion> Latest(int limit, Func<PlaceId?, bool> sees)
    {
        ArgumentNullException.ThrowIfNull(sees);
        var since = time.GetUtcNow() - Lifetime;
        lock (_gate)
        {
            return [.. _newestFirst.Where(q => q.At > since && sees(q.Question.Within)).Select(q => q.Question).DistinctBy(q => (q.Text, q.Scope)).Take(limit)];
        }
    }

    /// <summary>'Forget me'.</summary>
    public void ForgetPerson(string person)
    {
        lock (_gate)
        {
            for (var node = _newestFirst.First; node is not null;)
            {
                var next = node.Next;
                if (node.Value.Person == person)
                {
                    _newestFirst.Remove(node);
                }

                node = next;
            }
        }
    }
}

/// <summary>A question as it was asked.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Scope">The scope it was asked within; null is none.</param>
/// <param name="Within">Where it was asked; null is the web and the console.</param>
public sealed record RecentQuestion(string Text, string? Scope, PlaceId? Within)
{
    /// <summary>What was said before it, the oldest first.</summary>
    public IReadOnlyList<string> EarlierTurns { get; init; } = [];
}
