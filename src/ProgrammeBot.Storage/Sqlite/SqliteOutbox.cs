using Microsoft.Data.Sqlite;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sqlite;

internal sealed class SqliteOutbox(SqliteSession session, TimeProvider clock) : IOutbox
{
    private static readonly string Under = SqlitePrefix.Of("place");

    private (string Name, object? Value) Oldest => ("$oldest", (clock.GetUtcNow() - PendingReply.Lifetime).ToUnixTimeMilliseconds());

    public ValueTask<bool> AddAsync(PendingReply pending, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pending);
        return ValueTask.FromResult(session.Write(
            "INSERT INTO outbox (id, place, reply_to, question, created_at) VALUES ($id, $place, $reply_to, $question, $created_at) ON CONFLICT DO NOTHING",
            cancellationToken,
            ("$id", pending.Id.ToString()),
            ("$place", pending.Place.ToString()),
            ("$reply_to", pending.ReplyTo.Cipher),
            ("$question", pending.Question),
            ("$created_at", pending.CreatedAt.ToUnixTimeMilliseconds())) == 1);
    }

    public ValueTask<IReadOnlyList<PendingReply>> ListAsync(string platform, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(platform);
        return ValueTask.FromResult<IReadOnlyList<PendingReply>>(session.Read(
            "SELECT id, place, reply_to, question, created_at FROM outbox WHERE place > $platform || ':' AND place < $platform || ';' AND created_at > $oldest ORDER BY id",
            Read,
            cancellationToken,
            ("$platform", platform),
            Oldest));
    }

    public ValueTask<bool> RemoveAsync(PendingReplyId id, CancellationToken cancellationToken) => ValueTask.FromResult(
        session.Write("DELETE FROM outbox WHERE id = $id", cancellationToken, ("$id", id.ToString())) == 1);

    public ValueTask<int> RemoveUnderAsync(PlaceId prefix, CancellationToken cancellationToken) => ValueTask.FromResult(
        session.Write($"DELETE FROM outbox WHERE {Under}", cancellationToken, SqlitePrefix.Parameter(prefix)));

    public ValueTask<int> PurgeAsync(CancellationToken cancellationToken) => ValueTask.FromResult(
        session.Write("DELETE FROM outbox WHERE created_at <= $oldest", cancellationToken, Oldest));

    private static PendingReply Read(SqliteDataReader row) =>
        new(new PendingReplyId(row.Ulid(0)), row.Place(1), row.Protected(2), row.GetString(3), row.Time(4));
}
