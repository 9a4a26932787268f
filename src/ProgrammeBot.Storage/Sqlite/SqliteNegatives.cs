using Microsoft.Data.Sqlite;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sqlite;

internal sealed class SqliteNegatives(SqliteSession session) : INegatives
{
    public ValueTask<bool> AddAsync(Negative negative, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(negative);
        return ValueTask.FromResult(session.Write(
            """
            INSERT INTO faq_negative (id, phrasing, written_by, written_at, entry_id, document_id, version, spans)
            SELECT $id, $phrasing, $by, $at, $entry, $document, $version, $spans
            WHERE $entry IS NULL OR EXISTS (SELECT 1 FROM faq_entry WHERE id = $entry)
            ON CONFLICT DO NOTHING
            """,
            cancellationToken,
            ("$id", negative.Id.ToString()),
            ("$phrasing", negative.Phrasing),
            ("$by", negative.By),
            ("$at", negative.At.ToUnixTimeMilliseconds()),
            ("$entry", negative.Entry?.ToString()),
            ("$document", negative.Passage?.Cited.DocumentId),
            ("$version", negative.Passage?.Cited.Version),
            ("$spans", negative.Passage is { } passage ? SpanText.Write(passage.Spans) : null)) == 1);
    }

    public ValueTask<IReadOnlyList<Negative>> ListAsync(FaqId? entry, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Negative>>(session.Read(
            """
            SELECT id, phrasing, written_by, written_at, entry_id, document_id, version, spans
            FROM faq_negative WHERE $entry IS NULL OR entry_id = $entry ORDER BY id
            """,
            Read,
            cancellationToken,
            ("$entry", entry?.ToString())));

    public ValueTask<bool> RemoveAsync(NegativeId id, CancellationToken cancellationToken) => ValueTask.FromResult(
        session.Write("DELETE FROM faq_negative WHERE id = $id", cancellationToken, ("$id", id.ToString())) == 1);

    private static Negative Read(SqliteDataReader row)
    {
        var (id, phrasing, by, at) = (new NegativeId(row.Ulid(0)), row.GetString(1), row.GetString(2), row.Time(3));
        return row.OptionalText(4) is { } entry ? Negative.Of(id, new FaqId(entry), phrasing, by, at) : Negative.Of(id, row.Passage(5), phrasing, by, at);
    }
}
