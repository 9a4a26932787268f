using Microsoft.Data.Sqlite;
using Npgsql;
using ProgrammeBot.Storage.Sql;
using ProgrammeBot.Storage.Sqlite;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Storage.Sql;

/// <summary>The list of tables, from which back-ups are made, is what the databases hold: no record is forgotten by a migration that adds one.</summary>
public sealed class SqlTableTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static IEnumerable<string> Listed => SqlTable.All
        .SelectMany(t => t.Columns.Select(c => $"{t.Name}.{c.Name} {(c.IsOptional ? "optional" : "required")}"))
        .Append("faq_revision.change required").Order(StringComparer.Ordinal);

    [Fact]
    public async Task SQLite_holds_these_tables_and_columns_and_no_others()
    {
        using var folder = new TemporaryFolder();
        await (await SqliteStore.OpenAsync(folder["x.db"], TimeProvider.System, Token)).DisposeAsync();
        await using var connection = new SqliteConnection($"Data Source={folder["x.db"]};Pooling=False");
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT t.name || '.' || c.name || CASE WHEN c.\"notnull\" = 1 OR c.pk > 0 THEN ' required' ELSE ' optional' END FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'";

        Assert.Equal(Listed, await RowsAsync(command));
    }

    [Fact]
    public async Task PostgreSQL_holds_the_same()
    {
        var database = await PostgresDatabases.TakeAsync();
        await using (var source = NpgsqlDataSource.Create(database))
        {
            await using var command = source.CreateCommand(
                "SELECT table_name || '.' || column_name || CASE is_nullable WHEN 'NO' THEN ' required' ELSE ' optional' END FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'programmebot_format'");

            Assert.Equal(Listed, await RowsAsync(command));
        }

        await PostgresDatabases.GiveBackAsync(database);
    }

    private static async Task<IEnumerable<string>> RowsAsync(System.Data.Common.DbCommand command)
    {
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(Token);
        while (await reader.ReadAsync(Token))
        {
            rows.Add(reader.GetString(0));
        }

        return rows.Order(StringComparer.Ordinal);
    }
}
