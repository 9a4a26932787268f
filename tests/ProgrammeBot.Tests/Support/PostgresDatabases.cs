using System.Collections.Concurrent;
using Npgsql;
using ProgrammeBot.Storage.Postgres;
using ProgrammeBot.Storage.Sql;

[assembly: AssemblyFixture(typeof(ProgrammeBot.Tests.Support.PostgresDatabases))]

namespace ProgrammeBot.Tests.Support;

/// <summary>Databases of a real PostgreSQL for tests: on the server that PROGRAMMEBOT_TEST_POSTGRES names, else on a private one. Made when first asked for, gone at the end.</summary>
public sealed class PostgresDatabases : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresDatabases>> Shared = new(StartAsync);
    private static readonly ConcurrentBag<string> Free = [];

    private readonly string _mark = $"programmebot_test_{Guid.NewGuid():N}";
    private readonly ConcurrentBag<string> _made = [];
    private PostgresCluster? _cluster;
    private string _server = "";
    private int _count;

    /// <summary>Why there is no server; null where there is one.</summary>
    public static string? Missing => Named is null ? PostgresCluster.Missing : null;

    private static string? Named => Environment.GetEnvironmentVariable("PROGRAMMEBOT_TEST_POSTGRES") is { Length: > 0 } named ? named : null;

    /// <summary>The connection string of a database that holds our tables and nothing in them; to be given back. Skips the test where there is no server.</summary>
    public static async Task<string> TakeAsync()
    {
        Assert.SkipUnless(Missing is null, Missing ?? "");
        return Free.TryTake(out var free) ? free : await (await Shared.Value).MakeAsync(ofTemplate: true);
    }

    /// <summary>The connection string of a database without a table.</summary>
    public static async Task<string> TakeBareAsync()
    {
        Assert.SkipUnless(Missing is null, Missing ?? "");
        return await (await Shared.Value).MakeAsync(ofTemplate: false);
    }

    /// <summary>Empties a database for the next test.</summary>
    public static async Task GiveBackAsync(string connection)
    {
        await RunAsync(connection, string.Join("; ", SqlTable.All.Reverse().Select(t => $"DELETE FROM {t.Name}")));
        Free.Add(connection);
    }

    /// <summary>The same server with another database, or other settings.</summary>
    public static string With(string connection, Action<NpgsqlConnectionStringBuilder> change)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection);
        change(builder);
        return builder.ConnectionString;
    }

    public static async Task RunAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(With(connection, c => c.Pooling = false));
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // The one that xunit makes has nothing; it ends the one that tests shared.
        if (Shared.IsValueCreated && await Shared.Value is var shared && !ReferenceEquals(shared, this))
        {
            await shared.EndAsync();
        }
    }

    private static async Task<PostgresDatabases> StartAsync()
    {
        var databases = new PostgresDatabases();
        databases._cluster = Named is null ? await PostgresCluster.StartAsync(durable: false) : null;
        databases._server = Named ?? databases._cluster!.Connection(); // started in the line before
        await databases.MakeTemplateAsync();
        return databases;
    }

    // Its own order of letters is not ours, so that an order left to the database shows.
    private async Task MakeTemplateAsync()
    {
        _made.Add(_mark);
        try
        {
            await RunAsync(_server, $"CREATE DATABASE {_mark} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LOCALE 'C'");
        }
        catch (PostgresException)
        {
            // Before version 15, or built without ICU.
            await RunAsync(_server, $"CREATE DATABASE {_mark} TEMPLATE template0 ENCODING 'UTF8'");
        }

        await (await PostgresStore.OpenAsync(With(_server, c => c.Database = _mark), TimeProvider.System, CancellationToken.None)).DisposeAsync();
    }

    private async Task<string> MakeAsync(bool ofTemplate)
    {
        var name = $"{_mark}_{Interlocked.Increment(ref _count)}";
        await RunAsync(_server, $"CREATE DATABASE {name} TEMPLATE {(ofTemplate ? _mark : "template0")}");
        _made.Add(name);
        return With(_server, c => c.Database = name);
    }

    private async Task EndAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
            return;
        }

        foreach (var name in _made)
        {
            await RunAsync(_server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
    }
}
