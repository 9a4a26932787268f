using System.Data.Common;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sql;

internal sealed class SqlGaps(SqlSession session) : IGaps
{
    internal const string Select = "SELECT id, question, opened_at, revision, scope, state, decided_by, decided_at, faq_id FROM gap ";

    internal const string SelectQuestion = "SELECT id, gap_id, text, at, reason, scope, within, answer_id FROM gap_question WHERE at >= @since ";

    private static readonly string Under = SqlPrefix.Of("within");

    public ValueTask<Gap?> FindAsync(GapId id, CancellationToken cancellationToken) =>
        session.FindAsync(Select + "WHERE id = @id", Read, cancellationToken, ("@id", id.ToString()));

    public async ValueTask<IReadOnlyList<Gap>> ListAsync(GapState? state, CancellationToken cancellationToken) => state is { } only
        ? await session.ReadAsync(Select + "WHERE state = @state ORDER BY id", Read, cancellationToken, ("@state", only.ToString()))
        : await session.ReadAsync(Select + "ORDER BY id", Read, cancellationToken);

    public async ValueTask<IReadOnlyList<GapQuestion>> QuestionsAsync(GapId? gap, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var asked = ("@since", (object?)since.ToUnixTimeMilliseconds());
        return gap is { } only
            ? await session.ReadAsync(SelectQuestion + "AND gap_id = @gap ORDER BY id", ReadQuestion, cancellationToken, asked, ("@gap", only.ToString()))
            : await session.ReadAsync(SelectQuestion + "ORDER BY id", ReadQuestion, cancellationToken, asked);
    }

    public async ValueTask<GapSave> SaveAsync(Gap gap, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(gap);
        session.CheckWriting(cancellationToken);
        var current = await FindAsync(gap.Id, cancellationToken);
        return current is not null && current.Revision != gap.Revision ? new GapSave.Conflict(current)
            : current is null && gap.Revision != 0 ? new GapSave.Missing()
            : new GapSave.Saved(await WriteAsync(gap with { Revision = gap.Revision + 1 }));
    }

    public async ValueTask<bool> AddAsync(GapQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        return await session.WriteAsync(
            """
            INSERT INTO gap_question (id, gap_id, text, at, reason, scope, within, answer_id)
            SELECT @id, @gap, @text, @at, @reason, @scope, @within, @answer WHERE EXISTS (SELECT 1 FROM gap WHERE id = @gap)
            ON CONFLICT DO NOTHING
            """,
            cancellationToken,
            ("@id", question.Id.ToString()),
            ("@gap", question.Gap.ToString()),
            ("@text", question.Text),
            ("@at", question.At.ToUnixTimeMilliseconds()),
            ("@reason", question.Reason.ToString()),
            ("@scope", question.Scope),
            ("@within", question.Within?.ToString()),
            ("@answer", question.Answer?.ToString())) == 1;
    }

    public ValueTask<int> RemoveBeforeAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        RemoveAsync("at < @before", ("@before", before.ToUnixTimeMilliseconds()), cancellationToken);

    public ValueTask<int> RemoveUnderAsync(PlaceId prefix, CancellationToken cancellationToken) =>
        RemoveAsync(Under, SqlPrefix.Parameter(prefix), cancellationToken);

    // Both or none: after the first the token no longer counts.
    private async ValueTask<int> RemoveAsync(string where, (string Name, object? Value) parameter, CancellationToken cancellationToken)
    {
        var removed = await session.WriteAsync("DELETE FROM gap_question WHERE " + where, cancellationToken, parameter);
        await session.WriteAsync(
            $"DELETE FROM gap WHERE state = '{nameof(GapState.Open)}' AND NOT EXISTS (SELECT 1 FROM gap_question q WHERE q.gap_id = gap.id)",
            CancellationToken.None);
        return removed;
    }

    private async ValueTask<Gap> WriteAsync(Gap gap)
    {
        await session.WriteAsync(
            """
            INSERT INTO gap (id, question, opened_at, revision, scope, state, decided_by, decided_at, faq_id)
            VALUES (@id, @question, @opened_at, @revision, @scope, @state, @decided_by, @decided_at, @faq)
            ON CONFLICT (id) DO UPDATE SET question = excluded.question, opened_at = excluded.opened_at, revision = excluded.revision,
                scope = excluded.scope, state = excluded.state, decided_by = excluded.decided_by, decided_at = excluded.decided_at, faq_id = excluded.faq_id
            """,
            CancellationToken.None,
            ("@id", gap.Id.ToString()),
            ("@question", gap.Question),
            ("@opened_at", gap.OpenedAt.ToUnixTimeMilliseconds()),
            ("@revision", gap.Revision),
            ("@scope", gap.Scope),
            ("@state", gap.State.ToString()),
            ("@decided_by", gap.Decided?.By),
            ("@decided_at", gap.Decided?.At.ToUnixTimeMilliseconds()),
            ("@faq", gap.Faq?.ToString()));
        return gap;
    }

    internal static Gap Read(DbDataReader row) => new(new GapId(row.Ulid(0)), row.GetString(1), row.Time(2))
    {
        Revision = row.GetInt32(3),
        Scope = row.OptionalText(4),
        State = row.Named<GapState>(5),
        Decided = row.OptionalStep(6),
        Faq = row.OptionalFaq(8),
    };

    internal static GapQuestion ReadQuestion(DbDataReader row) =>
        new(new GapQuestionId(row.Ulid(0)), new GapId(row.Ulid(1)), row.GetString(2), row.Time(3), row.Named<GapReason>(4))
        {
            Scope = row.OptionalText(5),
            Within = row.OptionalPlace(6),
            Answer = row.OptionalAnswer(7),
        };
}
