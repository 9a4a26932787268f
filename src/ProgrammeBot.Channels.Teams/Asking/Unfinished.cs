using ProgrammeBot.Asking;
using ProgrammeBot.Conversations;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Asking;

/// <summary>What this run knows of questions whose reply did not come through at once: in memory only, beside what is kept of them. Many may call at once.</summary>
/// <remarks>One question is in one hand at a time, see <see cref="PendingQuestions"/>.</remarks>
internal sealed class Unfinished(TimeProvider time)
{
    private const int Most = 5_000;

    /// <summary>How long after a try of which it is not known whether it arrived there is another: each may put one more copy there, so they are few.</summary>
    private static readonly TimeSpan[] AfterDoubt = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(6)];

    private readonly RecentItems<PendingReplyId, Note> _notes = new(Most);

    /// <summary>Whether its turn has not come yet.</summary>
    public bool IsEarly(PendingReplyId id) => Of(id).NotBefore > time.GetUtcNow();

    /// <summary>Whether it may be there already.</summary>
    public bool IsInDoubt(PendingReplyId id) => Of(id).Doubts > 0;

    /// <summary>The message of ours that says that it takes a while; null for none.</summary>
    public string? PlaceholderOf(PendingReplyId id) => Of(id).Placeholder;

    /// <summary>Keeps that message in mind.</summary>
    public void Shows(PendingReplyId id, string? placeholder)
    {
        if (placeholder is not null)
        {
            Set(id, Of(id) with { Placeholder = placeholder });
        }
    }

    /// <summary>Leaves it for later.</summary>
    /// <param name="id">What.</param>
    /// <param name="mayHaveArrived">Whether the last try may have arrived nevertheless.</param>
    /// <returns>False when it was tried often enough.</returns>
    public bool Postpone(PendingReplyId id, bool mayHaveArrived)
    {
        var note = Of(id);
        if (!mayHaveArrived)
        {
            return true; // in every round, until it is too old
        }

        if (note.Doubts == AfterDoubt.Length)
        {
            return false;
        }

        Set(id, note with { Doubts = note.Doubts + 1, NotBefore = time.GetUtcNow() + AfterDoubt[note.Doubts] });
        return true;
    }

    /// <summary>It was said, but that could not be written down: it must not be said again.</summary>
    /// <param name="id">What.</param>
    /// <param name="record">Writes it down.</param>
    public void Said(PendingReplyId id, Func<CancellationToken, Task> record) => Set(id, Of(id) with { Record = record });

    /// <summary>Writes down what was said already; null where it was not said.</summary>
    public Func<CancellationToken, Task>? RecordOf(PendingReplyId id) => Of(id).Record;

    /// <summary>Nothing is pending any more.</summary>
    public void Forget(PendingReplyId id) => _notes.Remove(id);

    private Note Of(PendingReplyId id) => _notes.TryFind(id, out var note) ? note : Note.None;

    private void Set(PendingReplyId id, Note note)
    {
        _notes.Remove(id);
        _notes.TryAdd(id, note);
    }

    private sealed record Note
    {
        public static readonly Note None = new();

        public DateTimeOffset NotBefore { get; init; } = DateTimeOffset.MinValue;

        public int Doubts { get; init; }

        public string? Placeholder { get; init; }

        public Func<CancellationToken, Task>? Record { get; init; }
    }
}
