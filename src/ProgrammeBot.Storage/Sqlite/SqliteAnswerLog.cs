using Microsoft.Data.Sqlite;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sqlite;

internal sealed class SqliteAnswerLog(SqliteSession session) : IAnswerLog
{
    private const string Select = "SELECT id, at, kind, scope, faq_id, faq_revision FROM answer ";

    public ValueTask<bool> AddAsync(AnswerRecord answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var id = ("$id", (object?)answer.Id.ToString());
        var added = session.Write(
            """
            INSERT INTO answer (id, at, kind, scope, faq_id, faq_revision) VALUES ($id, $at, $kind, $scope, $faq, $revision)
            ON CONFLICT DO NOTHING
            """,
            cancellationToken,
            id,
            ("$at", answer.At.ToUnixTimeMilliseconds()),
            ("$kind", answer.Kind.ToString()),
            ("$scope", answer.Scope),
            ("$faq", answer.Faq?.Id.ToString()),
            ("$revision", answer.Faq?.Revision)) == 1;
        // All or none: from here on the token no longer counts.
        for (var i = 0; added && i < answer.Passages.Count; i++)
        {
            session.Write(
                "INSERT INTO answer_passage (answer_id, ordinal, document_id, version, spans) VALUES ($id, $ordinal, $document, $version, $spans)",
                CancellationToken.None,
                id,
                ("$ordinal", i),
                ("$document", answer.Passages[i].Cited.DocumentId),
                ("$version", answer.Passages[i].Cited.Version),
                ("$spans", SpanText.Write(answer.Passages[i].Spans)));
        }

        return ValueTask.FromResult(added);
    }

    public ValueTask<AnswerRecord?> FindAsync(AnswerId id, CancellationToken cancellationToken) => ValueTask.FromResult(
        List(Select + "WHERE id = $id", cancellationToken, ("$id", id.ToString())).SingleOrDefault());

    public ValueTask<IReadOnlyList<AnswerRecord>> FromAsync(FaqId entry, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return ValueTask.FromResult<IReadOnlyList<AnswerRecord>>(List(
            Select + "WHERE faq_id = $entry ORDER BY id DESC LIMIT $limit", cancellationToken, ("$entry", entry.ToString()), ("$limit", limit)));
    }

    public ValueTask<int> RemoveBeforeAsync(DateTimeOffset before, CancellationToken cancellationToken) => ValueTask.FromResult(
        session.Write("DELETE FROM answer WHERE at < $before", cancellationToken, ("$before", before.ToUnixTimeMilliseconds())));

    private List<AnswerRecord> List(string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters) =>
        session.Read(sql, Read, cancellationToken, parameters).ConvertAll(answer => answer with { Passages = PassagesOf(answer.Id, cancellationToken) });

    private List<UsedPassage> PassagesOf(AnswerId id, CancellationToken cancellationToken) => session.Read(
        "SELECT document_id, version, spans FROM answer_passage WHERE answer_id = $id ORDER BY ordinal",
        row => row.Passage(0),
        cancellationToken,
        ("$id", id.ToString()));

    private static AnswerRecord Read(SqliteDataReader row) => new(new AnswerId(row.Ulid(0)), row.Time(1), Enum.Parse<ReplyKind>(row.GetString(2)))
    {
        Scope = row.OptionalText(3),
        Faq = row.IsDBNull(4) ? null : new FaqRevisionId(new FaqId(row.GetString(4)), row.GetInt32(5)),
    };
}
