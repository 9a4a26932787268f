using System.Data.Common;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sql;

internal sealed class SqlNegatives(SqlSession session) : INegatives
{
    internal const string Select = "SELECT id, phrasing, written_by, written_at, entry_id, document_id, version, spans FROM faq_negative ";

    public async ValueTask<bool> AddAsync(Negative negative, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(negative);
        var known = negative.Entry is null ? "true" : "EXISTS (SELECT 1 FROM faq_entry WHERE id = @entry)";
        return await session.WriteAsync(
            $"""
            INSERT INTO faq_negative (id, phrasing, written_by, written_at, entry_id, document_id, version, spans)
            SELECT @id, @phrasing, @by, @at, @entry, @document, @version, @spans WHERE {known}
            ON CONFLICT DO NOTHING
            """,
            cancellationToken,
            ("@id", negative.Id.ToString()),
            ("@phrasing", negative.Phrasing),
            ("@by", negative.By),
            ("@at", negative.At.ToUnixTimeMilliseconds()),
            ("@entry", negative.Entry?.ToString()),
            ("@document", negative.Passage?.Cited.DocumentId),
            ("@version", negative.Passage?.Cited.Version),
            ("@spans", negative.Passage is { } passage ? SpanText.Write(passage.Spans) : null)) == 1;
    }

    public async ValueTask<IReadOnlyList<Negative>> ListAsync(FaqId? entry, CancellationToken cancellationToken) => entry is { } only
        ? await session.ReadAsync(Select + "WHERE entry_id = @entry ORDER BY id", Read, cancellationToken, ("@entry", only.ToString()))
        : await session.ReadAsync(Select + "ORDER BY id", Read, cancellationToken);

    public async ValueTask<bool> RemoveAsync(NegativeId id, CancellationToken cancellationToken) =>
        await session.WriteAsync("DELETE FROM faq_negative WHERE id = @id", cancellationToken, ("@id", id.ToString())) == 1;

    internal static Negative Read(DbDataReader row)
    {
        var (id, phrasing, by, at) = (new NegativeId(row.Ulid(0)), row.GetString(1), row.GetString(2), row.Time(3));
        return row.OptionalFaq(4) is { } entry ? Negative.Of(id, entry, phrasing, by, at) : Negative.Of(id, row.Passage(5), phrasing, by, at);
    }
}
