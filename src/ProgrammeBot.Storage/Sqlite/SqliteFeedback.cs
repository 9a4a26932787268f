using Microsoft.Data.Sqlite;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sqlite;

internal sealed class SqliteFeedback(SqliteSession session) : IFeedback
{
    private const string Select = "SELECT id, answer_id, vote, at, reason, words FROM feedback ";

    public ValueTask<bool> SaveAsync(Feedback feedback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        var changed = session.Write(
            """
            INSERT INTO feedback (id, answer_id, vote, at, reason, words) VALUES ($id, $answer, $vote, $at, $reason, $words)
            ON CONFLICT (id) DO UPDATE SET vote = excluded.vote, at = excluded.at, reason = excluded.reason, words = excluded.words
            WHERE answer_id = excluded.answer_id
            """,
            cancellationToken,
            ("$id", feedback.Id.ToString()),
            ("$answer", feedback.Answer.ToString()),
            ("$vote", feedback.Vote.ToString()),
            ("$at", feedback.At.ToUnixTimeMilliseconds()),
            ("$reason", feedback.Reason?.ToString()),
            ("$words", feedback.Words));
        return ValueTask.FromResult(changed == 1);
    }

    public ValueTask<IReadOnlyList<Feedback>> OfAsync(AnswerId answer, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Feedback>>(session.Read(
            Select + "WHERE answer_id = $answer ORDER BY id", Read, cancellationToken, ("$answer", answer.ToString())));

    public ValueTask<IReadOnlyList<Feedback>> ListAsync(FeedbackId after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return ValueTask.FromResult<IReadOnlyList<Feedback>>(session.Read(
            Select + "WHERE id > $after ORDER BY id LIMIT $limit", Read, cancellationToken, ("$after", after.ToString()), ("$limit", limit)));
    }

    private static Feedback Read(SqliteDataReader row) => new(
        FeedbackId.TryParse(row.GetString(0), out var id) ? id : throw new FormatException($"vote '{row.GetString(0)}'"),
        AnswerId.TryParse(row.GetString(1), out var answer) ? answer : throw new FormatException($"answer '{row.GetString(1)}'"),
        Enum.Parse<Vote>(row.GetString(2)),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
        row.IsDBNull(4) ? null : Enum.Parse<FeedbackReason>(row.GetString(4)),
        row.GetString(5));
}
