using System.Data.Common;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sql;

internal sealed class SqlSignIns(SqlSession unit) : ISignIns
{
    internal const string Select = "SELECT id, secret, name, role, expires_at, used, places FROM sign_in WHERE expires_at > @now ";

    private (string Name, object? Value) Now => ("@now", unit.Clock.GetUtcNow().ToUnixTimeMilliseconds());

    public async ValueTask<bool> AddAsync(SignIn link, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        return await unit.WriteAsync(
            """
            INSERT INTO sign_in (id, secret, name, role, expires_at, used, places) VALUES (@id, @secret, @name, @role, @expires, @used, @places)
            ON CONFLICT DO NOTHING
            """,
            cancellationToken,
            ("@id", link.Id.ToString()),
            ("@secret", link.Secret.ToString()),
            ("@name", link.Name),
            ("@role", link.Role),
            ("@expires", link.ExpiresAt.ToUnixTimeMilliseconds()),
            ("@used", link.IsUsed ? 1 : 0),
            ("@places", link.Places is { } places ? string.Join(' ', places) : null)) == 1;
    }

    public async ValueTask<SignIn?> UseAsync(KeyedHash link, KeyedHash session, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        unit.CheckWriting(cancellationToken);
        var found = await FindAsync(link, used: false, cancellationToken);
        if (found is null || session == default)
        {
            return null;
        }

        var begun = found with { Secret = session, IsUsed = true, ExpiresAt = expiresAt };
        // The right to write is ours: nobody else uses the link between the two statements.
        return await unit.WriteAsync(
            """
            UPDATE sign_in SET secret = @session, used = 1, expires_at = @expires
            WHERE id = @id AND NOT EXISTS (SELECT 1 FROM sign_in other WHERE other.secret = @session)
            """,
            CancellationToken.None,
            ("@session", session.ToString()),
            ("@expires", begun.ExpiresAt.ToUnixTimeMilliseconds()),
            ("@id", begun.Id.ToString())) == 1 ? begun : null;
    }

    public ValueTask<SignIn?> FindSessionAsync(KeyedHash session, CancellationToken cancellationToken) => FindAsync(session, used: true, cancellationToken);

    public async ValueTask<bool> ExtendAsync(KeyedHash session, DateTimeOffset expiresAt, CancellationToken cancellationToken) => await unit.WriteAsync(
        "UPDATE sign_in SET expires_at = @expires WHERE secret = @secret AND used = 1 AND expires_at > @now",
        cancellationToken,
        ("@expires", expiresAt.ToUnixTimeMilliseconds()),
        ("@secret", session.ToString()),
        Now) == 1;

    public async ValueTask<IReadOnlyList<SignIn>> ListAsync(CancellationToken cancellationToken) =>
        await unit.ReadAsync(Select + "ORDER BY id", Read, cancellationToken, Now);

    public async ValueTask<bool> RemoveAsync(SignInId id, CancellationToken cancellationToken) =>
        await unit.WriteAsync("DELETE FROM sign_in WHERE id = @id", cancellationToken, ("@id", id.ToString())) == 1;

    public ValueTask<int> PurgeAsync(CancellationToken cancellationToken) =>
        unit.WriteAsync("DELETE FROM sign_in WHERE expires_at <= @now", cancellationToken, Now);

    private ValueTask<SignIn?> FindAsync(KeyedHash secret, bool used, CancellationToken cancellationToken) => unit.FindAsync(
        Select + "AND secret = @secret AND used = @used", Read, cancellationToken, Now, ("@secret", secret.ToString()), ("@used", used ? 1 : 0));

    internal static SignIn Read(DbDataReader row) => new(new SignInId(row.Ulid(0)), row.Hash(1), row.GetString(2), row.GetString(3), row.Time(4))
    {
        IsUsed = row.GetInt32(5) != 0,
        Places = row.OptionalText(6) is { } places ? [.. places.Split(' ').Select(SqlRow.PlaceOf)] : null,
    };
}
