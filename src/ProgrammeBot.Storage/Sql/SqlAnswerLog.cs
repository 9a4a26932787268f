using System.Data.Common;
using ProgrammeBot.Documents;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sql;

internal sealed class SqlAnswerLog(SqlSession session) : IAnswerLog
{
    internal const string Select = "SELECT id, at, kind, scope, faq_id, faq_revision, within FROM answer ";

    public async ValueTask<bool> AddAsync(AnswerRecord answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var id = ("@id", (object?)answer.Id.ToString());
        var added = await session.WriteAsync(
            """
            INSERT INTO answer (id, at, kind, scope, faq_id, faq_revision, within) VALUES (@id, @at, @kind, @scope, @faq, @revision, @within)
            ON CONFLICT DO NOTHING
            """,
            cancellationToken,
            id,
            ("@at", answer.At.ToUnixTimeMilliseconds()),
            ("@kind", answer.Kind.ToString()),
            ("@scope", answer.Scope),
            ("@faq", answer.Faq?.Id.ToString()),
            ("@revision", answer.Faq?.Revision),
            ("@within", answer.Within?.ToString())) == 1;
        // All or none: from here on the token no longer counts.
        for (var i = 0; added && i < answer.Passages.Count; i++)
        {
            await session.WriteAsync(
                "INSERT INTO answer_passage (answer_id, ordinal, document_id, version, spans) VALUES (@id, @ordinal, @document, @version, @spans)",
                CancellationToken.None,
                id,
                ("@ordinal", i),
                ("@document", answer.Passages[i].Cited.DocumentId),
                ("@version", answer.Passages[i].Cited.Version),
                ("@spans", SpanText.Write(answer.Passages[i].Spans)));
        }

        return added;
    }

    public async ValueTask<AnswerRecord?> FindAsync(AnswerId id, CancellationToken cancellationToken) =>
        (await ListAsync(Select + "WHERE id = @id", cancellationToken, ("@id", id.ToString()))).SingleOrDefault();

    public async ValueTask<IReadOnlyList<AnswerRecord>> FromAsync(FaqId entry, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return await ListAsync(
            Select + "WHERE faq_id = @entry ORDER BY id DESC LIMIT @limit", cancellationToken, ("@entry", entry.ToString()), ("@limit", limit));
    }

    public async ValueTask<IReadOnlyList<AnswerRecord>> CitingAsync(string documentId, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documentId);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        if (!DocumentMetadata.IsId(documentId))
        {
            return [];
        }

        return await ListAsync(
            Select + "WHERE id IN (SELECT answer_id FROM answer_passage WHERE document_id = @document) ORDER BY id DESC LIMIT @limit",
            cancellationToken,
            ("@document", documentId),
            ("@limit", limit));
    }

    public async ValueTask<IReadOnlyList<AnswerCount>> CountAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        const long Day = 24 * 60 * 60 * 1000;
        var counts = await session.ReadAsync(
            $"SELECT at / {Day}, kind, scope, within, COUNT(*) FROM answer WHERE at >= @since GROUP BY at / {Day}, kind, scope, within",
            row => new AnswerCount(
                DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(row.GetInt64(0))), row.Named<ReplyKind>(1), row.OptionalText(2), row.OptionalPlace(3), (int)row.GetInt64(4)),
            cancellationToken,
            ("@since", since.ToUnixTimeMilliseconds()));
        return [.. counts.OrderBy(c => c.Day).ThenBy(c => c.Kind).ThenBy(c => c.Scope, StringComparer.Ordinal).ThenBy(c => c.Within?.ToString(), StringComparer.Ordinal)];
    }

    public ValueTask<int> RemoveBeforeAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        session.WriteAsync("DELETE FROM answer WHERE at < @before", cancellationToken, ("@before", before.ToUnixTimeMilliseconds()));

    private async ValueTask<IReadOnlyList<AnswerRecord>> ListAsync(string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        var answers = await session.ReadAsync(sql, Read, cancellationToken, parameters);
        for (var i = 0; i < answers.Count; i++)
        {
            answers[i] = answers[i] with { Passages = await PassagesOfAsync(answers[i].Id, cancellationToken) };
        }

        return answers;
    }

    private ValueTask<List<UsedPassage>> PassagesOfAsync(AnswerId id, CancellationToken cancellationToken) => session.ReadAsync(
        "SELECT document_id, version, spans FROM answer_passage WHERE answer_id = @id ORDER BY ordinal",
        row => row.Passage(0),
        cancellationToken,
        ("@id", id.ToString()));

    internal static AnswerRecord Read(DbDataReader row) => new(new AnswerId(row.Ulid(0)), row.Time(1), row.Named<ReplyKind>(2))
    {
        Scope = row.OptionalText(3),
        Faq = row.IsDBNull(4) ? null : new FaqRevisionId(new FaqId(row.GetString(4)), row.GetInt32(5)),
        Within = row.OptionalPlace(6),
    };
}
