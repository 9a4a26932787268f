using Microsoft.Data.Sqlite;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sqlite;

internal sealed class SqliteReplyReferences(SqliteSession session, TimeProvider clock) : IReplyReferences
{
    private const string Select = "SELECT answer_id, place, message, message_hash, expires_at, asker, asker_hash FROM reply_reference WHERE expires_at > $now AND ";

    private static readonly string Under = SqlitePrefix.Of("place");

    private (string Name, object? Value) Now => ("$now", clock.GetUtcNow().ToUnixTimeMilliseconds());

    public ValueTask SaveAsync(ReplyReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        session.Write(
            """
            INSERT INTO reply_reference (answer_id, message_hash, message, place, asker, asker_hash, expires_at)
            VALUES ($answer, $hash, $message, $place, $asker, $asker_hash, $expires)
            ON CONFLICT (answer_id, message_hash) DO UPDATE SET message = excluded.message, place = excluded.place,
                asker = excluded.asker, asker_hash = excluded.asker_hash, expires_at = excluded.expires_at
            """,
            cancellationToken,
            ("$answer", reference.Answer.ToString()),
            ("$hash", reference.MessageHash.ToString()),
            ("$message", reference.Message.Cipher),
            ("$place", reference.Place.ToString()),
            ("$asker", reference.Asker?.Address.Cipher),
            ("$asker_hash", reference.Asker?.Hash.ToString()),
            ("$expires", reference.ExpiresAt.ToUnixTimeMilliseconds()));
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<ReplyReference>> OfAsync(AnswerId answer, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ReplyReference>>(session.Read(
            Select + "answer_id = $answer ORDER BY message_hash", Read, cancellationToken, Now, ("$answer", answer.ToString())));

    public ValueTask<ReplyReference?> FindAsync(KeyedHash message, CancellationToken cancellationToken) => ValueTask.FromResult(session.Read(
        Select + "message_hash = $hash ORDER BY answer_id DESC LIMIT 1", Read, cancellationToken, Now, ("$hash", message.ToString())).SingleOrDefault());

    public ValueTask<int> RemoveMessageAsync(KeyedHash message, CancellationToken cancellationToken) =>
        Remove("message_hash = $hash", ("$hash", message.ToString()), cancellationToken);

    public ValueTask<int> RemovePersonAsync(KeyedHash person, CancellationToken cancellationToken) =>
        Remove("asker_hash = $hash", ("$hash", person.ToString()), cancellationToken);

    public ValueTask<int> RemoveUnderAsync(PlaceId prefix, CancellationToken cancellationToken) =>
        Remove(Under, SqlitePrefix.Parameter(prefix), cancellationToken);

    public ValueTask<int> PurgeAsync(CancellationToken cancellationToken) => Remove("expires_at <= $now", Now, cancellationToken);

    private ValueTask<int> Remove(string where, (string Name, object? Value) parameter, CancellationToken cancellationToken) =>
        ValueTask.FromResult(session.Write("DELETE FROM reply_reference WHERE " + where, cancellationToken, parameter));

    private static ReplyReference Read(SqliteDataReader row) => new(new AnswerId(row.Ulid(0)), row.Place(1), row.Protected(2), row.Hash(3), row.Time(4))
    {
        Asker = row.OptionalPerson(5),
    };
}
