using System.Data.Common;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sql;

internal sealed class SqlOutbox(SqlSession session) : IOutbox
{
    internal const string Select = "SELECT id, place, reply_to, question, created_at FROM outbox ";

    private static readonly string Under = SqlPrefix.Of("place");

    private (string Name, object? Value) Oldest => ("@oldest", (session.Clock.GetUtcNow() - PendingReply.Lifetime).ToUnixTimeMilliseconds());

    public async ValueTask<bool> AddAsync(PendingReply pending, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pending);
        return await session.WriteAsync(
            "INSERT INTO outbox (id, place, reply_to, question, created_at) VALUES (@id, @place, @reply_to, @question, @created_at) ON CONFLICT DO NOTHING",
            cancellationToken,
            ("@id", pending.Id.ToString()),
            ("@place", pending.Place.ToString()),
            ("@reply_to", pending.ReplyTo.Cipher),
            ("@question", pending.Question),
            ("@created_at", pending.CreatedAt.ToUnixTimeMilliseconds())) == 1;
    }

    public async ValueTask<IReadOnlyList<PendingReply>> ListAsync(string platform, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(platform);
        return await session.ReadAsync(
            Select + "WHERE place > @platform || ':' AND place < @platform || ';' AND created_at > @oldest ORDER BY id",
            Read,
            cancellationToken,
            ("@platform", platform),
            Oldest);
    }

    public async ValueTask<bool> RemoveAsync(PendingReplyId id, CancellationToken cancellationToken) =>
        await session.WriteAsync("DELETE FROM outbox WHERE id = @id", cancellationToken, ("@id", id.ToString())) == 1;

    public ValueTask<int> RemoveUnderAsync(PlaceId prefix, CancellationToken cancellationToken) =>
        session.WriteAsync($"DELETE FROM outbox WHERE {Under}", cancellationToken, SqlPrefix.Parameter(prefix));

    public ValueTask<int> PurgeAsync(CancellationToken cancellationToken) =>
        session.WriteAsync("DELETE FROM outbox WHERE created_at <= @oldest", cancellationToken, Oldest);

    internal static PendingReply Read(DbDataReader row) =>
        new(new PendingReplyId(row.Ulid(0)), row.Place(1), row.Protected(2), row.GetString(3), row.Time(4));
}
