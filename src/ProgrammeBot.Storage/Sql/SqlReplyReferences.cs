using System.Data.Common;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sql;

internal sealed class SqlReplyReferences(SqlSession session) : IReplyReferences
{
    internal const string Select = "SELECT answer_id, place, message, message_hash, expires_at, asker, asker_hash FROM reply_reference WHERE expires_at > @now AND ";

    private static readonly string Under = SqlPrefix.Of("place");

    private (string Name, object? Value) Now => ("@now", session.Clock.GetUtcNow().ToUnixTimeMilliseconds());

    public async ValueTask SaveAsync(ReplyReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        await session.WriteAsync(
            """
            INSERT INTO reply_reference (answer_id, message_hash, message, place, asker, asker_hash, expires_at)
            VALUES (@answer, @hash, @message, @place, @asker, @asker_hash, @expires)
            ON CONFLICT (answer_id, message_hash) DO UPDATE SET message = excluded.message, place = excluded.place,
                asker = excluded.asker, asker_hash = excluded.asker_hash, expires_at = excluded.expires_at
            """,
            cancellationToken,
            ("@answer", reference.Answer.ToString()),
            ("@hash", reference.MessageHash.ToString()),
            ("@message", reference.Message.Cipher),
            ("@place", reference.Place.ToString()),
            ("@asker", reference.Asker?.Address.Cipher),
            ("@asker_hash", reference.Asker?.Hash.ToString()),
            ("@expires", reference.ExpiresAt.ToUnixTimeMilliseconds()));
    }

    public async ValueTask<IReadOnlyList<ReplyReference>> OfAsync(AnswerId answer, CancellationToken cancellationToken) =>
        await session.ReadAsync(Select + "answer_id = @answer ORDER BY message_hash", Read, cancellationToken, Now, ("@answer", answer.ToString()));

    public async ValueTask<IReadOnlyList<ReplyReference>> OfPersonAsync(KeyedHash person, CancellationToken cancellationToken) =>
        await session.ReadAsync(Select + "asker_hash = @hash ORDER BY answer_id, message_hash", Read, cancellationToken, Now, ("@hash", person.ToString()));

    public ValueTask<ReplyReference?> FindAsync(KeyedHash message, CancellationToken cancellationToken) =>
        session.FindAsync(Select + "message_hash = @hash ORDER BY answer_id DESC LIMIT 1", Read, cancellationToken, Now, ("@hash", message.ToString()));

    public ValueTask<int> RemoveMessageAsync(KeyedHash message, CancellationToken cancellationToken) =>
        RemoveAsync("message_hash = @hash", ("@hash", message.ToString()), cancellationToken);

    public ValueTask<int> RemovePersonAsync(KeyedHash person, CancellationToken cancellationToken) =>
        RemoveAsync("asker_hash = @hash", ("@hash", person.ToString()), cancellationToken);

    public ValueTask<int> RemoveUnderAsync(PlaceId prefix, CancellationToken cancellationToken) =>
        RemoveAsync(Under, SqlPrefix.Parameter(prefix), cancellationToken);

    public ValueTask<int> PurgeAsync(CancellationToken cancellationToken) => RemoveAsync("expires_at <= @now", Now, cancellationToken);

    private ValueTask<int> RemoveAsync(string where, (string Name, object? Value) parameter, CancellationToken cancellationToken) =>
        session.WriteAsync("DELETE FROM reply_reference WHERE " + where, cancellationToken, parameter);

    internal static ReplyReference Read(DbDataReader row) => new(new AnswerId(row.Ulid(0)), row.Place(1), row.Protected(2), row.Hash(3), row.Time(4))
    {
        Asker = row.OptionalPerson(5),
    };
}
