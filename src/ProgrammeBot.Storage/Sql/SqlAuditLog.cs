using System.Data.Common;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sql;

internal sealed class SqlAuditLog(SqlSession session) : IAuditLog
{
    internal const string Select = "SELECT id, done_by, action, subject, detail, within FROM audit ";

    public async ValueTask<bool> AddAsync(AuditRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return await session.WriteAsync(
            """
            INSERT INTO audit (id, at, done_by, action, subject, detail, within) VALUES (@id, @at, @by, @action, @subject, @detail, @within)
            ON CONFLICT DO NOTHING
            """,
            cancellationToken,
            ("@id", record.Id.ToString()),
            ("@at", record.Id.Value.At.ToUnixTimeMilliseconds()),
            ("@by", record.By),
            ("@action", record.Action),
            ("@subject", record.Subject),
            ("@detail", record.Detail),
            ("@within", record.Within?.ToString())) == 1;
    }

    public async ValueTask<IReadOnlyList<AuditRecord>> ListAsync(AuditId before, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return before == default
            ? await session.ReadAsync(Select + "ORDER BY id DESC LIMIT @limit", Read, cancellationToken, ("@limit", limit))
            : await session.ReadAsync(Select + "WHERE id < @before ORDER BY id DESC LIMIT @limit", Read, cancellationToken, ("@before", before.ToString()), ("@limit", limit));
    }

    public ValueTask<int> RemoveBeforeAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        session.WriteAsync("DELETE FROM audit WHERE at < @before", cancellationToken, ("@before", before.ToUnixTimeMilliseconds()));

    internal static AuditRecord Read(DbDataReader row) => new(new AuditId(row.Ulid(0)), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4))
    {
        Within = row.OptionalPlace(5),
    };
}
