using System.Data.Common;
using Npgsql;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Postgres;

/// <summary>Which database it is and how it is reached; says for each way it fails what the operator can do about it, and never the password.</summary>
internal sealed class PostgresServer
{
    /// <summary>How long one statement may take; ours take milliseconds.</summary>
    private const int StatementSeconds = 30;

    /// <summary>How long a unit may do nothing before the server ends it, and with it the right to write it holds.</summary>
    private const int IdleSeconds = 60;

    private const int MostConnections = 20;

    private readonly NpgsqlConnectionStringBuilder _settings;
    private readonly string _name;

    private PostgresServer(NpgsqlConnectionStringBuilder settings)
    {
        _settings = settings;
        _name = $"PostgreSQL at {settings.Host}:{settings.Port}, database '{settings.Database ?? settings.Username}'";
    }

    /// <exception cref="StoreException">It is no connection string.</exception>
    public static PostgresServer Of(string connection)
    {
        try
        {
            var given = new NpgsqlConnectionStringBuilder(connection);
            if (string.IsNullOrWhiteSpace(given.Host))
            {
                throw new ArgumentException("No host.");
            }

            // What the operator sets goes before ours.
            given.Options = $"-c statement_timeout={StatementSeconds}s -c idle_in_transaction_session_timeout={IdleSeconds}s -c synchronous_commit=on {given.Options}".TrimEnd();
            given.CommandTimeout = StatementSeconds + 5;
            given.ApplicationName ??= "programmebot";
            // Several bots share the server, whose own limit is mostly 100: what is left at that default is not asked for.
            given.MaxPoolSize = given.MaxPoolSize == 100 ? MostConnections : given.MaxPoolSize;
            // Else a connection to listen on whose other end is gone would be waited on for ever.
            given.KeepAlive = given.KeepAlive == 0 ? 15 : given.KeepAlive;
            // A row in a log is no place for what people wrote.
            given.IncludeErrorDetail = false;
            return new PostgresServer(given);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidOperationException)
        {
            // Not its words, and not inside either: they may quote the password.
            throw new StoreException(
                "The connection to PostgreSQL is not given as Host=…;Database=…;Username=…;Password=… (a value that holds ';' or quotes stands in quotes). Mend Store:Postgres, in appsettings.json or as PROGRAMMEBOT_Store__Postgres.");
        }
    }

    public NpgsqlDataSource Source() => new NpgsqlDataSourceBuilder(_settings.ConnectionString).Build();

    public override string ToString() => _name;

    public static bool IsLockTimeout(DbException cause) => cause is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable };

    public StoreException Busy(TimeSpan waited) =>
        new($"{_name}: another process has held the right to write for {waited.TotalSeconds:0} s. Wait for it or stop it, then try again.");

    public StoreException Damaged(string what, Exception? cause = null) =>
        new($"{_name} is damaged ({what}). Restore the latest back-up into it ('programmebot restore FILE --replace'), and keep a dump of it as it is until that works.", cause);

    public StoreException Unreachable(Exception cause) => cause is PostgresException refused
        ? FaultOf(refused)
        : new StoreException($"{_name} cannot be reached ({Words(cause)}). Check that it runs and lets this machine in, and that Store:Postgres names the right host, port and database.", cause);

    public StoreException FaultOf(DbException cause) => new(cause is PostgresException refused ? Sentence(refused) : $"{_name} failed ({Words(cause)}). What was not acknowledged may not have been kept; try again once it can be reached.", cause);

    private static string Words(Exception cause) => (cause.InnerException is { } inner && cause.Message.StartsWith("Exception while", StringComparison.Ordinal) ? inner.Message : cause.Message).TrimEnd('.');

    private string Sentence(PostgresException cause) => cause.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"{_name} does not let '{_settings.Username}' in ({cause.MessageText}). Mend name and password in Store:Postgres, or pg_hba.conf on the server.",
        PostgresErrorCodes.InvalidCatalogName => $"{_name} is not there. Make it: createdb --owner={_settings.Username} --encoding=UTF8 --template=template0 {_settings.Database}",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"{_name}: '{_settings.Username}' lacks a right ({cause.MessageText}). Make them the owner of the database, or grant CREATE and USAGE on its schema and all rights on the bot's tables.",
        PostgresErrorCodes.TooManyConnections => $"{_name} has no connection left ({cause.MessageText}). Raise max_connections there, or set a smaller 'Maximum Pool Size' in Store:Postgres.",
        PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown =>
            $"{_name} is starting or stopping ({cause.MessageText}). Try again once it runs.",
        PostgresErrorCodes.ReadOnlySqlTransaction => $"{_name} may only be read ({cause.MessageText}). Name the primary server in Store:Postgres.",
        PostgresErrorCodes.DiskFull => $"{_name}: its disk is full. Free some space there; what was not acknowledged was not kept.",
        PostgresErrorCodes.QueryCanceled => $"{_name}: a statement took longer than {StatementSeconds} s, and was given up. Look at what else the server does.",
        PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn =>
            $"{_name} lacks a table or a column of the bot's ({cause.MessageText}). Restore the latest back-up into an empty database.",
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => Damaged(cause.MessageText).Message,
        _ => $"{_name} refused a statement ({cause.SqlState}: {cause.MessageText}). If another program wrote to it, restore the latest back-up.",
    };
}
