using ProgrammeBot.Stores;

namespace ProgrammeBot.Privacy;

/// <summary>Forgets what is past its time.</summary>
/// <param name="store">What is looked through.</param>
/// <param name="retention">How long each kind is kept.</param>
/// <param name="time">The clock.</param>
public sealed class RetentionRound(IStore store, Retention retention, TimeProvider time)
{
    /// <summary>One round, in one unit of work. How many records of each kind went, those of which none did left out.</summary>
    /// <exception cref="StoreException">It failed; nothing was forgotten.</exception>
    public async Task<IReadOnlyList<(string Kind, int Count)>> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var unit = await store.WriteAsync(cancellationToken);
        (string Kind, int Count)[] gone =
        [
            ("questions that could not be answered in time", await unit.Outbox.PurgeAsync(cancellationToken)),
            ("references to persons and messages", await unit.ReplyReferences.PurgeAsync(cancellationToken)),
            ("records of answers", await unit.Answers.RemoveBeforeAsync(now - retention.Answers, cancellationToken)),
            ("questions of gaps", await unit.Gaps.RemoveBeforeAsync(now - retention.Gaps, cancellationToken)),
            ("votes", await unit.Feedback.RemoveBeforeAsync(now - retention.Feedback, cancellationToken)),
            ("closed tickets", await unit.Tickets.RemoveClosedBeforeAsync(now - retention.Tickets, cancellationToken)),
            ("decided suggestions", await unit.Suggestions.RemoveDecidedBeforeAsync(now - retention.Suggestions, cancellationToken)),
            ("lines of the audit log", await unit.Audit.RemoveBeforeAsync(now - retention.Audit, cancellationToken)),
            ("links and sessions", await unit.SignIns.PurgeAsync(cancellationToken)),
        ];
        var some = gone.Where(g => g.Count > 0).ToList();
        if (some.Count > 0)
        {
            await unit.CommitAsync(cancellationToken);
        }

        return some;
    }
}
