using ProgrammeBot.Storage.Postgres;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Storage.Postgres;

/// <summary>What is PostgreSQL's own: the server, the tables' format, its faults.</summary>
public sealed class PostgresStoreTests
{
    private const string Secret = "hunter2-swordfish";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bare_database_gets_its_tables_once_also_when_many_processes_start_at_a_time()
    {
        var database = await PostgresDatabases.TakeBareAsync();

        var stores = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => OpenAsync(database), Token)));

        Assert.All(stores, s => Assert.Contains($", format {PostgresFormat.Steps.Count} (the newest)", s.Description, StringComparison.Ordinal));
        await Task.WhenAll(stores.Select(s => s.DisposeAsync().AsTask()));
        await PostgresDatabases.RunAsync(database, "CREATE ROLE nobody_at_all NOLOGIN; DROP ROLE nobody_at_all");
        await (await OpenAsync(database)).DisposeAsync();
    }

    [Fact]
    public async Task A_newer_format_is_refused_with_both_and_left_alone()
    {
        var database = await PostgresDatabases.TakeBareAsync();
        await (await OpenAsync(database)).DisposeAsync();
        await PostgresDatabases.RunAsync(database, "UPDATE programmebot_format SET format = 99");

        Assert.EndsWith(
            $" has format 99, this program knows formats up to {PostgresFormat.Steps.Count}. Run the newer program that wrote it, or restore a back-up made before the update.",
            await RefusalAsync(database),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_of_another_program_are_not_touched()
    {
        var database = await PostgresDatabases.TakeBareAsync();
        await PostgresDatabases.RunAsync(database, "CREATE TABLE place (x integer); INSERT INTO place VALUES (1)");

        Assert.Contains("holds tables of another program", await RefusalAsync(database), StringComparison.Ordinal);

        await PostgresDatabases.RunAsync(database, "DO $$ BEGIN ASSERT (SELECT COUNT(*) FROM place) = 1; ASSERT to_regclass('faq_entry') IS NULL; END $$");
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_named_with_the_command_that_makes_it()
    {
        var database = PostgresDatabases.With(await PostgresDatabases.TakeBareAsync(), c => c.Database = "no_such_database");

        Assert.Contains("is not there. Make it: createdb --owner=", await RefusalAsync(database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_another_encoding_is_refused()
    {
        var server = await PostgresDatabases.TakeBareAsync();
        var name = $"latin_{Guid.NewGuid():N}";
        await PostgresDatabases.RunAsync(server, $"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'");

        Assert.Contains("keeps text as LATIN1", await RefusalAsync(PostgresDatabases.With(server, c => c.Database = name)), StringComparison.Ordinal);

        await PostgresDatabases.RunAsync(server, $"DROP DATABASE {name}");
    }

    [Fact]
    public async Task A_server_that_may_only_be_read_is_refused()
    {
        var database = PostgresDatabases.With(await PostgresDatabases.TakeBareAsync(), c => c.Options = "-c default_transaction_read_only=on");

        Assert.Contains("may only be read. Name the primary server", await RefusalAsync(database), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense " + Secret)]
    [InlineData("Host=localhost;Password=x;" + Secret + "=y")]
    [InlineData("Host=localhost;Port=" + Secret)]
    [InlineData("Username=x;Password=" + Secret)]
    public async Task A_setting_that_is_no_connection_is_refused_without_quoting_it(string connection)
    {
        var fault = await Assert.ThrowsAsync<StoreException>(() => OpenAsync(connection));

        Assert.Contains("Mend Store:Postgres", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1")]
    [InlineData("Host=no.such.host.invalid")]
    [InlineData("Host=/no/such/folder")]
    public async Task A_server_that_cannot_be_reached_is_named_and_the_password_is_not(string where)
    {
        var fault = await Assert.ThrowsAsync<StoreException>(() => OpenAsync($"{where};Database=bot;Username=bot;Password={Secret};Timeout=5"));

        Assert.Contains("database 'bot' cannot be reached", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Check that it runs", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_make_tables_is_told_which_right_they_lack()
    {
        var database = await PostgresDatabases.TakeBareAsync();
        var role = $"poor_{Guid.NewGuid():N}";
        await PostgresDatabases.RunAsync(database, $"CREATE ROLE {role} LOGIN PASSWORD '{Secret}'; REVOKE CREATE ON SCHEMA public FROM PUBLIC");

        var message = await RefusalAsync(PostgresDatabases.With(database, c => (c.Username, c.Password) = (role, Secret)));

        Assert.Contains($"'{role}' lacks a right (permission denied for schema public)", message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, message, StringComparison.Ordinal);
        await PostgresDatabases.RunAsync(database, $"DROP ROLE {role}");
    }

    [Fact]
    public async Task A_record_that_makes_no_valid_value_is_a_damaged_database()
    {
        var database = await PostgresDatabases.TakeAsync();
        await using (var store = await OpenAsync(database))
        {
            await FullStore.FillAsync(store, 1, Token);
            await PostgresDatabases.RunAsync(database, "UPDATE faq_revision SET content = '{'");
            await using var unit = await store.ReadAsync(Token);

            var fault = await Assert.ThrowsAsync<StoreException>(async () => await unit.Faq.ListAsync(null, Token));

            Assert.Contains("is damaged (a record that cannot be read: ", fault.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await unit.Faq.ListAsync(null, Token));
        }

        await PostgresDatabases.GiveBackAsync(database);
    }

    [Fact]
    public async Task A_connection_that_breaks_fails_the_unit_and_not_the_store_and_the_waiting_goes_on()
    {
        var database = await PostgresDatabases.TakeAsync();
        await using (var store = await OpenAsync(database))
        {
            var seen = await store.ChangedAsync(0, TimeSpan.FromSeconds(30), Token);
            await using (var unit = await store.WriteAsync(Token))
            {
                await unit.Marks.SetAsync("job", "lost", Token);
                await PostgresDatabases.RunAsync(database, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
                var fault = await Assert.ThrowsAsync<StoreException>(async () => await unit.CommitAsync(Token));
                Assert.Contains("PostgreSQL at ", fault.Message, StringComparison.Ordinal);
                await Assert.ThrowsAsync<InvalidOperationException>(async () => await unit.Marks.FindAsync("job", Token));
            }

            // What was missed meanwhile nobody knows: it counts as a change.
            Assert.NotEqual(seen, await store.ChangedAsync(seen, TimeSpan.FromSeconds(30), Token));
            await using var after = await store.WriteAsync(Token);
            Assert.Null(await after.Marks.FindAsync("job", Token));
        }

        await PostgresDatabases.GiveBackAsync(database);
    }

    [Fact]
    public async Task A_writer_elsewhere_is_waited_for_and_may_be_given_up_on()
    {
        var database = await PostgresDatabases.TakeAsync();
        await using (var one = await OpenAsync(database))
        await using (var other = await OpenAsync(database))
        {
            using var patience = new CancellationTokenSource();
            await using (await one.WriteAsync(Token))
            {
                var waiting = other.WriteAsync(patience.Token).AsTask();
                await using (var reader = await other.ReadAsync(Token))
                {
                    Assert.Null(await reader.Marks.FindAsync("job", Token));
                }

                Assert.False(waiting.IsCompleted);
                await patience.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
            }

            await using var unit = await other.WriteAsync(Token);
            await unit.CommitAsync(Token);
        }

        await PostgresDatabases.GiveBackAsync(database);
    }

    private static async Task<PostgresStore> OpenAsync(string connection) => await PostgresStore.OpenAsync(connection, TimeProvider.System, Token);

    private static async Task<string> RefusalAsync(string connection) => (await Assert.ThrowsAsync<StoreException>(() => OpenAsync(connection))).Message;
}
