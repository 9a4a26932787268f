using System.Data.Common;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sql;

internal sealed class SqlFeedback(SqlSession session) : IFeedback
{
    internal const string Select = "SELECT id, answer_id, vote, at, reason, words FROM feedback ";

    public async ValueTask<bool> SaveAsync(Feedback feedback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        return await session.WriteAsync(
            """
            INSERT INTO feedback (id, answer_id, vote, at, reason, words) VALUES (@id, @answer, @vote, @at, @reason, @words)
            ON CONFLICT (id) DO UPDATE SET vote = excluded.vote, at = excluded.at, reason = excluded.reason, words = excluded.words
            WHERE feedback.answer_id = excluded.answer_id
            """,
            cancellationToken,
            ("@id", feedback.Id.ToString()),
            ("@answer", feedback.Answer.ToString()),
            ("@vote", feedback.Vote.ToString()),
            ("@at", feedback.At.ToUnixTimeMilliseconds()),
            ("@reason", feedback.Reason?.ToString()),
            ("@words", feedback.Words)) == 1;
    }

    public async ValueTask<IReadOnlyList<Feedback>> OfAsync(AnswerId answer, CancellationToken cancellationToken) =>
        await session.ReadAsync(Select + "WHERE answer_id = @answer ORDER BY id", Read, cancellationToken, ("@answer", answer.ToString()));

    public async ValueTask<IReadOnlyList<Feedback>> ListAsync(FeedbackId after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return await session.ReadAsync(
            Select + "WHERE id > @after ORDER BY id LIMIT @limit", Read, cancellationToken, ("@after", after.ToString()), ("@limit", limit));
    }

    public async ValueTask<IReadOnlyList<Feedback>> OfEntryAsync(FaqId entry, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return await session.ReadAsync(
            Select + "WHERE answer_id IN (SELECT a.id FROM answer a WHERE a.faq_id = @entry) ORDER BY id DESC LIMIT @limit",
            Read,
            cancellationToken,
            ("@entry", entry.ToString()),
            ("@limit", limit));
    }

    public ValueTask<int> RemoveBeforeAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        session.WriteAsync("DELETE FROM feedback WHERE at < @before", cancellationToken, ("@before", before.ToUnixTimeMilliseconds()));

    internal static Feedback Read(DbDataReader row) => new(
        new FeedbackId(row.Ulid(0)),
        new AnswerId(row.Ulid(1)),
        row.Named<Vote>(2),
        row.Time(3),
        row.IsDBNull(4) ? null : row.Named<FeedbackReason>(4),
        row.GetString(5));
}
