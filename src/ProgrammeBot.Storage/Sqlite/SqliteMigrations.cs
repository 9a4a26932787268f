using ProgrammeBot.Storage.Sql;

namespace ProgrammeBot.Storage.Sqlite;

internal static class SqliteMigrations
{
    public static IReadOnlyList<string> Steps { get; } = SqlMigrations.Read("ProgrammeBot.Storage.Sqlite.Migrations.");
}
